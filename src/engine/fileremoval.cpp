// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fileremoval.h"

#include "engine/spot.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::engine {

namespace {

/// Empty when the file is gone.
QString whyItStays(const store::RemovedFile &file)
{
    const auto path = file.directory + u'/' + file.file;
    switch (removeFile(file)) {
    case FileFate::Gone:
        return {};
    case FileFate::Changed:
        return QStringLiteral("not deleted, it is another file by now: %1").arg(path);
    case FileFate::Failed:
        break;
    }
    return QStringLiteral("not deleted, %1: %2")
        .arg(QString::fromLocal8Bit(std::strerror(errno)), path);
}

} // namespace

FileFate removeFile(const store::RemovedFile &file)
{
    const Spot spot(file.directory, file.file, Spot::Missing::Leave);
    if (spot.blockedAt() >= 0)
        return FileFate::Changed;
    errno = spot.error();
    const auto name = spot.entry(lastComponent(file.file));
    struct stat info{};
    if (spot.error() != 0 ||
        ::fstatat(spot.directory(), name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? FileFate::Gone : FileFate::Failed;
    if (!S_ISREG(info.st_mode) || info.st_size != file.bytes)
        return FileFate::Changed;
    const bool gone = ::unlinkat(spot.directory(), name.constData(), 0) == 0 || errno == ENOENT;
    return gone ? FileFate::Gone : FileFate::Failed;
}

FileRemoval::FileRemoval(QList<store::RemovedFile> files, DoneCall done)
    : m_thread([this, files = std::move(files), done = std::move(done)] {
        QList<item::ItemId> ids;
        QStringList words;
        for (auto file = files.cbegin(); file != files.cend() && !m_stop; ++file) {
            if (const auto why = whyItStays(*file); !why.isEmpty())
                words.append(why);
            ids.append(file->id);
        }
        if (!m_stop)
            done(ids, words);
    })
{
}

FileRemoval::~FileRemoval()
{
    m_stop = true;
    m_thread.join();
}

} // namespace trawl::engine
