// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace trawl::engine {

/// Where a relative name stands below a directory. Directories are gone down one by one and links
/// are not followed, so that nothing is ever written elsewhere, whoever changes the tree meanwhile;
/// the base itself may be a link, it is the person's. Holds a descriptor while it lives.
class Spot
{
public:
    enum class Missing : quint8 { Leave, Make };

    /// `name` has '/' between its components.
    Spot(const QString &base, const QString &name, Missing missing);
    ~Spot();
    Spot(const Spot &) = delete;
    Spot &operator=(const Spot &) = delete;

    /// 0, or the errno of the directory that could not be entered: ENOENT = it is missing.
    [[nodiscard]] int error() const { return m_error; }
    /// Which component of the name is there and no directory, from 0; -1 = none.
    [[nodiscard]] int blockedAt() const { return m_blockedAt; }
    /// A directory was made on the way.
    [[nodiscard]] bool made() const { return m_made; }

    /// For the system's …at() calls, with the file's own name.
    [[nodiscard]] int directory() const { return m_directory; }
    [[nodiscard]] QByteArray entry(const QString &fileName) const;

private:
    void enter(const QByteArray &component, int index, Missing missing);

    QByteArray m_prefix;
    int m_directory;
    int m_error = 0;
    int m_blockedAt = -1;
    bool m_made = false;
};

/// What lies under a name.
struct Entry
{
    enum class Kind : quint8 { None, File, Directory, Other };
    Kind kind = Kind::None;
    qint64 modifiedMs = 0; ///< since the epoch
};

[[nodiscard]] Entry entryAt(const Spot &spot, const QString &fileName);

/// What lies in the spot's directory, in no order; nothing if it could not be entered.
[[nodiscard]] QStringList namesAt(const Spot &spot);

/// Removes a file; of a link, the link. What cannot be removed stays.
void removeFileAt(const Spot &spot, const QString &fileName);

/// Removes a directory that is empty.
void removeDirectoryAt(const Spot &spot, const QString &name);

/// "c" of "a/b/c".
[[nodiscard]] QString lastComponent(const QString &name);

} // namespace trawl::engine
