// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/inputbuffer.h"

#include "exchange/binarykind.h"

#include <QFileDevice>

#include <algorithm>
#include <utility>

namespace trawl::exchange {

namespace {

constexpr qsizetype chunkBytes = 64 * 1024;

} // namespace

bool InputBuffer::fill()
{
    if (!m_error.isEmpty())
        return false;
    m_taken = 0;
    m_chunk.resize(0); // keeps its memory
    return grow() && (m_started || start());
}

QByteArrayView InputBuffer::firstLines(int count)
{
    for (;;) {
        const auto text = rest().first(std::min(rest().size(), chunkBytes));
        int ends = 0;
        for (qsizetype i = 0; i < text.size(); ++i) {
            // A CR at the end may be the first half of a line end.
            const bool isEnd =
                text[i] == '\n' || (text[i] == '\r' && i + 1 < text.size() && text[i + 1] != '\n');
            if (isEnd && ++ends == count)
                return text.first(i);
        }
        if (text.size() == chunkBytes || !grow())
            return text;
    }
}

/// Reads more behind the rest; false when nothing came.
bool InputBuffer::grow()
{
    if (!m_decoder)
        return readRaw(m_chunk);
    const auto before = m_chunk.size();
    while (m_chunk.size() == before) { // a piece may be a part of a character only
        m_raw.resize(0);
        const bool more = readRaw(m_raw);
        m_chunk += more ? m_decoder->next(m_raw) : m_decoder->finish();
        if (!more)
            break;
    }
    return m_chunk.size() > before;
}

bool InputBuffer::mayWait() const
{
    return m_device.isSequential();
}

/// Appends a piece; its memory is used again for the next.
bool InputBuffer::readRaw(QByteArray &bytes)
{
    return m_gunzip ? readPacked(bytes) : readDevice(bytes, chunkBytes);
}

bool InputBuffer::readDevice(QByteArray &bytes, qsizetype most)
{
    const auto before = bytes.size();
    bytes.resize(before + most);
    const auto count = m_device.read(bytes.data() + before, most);
    bytes.resize(before + qMax<qint64>(0, count));
    const auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (count < 0 && file && file->error() != QFileDevice::NoError)
        m_error = QStringLiteral("cannot be read: ") + file->errorString();
    return count > 0;
}

/// In pieces so small that what they unpack to, a thousand times as much at most, is not too much.
bool InputBuffer::readPacked(QByteArray &bytes)
{
    constexpr qsizetype pieceBytes = 4096;
    const auto before = bytes.size();
    while (bytes.size() == before && m_error.isEmpty()) {
        m_packed.resize(0);
        if (!readDevice(m_packed, pieceBytes)) {
            if (m_error.isEmpty() && !m_gunzip->isWhole())
                m_error = QStringLiteral("is cut short");
            break;
        }
        unpack(bytes, m_packed);
    }
    return bytes.size() > before;
}

bool InputBuffer::unpack(QByteArray &bytes, QByteArrayView packed)
{
    const auto sink = [&bytes](QByteArrayView text) {
        bytes.append(text);
        return true;
    };
    const bool good = m_gunzip->feed(packed, sink);
    if (!good)
        m_error = QStringLiteral("is damaged gzip");
    return good;
}

void InputBuffer::startUnpacking()
{
    constexpr qsizetype pieceBytes = 4096;
    m_gunzip = std::make_unique<crawl::Gunzip>();
    const auto packed = std::exchange(m_chunk, {});
    for (QByteArrayView left(packed); !left.isEmpty() && m_error.isEmpty();) {
        const auto piece = left.first(std::min(left.size(), pieceBytes));
        left = left.sliced(piece.size());
        unpack(m_chunk, piece);
    }
}

/// Looks for gzip, for what is no text, and for a byte order mark.
bool InputBuffer::start()
{
    static constexpr QByteArrayView mark("\xef\xbb\xbf");
    m_started = true;
    const auto wait = [this] { // a pipe may bring all this in pieces
        while ((m_chunk.size() < mark.size() || mayBeSignature(m_chunk)) && grow()) {
        }
    };
    while (m_chunk.size() < 2 && grow()) {
    }
    if (m_chunk.startsWith("\x1f\x8b"))
        startUnpacking();
    wait();
    if (const auto why = whyNoList(m_chunk); !why.isEmpty()) {
        m_error = why;
        m_chunk.clear();
        return false;
    }
    const bool little = m_chunk.startsWith("\xff\xfe");
    if (m_text == InputText::AsItIs)
        return !rest().isEmpty() || fill();
    if (little || m_chunk.startsWith("\xfe\xff")) {
        m_charset = little ? "utf-16le" : "utf-16be";
        decodeFrom(2);
    } else if (m_chunk.startsWith(mark)) {
        m_taken = mark.size();
        while (rest().startsWith(mark) || (mark.startsWith(rest()) && grow())) {
            if (rest().startsWith(mark)) // of files that were put together
                m_taken += mark.size();
        }
    } else if (!m_charset.isEmpty() && m_charset != "utf-8") {
        decodeFrom(0);
    }
    return !rest().isEmpty() || fill();
}

void InputBuffer::decodeFrom(qsizetype markBytes)
{
    m_decoder.emplace(m_charset);
    m_chunk = m_decoder->next(QByteArrayView(m_chunk).sliced(markBytes));
}

} // namespace trawl::exchange
