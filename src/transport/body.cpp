// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/body.h"

namespace trawl::transport {

bool Body::setCoding(QByteArrayView coding)
{
    if (!m_coded)
        return true;
    m_decoder = ContentDecoder::make(coding);
    if (m_decoder)
        return true;
    if (!coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0)
        return false;
    m_coded = false;
    m_plain = std::exchange(m_raw, {});
    return true;
}

bool Body::decode(qint64 room)
{
    if (!m_decoder || !isPending() || room <= 0)
        return true;
    if (m_state == State::Empty)
        m_state = State::Begun;
    auto in = m_raw.view();
    const auto before = in.size();
    qsizetype written = 0;
    const auto state = m_decoder->decode(in, m_plain.grow(room), room, written);
    m_plain.shrink(room - written);
    m_raw.drop(before - in.size());
    m_more = written == room;
    if (state == ContentDecoder::State::Done)
        stopDecoding();
    return state != ContentDecoder::State::Broken;
}

void Body::stopDecoding()
{
    m_raw.clear();
    m_more = false;
    m_state = State::Done;
}

} // namespace trawl::transport
