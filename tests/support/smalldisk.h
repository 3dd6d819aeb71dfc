// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <sys/mount.h>

namespace trawl::support {

/// A file system of its own with little room, at a folder that is there, as long as this lives.
/// Whoever may not mount has none: isThere() tells.
class SmallDisk
{
public:
    SmallDisk(const QString &folder, int kib)
        : m_place(QFile::encodeName(folder))
        , m_there(mountAs(kib, 0))
    {
    }
    ~SmallDisk()
    {
        if (m_there)
            ::umount2(m_place.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_there; }
    bool resize(int kib) { return mountAs(kib, MS_REMOUNT); }
    /// Takes it away; false while a file of it is open.
    bool takeAway()
    {
        if (::umount(m_place.constData()) != 0)
            return false;
        m_there = false;
        return true;
    }

private:
    bool mountAs(int kib, unsigned long flags)
    {
        const auto size = "size=" + QByteArray::number(kib) + "k";
        return ::mount("none", m_place.constData(), "tmpfs", flags, size.constData()) == 0;
    }

    QByteArray m_place;
    bool m_there;
};

} // namespace trawl::support
