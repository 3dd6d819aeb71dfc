// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/csvwriter.h"

#include "item/blanks.h"

#include <QString>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

/// A spreadsheet would run it: some drop blanks ahead of the sign, some take full-width ones.
bool isFormula(const QByteArray &text)
{
    static constexpr std::array<QByteArrayView, 8> signs{"=",      "+",      "-",      "@",
                                                         "\uff1d", "\uff0b", "\uff0d", "\uff20"};
    if (!text.isEmpty() && QByteArrayView("\t\r\n").contains(text.front()))
        return true;
    const auto seen = item::withoutBlanks(text);
    return std::ranges::any_of(signs,
                               [seen](QByteArrayView sign) { return seen.startsWith(sign); });
}

/// CSV has no escapes for what a terminal would act on.
QByteArray withoutControls(const QByteArray &text)
{
    const auto isHarmless = [](char c) {
        return (quint8(c) >= ' ' && c != 0x7f && c != '\xc2') || c == '\t' || c == '\n' ||
               c == '\r';
    };
    if (std::ranges::all_of(text, isHarmless))
        return text;
    auto all = QString::fromUtf8(text);
    for (auto &c : all) {
        if (c.category() == QChar::Other_Control && c != u'\t' && c != u'\n' && c != u'\r')
            c = QChar::ReplacementCharacter;
    }
    return all.toUtf8();
}

} // namespace

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
        appendCell(out, withoutControls(defused(m_table.name(i))));
    endLine(out);
}

void CsvWriter::row(QByteArray &out, const item::Result &result)
{
    for (qsizetype i = 0; i < m_table.size(); ++i) {
        const auto cell = m_table.cell(result, i);
        appendCell(out,
                   withoutControls(cell.kind == CellKind::Text ? defused(cell.text) : cell.text));
    }
    endLine(out);
}

QByteArray CsvWriter::defused(QByteArray text) const
{
    if (m_defuse && isFormula(text))
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
