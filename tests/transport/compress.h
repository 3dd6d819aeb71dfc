// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

namespace trawl::test {

/// For deflated(): zlib's window bits.
inline constexpr int gzip = 15 + 16;
inline constexpr int zlib = 15;
inline constexpr int bare = -15;

[[nodiscard]] inline QByteArray deflated(const QByteArray &plain, int windowBits)
{
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.constData()));
    stream.avail_in = uInt(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

[[nodiscard]] inline QByteArray brotlied(const QByteArray &plain)
{
    auto length = BrotliEncoderMaxCompressedSize(size_t(plain.size()));
    QByteArray out(qsizetype(length), Qt::Uninitialized);
    BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_DEFAULT_MODE, size_t(plain.size()),
                          reinterpret_cast<const uint8_t *>(plain.constData()), &length,
                          reinterpret_cast<uint8_t *>(out.data()));
    out.resize(qsizetype(length));
    return out;
}

[[nodiscard]] inline QByteArray gzipped(const QByteArray &plain)
{
    return deflated(plain, gzip);
}

/// One frame; windowLog 0 = the level's.
[[nodiscard]] inline QByteArray zstandard(const QByteArray &plain, int windowLog = 0)
{
    auto *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(plain.size()))), Qt::Uninitialized);
    ZSTD_inBuffer from{plain.constData(), size_t(plain.size()), 0};
    ZSTD_outBuffer to{out.data(), size_t(out.size()), 0};
    ZSTD_compressStream2(context, &to, &from, ZSTD_e_flush); // a head without the content's size
    ZSTD_compressStream2(context, &to, &from, ZSTD_e_end);
    ZSTD_freeCCtx(context);
    out.resize(qsizetype(to.pos));
    return out;
}

} // namespace trawl::test
