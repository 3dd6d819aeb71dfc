// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/records.h"

#include "store/recordreader.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trawl::engine {

namespace {

item::Record recordOf(const QByteArray &json)
{
    item::Record record;
    const auto array = QJsonDocument::fromJson(json).array();
    for (const auto &value : array)
        record.append(value);
    return record;
}

bool holds(const item::Value &value, const QString &text)
{
    if (value.isArray()) {
        const auto array = value.toArray();
        return std::any_of(array.begin(), array.end(),
                           [&](const item::Value &entry) { return holds(entry, text); });
    }
    if (value.isObject()) {
        const auto object = value.toObject();
        return std::any_of(object.begin(), object.end(),
                           [&](const item::Value &entry) { return holds(entry, text); });
    }
    return value.toVariant().toString().contains(text, Qt::CaseInsensitive);
}

} // namespace

tl::expected<RecordList, item::Failure> listRecords(const QString &sessionPath, item::JobId job,
                                                    qint64 afterArrival, const QString &text,
                                                    const std::atomic_bool &cancel)
{
    const auto counts = store::countRecords(sessionPath, job, afterArrival);
    if (!counts)
        return tl::unexpected(counts.error());
    RecordList list;
    list.arrival = afterArrival;
    for (const auto &[item, arrival, records] : *counts) {
        list.items.append(item);
        list.arrival = std::max(list.arrival, arrival);
        for (qint32 row = 0; text.isEmpty() && row < records; ++row)
            list.keys.append({item, row});
    }
    if (text.isEmpty())
        return list;
    const auto take = [&](qint64 arrival, const store::RecordText &record) {
        const auto values = recordOf(record.fields);
        const auto has = [&](const item::Value &value) { return holds(value, text); };
        // What has come since the count is told next time.
        if (arrival <= list.arrival && std::ranges::any_of(values, has))
            list.keys.append({record.item, record.row});
        return !cancel;
    };
    const auto scanned = store::scanRecords(sessionPath, job, afterArrival, take);
    if (!scanned)
        return tl::unexpected(scanned.error());
    return list;
}

tl::expected<QList<RecordRow>, item::Failure> readRecords(const QString &sessionPath,
                                                          const QList<RecordKey> &keys)
{
    QList<RecordRow> rows;
    QHash<item::ItemId, QHash<qint32, qsizetype>> places;
    QList<store::RecordRange> ranges;
    for (const auto &key : keys) {
        if (ranges.isEmpty() || ranges.last().item != key.item)
            ranges.append({key.item, key.row, key.row});
        ranges.last().last = std::max(ranges.last().last, key.row);
        places[key.item].insert(key.row, rows.size());
        rows.append({key, {}, {}});
    }
    QHash<item::ItemId, QByteArray> urls;
    const auto read = store::readRecords(
        sessionPath, ranges,
        [&](item::ItemId item, const QByteArray &url) { urls.insert(item, url); },
        [&](const store::RecordText &record) {
            const auto place = places[record.item].value(record.row, -1);
            if (place >= 0)
                rows[place].fields = recordOf(record.fields);
        });
    if (!read)
        return tl::unexpected(read.error());
    for (auto &row : rows)
        row.url = urls.value(row.key.item);
    return rows;
}

} // namespace trawl::engine
