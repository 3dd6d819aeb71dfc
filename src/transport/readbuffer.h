// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstring>

namespace trawl::transport {

/// Bytes between a writer and a reader: added at the end, taken from the front. One block of
/// memory, kept while the reader keeps up.
class ReadBuffer
{
public:
    [[nodiscard]] qint64 size() const { return m_data.size() - m_start; }
    [[nodiscard]] bool isEmpty() const { return size() == 0; }
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_data).sliced(m_start); }
    void clear() { *this = {}; }

    void append(const char *data, qsizetype length) { m_data.append(data, length); }

    /// Room at the end to write into; what stays unwritten must be given back by shrink().
    [[nodiscard]] char *grow(qsizetype length)
    {
        m_data.resize(m_data.size() + length);
        return m_data.data() + m_data.size() - length;
    }
    void shrink(qsizetype length) { m_data.chop(length); }

    qint64 take(char *to, qint64 most)
    {
        const auto length = qMin(most, size());
        std::memcpy(to, m_data.constData() + m_start, size_t(length));
        drop(length);
        return length;
    }
    void drop(qint64 length)
    {
        m_start += length;
        if (m_start == m_data.size())
            m_data.resize(0);
        else if (m_start > m_data.size() / 2)
            m_data.remove(0, m_start);
        else
            return;
        m_start = 0;
    }

private:
    QByteArray m_data;
    qsizetype m_start = 0;
};

} // namespace trawl::transport
