// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/splitter.h"

#include <utility>

namespace trawl::exchange {

Splitter::Splitter(InputBuffer &input, QByteArrayView separators)
    : m_input(input)
{
    for (const char c : separators)
        m_separators.set(quint8(c));
}

std::optional<Piece> Splitter::next(bool mayRead)
{
    if (std::exchange(m_clear, false))
        m_kept.clear();
    for (;;) {
        const auto rest = m_input.rest();
        qsizetype end = 0;
        while (end < rest.size() && !m_separators[quint8(rest[end])])
            ++end;
        if (end < rest.size()) {
            auto piece = finish(rest.first(end));
            piece.end = rest[end];
            countLine(rest[end], piece.text.isEmpty());
            m_input.take(end + 1);
            return piece;
        }
        keep(rest);
        m_input.take(rest.size());
        if (!mayRead)
            return std::nullopt;
        if (!m_input.fill())
            return m_open ? std::optional(finish({})) : std::nullopt;
    }
}

void Splitter::keep(QByteArrayView part)
{
    m_open = m_open || !part.isEmpty();
    const auto room = maxPieceBytes - m_kept.size();
    m_cut = m_cut || part.size() > room;
    m_kept += part.first(qMin(room, part.size()));
}

Piece Splitter::finish(QByteArrayView part)
{
    Piece piece{part, m_line};
    if (m_open || part.size() > maxPieceBytes) {
        keep(part);
        piece.text = m_kept;
        piece.cut = m_cut;
        m_clear = true;
    }
    m_open = false;
    m_cut = false;
    return piece;
}

void Splitter::countLine(char separator, bool emptyPiece)
{
    const bool secondOfCrLf = separator == '\n' && m_afterCr && emptyPiece;
    if ((separator == '\n' && !secondOfCrLf) || separator == '\r')
        ++m_line;
    m_afterCr = separator == '\r';
}

} // namespace trawl::exchange
