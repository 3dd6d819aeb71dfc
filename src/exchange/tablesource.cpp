// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablesource.h"
#include "exchange/bytes.h"
#include "exchange/linkreader.h"
#include "exchange/tablesniffer.h"
#include "exchange/unusablelink.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

constexpr std::size_t maxRowsBeforeLink = 100;

/// The cell that is a link; -1 = there is none.
qsizetype linkCell(const TableRecord &record)
{
    for (qsizetype i = 0; i < record.size(); ++i) {
        if (hasHttpScheme(trimmed(record.field(i))))
            return i;
    }
    return -1;
}

bool isBlankRow(const TableRecord &record)
{
    for (qsizetype i = 0; i < record.size(); ++i) {
        if (!trimmed(record.field(i)).isEmpty())
            return false;
    }
    return true;
}

} // namespace

TableSource::TableSource(InputBuffer &input, bool tabs, std::optional<TableLayout> layout)
    : m_table(input, layout ? layout->separator : '\0', tabs ? '\t' : ',')
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
        if (mayRead && !m_headerTaken)
            giveUp();
        return false;
    }
    if (m_headerTaken)
        append(links, m_table.record());
    else if (!isBlankRow(m_table.record()))
        look(links);
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

QString TableSource::note() const
{
    return m_withoutLink.text(u"link");
}

/// Rows are kept until one of them is known to hold the names, or a link is met.
void TableSource::look(QList<item::Link> &links)
{
    const auto &record = m_table.record();
    if (takeLayout(record)) {
        if (!m_header && !m_noLinks)
            append(links, record);
        return;
    }
    const auto column = linkCell(record);
    if (column >= 0)
        takeByContent(links, column);
    else if (!takeNames(record))
        m_waiting.push_back(record);
    if (m_waiting.size() >= maxRowsBeforeLink)
        giveUp();
}

/// The first row may still be shown as the names of columns.
void TableSource::giveUp()
{
    m_noLinks = !m_waiting.empty();
    if (!m_noLinks)
        return;
    setNames(m_waiting.front());
    findRoles();
    m_waiting.clear();
}

void TableSource::setNames(const TableRecord &record)
{
    m_headerTaken = true;
    m_names.clear();
    for (qsizetype i = 0; i < record.size(); ++i)
        m_names.append(trimmed(record.field(i)).toByteArray());
    m_lastLineBefore = record.line() - (m_header ? 0 : 1);
    if (!m_header)
        m_names.fill({});
}

/// False when there is none, or this row is not what it is about.
bool TableSource::takeLayout(const TableRecord &record)
{
    bool suits = m_given && m_given->columns.size() == record.size();
    for (qsizetype i = 0; suits && m_given->header && i < record.size(); ++i)
        suits = m_given->columns[i].name == trimmed(record.field(i));
    if (!suits)
        return false;
    const auto &columns = m_given->columns;
    m_header = m_given->header;
    setNames(record);
    m_waiting.clear();
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (columns[i].role == Role::Url && m_column < 0)
            m_column = i;
        else if (columns[i].role != Role::None)
            m_columns.push_back({i, columns[i].role, columns[i].name});
    }
    m_noLinks = m_column < 0;
    return true;
}

/// What stood above them were titles.
bool TableSource::takeNames(const TableRecord &record)
{
    int best = 0;
    for (qsizetype i = 0; i < record.size(); ++i) {
        const int rank = urlRank(trimmed(record.field(i)));
        if (rank > 0 && (best == 0 || rank < best)) {
            best = rank;
            m_column = i;
        }
    }
    if (best == 0)
        return false;
    m_given.reset(); // it is another table's
    m_waiting.clear();
    setNames(record);
    findRoles();
    return true;
}

/// The first row that holds a link tells their column, and which of those above it has the names.
void TableSource::takeByContent(QList<item::Link> &links, qsizetype column)
{
    m_given.reset();
    m_column = column;
    m_header = !m_waiting.empty();
    if (m_header) {
        const auto names = likelyNames();
        setNames(m_waiting[names]);
        findRoles();
        for (auto row = names + 1; row < m_waiting.size(); ++row)
            append(links, m_waiting[row]);
        m_waiting.clear();
    } else {
        setNames(m_table.record());
    }
    append(links, m_table.record());
}

/// The last that is as wide as the rows are and has a name that is known; else the first.
std::size_t TableSource::likelyNames() const
{
    for (auto row = m_waiting.size(); row > 0; --row) {
        const auto &record = m_waiting[row - 1];
        if (record.size() != m_table.record().size())
            continue;
        for (qsizetype i = 0; i < record.size(); ++i) {
            if (roleOf(trimmed(record.field(i))) != Role::None)
                return row - 1;
        }
    }
    return 0;
}

void TableSource::findRoles()
{
    const bool isOfFiles = std::any_of(m_names.begin(), m_names.end(), tellsOfFiles);
    for (qsizetype i = 0; i < m_names.size(); ++i) {
        const auto role = roleOfColumn(m_names[i], isOfFiles);
        if (role != Role::None && role != Role::Url)
            m_columns.push_back({i, role, m_names[i]});
    }
}

void TableSource::append(QList<item::Link> &links, const TableRecord &record)
{
    const auto text = trimmed(record.field(m_column));
    if (text.isEmpty()) {
        if (!isBlankRow(record))
            m_withoutLink.add(record.line());
        return;
    }
    if (record.cut(m_column)) {
        links.append(unusableLink(text, record.line(), item::Reason::InvalidUrl));
        return;
    }
    if (m_table.openQuote() > 0) { // so this is the last row
        links.append(cutLink(text, record.line()));
        return;
    }
    const auto nameless = namelessDigest(record);
    if (m_columns.empty() && nameless < 0) {
        links.append(parseLink(text, record.line()));
        return;
    }
    Entry entry(record.line());
    entry.setShownText(text);
    entry.addUrl(text);
    if (nameless >= 0)
        entry.refuse(QStringLiteral("cell %1 looks like a checksum, and nothing says of what kind: "
                                    "write a first row that names the columns, like url,sha256")
                         .arg(nameless + 1));
    for (const auto &column : m_columns)
        applyColumn(entry, column, record);
    links.append(entry.link());
}

/// -1 = there is none; a person who gave the columns their roles has seen it.
qsizetype TableSource::namelessDigest(const TableRecord &record) const
{
    if (m_header || m_given)
        return -1;
    for (qsizetype i = 0; i < record.size(); ++i) {
        if (i != m_column && isDigestText(trimmed(record.field(i))))
            return i;
    }
    return -1;
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
