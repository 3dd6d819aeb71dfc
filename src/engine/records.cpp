// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/records.h"

#include "engine/recordorder.h"
#include "engine/recordtext.h"
#include "store/recordreader.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace trawl::engine {

namespace {

QList<RecordCell> cellsOf(QByteArrayView record, qsizetype mostText)
{
    QList<RecordCell> cells;
    RecordValues values(record);
    for (auto value = values.next(); !value.isEmpty(); value = values.next()) {
        const bool isLong = value.size() > mostText;
        auto text = textOf(value, isLong ? mostText + 1 : mostText);
        const bool cut = text.size() > mostText;
        text.truncate(mostText);
        cells.append({std::move(text), isNumber(value), cut});
    }
    return cells;
}

/// As they came, by looking up each item.
tl::expected<RecordList, item::Failure> listLatest(const QString &path, const RecordQuery &query,
                                                   const std::atomic_bool &cancel)
{
    const auto most = query.mostItems > 0 ? query.mostItems : std::numeric_limits<qsizetype>::max();
    const auto counts = store::countRecords(path, query.job, query.afterArrival, most, cancel);
    if (!counts)
        return tl::unexpected(counts.error());
    RecordList list{.keys = {}, .items = {}, .arrival = counts->arrival, .more = counts->more};
    for (const auto &[item, arrival, records] : counts->items) {
        list.items.append(item);
        for (qint32 row = 0; row < records; ++row)
            list.keys.append({item, row});
    }
    return list;
}

tl::expected<RecordList, item::Failure> listSorted(const QString &path, const RecordQuery &query,
                                                   const std::atomic_bool &cancel)
{
    const RecordSearch search(query.text);
    RecordSorter sorter;
    const auto take = [&](const store::RecordView &record) {
        if (!query.text.isEmpty() && !search.isIn(record.fields))
            return;
        const RecordKey key{record.item, record.row};
        if (query.order.byLink)
            sorter.addText(key, record.url);
        else
            sorter.add(key, valueAt(record.fields, query.order.column));
    };
    const auto arrival = store::scanRecords(path, query.job, query.afterArrival, cancel, take);
    if (!arrival)
        return tl::unexpected(arrival.error());
    RecordList list{
        .keys = sorter.sorted(query.order.descending, cancel), .items = {}, .arrival = *arrival};
    return list;
}

tl::expected<RecordList, item::Failure>
listAsTheyCame(const QString &path, const RecordQuery &query, const std::atomic_bool &cancel)
{
    struct Found
    {
        qint64 arrival = 0;
        RecordKey key;
    };
    const RecordSearch search(query.text);
    std::vector<Found> found;
    const auto take = [&](const store::RecordView &record) {
        if (query.text.isEmpty() || search.isIn(record.fields))
            found.push_back({record.arrival, {record.item, record.row}});
    };
    const auto arrival = store::scanRecords(path, query.job, query.afterArrival, cancel, take);
    if (!arrival)
        return tl::unexpected(arrival.error());
    std::ranges::sort(
        found, {}, [](const Found &record) { return std::pair(record.arrival, record.key.row); });
    RecordList list{.keys = {}, .items = {}, .arrival = *arrival};
    list.keys.reserve(qsizetype(found.size()));
    for (const auto &record : found)
        list.keys.append(record.key);
    return list;
}

} // namespace

tl::expected<RecordList, item::Failure>
listRecords(const QString &sessionPath, const RecordQuery &query, const std::atomic_bool &cancel)
{
    const bool sorted = query.order.byLink || query.order.column != RecordOrder::arrival;
    if (query.text.isEmpty() && !sorted && (query.afterArrival > 0 || query.mostItems > 0))
        return listLatest(sessionPath, query, cancel);
    auto list = sorted ? listSorted(sessionPath, query, cancel)
                       : listAsTheyCame(sessionPath, query, cancel);
    if (!list || query.afterArrival == 0)
        return list;
    const auto ended = store::countRecords(sessionPath, query.job, query.afterArrival,
                                           std::numeric_limits<qsizetype>::max(), cancel);
    if (!ended)
        return tl::unexpected(ended.error());
    for (const auto &item : ended->items)
        list->items.append(item.item);
    return list;
}

tl::expected<QList<RecordRow>, item::Failure> readRecords(const QString &sessionPath,
                                                          const QList<RecordKey> &keys,
                                                          const std::atomic_bool &cancel,
                                                          qsizetype mostText)
{
    QList<RecordRow> rows(keys.size());
    QHash<item::ItemId, QHash<qint32, qsizetype>> places;
    QList<store::RecordRange> ranges;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const auto &key = keys[i];
        const bool next = !ranges.isEmpty() && ranges.last().item == key.item &&
                          ranges.last().last + 1 == key.row;
        if (!next)
            ranges.append({key.item, key.row, key.row});
        ranges.last().last = key.row;
        places[key.item].insert(key.row, i);
    }
    QHash<item::ItemId, QByteArray> urls;
    const auto read = store::readRecords(
        sessionPath, ranges, cancel,
        [&](item::ItemId item, QByteArrayView url) { urls.insert(item, url.toByteArray()); },
        [&](const store::RecordView &record) {
            const auto place = places[record.item].value(record.row, -1);
            if (place >= 0)
                rows[place].cells = cellsOf(record.fields, mostText);
        });
    if (!read)
        return tl::unexpected(read.error());
    for (qsizetype i = 0; i < keys.size(); ++i)
        rows[i].url = urls.value(keys[i].item);
    return rows;
}

} // namespace trawl::engine
