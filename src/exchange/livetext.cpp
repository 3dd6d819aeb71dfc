// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/livetext.h"
#include "exchange/filefailure.h"

#include <QFileInfo>

#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::exchange {

namespace {

/// pwrite() until all is written; the errno, or 0.
int writeAll(int fd, QByteArrayView bytes, qint64 offset)
{
    while (!bytes.isEmpty()) {
        const auto written = ::pwrite(fd, bytes.data(), std::size_t(bytes.size()), offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return written < 0 ? errno : ENOSPC;
        bytes = bytes.sliced(written);
        offset += written;
    }
    return 0;
}

/// What stands at `offset`; shorter at the file's end.
QByteArray readAt(int fd, qint64 offset, qsizetype length)
{
    QByteArray bytes(length, '\0');
    const auto count = ::pread(fd, bytes.data(), std::size_t(length), offset);
    return bytes.first(qMax<qsizetype>(0, count));
}

} // namespace

LiveText::LiveText(std::unique_ptr<TextWriter> writer, Where where)
    : m_writer(std::move(writer))
    , m_where(std::move(where))
{
}

tl::expected<std::unique_ptr<LiveSink>, item::Failure>
LiveText::open(const QString &path, const ExportOptions &options, qint64 mark)
{
    const auto table = ExportTable::make(options);
    if (!table)
        return tl::unexpected(table.error());
    std::unique_ptr<LiveText> sink(
        new LiveText(infoOf(options.format).makeText(*table, options), options.where));
    auto done = sink->openFile(path, mark == 0);
    if (done)
        done = mark == 0 ? sink->begin(path) : sink->goOn(mark);
    if (!done)
        return tl::unexpected(done.error());
    return sink;
}

tl::expected<void, item::Failure> LiveText::openFile(const QString &path, bool anew)
{
    const int flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC | (anew ? O_CREAT : 0);
    const int fd = ::open(QFile::encodeName(path).constData(), flags, 0666);
    if (fd < 0 && !anew && errno == ENOENT)
        return tl::unexpected(changedFile(QStringLiteral("the file is gone")));
    if (fd < 0)
        return tl::unexpected(systemFailure(errno));
    if (!m_file.open(fd, QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::AutoCloseHandle)) {
        ::close(fd);
        return tl::unexpected(systemFailure(EBADF));
    }
    struct stat found = {};
    if (::fstat(fd, &found) == 0 && found.st_nlink > 1)
        return tl::unexpected(fileFailure(
            QStringLiteral("a file with another name elsewhere (hard link), which would be cut "
                           "with it: remove this one or name another")));
    // Two that write the same file would cut off each other's rows.
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return tl::unexpected(fileFailure(QStringLiteral("another process writes this file")));
    return {};
}

tl::expected<void, item::Failure> LiveText::begin(const QString &path)
{
    if (::ftruncate(m_file.handle(), 0) != 0)
        return tl::unexpected(systemFailure(errno));
    QByteArray header;
    m_writer->begin(header);
    if (auto written = write(header); !written)
        return written;
    if (!syncDirectory(QFileInfo(path).absolutePath()))
        return tl::unexpected(systemFailure(errno));
    return {};
}

tl::expected<void, item::Failure> LiveText::goOn(qint64 mark)
{
    const int fd = m_file.handle();
    QByteArray header;
    m_writer->begin(header);
    if (mark < header.size() || readAt(fd, 0, header.size()) != header)
        return tl::unexpected(changedFile(QStringLiteral("the file has other columns")));
    if (readAt(fd, mark - 1, 1) != "\n")
        return tl::unexpected(changedFile(QStringLiteral("the file is shorter than it was")));
    if (::ftruncate(fd, mark) != 0 || ::fdatasync(fd) != 0)
        return tl::unexpected(systemFailure(errno));
    m_mark = mark;
    return {};
}

/// All of it and on the disk, or the file as it was.
tl::expected<void, item::Failure> LiveText::write(const QByteArray &bytes)
{
    const int fd = m_file.handle();
    int error = writeAll(fd, bytes, m_mark);
    if (error == 0 && ::fdatasync(fd) != 0)
        error = errno;
    if (error != 0) {
        // Failing that, the rest lies behind the mark and goes with the next open().
        (void)!::ftruncate(fd, m_mark);
        return tl::unexpected(systemFailure(error));
    }
    m_mark += bytes.size();
    return {};
}

tl::expected<qint64, item::Failure> LiveText::append(const QList<item::Result> &rows)
{
    QByteArray text;
    for (const auto &row : rows) {
        if (m_where.matches(row))
            m_writer->row(text, row);
    }
    if (text.isEmpty())
        return m_mark;
    if (auto written = write(text); !written)
        return tl::unexpected(written.error());
    return m_mark;
}

} // namespace trawl::exchange
