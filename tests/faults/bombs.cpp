// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bombs.h"

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <QtEndian>

#include <memory>

namespace trawl::faults {

namespace {

constexpr qsizetype blockBytes = 10 << 20;
constexpr int blocks = 1000;

QByteArray zeros()
{
    return {blockBytes, '\0'};
}

/// The CRC of `blocks` blocks.
uLong crcOfAll()
{
    const auto block = zeros();
    const auto one = crc32_z(0, reinterpret_cast<const Bytef *>(block.constData()), blockBytes);
    auto all = one;
    for (int i = 1; i < blocks; ++i)
        all = crc32_combine(all, one, blockBytes);
    return all;
}

using Brotli = std::unique_ptr<BrotliEncoderState, decltype(&BrotliEncoderDestroyInstance)>;

QByteArray feed(BrotliEncoderState *state, const QByteArray &plain, BrotliEncoderOperation what)
{
    QByteArray packed;
    auto left = std::size_t(plain.size());
    const auto *next = reinterpret_cast<const uint8_t *>(plain.constData());
    do {
        std::size_t none = 0;
        BrotliEncoderCompressStream(state, what, &left, &next, &none, nullptr, nullptr);
        std::size_t size = 0;
        const auto *bytes = BrotliEncoderTakeOutput(state, &size);
        packed.append(reinterpret_cast<const char *>(bytes), qsizetype(size));
    } while (left > 0 || BrotliEncoderHasMoreOutput(state));
    return packed;
}

Brotli brotli()
{
    Brotli state(BrotliEncoderCreateInstance(nullptr, nullptr, nullptr),
                 BrotliEncoderDestroyInstance);
    BrotliEncoderSetParameter(state.get(), BROTLI_PARAM_QUALITY, 1);
    return state;
}

} // namespace

QByteArray gzipBomb()
{
    z_stream stream = {};
    deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    auto block = zeros();
    QByteArray packed(1 << 20, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(block.data());
    stream.avail_in = uInt(block.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FULL_FLUSH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    QByteArray trailer("\x03\x00", 2); // the last block, empty
    const auto crc = qToLittleEndian(quint32(crcOfAll()));
    const auto size = qToLittleEndian(quint32(quint64(blockBytes) * blocks));
    trailer.append(reinterpret_cast<const char *>(&crc), 4);
    trailer.append(reinterpret_cast<const char *>(&size), 4);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + packed.repeated(blocks) + trailer;
}

QByteArray brotliBomb()
{
    const auto state = brotli();
    const auto first = feed(state.get(), zeros(), BROTLI_OPERATION_FLUSH);
    const auto next = feed(state.get(), zeros(), BROTLI_OPERATION_FLUSH);
    return first + next.repeated(blocks - 1) + feed(state.get(), {}, BROTLI_OPERATION_FINISH);
}

QByteArray zstdBomb()
{
    const auto block = zeros();
    QByteArray packed(qsizetype(ZSTD_compressBound(blockBytes)), Qt::Uninitialized);
    packed.truncate(qsizetype(ZSTD_compress(packed.data(), std::size_t(packed.size()),
                                            block.constData(), blockBytes, 3)));
    return packed.repeated(blocks);
}

QByteArray brotlied(const QByteArray &plain)
{
    const auto state = brotli();
    return feed(state.get(), plain, BROTLI_OPERATION_FINISH);
}

} // namespace trawl::faults
