// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemcolumns.h"

#include "item/result.h"
#include "models/texts.h"
#include "models/urlparts.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace trawl::models {

namespace {

constexpr qint64 unknownLeft = std::numeric_limits<qint64>::max();
constexpr qint64 stalledLeft = unknownLeft - 1;

bool isRunning(const ItemRow &row)
{
    return row.status == item::Status::Running;
}

qint64 leftOf(const ItemRow &row)
{
    if (!isRunning(row) || row.bytes == 0)
        return unknownLeft;
    if (row.bytesPerSecond == 0)
        return stalledLeft;
    return row.total < 0 ? unknownLeft
                         : qMax(row.total - row.bytes, qint64(0)) / row.bytesPerSecond;
}

QString nameText(const ItemRows &rows, quint32 row)
{
    const auto name = nameOf(rows, row);
    return rows.file(row).isEmpty() ? readableDecoded(name) : readable(name);
}

QString leftText(const ItemRows &rows, quint32 row)
{
    const auto left = leftOf(rows[row]);
    if (left == unknownLeft)
        return {};
    return Texts::timeLeft(left == stalledLeft ? -1 : left);
}

QString progressText(const ItemRows &rows, quint32 row)
{
    const auto progress = progressOf(rows[row]);
    return progress < 0 ? QString() : Texts::percent(progress / 10);
}

QString blankZero(qint64 number)
{
    return number == 0 ? QString() : QString::number(number);
}

using Rows = const ItemRows &;
constexpr Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
constexpr Changes amount = Changes(Change::Amount) | Change::State;
constexpr Changes rate = Changes(Change::Rate) | Change::State;
constexpr Changes state{Change::State};

// Url and the ones behind it are hidden at first: name, host and reason say it shorter.
constexpr std::array columnTable{
    ItemColumnInfo{
        .column = ItemColumn::Number,
        .key = "number",
        .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "#"),
        .align = right,
        .look = {.digits = 6},
        .exported = "id",
        .number = [](Rows rows, quint32 row) { return qint64(rows.idOf(row)); },
        .text = [](Rows rows, quint32 row) { return QString::number(qint64(rows.idOf(row))); }},
    ItemColumnInfo{.column = ItemColumn::Name,
                   .key = "name",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Name"),
                   .align = left,
                   .look = {.digits = 15, .stretch = 4, .elide = Qt::ElideMiddle},
                   .exported = "file",
                   .shows = state,
                   .bytes = nameOf,
                   .text = nameText},
    ItemColumnInfo{.column = ItemColumn::Status,
                   .key = "status",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Status"),
                   .align = left,
                   .look = {.digits = 11},
                   .exported = "status",
                   .shows = state,
                   .number = [](Rows rows, quint32 row) { return qint64(rows[row].status); },
                   .text = [](Rows rows, quint32 row) { return Texts::status(rows[row].status); }},
    ItemColumnInfo{.column = ItemColumn::Progress,
                   .key = "progress",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Progress"),
                   .align = right,
                   .look = {.digits = 9},
                   .shows = amount,
                   .number = [](Rows rows, quint32 row) { return qint64(progressOf(rows[row])); },
                   .text = progressText},
    ItemColumnInfo{.column = ItemColumn::Size,
                   .key = "size",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Size"),
                   .align = right,
                   .look = {.digits = 8},
                   .exported = "bytes",
                   .shows = amount,
                   .number = [](Rows rows, quint32 row) { return sizeOf(rows[row]); },
                   .text = [](Rows rows, quint32 row) { return Texts::bytes(sizeOf(rows[row])); }},
    ItemColumnInfo{.column = ItemColumn::Speed,
                   .key = "speed",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Speed"),
                   .align = right,
                   .look = {.digits = 9},
                   .shows = rate,
                   .number =
                       [](Rows rows, quint32 row) {
                           return isRunning(rows[row]) ? qint64(rows[row].bytesPerSecond) : 0;
                       },
                   .text =
                       [](Rows rows, quint32 row) {
                           return isRunning(rows[row])
                                      ? Texts::rate(double(rows[row].bytesPerSecond))
                                      : QString();
                       }},
    ItemColumnInfo{.column = ItemColumn::Left,
                   .key = "left",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Left"),
                   .align = right,
                   .look = {.digits = 10},
                   .shows = amount | rate,
                   .number = [](Rows rows, quint32 row) { return leftOf(rows[row]); },
                   .text = leftText},
    ItemColumnInfo{.column = ItemColumn::Host,
                   .key = "host",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Host"),
                   .align = left,
                   .look = {.digits = 13, .stretch = 1},
                   .exported = "url",
                   .bytes = [](Rows rows, quint32 row) { return hostOf(rows.url(row)); },
                   .text = [](Rows rows, quint32 row) { return readable(hostOf(rows.url(row))); }},
    ItemColumnInfo{.column = ItemColumn::Code,
                   .key = "code",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Code"),
                   .align = right,
                   .look = {.digits = 5},
                   .exported = "code",
                   .shows = state,
                   .number = [](Rows rows, quint32 row) { return qint64(rows[row].code); },
                   .text = [](Rows rows, quint32 row) { return blankZero(rows[row].code); }},
    ItemColumnInfo{.column = ItemColumn::Tries,
                   .key = "tries",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Tries"),
                   .align = right,
                   .look = {.digits = 5},
                   .exported = "attempts",
                   .shows = state,
                   .number = [](Rows rows, quint32 row) { return qint64(rows[row].attempts); },
                   .text = [](Rows rows, quint32 row) { return blankZero(rows[row].attempts); }},
    ItemColumnInfo{
        .column = ItemColumn::Why,
        .key = "why",
        .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Why"),
        .align = left,
        .look = {.digits = 15, .stretch = 4},
        .exported = "reason",
        .shows = state,
        .number = [](Rows rows,
                     quint32 row) { return qint64(rows[row].reason) << 16 | rows[row].code; },
        .text = [](Rows rows, quint32 row) { return Texts::why(stateOf(rows, row)); }},
    ItemColumnInfo{.column = ItemColumn::Url,
                   .key = "url",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "URL"),
                   .align = left,
                   .look = {.digits = 40, .stretch = 4, .hidden = true, .elide = Qt::ElideMiddle},
                   .exported = "url",
                   .bytes = [](Rows rows, quint32 row) { return rows.url(row); },
                   .text = [](Rows rows, quint32 row) { return readable(rows.url(row)); }},
    ItemColumnInfo{.column = ItemColumn::Job,
                   .key = "job",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Job"),
                   .align = left,
                   .look = {.digits = 14, .stretch = 1, .hidden = true},
                   .bytes = [](Rows rows, quint32 row) { return rows.jobName(row); },
                   .text = [](Rows rows, quint32 row) { return readable(rows.jobName(row)); }},
    ItemColumnInfo{.column = ItemColumn::Ended,
                   .key = "ended",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Ended"),
                   .align = left,
                   .look = {.digits = 14, .hidden = true},
                   .exported = "finished",
                   .shows = state,
                   .number = [](Rows rows, quint32 row) { return rows[row].endedMs; },
                   .text = [](Rows rows, quint32 row) { return Texts::moment(rows[row].endedMs); }},
    ItemColumnInfo{.column = ItemColumn::File,
                   .key = "file",
                   .title = QT_TRANSLATE_NOOP("trawl::models::ItemModel", "File"),
                   .align = left,
                   .look = {.digits = 24, .stretch = 4, .hidden = true, .elide = Qt::ElideMiddle},
                   .exported = "file",
                   .shows = state,
                   .bytes = [](Rows rows, quint32 row) { return rows.file(row); },
                   .text = [](Rows rows, quint32 row) { return readable(rows.file(row)); }},
};

