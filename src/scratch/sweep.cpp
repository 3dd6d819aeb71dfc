// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratch/sweep.h"
#include "scratch/hold.h"

#include <QFile>
#include <QList>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::scratch {

namespace {

constexpr qsizetype uniqueLetters = 6; // mkdtemp(3)'s
constexpr char halfMark[] = ".trawl-";
constexpr qsizetype halfDigits = 16;
constexpr int directoryItself = O_DIRECTORY | O_NOFOLLOW;

QList<QByteArray> namesIn(int directory)
{
    const int again = ::openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    DIR *const stream = again < 0 ? nullptr : ::fdopendir(again);
    if (!stream)
        return {};
    QList<QByteArray> names;
    while (const auto *const entry = ::readdir(stream)) {
        if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0)
            names.append(entry->d_name);
    }
    ::closedir(stream);
    return names;
}

bool isOurDirectory(const QByteArray &name)
{
    return name.startsWith(directoryPrefix) &&
           name.size() == qsizetype(sizeof directoryPrefix) - 1 + uniqueLetters;
}

bool isHalfFile(const QByteArray &name)
{
    const auto mark = name.size() - halfDigits - (qsizetype(sizeof halfMark) - 1);
    const auto isDigit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    return mark > 0 && name.startsWith('.') && name.sliced(mark, sizeof halfMark - 1) == halfMark &&
           std::all_of(name.end() - halfDigits, name.end(), isDigit);
}

void remove(int directory, const QByteArray &name)
{
    if (::unlinkat(directory, name.constData(), 0) == 0)
        return;
    {
        const Handle inner(directory, name.constData(), directoryItself);
        if (inner.get() < 0)
            return;
        removeContents(inner.get());
    }
    ::unlinkat(directory, name.constData(), AT_REMOVEDIR);
}

} // namespace

void removeContents(int directory)
{
    for (const auto &name : namesIn(directory))
        remove(directory, name);
}

void sweepDirectories(const QString &parent)
{
    const Handle here(AT_FDCWD, QFile::encodeName(parent).constData(), O_DIRECTORY);
    if (here.get() < 0)
        return;
    for (const auto &name : namesIn(here.get())) {
        if (!isOurDirectory(name))
            continue;
        const Handle left(here.get(), name.constData(), directoryItself);
        if (isAbandoned(left.get(), S_IFDIR))
            remove(here.get(), name);
    }
}

QString halfFileName(const QString &target)
{
    constexpr qsizetype most = 60; // a name has 255 bytes
    const auto unique = QString::number(QRandomGenerator::system()->generate64(), 16);
    return u'.' + target.left(most) + QLatin1String(halfMark) +
           unique.rightJustified(halfDigits, u'0');
}

void sweepHalfFiles(const QString &directory)
{
    const Handle here(AT_FDCWD, QFile::encodeName(directory).constData(), O_DIRECTORY);
    if (here.get() < 0)
        return;
    for (const auto &name : namesIn(here.get())) {
        if (!isHalfFile(name))
            continue;
        const Handle left(here.get(), name.constData(), O_NOFOLLOW);
        if (isAbandoned(left.get(), S_IFREG))
            ::unlinkat(here.get(), name.constData(), 0);
    }
}

} // namespace trawl::scratch
