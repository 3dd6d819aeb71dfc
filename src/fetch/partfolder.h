// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace trawl::fetch {

/// The directory of a part or of its state, "<directory>/.trawl/<tag>" of
/// "<directory>/.trawl/<tag>/7.part". The two of ours are entered without following a link, so that
/// nothing is written, replaced or removed elsewhere; where another path leads is its giver's
/// choice. Holds a descriptor while it lives.
class PartFolder
{
public:
    enum class Missing : quint8 { Leave, Make };

    /// Those of ours are made if they are missing; the one above, which may have been moved away,
    /// is not.
    explicit PartFolder(const QString &path, Missing missing = Missing::Leave);
    ~PartFolder();
    Q_DISABLE_COPY_MOVE(PartFolder)

    /// 0, or the errno of the directory that could not be entered.
    [[nodiscard]] int error() const { return m_error; }
    /// For the system's …at() calls, with the name of the file.
    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] const QByteArray &name() const { return m_name; }

    /// Removes the file, or a link in its place.
    void remove() const;

private:
    void enter(const QByteArray &name, Missing missing);

    int m_fd;
    int m_error = 0;
    QByteArray m_name;
};

} // namespace trawl::fetch
