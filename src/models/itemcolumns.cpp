// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemcolumns.h"

#include "models/texts.h"
#include "models/urlparts.h"

#include <QLocale>

#include <array>
#include <limits>

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
constexpr Changes unchanging{};
constexpr Changes amount = Changes(Change::Amount) | Change::State;
constexpr Changes rate = Changes(Change::Rate) | Change::State;
constexpr Changes state{Change::State};

constexpr std::array<ItemColumnInfo, 15> columnTable{{
    {ItemColumn::Number, "number", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "#"), right,
     unchanging, [](Rows rows, quint32 row) { return qint64(rows.idOf(row)); }, nullptr,
     [](Rows rows, quint32 row) { return QString::number(qint64(rows.idOf(row))); }},
    {ItemColumn::Name, "name", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Name"), left, state,
     nullptr, nameOf, nameText},
    {ItemColumn::Status, "status", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Status"), left,
     state, [](Rows rows, quint32 row) { return qint64(rows[row].status); }, nullptr,
     [](Rows rows, quint32 row) { return Texts::status(rows[row].status); }},
    {ItemColumn::Progress, "progress", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Progress"),
     right, amount, [](Rows rows, quint32 row) { return qint64(progressOf(rows[row])); }, nullptr,
     progressText},
    {ItemColumn::Size, "size", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Size"), right, amount,
     [](Rows rows, quint32 row) { return sizeOf(rows[row]); }, nullptr,
     [](Rows rows, quint32 row) { return Texts::bytes(sizeOf(rows[row])); }},
    {ItemColumn::Speed, "speed", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Speed"), right,
     rate,
     [](Rows rows, quint32 row) {
         return isRunning(rows[row]) ? qint64(rows[row].bytesPerSecond) : 0;
     },
     nullptr,
     [](Rows rows, quint32 row) {
         return isRunning(rows[row]) ? Texts::rate(double(rows[row].bytesPerSecond)) : QString();
     }},
    {ItemColumn::Left, "left", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Left"), right,
     amount | rate, [](Rows rows, quint32 row) { return leftOf(rows[row]); }, nullptr, leftText},
    {ItemColumn::Host, "host", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Host"), left,
     unchanging, nullptr, [](Rows rows, quint32 row) { return hostOf(rows.url(row)); },
     [](Rows rows, quint32 row) { return readable(hostOf(rows.url(row))); }},
    {ItemColumn::Code, "code", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Code"), right, state,
     [](Rows rows, quint32 row) { return qint64(rows[row].code); }, nullptr,
     [](Rows rows, quint32 row) { return blankZero(rows[row].code); }},
    {ItemColumn::Tries, "tries", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Tries"), right,
     state, [](Rows rows, quint32 row) { return qint64(rows[row].attempts); }, nullptr,
     [](Rows rows, quint32 row) { return blankZero(rows[row].attempts); }},
    {ItemColumn::Why, "why", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Why"), left, state,
     [](Rows rows, quint32 row) { return qint64(rows[row].reason) << 16 | rows[row].code; },
     nullptr, [](Rows rows, quint32 row) { return Texts::why(stateOf(rows, row)); }},
    {ItemColumn::Url, "url", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "URL"), left, unchanging,
     nullptr, [](Rows rows, quint32 row) { return rows.url(row); },
     [](Rows rows, quint32 row) { return readable(rows.url(row)); }},
    {ItemColumn::Job, "job", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Job"), left, unchanging,
     nullptr, [](Rows rows, quint32 row) { return rows.jobName(row); },
     [](Rows rows, quint32 row) { return readable(rows.jobName(row)); }},
    {ItemColumn::Ended, "ended", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "Ended"), left,
     state, [](Rows rows, quint32 row) { return rows[row].endedMs; }, nullptr,
     [](Rows rows, quint32 row) { return Texts::moment(rows[row].endedMs); }},
    {ItemColumn::File, "file", QT_TRANSLATE_NOOP("trawl::models::ItemModel", "File"), left, state,
     nullptr, [](Rows rows, quint32 row) { return rows.file(row); },
     [](Rows rows, quint32 row) { return readable(rows.file(row)); }},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < columnTable.size(); ++i) {
        if (std::size_t(columnTable[i].column) != i)
            return false;
    }
    return std::size_t(ItemColumn::File) + 1 == columnTable.size();
}
static_assert(inOrder());

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
