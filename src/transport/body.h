// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/contentdecoder.h"
#include "transport/readbuffer.h"

namespace trawl::transport {

/// A response's bytes on their way from curl to the reader, decoded when that was asked for. Both
/// sides are bounded: decoding stops where the reader's room ends.
class Body
{
public:
    /// The coding is not known before the head was read: hold back what comes until setCodings().
    void expectCoding() { m_coded = true; }
    [[nodiscard]] bool expectsCoding() const { return m_coded && !m_decoder; }
    /// What is to be undone, the last first; without any the bytes are as they came.
    void setCodings(const QList<QByteArray> &codings);

    void append(const char *data, qsizetype length)
    {
        (m_coded ? m_raw : m_plain).append(data, length);
    }
    enum class Decoded {
        Well,
        Broken, ///< no stream of the coding
        Bomb,   ///< more comes out than any honest body unpacks to
    };
    /// Fills the plain bytes up by at most `room`.
    [[nodiscard]] Decoded decode(qint64 room);

    [[nodiscard]] bool isCoded() const { return m_coded; }
    [[nodiscard]] qint64 rawSize() const { return m_raw.size(); }
    /// There is something left for decode().
    [[nodiscard]] bool isPending() const { return m_more || !m_raw.isEmpty(); }
    [[nodiscard]] bool isCut() const { return m_state == State::Begun; } ///< with no end so far
    [[nodiscard]] ReadBuffer &plain() { return m_plain; }
    [[nodiscard]] const ReadBuffer &plain() const { return m_plain; }
    void clear() { *this = {}; }
    void stopDecoding(); ///< what was decoded stays

private:
    enum class State { Empty, Begun, Done };

    ReadBuffer m_raw;
    ReadBuffer m_plain;
    std::unique_ptr<ContentDecoder> m_decoder;
    State m_state = State::Empty;
    qint64 m_packed = 0;
    qint64 m_unpacked = 0;
    bool m_coded = false;
    bool m_more = false; ///< the decoder may hold output that did not fit
};

} // namespace trawl::transport
