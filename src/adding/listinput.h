// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

class QMimeData;

namespace trawl::adding {

/// What a person gave to be added: files that hold lists, and text with links in it.
struct ListInput
{
    QString text;
    QStringList files; ///< absolute paths

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && files.isEmpty(); }
    /// Names the list in the session, so that the same one given again goes on where it stopped.
    [[nodiscard]] QByteArray source() const;
    friend bool operator==(const ListInput &, const ListInput &) = default;
};

/// From a drop or the clipboard: local files, else links as such, else text.
[[nodiscard]] ListInput inputFromMime(const QMimeData &mime);
/// From a command line: what is there as a file is a list, anything else a link.
[[nodiscard]] ListInput inputFromArguments(const QStringList &arguments);

} // namespace trawl::adding
