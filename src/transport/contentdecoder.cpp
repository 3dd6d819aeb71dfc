// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/contentdecoder.h"

#include <array>
#include <utility>

#include <brotli/decode.h>
#define ZLIB_CONST
#include <zlib.h>
#include <zstd.h>

namespace trawl::transport {
namespace {

/// gzip of one or more members (RFC 1952); "deflate", which is zlib's format (RFC 1950) or, from
/// servers that misread the standard, the bare one (RFC 1951).
class ZlibDecoder : public ContentDecoder
{
public:
    enum class Format { Gzip, Deflate };
    explicit ZlibDecoder(Format format)
        : m_format(format)
    {
    }
    ~ZlibDecoder() override { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(ZlibDecoder)

    State decode(QByteArrayView &in, char *out, qsizetype room, qsizetype &written) override
    {
        if (!m_begun && !in.isEmpty())
            begin(uchar(in.front()));
        m_stream.next_in = reinterpret_cast<const Bytef *>(in.data());
        m_stream.avail_in = uInt(in.size());
        m_stream.next_out = reinterpret_cast<Bytef *>(out);
        m_stream.avail_out = uInt(room);
        const auto state = inflateAll();
        written = room - m_stream.avail_out;
        in = in.last(m_stream.avail_in);
        return state;
    }

private:
    void begin(uchar first)
    {
        constexpr int window = 15;
        constexpr int gzip = 16;
        const bool zlibHeader = (first & 0x0f) == Z_DEFLATED && (first >> 4) <= 7;
        const int bits = m_format == Format::Gzip ? window + gzip : zlibHeader ? window : -window;
        m_begun = inflateInit2(&m_stream, bits) == Z_OK;
    }
    State inflateAll()
    {
        if (m_ended && !nextMember())
            return State::Done;
        while (m_stream.avail_in > 0 || !m_ended) {
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            if (result == Z_BUF_ERROR || (result == Z_OK && m_stream.avail_out == 0))
                return State::Going;
            if (result != Z_OK && result != Z_STREAM_END)
                return State::Broken;
            m_ended = result == Z_STREAM_END;
            if (m_ended && !nextMember())
                return State::Done;
            if (m_stream.avail_in == 0)
                return State::Going;
        }
        return State::Done;
    }
    bool nextMember()
    {
        constexpr Bytef magic = 0x1f;
        if (m_format != Format::Gzip || m_stream.avail_in == 0 || *m_stream.next_in != magic)
            return false;
        m_ended = false;
        return inflateReset(&m_stream) == Z_OK;
    }

    Format m_format;
    z_stream m_stream = {};
    bool m_begun = false;
    bool m_ended = false;
};

class BrotliDecoder : public ContentDecoder
{
public:
    State decode(QByteArrayView &in, char *out, qsizetype room, qsizetype &written) override
    {
        auto left = size_t(in.size());
        auto space = size_t(room);
        auto *from = reinterpret_cast<const uint8_t *>(in.data());
        auto *to = reinterpret_cast<uint8_t *>(out);
        const auto result =
            BrotliDecoderDecompressStream(m_state.get(), &left, &from, &space, &to, nullptr);
        in = in.last(qsizetype(left));
        written = room - qsizetype(space);
        switch (result) {
        case BROTLI_DECODER_RESULT_SUCCESS:
            return State::Done;
        case BROTLI_DECODER_RESULT_ERROR:
            return State::Broken;
        default:
            return State::Going;
        }
    }

private:
    struct Destroy
    {
        void operator()(BrotliDecoderState *state) const { BrotliDecoderDestroyInstance(state); }
    };
    std::unique_ptr<BrotliDecoderState, Destroy> m_state{
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)};
};

/// zstd of one or more frames (RFC 8878), with windows as small as RFC 9659 wants them.
class ZstdDecoder : public ContentDecoder
{
public:
    ZstdDecoder() { ZSTD_DCtx_setParameter(m_state.get(), ZSTD_d_windowLogMax, windowLog); }

    State decode(QByteArrayView &in, char *out, qsizetype room, qsizetype &written) override
    {
        ZSTD_inBuffer from{in.data(), size_t(in.size()), 0};
        ZSTD_outBuffer to{out, size_t(room), 0};
        bool broken = false;
        // At the end of a frame it returns although there may be more input.
        do {
            const auto hint = ZSTD_decompressStream(m_state.get(), &to, &from);
            broken = ZSTD_isError(hint);
            m_ended = hint == 0;
        } while (m_ended && from.pos < from.size && to.pos < to.size);
        in = in.sliced(qsizetype(from.pos));
        written = qsizetype(to.pos);
        if (broken)
            return State::Broken;
        return m_ended && in.isEmpty() ? State::Done : State::Going;
    }

private:
    static constexpr int windowLog = 23; // 8 MiB

