// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/tablesniffer.h"

#include "exchange/bytes.h"
#include "exchange/roles.h"
#include "item/ascii.h"
#include "item/checksum.h"

#include <QList>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

constexpr std::array cellSeparators{',', ';', '\t', '|'};

using Cells = QList<QByteArrayView>;

/// Takes a line, a quoted line end within it, off `text`.
QByteArrayView takeRow(QByteArrayView &text)
{
    bool quoted = false;
    qsizetype end = 0;
    while (end < text.size() && (quoted || (text[end] != '\n' && text[end] != '\r'))) {
        quoted = quoted != (text[end] == '"');
        ++end;
    }
    const auto row = text.first(end);
    text = text.sliced(std::min(text.size(), end + 1));
    return row;
}

QByteArrayView withoutQuotes(QByteArrayView cell)
{
    cell = trimmed(cell);
    return cell.size() >= 2 && cell.startsWith('"') && cell.endsWith('"')
               ? trimmed(cell.sliced(1, cell.size() - 2))
               : cell;
}

Cells splitCells(QByteArrayView row, char separator)
{
    Cells cells;
    bool quoted = false;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= row.size(); ++i) {
        if (i == row.size() || (!quoted && row[i] == separator)) {
            cells.append(withoutQuotes(row.sliced(begin, i - begin)));
            begin = i + 1;
        } else {
            quoted = quoted != (row[i] == '"');
        }
    }
    return cells;
}

/// The rows that are not blank, and no sep= line.
QList<QByteArrayView> rowsOf(QByteArrayView text, int limit)
{
    QList<QByteArrayView> rows;
    while (!text.isEmpty() && rows.size() < limit) {
        const auto row = takeRow(text);
        if (!trimmed(row).isEmpty() && !(rows.isEmpty() && separatorLine(row)))
            rows.append(row);
    }
    return rows;
}

bool isLinkCell(QByteArrayView cell)
{
    return hasHttpScheme(cell) && std::none_of(cell.begin(), cell.end(), item::isXmlSpace);
}

bool isRowOfNames(const Cells &cells)
{
    return std::any_of(cells.begin(), cells.end(),
                       [](QByteArrayView cell) { return urlRank(cell) > 0; }) &&
           std::none_of(cells.begin(), cells.end(), hasHttpScheme);
}

struct Names
{
    char separator = 0; ///< 0 = there are none
    qsizetype row = 0;
};

/// The row with the most cells, whatever separates them, of those that names may stand in.
Names namesIn(const QList<QByteArrayView> &rows)
{
    for (qsizetype i = 0; i < rows.size(); ++i) {
        Names names;
        qsizetype mostCells = 1;
        for (const char separator : cellSeparators) {
            const auto cells = splitCells(rows[i], separator);
            if (cells.size() > mostCells && isRowOfNames(cells)) {
                names = {separator, i};
                mostCells = cells.size();
            }
        }
        if (names.separator)
            return names;
    }
    return {};
}

bool hasOtherRole(const Cells &cells)
{
    return std::any_of(cells.begin(), cells.end(), [](QByteArrayView cell) {
        const auto role = roleOf(cell);
        return role != Role::None && role != Role::Url;
    });
}

/// A row of names counts when it says more than where the links are, or links are below it.
bool areNames(const QList<QByteArrayView> &rows, const Names &names)
{
    if (hasOtherRole(splitCells(rows[names.row], names.separator)))
        return true;
    const auto next = rows.mid(names.row + 1, 1);
    const auto cells = next.isEmpty() ? Cells() : splitCells(next.first(), names.separator);
    return std::any_of(cells.begin(), cells.end(), isLinkCell);
}

/// Of a table without names: each line has a link in the same cell, and something before it, or a
/// digest, which no URL is.
bool areCells(const QList<QByteArrayView> &rows, char separator)
{
    qsizetype place = -1;
    qsizetype fitting = 0;
    bool digest = false;
    for (const auto &row : rows) {
        const auto cells = splitCells(row, separator);
        const auto link = std::find_if(cells.begin(), cells.end(), isLinkCell) - cells.begin();
        if (link == cells.size() || cells.size() < 2)
            continue;
        place = place < 0 ? link : place;
        fitting += link == place;
        digest = digest || std::any_of(cells.begin(), cells.end(), isDigestText);
    }
    return fitting * 3 >= rows.size() * 2 && ((place > 0 && fitting > 1) || (place >= 0 && digest));
}

} // namespace

char separatorLine(QByteArrayView line)
{
    while (line.endsWith('\r'))
        line.chop(1);
    const auto text = withoutQuotes(line);
    constexpr QByteArrayView key("sep=");
    if (text.first(std::min(text.size(), key.size())).compare(key, Qt::CaseInsensitive) != 0)
        return 0;
    if (text.size() == key.size() + 1)
        return text.back();
    return text.size() == key.size() && line.endsWith('\t') ? '\t' : '\0';
}

char separatorByNames(QByteArrayView lines)
{
    const auto first = takeRow(lines);
    if (const char given = separatorLine(first))
        return given;
    auto rows = rowsOf(lines, linesBeforeNames);
    if (!trimmed(first).isEmpty())
        rows.prepend(first);
    return namesIn(rows).separator;
}

char separatorByCounts(QByteArrayView lines, char preferred)
{
    const auto rows = rowsOf(lines, linesBeforeNames);
    char best = 0;
    qsizetype mostCells = 0;
    const auto look = [&](char separator) {
        QList<qsizetype> sizes;
        for (const auto &row : rows)
            sizes.append(splitCells(row, separator).size());
        const auto alike = [&sizes](qsizetype size) {
            return size > 1 ? qsizetype(std::count(sizes.begin(), sizes.end(), size)) : 0;
        };
        qsizetype fitting = 0;
        for (const auto size : sizes)
            fitting = std::max(fitting, alike(size));
        if (fitting > mostCells) {
            best = separator;
            mostCells = fitting;
        }
    };
    look(preferred);
    for (const char separator : cellSeparators)
        look(separator);
    return best;
}

bool looksLikeTable(QByteArrayView head)
{
    constexpr int mostRows = 200;
    const auto rows = rowsOf(head, mostRows);
    if (rows.isEmpty())
        return false;
    if (const auto names = namesIn(rows.first(std::min<qsizetype>(rows.size(), linesBeforeNames)));
        names.separator)
        return areNames(rows, names);
    if (rows.size() > 1 && urlRank(withoutQuotes(rows[0])) > 0 &&
        isLinkCell(withoutQuotes(rows[1])))
        return true;
    return std::any_of(cellSeparators.begin(), cellSeparators.end(),
                       [&rows](char separator) { return areCells(rows, separator); });
}

bool isDigestText(QByteArrayView text)
{
    if (!std::all_of(text.begin(), text.end(), item::isHexDigit))
        return false;
    for (int i = 0; i <= int(item::HashAlgorithm::Last); ++i) {
        if (item::digestSize(item::HashAlgorithm(i)) * 2 == text.size())
            return true;
    }
    return false;
}

} // namespace trawl::exchange
