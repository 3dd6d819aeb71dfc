// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/linkreader.h"
#include "exchange/tablelayout.h"

#include <QByteArray>
#include <QSet>
#include <QStringList>

#include <optional>

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

/// How a person wants a list to be read.
struct ReadChoices
{
    bool patterns = true;                        ///< expand those of typed text
    std::optional<exchange::ListFormat> format;  ///< none = found out for each file
    QByteArray charset;                          ///< empty = found out for each file
    std::optional<exchange::TableLayout> layout; ///< of the tables that it suits; none = found out
    QSet<QByteArray> withoutHosts;               ///< models::hostOf(); their links are left out

    friend bool operator==(const ReadChoices &, const ReadChoices &) = default;
};

/// From a drop or the clipboard: local files, else links as such, else text.
[[nodiscard]] ListInput inputFromMime(const QMimeData &mime);
/// From a command line: what is there as a file is a list, anything else a link.
[[nodiscard]] ListInput inputFromArguments(const QStringList &arguments);

} // namespace trawl::adding
