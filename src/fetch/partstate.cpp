// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partstate.h"

#include "fetch/partfolder.h"
#include "item/bodyhash.h"

#include <QDataStream>
#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace trawl::fetch {

// Outside the unnamed namespace, where QList's own operators find them.
static QDataStream &operator<<(QDataStream &stream, const PartState::Extent &extent)
{
    return stream << extent.first << extent.size << extent.blocks << extent.tail;
}

static QDataStream &operator>>(QDataStream &stream, PartState::Extent &extent)
{
    return stream >> extent.first >> extent.size >> extent.blocks >> extent.tail;
}

namespace {

constexpr quint32 magic = 0x5452'5053; // "TRPS"
constexpr quint16 version = 1;
constexpr qint64 mostBytes = 64 << 20; // the hashes of 8 TiB

template <typename Stream, typename State> void transfer(Stream &stream, State &state)
{
    const auto each = [&stream](auto &...values) {
        if constexpr (std::is_const_v<State>)
            (stream << ... << values);
        else
            (stream >> ... >> values);
    };
    auto &head = state.head;
    each(state.url, state.finalUrl, state.validators.etag, state.validators.lastModified,
         state.validators.date, head.code, head.version, head.mime, head.contentDisposition,
         head.etag, head.lastModified, head.fields, state.total, state.changedNs, state.extents);
}

bool makesSense(const PartState &state)
{
    qint64 end = 0;
    for (const auto &extent : state.extents) {
        const auto whole = extent.blocks.size() * item::BodyHash::blockBytes;
        if (extent.first < end || extent.first % item::BodyHash::blockBytes != 0 ||
            extent.size < whole || extent.size - whole >= item::BodyHash::blockBytes)
            return false;
        end = extent.end();
    }
    return state.total < 0 || end <= state.total;
}

bool writeAll(int fd, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const auto count = ::write(fd, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

} // namespace

qint64 PartState::bytes() const
{
    qint64 sum = 0;
    for (const auto &extent : extents)
        sum += extent.size;
    return sum;
}

QByteArray toBytes(const PartState &state)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << magic << version;
    transfer(stream, state);
    stream << item::BodyHash::ofBlock(bytes);
    return bytes;
}

std::optional<PartState> partStateFromBytes(const QByteArray &bytes)
{
    constexpr qsizetype sumBytes = sizeof(quint64);
    if (bytes.size() < sumBytes)
        return std::nullopt;
    const auto body = bytes.chopped(sumBytes);
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    stream.device()->seek(body.size());
    quint64 sum = 0;
    stream >> sum;
    if (sum != item::BodyHash::ofBlock(body))
        return std::nullopt;
    stream.device()->seek(0);
    quint32 mark = 0;
    quint16 number = 0;
    stream >> mark >> number;
    if (mark != magic || number != version)
        return std::nullopt;
    PartState state;
    transfer(stream, state);
    if (stream.status() != QDataStream::Ok || !makesSense(state))
        return std::nullopt;
    return state;
}

QString statePath(const QString &partPath)
{
    const auto dot = partPath.lastIndexOf(u'.');
    return partPath.first(dot < 0 ? partPath.size() : dot) + QStringLiteral(".state");
}

bool savePartState(const QString &path, const PartState &state)
{
    const PartFolder folder(path);
    if (folder.error() != 0)
        return false;
    const auto &to = folder.name();
    const auto from = to + ".new";
    const int fd = ::openat(folder.fd(), from.constData(),
                            O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    const bool written = writeAll(fd, toBytes(state)) && ::fdatasync(fd) == 0;
    if (::close(fd) == 0 && written &&
        ::renameat(folder.fd(), from.constData(), folder.fd(), to.constData()) == 0)
        return true;
    ::unlinkat(folder.fd(), from.constData(), 0);
    return false;
}

std::optional<PartState> loadPartState(const QString &path)
{
    // Most items have none, and that must cost next to nothing.
    if (::access(QFile::encodeName(path).constData(), F_OK) != 0)
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBytes)
        return std::nullopt;
    return partStateFromBytes(file.readAll());
}

} // namespace trawl::fetch
