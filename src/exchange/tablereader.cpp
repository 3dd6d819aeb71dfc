// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablereader.h"
#include "exchange/bytes.h"
#include "exchange/splitter.h"
#include "exchange/tablesniffer.h"

#include <algorithm>
#include <utility>

namespace trawl::exchange {

namespace {

constexpr qsizetype maxFields = 4096;

} // namespace

void TableRecord::clear(qint64 line)
{
    m_text.resize(0); // keeps its memory
    m_ends.clear();
    m_cutFields.clear();
    m_line = line;
    m_cut = false;
}

void TableRecord::append(QByteArrayView part)
{
    const auto fieldRoom = maxPieceBytes - (m_text.size() - begin(size()));
    const auto room = std::min(fieldRoom, maxRecordBytes - m_text.size());
    m_cut = m_cut || part.size() > room;
    m_text.append(part.data(), std::min(part.size(), room));
}

void TableRecord::endField()
{
    const bool cutNow = std::exchange(m_cut, false);
    if (size() == maxFields)
        return;
    if (cutNow)
        m_cutFields.push_back(size());
    m_ends.push_back(m_text.size());
}

QByteArrayView TableRecord::field(qsizetype index) const
{
    if (index >= size())
        return {};
    return QByteArrayView(m_text).sliced(begin(index), m_ends[std::size_t(index)] - begin(index));
}

bool TableRecord::cut(qsizetype index) const
{
    return std::find(m_cutFields.begin(), m_cutFields.end(), index) != m_cutFields.end();
}

qsizetype TableRecord::begin(qsizetype index) const
{
    return index == 0 ? 0 : m_ends[std::size_t(index) - 1];
}

TableReader::TableReader(InputBuffer &input, char separator, char preferred)
    : m_input(input)
    , m_separator(separator)
    , m_preferred(preferred)
{
}

bool TableReader::next(bool mayRead)
{
    for (;;) {
        if (readRecord()) {
            if (!std::exchange(m_passFirst, false))
                return true;
            continue;
        }
        if (!mayRead)
            return false;
        if (!m_input.fill())
            return finish();
        if (!std::exchange(m_started, true))
            chooseSeparator();
    }
}

/// True when a record ends in what was read so far.
bool TableReader::readRecord()
{
    while (!m_input.rest().isEmpty()) {
        const char c = m_input.rest().front();
        if (std::exchange(m_skipLf, false) && c == '\n') {
            m_input.take(1);
            continue;
        }
        if (!std::exchange(m_open, true))
            m_record.clear(m_line);
        if (const auto run = runLength(m_input.rest()); run > 0) {
            takeRun(run);
            continue;
        }
        m_input.take(1);
        if (take(c))
            return true;
    }
    return false;
}

/// How many bytes from here are just text of the field.
qsizetype TableReader::runLength(QByteArrayView rest) const
{
    if (m_state == State::QuoteInQuoted || (m_state == State::FieldStart && rest.front() == '"'))
        return 0;
    if (m_state == State::Quoted) {
        const auto quote = rest.indexOf('"');
        return quote < 0 ? rest.size() : quote;
    }
    qsizetype i = 0;
    while (i < rest.size() && rest[i] != m_separator && rest[i] != '\n' && rest[i] != '\r')
        ++i;
    return i;
}

void TableReader::takeRun(qsizetype bytes)
{
    const auto run = m_input.rest().first(bytes);
    m_record.append(run);
    if (m_state == State::Quoted)
        m_line += run.count('\n');
    else
        m_state = State::Plain;
    m_input.take(bytes);
}

/// True when the byte ends the record.
bool TableReader::take(char c)
{
    switch (m_state) {
    case State::FieldStart:
        if (c != '"')
            return takePlain(c);
        m_state = State::Quoted;
        m_quoteLine = m_line;
        return false;
    case State::Plain:
        return takePlain(c);
    case State::Quoted: // a run ended here, so it is a quote
        m_state = State::QuoteInQuoted;
        return false;
    case State::QuoteInQuoted:
        m_state = c == '"' ? State::Quoted : State::Plain;
        if (c != '"')
            return takePlain(c);
        m_record.append("\"");
        return false;
    }
    return false;
}

bool TableReader::takePlain(char c)
{
    if (c != m_separator && c != '\n' && c != '\r') {
        m_record.append(QByteArrayView(&c, 1));
        return false;
    }
    m_record.endField();
    m_state = State::FieldStart;
    if (c == m_separator)
        return false;
    m_skipLf = c == '\r';
    ++m_line;
    m_open = false;
    return true;
}

/// The last record may end without a line end.
bool TableReader::finish()
{
    if (m_state == State::Quoted)
        m_openQuote = m_quoteLine;
    if (!std::exchange(m_open, false))
        return false;
    m_record.endField();
    m_state = State::FieldStart;
    return true;
}

/// Names in the first line are enough; a pipe is not kept waiting for more.
void TableReader::chooseSeparator()
{
    const auto given = separatorLine(m_input.firstLines(1));
    m_passFirst = given != 0;
    if (m_separator)
        return;
    m_separator = given ? given : separatorByNames(m_input.firstLines(1));
    if (!m_separator)
        m_separator = separatorByNames(m_input.firstLines(linesBeforeNames));
    if (!m_separator)
        m_separator = separatorByCounts(m_input.firstLines(linesBeforeNames), m_preferred);
    if (!m_separator)
        m_separator = m_preferred;
}

} // namespace trawl::exchange
