// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/body.h"

namespace trawl::transport {
namespace {

// Text packs to a twentieth, an empty table to a hundredth; gzip cannot do more than a thousandth.
constexpr qint64 unsuspicious = 64 * 1024 * 1024;
constexpr qint64 highestRatio = 250;

} // namespace

void Body::setCodings(const QList<QByteArray> &codings)
{
    if (!m_coded)
        return;
    m_decoder = ContentDecoder::make(codings);
    if (m_decoder)
        return;
    m_coded = false;
    m_plain = std::exchange(m_raw, {});
}

Body::Decoded Body::decode(qint64 room)
{
    if (!m_decoder || !isPending() || room <= 0)
        return Decoded::Well;
    auto in = m_raw.view();
    const auto before = in.size();
    qsizetype written = 0;
    const auto state = m_decoder->decode(in, m_plain.grow(room), room, written);
    m_plain.shrink(room - written);
    m_raw.drop(before - in.size());
    m_packed += before - in.size();
    m_unpacked += written;
    m_more = written == room;
    if (m_unpacked > unsuspicious && m_unpacked / highestRatio > m_packed)
        return Decoded::Bomb;
    m_state = State::Begun; // a new one, perhaps, behind the end of another
    if (state == ContentDecoder::State::Done)
        stopDecoding();
    return state == ContentDecoder::State::Broken ? Decoded::Broken : Decoded::Well;
}

void Body::stopDecoding()
{
    m_raw.clear();
    m_more = false;
    m_state = State::Done;
}

} // namespace trawl::transport
