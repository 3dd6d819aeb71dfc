// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/inputbuffer.h"

#include <bitset>
#include <optional>

namespace trawl::exchange {

/// A longer line, cell or word cannot be a link.
inline constexpr qsizetype maxPieceBytes = 64 * 1024;

struct Piece
{
    QByteArrayView text; ///< until the next call; may be empty
    qint64 line = 1;     ///< where it begins
    bool cut = false;    ///< it was longer than maxPieceBytes
    char end = 0;        ///< the separator behind it; 0 = the input has ended
};

/// Splits an input at any of some ASCII bytes (line ends, white space). LF, CRLF and CR each count
/// as one line end.
class Splitter
{
public:
    /// `input` outlives the splitter.
    Splitter(InputBuffer &input, QByteArrayView separators);

    /// nullopt at the end, or when more must be read first and `mayRead` is false.
    [[nodiscard]] std::optional<Piece> next(bool mayRead);

private:
    void keep(QByteArrayView part);
    Piece finish(QByteArrayView part);
    void countLine(char separator, bool emptyPiece);

    InputBuffer &m_input;
    std::bitset<256> m_separators;
    QByteArray m_kept; ///< the beginning of a piece that goes on in the next chunk
    bool m_open = false;
    bool m_cut = false;
    bool m_clear = false; ///< m_kept was handed out
    bool m_afterCr = false;
    qint64 m_line = 1;
};

} // namespace trawl::exchange
