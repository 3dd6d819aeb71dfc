// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvwriter.h"

#include <algorithm>

namespace trawl::exchange {

CsvWriter::CsvWriter(ExportTable table, const ExportOptions &options, char separator,
                     const char *lineEnd)
    : m_table(std::move(table))
    , m_separator(separator)
    , m_lineEnd(lineEnd)
    , m_defuse(options.defuseFormulas)
    , m_bom(options.bom)
{
}

void CsvWriter::begin(QByteArray &out)
{
    if (m_bom)
        out += "\xef\xbb\xbf";
    for (qsizetype i = 0; i < m_table.size(); ++i)
        appendCell(out, defused(m_table.name(i)));
    endLine(out);
}

void CsvWriter::row(QByteArray &out, const item::Result &result)
{
    for (qsizetype i = 0; i < m_table.size(); ++i) {
        const auto cell = m_table.cell(result, i);
        appendCell(out, cell.kind == CellKind::Text ? defused(cell.text) : cell.text);
    }
    endLine(out);
}

/// A spreadsheet would run such a cell as a formula.
QByteArray CsvWriter::defused(QByteArray text) const
{
    constexpr QByteArrayView starters("=+-@\t\r");
    if (m_defuse && !text.isEmpty() && starters.contains(text.front()))
        text.prepend('\'');
    return text;
}

void CsvWriter::appendCell(QByteArray &out, const QByteArray &text) const
{
    const auto special = [this](char c) {
        return c == m_separator || c == '"' || c == '\n' || c == '\r';
    };
    if (std::none_of(text.begin(), text.end(), special)) {
        out += text;
    } else {
        out += '"';
        for (const char c : text)
            out.append(c == '"' ? 2 : 1, c);
        out += '"';
    }
    out += m_separator;
}

void CsvWriter::endLine(QByteArray &out) const
{
    out.chop(1); // the last cell's separator
    out += m_lineEnd;
}

} // namespace trawl::exchange
