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
    if (!m_error.isEmpty() || !readChunk())
        return false;
    return m_started || checkMark();
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
    QByteArray more(chunkBytes, Qt::Uninitialized);
    const auto count = m_device.read(more.data(), more.size());
    if (count > 0)
        m_chunk.append(more.constData(), count);
    return count > 0;
}

bool InputBuffer::mayWait() const
{
    return m_device.isSequential();
}

bool InputBuffer::readChunk()
{
    m_taken = 0;
    m_chunk.resize(chunkBytes);
    const auto count = m_device.read(m_chunk.data(), m_chunk.size());
    m_chunk.truncate(qMax<qint64>(0, count));
    const auto *file = qobject_cast<QFileDevice *>(&m_device);
    if (count < 0 && file && file->error() != QFileDevice::NoError)
        m_error = QStringLiteral("cannot be read: ") + file->errorString();
    return count > 0;
}

bool InputBuffer::checkMark()
{
    m_started = true;
    while (m_chunk.size() < 3 && grow()) { // a pipe may bring the mark in pieces
    }
    if (m_chunk.startsWith("\xff\xfe") || m_chunk.startsWith("\xfe\xff")) {
        m_error = QStringLiteral("is in UTF-16; save it as UTF-8");
        return false;
    }
    if (m_chunk.startsWith("\xef\xbb\xbf"))
        m_taken = 3;
    return true;
}

} // namespace trawl::exchange