constexpr bool isResultColumn(std::string_view name)
{
    return std::ranges::any_of(item::resultColumnNames,
                               [name](std::string_view one) { return one == name; });
}

constexpr bool areColumnsRight()
{
    for (std::size_t i = 0; i < columnTable.size(); ++i) {
        const auto &one = columnTable[i];
        if (std::size_t(one.column) != i || (one.exported && !isResultColumn(one.exported)))
            return false;
    }
    return std::size_t(ItemColumn::Last) + 1 == columnTable.size();
}
static_assert(areColumnsRight(), "a row each, in their order, with columns that results have");

} // namespace

std::span<const ItemColumnInfo> itemColumns()
{
    return columnTable;
}

qint64 sizeOf(const ItemRow &row)
{
    if (row.total >= 0)
        return row.total;
    return row.bytes > 0 || row.status == item::Status::Done ? row.bytes : -1;
}

QByteArrayView nameOf(const ItemRows &rows, quint32 row)
{
    const auto file = rows.file(row);
    if (!file.isEmpty())
        return file.sliced(file.lastIndexOf('/') + 1);
    const auto url = rows.url(row);
    const auto segment = segmentOf(url);
    if (!segment.isEmpty())
        return segment;
    const auto host = hostOf(url);
    return host.isEmpty() ? url : host;
}

int progressOf(const ItemRow &row)
{
    if (row.status == item::Status::Done)
        return 1000;
    if (row.total <= 0)
        return -1;
    return int(1000.0 * double(qBound(qint64(0), row.bytes, row.total)) / double(row.total));
}

engine::RowState stateOf(const ItemRows &rows, quint32 row)
{
    const auto &item = rows[row];
    return {.id = rows.idOf(row),
            .status = item.status,
            .reason = item.reason,
            .code = item.code,
            .attempts = item.attempts,
            .bytes = item.bytes,
            .total = item.total,
            .bytesPerSecond = item.bytesPerSecond,
            .retryAtMs = qMax(item.retryAtMs, qint64(0)),
            .file = QString::fromUtf8(rows.file(row)),
            .endedMs = item.endedMs,
            .hostPaused = item.retryAtMs == ItemRow::hostPaused};
}

} // namespace trawl::models
