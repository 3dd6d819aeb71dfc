// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::scratch {

/// A directory of this process alone: only its user can enter it, and it goes with the object.
/// After a kill a later sweep() removes it.
class Directory
{
public:
    /// "/trawl-run-XXXXXX": what it adds to its parent's path.
    static constexpr qsizetype nameSize = 17;

    /// The error is the system's word.
    [[nodiscard]] static tl::expected<std::unique_ptr<Directory>, QString>
    make(const QString &parent);
    ~Directory();
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;

    [[nodiscard]] QString filePath(const QString &name) const;

private:
    Directory(QByteArray path, int descriptor);

    QByteArray m_path;
    int m_descriptor;
};

} // namespace trawl::scratch
