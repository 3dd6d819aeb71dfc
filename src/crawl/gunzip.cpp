// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/gunzip.h"

#include <zlib.h>

#include <array>

namespace trawl::crawl {

namespace {

constexpr int gzipOnly = 16 + MAX_WBITS;

} // namespace

void Gunzip::Deleter::operator()(z_stream_s *stream) const
{
    inflateEnd(stream);
    delete stream;
}

Gunzip::Gunzip()
    : m_stream(new z_stream_s{})
{
    m_damaged = inflateInit2(m_stream.get(), gzipOnly) != Z_OK;
}

bool Gunzip::feed(QByteArrayView packed, const Sink &sink)
{
    std::array<char, 16 * 1024> out;
    m_stream->next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    m_stream->avail_in = uInt(packed.size());
    bool full = false;
    while (!m_damaged && (m_stream->avail_in > 0 || full)) {
        if (m_ended) {
            if (*m_stream->next_in != 0x1f)
                return true;
            inflateReset(m_stream.get());
            m_ended = false;
        }
        m_stream->next_out = reinterpret_cast<Bytef *>(out.data());
        m_stream->avail_out = uInt(out.size());
        const int result = inflate(m_stream.get(), Z_NO_FLUSH);
        full = m_stream->avail_out == 0 && result == Z_OK;
        const auto size = qsizetype(out.size() - m_stream->avail_out);
        if (size > 0 && !sink(QByteArrayView(out.data(), size)))
            return false;
        m_ended = result == Z_STREAM_END;
        m_damaged = result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR;
    }
    return !m_damaged;
}

} // namespace trawl::crawl
