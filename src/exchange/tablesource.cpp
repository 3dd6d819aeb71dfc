// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablesource.h"
#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

constexpr std::size_t maxRowsBeforeLink = 100;

/// What a digest of so many hexadecimal digits is; a word that names no algorithm for other sizes.
QByteArray algorithmOfSize(qsizetype digits)
{
    for (int i = 0; i <= int(item::HashAlgorithm::Last); ++i) {
        if (item::digestSize(item::HashAlgorithm(i)) * 2 == digits)
            return item::algorithmWord(item::HashAlgorithm(i));
    }
    return QByteArrayLiteral("without a name");
}

} // namespace

TableSource::TableSource(InputBuffer &input, bool tabs)
    : m_table(input, tabs)
{
}

bool TableSource::read(QList<item::Link> &links, bool mayRead)
{
    if (m_noLinks)
        return false;
    if (!m_table.next(mayRead)) {
        m_noLinks = mayRead && m_column < 0 && m_headerTaken;
        return false;
    }
    if (!m_headerTaken)
        takeHeader(links);
    else
        takeRow(links);
    return !m_noLinks;
}

QString TableSource::error() const
{
    if (m_noLinks)
        return QStringLiteral("has no column named url, link or href, and none that holds links");
    if (const auto line = m_table.openQuote())
        return QStringLiteral("has a quote in line %1 that is never closed").arg(line);
    return {};
}

/// A first row that holds a link is a row, not a header.
void TableSource::takeHeader(QList<item::Link> &links)
{
    const auto &header = m_table.record();
    if (header.size() == 1 && trimmed(header.field(0)).isEmpty())
        return;
    m_headerTaken = true;
    for (const char *name : {"url", "link", "href"}) {
        for (qsizetype i = 0; m_column < 0 && i < header.size(); ++i) {
            if (trimmed(header.field(i)).compare(name, Qt::CaseInsensitive) == 0)
                m_column = i;
        }
    }
    if (m_column < 0 && findColumn())
        append(links, header);
    else
        findRoles();
}

void TableSource::findRoles()
{
    const auto &header = m_table.record();
    for (qsizetype i = 0; i < header.size(); ++i) {
        const auto name = trimmed(header.field(i));
        if (const auto role = roleOf(name); role != Role::None)
            m_columns.push_back({i, role, name.toByteArray()});
    }
}

void TableSource::takeRow(QList<item::Link> &links)
{
    if (m_column >= 0) {
        append(links, m_table.record());
        return;
    }
    m_waiting.push_back(m_table.record());
    if (findColumn()) {
        for (const auto &row : m_waiting)
            append(links, row);
        m_waiting.clear();
    }
    m_noLinks = m_waiting.size() >= maxRowsBeforeLink;
}

bool TableSource::findColumn()
{
    const auto &record = m_table.record();
    for (qsizetype i = 0; m_column < 0 && i < record.size(); ++i) {
        if (hasHttpScheme(trimmed(record.field(i))))
            m_column = i;
    }
    return m_column >= 0;
}

void TableSource::append(QList<item::Link> &links, const TableRecord &record) const
{
    const auto text = trimmed(record.field(m_column));
    if (text.isEmpty())
        return;
    if (record.cut(m_column)) {
        links.append(unusableLink(text, record.line(), item::Reason::InvalidUrl));
        return;
    }
    if (m_columns.empty()) {
        links.append(parseLink(text, record.line()));
        return;
    }
    Entry entry(record.line());
    entry.setShownText(text);
    entry.addUrl(text);
    for (const auto &column : m_columns)
        applyColumn(entry, column, record);
    links.append(entry.link());
}

void TableSource::applyColumn(Entry &entry, const Column &column, const TableRecord &record) const
{
    const auto value = trimmed(record.field(column.index));
    if (column.index == m_column || value == "-")
        return;
    if (record.cut(column.index)) {
        entry.refuse(QString::fromUtf8(column.name) + QStringLiteral(" is too long"));
        return;
    }
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (column.role == Role::Size && !std::all_of(value.begin(), value.end(), isDigit))
        return; // tables of files often have "1.2 MB", which promises nothing
    if (column.role == Role::Checksum && !value.contains('=') && !value.contains(':'))
        applyRole(entry, Role::Digest, algorithmOfSize(value.size()), value);
    else
        applyRole(entry, column.role, column.name, value);
}

} // namespace trawl::exchange
