// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace trawl::test {

inline QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void setContents(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

/// What a kill would leave of an open session: the file and its WAL, not the lock.
inline void copyAsIs(const QString &from, const QString &to)
{
    setContents(to, contents(from));
    setContents(to + QStringLiteral("-wal"), contents(from + QStringLiteral("-wal")));
}

inline void setMode(const QString &path, mode_t mode)
{
    if (chmod(QFile::encodeName(path).constData(), mode) != 0)
        qFatal("chmod %s", qPrintable(path));
}

/// Makes files of the directory readable, and nothing writable, for the ordinary user.
inline void makeReadOnly(const QString &directory)
{
    const auto names = QDir(directory).entryList(QDir::Files);
    for (const QString &name : names)
        setMode(QDir(directory).filePath(name), 0444);
    setMode(directory, 0555);
}

} // namespace trawl::test
