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

} // namespace

TableSource::TableSource(InputBuffer &input, bool tabs, std::optional<TableLayout> layout)
    : m_table(input, layout && layout->separator ? layout->separator
                     : tabs                      ? '\t'
                                                 : '\0')
    , m_given(std::move(layout))
{
}

TableLayout TableSource::layout() const
{
    TableLayout layout{.columns = {}, .header = m_header, .separator = m_table.separator()};
    for (const auto &name : m_names)
        layout.columns.append({name, Role::None});
    for (const auto &column : m_columns)
        layout.columns[column.index].role = column.role;
    if (m_column >= 0 && m_column < layout.columns.size())
        layout.columns[m_column].role = Role::Url;
    return layout;
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
        return m_given ? QStringLiteral("has no column that is taken for the links")
                       : QStringLiteral("has no column named url, link or href, and none that "
                                        "holds links");
    if (const auto line = m_table.openQuote())
        return QStringLiteral("has a quote in line %1 that is never closed").arg(line);
    return {};
}

/// A first row that holds a link is a row, not a header.
void TableSource::takeHeader(QList<item::Link> &links)
{
    const auto &first = m_table.record();
    if (first.size() == 1 && trimmed(first.field(0)).isEmpty())
        return;
    m_headerTaken = true;
    for (qsizetype i = 0; i < first.size(); ++i)
        m_names.append(trimmed(first.field(i)).toByteArray());
    if (takeLayout()) {
        if (!m_header)
            append(links, first);
        return;
    }
    int best = 0;
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const int rank = urlRank(m_names[i]);
        if (rank > 0 && (best == 0 || rank < best)) {
            best = rank;
            m_column = i;
        }
    }
    m_header = m_column >= 0 || !findColumn();
    if (m_header) {
        findRoles();
    } else {
        m_names.fill({});
        append(links, first);
    }
}

/// False when there is none, or it is another table's.
bool TableSource::takeLayout()
{
    bool suits = m_given && m_given->columns.size() == m_names.size();
    for (qsizetype i = 0; suits && m_given->header && i < m_names.size(); ++i)
        suits = m_given->columns[i].name == m_names[i];
    if (!suits) {
        m_given.reset();
        return false;
    }
    const auto &columns = m_given->columns;
    m_header = m_given->header;
    if (!m_header)
        m_names.fill({});
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].role == Role::Url && m_column < 0)
            m_column = i;
        else if (columns[i].role != Role::None)
            m_columns.push_back({i, columns[i].role, columns[i].name});
    }
    m_noLinks = m_column < 0;
    return true;
}

void TableSource::findRoles()
{
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        if (const auto role = roleOf(m_names[i]); role != Role::None && role != Role::Url)
            m_columns.push_back({i, role, m_names[i]});
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
    if (column.index == m_column)
        return;
    if (record.cut(column.index)) {
        entry.refuse(QString::fromUtf8(column.name) + QStringLiteral(" is too long"));
        return;
    }
    applyCell(entry, column.role, column.name, value);
}

} // namespace trawl::exchange
