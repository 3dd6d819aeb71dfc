// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/inputbuffer.h"

#include <QFileDevice>

#include <algorithm>

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

QByteArrayView InputBuffer::firstLine()
{
    for (;;) {
        const auto text = rest();
        const auto end =
            std::find_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
        if (end != text.end() || text.size() >= chunkBytes || !grow())
            return text.first(end - text.begin());
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
    const auto before = bytes.size();
    bytes.resize(before + chunkBytes);
    const auto count = m_device.read(bytes.data() + before, chunkBytes);
    bytes.resize(before + qMax<qint64>(0, count));
    const auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (count < 0 && file && file->error() != QFileDevice::NoError)
        m_error = QStringLiteral("cannot be read: ") + file->errorString();
    return count > 0;
}

/// Looks for a byte order mark.
bool InputBuffer::start()
{
    m_started = true;
    while (m_chunk.size() < 3 && grow()) { // a pipe may bring the mark in pieces
    }
    const bool little = m_chunk.startsWith("\xff\xfe");
    if (little || m_chunk.startsWith("\xfe\xff")) {
        if (m_text == InputText::AsItIs) {
            m_error = QStringLiteral("is in UTF-16; save it as UTF-8");
            return false;
        }
        m_charset = little ? "utf-16le" : "utf-16be";
        decodeFrom(2);
    } else if (m_chunk.startsWith("\xef\xbb\xbf")) {
        m_taken = 3;
    } else if (m_text == InputText::Decoded && !m_charset.isEmpty() && m_charset != "utf-8") {
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
