// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/inputbuffer.h"

#include <vector>

namespace trawl::exchange {

/// One record of a table; its fields' text lies in one piece of memory, which is reused.
class TableRecord
{
public:
    void clear(qint64 line);
    /// Of what does not fit, bytes and then whole fields are dropped, and cut() says so.
    void append(QByteArrayView part);
    void endField();

    [[nodiscard]] qsizetype size() const { return qsizetype(m_ends.size()); }
    [[nodiscard]] QByteArrayView field(qsizetype index) const;
    /// The field was longer than kept; also true for one that was dropped whole.
    [[nodiscard]] bool cut(qsizetype index) const;
    [[nodiscard]] qint64 line() const { return m_line; }

private:
    [[nodiscard]] qsizetype begin(qsizetype index) const;

    QByteArray m_text;
    std::vector<qsizetype> m_ends;
    std::vector<qsizetype> m_cutFields;
    qint64 m_line = 1;
    bool m_cut = false;
};

/// Reads CSV (RFC 4180) and, with tabs, TSV: quoted fields may hold separators, line ends and
/// doubled quotes. Takes LF, CRLF and CR for line ends and lets text behind a closing quote pass.
class TableReader
{
public:
    /// `separator` 0 = by the first lines (tablesniffer.h), `preferred` where they do not tell. A
    /// line "sep=;" before the table is none of its rows.
    TableReader(InputBuffer &input, char separator, char preferred = ',');

    /// False at the end, or when more must be read first and `mayRead` is false; the next call
    /// goes on there.
    [[nodiscard]] bool next(bool mayRead);
    /// The one that next() has completed.
    [[nodiscard]] const TableRecord &record() const { return m_record; }
    /// The line of a quote that is open at the end of the input; 0 = none.
    [[nodiscard]] qint64 openQuote() const { return m_openQuote; }
    [[nodiscard]] char separator() const { return m_separator; } ///< 0 = not known yet

private:
    enum class State { FieldStart, Plain, Quoted, QuoteInQuoted };

    bool readRecord();
    void takeRun(qsizetype bytes);
    [[nodiscard]] qsizetype runLength(QByteArrayView rest) const;
    bool take(char c);
    bool takePlain(char c);
    bool finish();
    void chooseSeparator();

    InputBuffer &m_input;
    TableRecord m_record;
    State m_state = State::FieldStart;
    char m_separator;
    char m_preferred;
    bool m_passFirst = false; ///< the row is a "sep=;"
    qint64 m_line = 1;
    qint64 m_quoteLine = 0;
    qint64 m_openQuote = 0;
    bool m_started = false;
    bool m_open = false;   ///< a record has begun
    bool m_skipLf = false; ///< the last record ended with a CR
};

} // namespace trawl::exchange