    struct Destroy
    {
        void operator()(ZSTD_DCtx *state) const { ZSTD_freeDCtx(state); }
    };
    std::unique_ptr<ZSTD_DCtx, Destroy> m_state{ZSTD_createDCtx()};
    bool m_ended = false;
};

/// Two codings, one undone behind the other.
class PairDecoder : public ContentDecoder
{
public:
    PairDecoder(std::unique_ptr<ContentDecoder> outer, std::unique_ptr<ContentDecoder> inner)
        : m_outer(std::move(outer))
        , m_inner(std::move(inner))
    {
    }

    State decode(QByteArrayView &in, char *out, qsizetype room, qsizetype &written) override
    {
        written = 0;
        for (;;) {
            if (!decodeInner(out, room, written))
                return State::Broken;
            if (m_innerFull)
                return State::Going;
            if (in.isEmpty() && !m_outerFull)
                return m_outerDone && m_innerDone ? State::Done : State::Going;
            if (!decodeOuter(in))
                return State::Broken;
        }
    }

private:
    bool decodeInner(char *out, qsizetype room, qsizetype &written)
    {
        if (m_between.isEmpty() && !m_innerFull)
            return true;
        qsizetype more = 0;
        const auto state = m_inner->decode(m_between, out + written, room - written, more);
        written += more;
        m_innerDone = state == State::Done;
        m_innerFull = written == room && !m_innerDone;
        if (m_innerDone)
            m_between = {};
        return state != State::Broken;
    }
    bool decodeOuter(QByteArrayView &in)
    {
        qsizetype more = 0;
        const auto state = m_outer->decode(in, m_buffer.data(), qsizetype(m_buffer.size()), more);
        m_between = QByteArrayView(m_buffer.data(), more);
        m_outerDone = state == State::Done;
        m_outerFull = more == qsizetype(m_buffer.size()) && !m_outerDone;
        if (m_outerDone)
            in = {};
        return state != State::Broken;
    }

    std::unique_ptr<ContentDecoder> m_outer;
    std::unique_ptr<ContentDecoder> m_inner;
    std::array<char, 16 * 1024> m_buffer{};
    QByteArrayView m_between; ///< of the buffer: what the inner one has not read yet
    bool m_outerFull = false; ///< it may hold more than there was room for
    bool m_innerFull = false;
    bool m_outerDone = false;
    bool m_innerDone = false;
};

enum class Coding { None, Gzip, Deflate, Brotli, Zstd, Foreign };

/// By IANA's registry of content codings.
Coding codingOf(QByteArrayView word)
{
    static constexpr std::array rows{
        std::pair{"gzip", Coding::Gzip},          std::pair{"x-gzip", Coding::Gzip},
        std::pair{"deflate", Coding::Deflate},    std::pair{"br", Coding::Brotli},
        std::pair{"zstd", Coding::Zstd},          std::pair{"compress", Coding::Foreign},
        std::pair{"x-compress", Coding::Foreign}, std::pair{"pack200-gzip", Coding::Foreign},
        std::pair{"exi", Coding::Foreign},        std::pair{"dcb", Coding::Foreign},
        std::pair{"dcz", Coding::Foreign},        std::pair{"aes128gcm", Coding::Foreign}};
    for (const auto &[name, coding] : rows) {
        if (word.compare(name, Qt::CaseInsensitive) == 0)
            return coding;
    }
    return Coding::None;
}

std::unique_ptr<ContentDecoder> makeOne(QByteArrayView word)
{
    switch (codingOf(word)) {
    case Coding::Gzip:
        return std::make_unique<ZlibDecoder>(ZlibDecoder::Format::Gzip);
    case Coding::Deflate:
        return std::make_unique<ZlibDecoder>(ZlibDecoder::Format::Deflate);
    case Coding::Brotli:
        return std::make_unique<BrotliDecoder>();
    case Coding::Zstd:
        return std::make_unique<ZstdDecoder>();
    case Coding::None:
    case Coding::Foreign:
        break;
    }
    return {};
}

constexpr qsizetype mostCodings = 5; // as curl has it

} // namespace

ContentCodings contentCodings(QByteArrayView field)
{
    ContentCodings codings;
    const auto words = field.toByteArray().split(',');
    for (const auto &word : words) {
        const auto coding = codingOf(word.trimmed());
        if (coding == Coding::Foreign)
            codings.foreign = true;
        else if (coding != Coding::None)
            codings.known.append(word.trimmed().toLower());
    }
    codings.foreign = codings.foreign || codings.known.size() > mostCodings;
    return codings;
}

std::unique_ptr<ContentDecoder> ContentDecoder::make(const QList<QByteArray> &codings)
{
    std::unique_ptr<ContentDecoder> decoder;
    for (const auto &coding : codings) {
        auto outer = makeOne(coding);
        decoder = decoder ? std::make_unique<PairDecoder>(std::move(outer), std::move(decoder))
                          : std::move(outer);
    }
    return decoder;
}

} // namespace trawl::transport
