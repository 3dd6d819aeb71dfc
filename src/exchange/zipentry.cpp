// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/zipentry.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <optional>

#include <zlib.h>

namespace trawl::exchange {

namespace {

// APPNOTE.TXT 6.3.9, 4.3.7, 4.3.12, 4.3.16
constexpr qsizetype endRecordBytes = 22;
constexpr qsizetype directoryEntryBytes = 46;
constexpr qsizetype localHeaderBytes = 30;

quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}
quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

struct Place
{
    qint64 header = 0; ///< of the entry itself
    qint64 packed = 0; ///< bytes
};

/// The central directory; the file has no comment.
QByteArray readDirectory(QFile &file)
{
    if (file.size() < endRecordBytes || !file.seek(file.size() - endRecordBytes))
        return {};
    const auto end = file.read(endRecordBytes);
    if (end.size() != endRecordBytes || !end.startsWith("PK\5\6") || !file.seek(number32(end, 16)))
        return {};
    return file.read(number32(end, 12));
}

std::optional<Place> find(const QByteArray &directory, const QByteArray &name)
{
    for (qsizetype at = 0; at + directoryEntryBytes <= directory.size();) {
        const auto nameLength = number16(directory, at + 28);
        if (directory.mid(at + directoryEntryBytes, nameLength) == name)
            return Place{number32(directory, at + 42), number32(directory, at + 20)};
        at += directoryEntryBytes + nameLength + number16(directory, at + 30) +
              number16(directory, at + 32);
    }
    return std::nullopt;
}

/// The end of what a raw deflate stream unpacks to; empty when it is broken.
QByteArray unpackedEnd(QFile &file, qint64 packed, qsizetype length)
{
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    std::array<char, 64 * 1024> out{};
    QByteArray end;
    int code = Z_OK;
    while (code == Z_OK && packed > 0) {
        auto in = file.read(qMin<qint64>(packed, qint64(out.size())));
        if (in.isEmpty())
            break;
        packed -= in.size();
        stream.next_in = reinterpret_cast<Bytef *>(in.data());
        stream.avail_in = uInt(in.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = uInt(out.size());
            code = inflate(&stream, Z_NO_FLUSH);
            end.append(out.data(), qsizetype(out.size() - stream.avail_out));
            end = end.last(qMin(end.size(), length));
        } while (code == Z_OK && stream.avail_out == 0);
    }
    inflateEnd(&stream);
    return code == Z_STREAM_END ? end : QByteArray();
}

} // namespace

bool zipEntryEndsWith(const QByteArray &path, const QByteArray &entry, const QByteArray &end)
{
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const auto place = find(readDirectory(file), entry);
    if (!place || !file.seek(place->header))
        return false;
    const auto header = file.read(localHeaderBytes);
    if (header.size() != localHeaderBytes)
        return false;
    constexpr int deflated = 8;
    const auto skipped = number16(header, 26) + number16(header, 28);
    return number16(header, 8) == deflated && file.seek(file.pos() + skipped) &&
           unpackedEnd(file, place->packed, end.size()) == end;
}

} // namespace trawl::exchange
