// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/texttable.h"

#include "item/unseen.h"

#include <algorithm>
#include <cwchar>

namespace trawl::cli {

namespace {

QString printable(QString text)
{
    for (auto &character : text) {
        if (item::isUnseen(character))
            character = u'?';
    }
    return text;
}

QString padded(const QString &text, int width, bool atRight)
{
    const QString blanks(std::max(0, width - terminalWidth(text)), u' ');
    return atRight ? blanks + text : text + blanks;
}

} // namespace

int terminalWidth(const QString &text)
{
    int width = 0;
    for (const auto character : text.toUcs4())
        width += std::max(0, ::wcwidth(wchar_t(character)));
    return width;
}

TextTable::TextTable(const QStringList &headings)
{
    QStringList row;
    for (const auto &heading : headings) {
        m_atRight.append(heading.startsWith(u'>'));
        row.append(m_atRight.last() ? heading.sliced(1) : heading);
    }
    m_rows.append(row);
}

void TextTable::add(const QStringList &cells)
{
    QStringList row;
    for (const auto &cell : cells)
        row.append(printable(cell));
    m_rows.append(row);
}

QByteArray TextTable::text() const
{
    QList<int> widths(m_atRight.size(), 0);
    for (const auto &row : m_rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], terminalWidth(row[i]));
    }
    QString lines;
    for (const auto &row : m_rows) {
        QStringList cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells.append(padded(row[i], widths[i], m_atRight[i]));
        auto line = cells.join(QStringLiteral("  "));
        while (line.endsWith(u' '))
            line.chop(1);
        lines += line + u'\n';
    }
    return lines.toUtf8();
}

} // namespace trawl::cli
