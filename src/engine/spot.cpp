// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/spot.h"

#include <QFile>

#include <cerrno>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::engine {

namespace {

constexpr int onlyDirectory = O_PATH | O_DIRECTORY | O_CLOEXEC;

} // namespace

Spot::Spot(const QString &base, const QString &name, Missing missing)
    : m_directory(AT_FDCWD)
{
    qsizetype slash = name.indexOf(u'/');
    if (slash < 0) { // most names: the system finds them by their path in one call
        m_prefix = QFile::encodeName(base) + '/';
        return;
    }
    m_directory = ::open(QFile::encodeName(base).constData(), onlyDirectory);
    if (m_directory < 0)
        m_error = errno;
    qsizetype begin = 0;
    for (int index = 0; slash >= 0 && m_error == 0; ++index) {
        enter(QFile::encodeName(name.sliced(begin, slash - begin)), index, missing);
        begin = slash + 1;
        slash = name.indexOf(u'/', begin);
    }
}

Spot::~Spot()
{
    if (m_directory >= 0)
        ::close(m_directory);
}

void Spot::enter(const QByteArray &component, int index, Missing missing)
{
    const auto open = [&] {
        return ::openat(m_directory, component.constData(), onlyDirectory | O_NOFOLLOW);
    };
    int next = open();
    if (next < 0 && errno == ENOENT && missing == Missing::Make) {
        if (::mkdirat(m_directory, component.constData(), 0777) == 0)
            m_made = true;
        else if (errno != EEXIST)
            m_error = errno;
        next = m_error == 0 ? open() : -1;
    }
    if (next < 0) {
        if (m_error == 0)
            m_error = errno;
        if (m_error == ENOTDIR || m_error == ELOOP)
            m_blockedAt = index;
        return;
    }
    ::close(m_directory);
    m_directory = next;
}

QByteArray Spot::entry(const QString &fileName) const
{
    return m_prefix + QFile::encodeName(fileName);
}

Entry entryAt(const Spot &spot, const QString &fileName)
{
    struct stat info{};
    if (spot.error() != 0 || ::fstatat(spot.directory(), spot.entry(fileName).constData(), &info,
                                       AT_SYMLINK_NOFOLLOW) != 0)
        return {};
    const auto kind = S_ISREG(info.st_mode)   ? Entry::Kind::File
                      : S_ISDIR(info.st_mode) ? Entry::Kind::Directory
                                              : Entry::Kind::Other;
    return {kind, qint64(info.st_mtim.tv_sec) * 1000 + info.st_mtim.tv_nsec / 1'000'000};
}

QStringList namesAt(const Spot &spot)
{
    const auto path = spot.entry(QStringLiteral("."));
    const int fd = spot.error() != 0 ? -1
                                     : ::openat(spot.directory(), path.constData(),
                                                O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *const directory = fd < 0 ? nullptr : ::fdopendir(fd);
    if (!directory)
        return {};
    QStringList names;
    while (const auto *const entry = ::readdir(directory))
        names.append(QFile::decodeName(entry->d_name));
    ::closedir(directory);
    return names;
}

void removeFileAt(const Spot &spot, const QString &fileName)
{
    if (spot.error() == 0)
        ::unlinkat(spot.directory(), spot.entry(fileName).constData(), 0);
}

void removeDirectoryAt(const Spot &spot, const QString &name)
{
    if (spot.error() == 0)
        ::unlinkat(spot.directory(), spot.entry(name).constData(), AT_REMOVEDIR);
}

QString lastComponent(const QString &name)
{
    return name.isEmpty() ? name : name.sliced(name.lastIndexOf(u'/') + 1);
}

} // namespace trawl::engine
