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

/// A record and what it is sorted by.
struct Sorted
{
    enum class Kind : quint8 { Number, Text, Nothing };

    RecordKey key;
    Kind kind = Kind::Nothing;
    double number = 0;
    QString text;
};

Sorted sortedBy(int column, const store::RecordText &record, const item::Record &values)
{
    Sorted sorted{.key = {record.item, record.row}};
    const auto value = values.value(column);
    if (column == values.size()) {
        sorted.kind = Sorted::Kind::Text;
        sorted.text = QString::fromUtf8(record.url);
    } else if (value.isDouble()) {
        sorted.kind = Sorted::Kind::Number;
        sorted.number = value.toDouble();
    } else if (value.isArray() || value.isObject()) {
        sorted.kind = Sorted::Kind::Text;
        sorted.text = QString::fromUtf8(
            QJsonDocument::fromVariant(value.toVariant()).toJson(QJsonDocument::Compact));
    } else if (!value.isNull() && !value.isUndefined()) {
        sorted.kind = Sorted::Kind::Text;
        sorted.text = value.toVariant().toString();
    }
    return sorted;
}

void sort(std::vector<Sorted> &records, bool descending)
{
    const auto before = [](const Sorted &a, const Sorted &b) {
        return a.kind == Sorted::Kind::Number ? a.number < b.number
                                              : a.text.compare(b.text, Qt::CaseInsensitive) < 0;
    };
    std::ranges::stable_sort(records, [&](const Sorted &a, const Sorted &b) {
        if (a.kind != b.kind)
            return a.kind < b.kind;
        return descending ? before(b, a) : before(a, b);
    });
}

} // namespace

tl::expected<RecordList, item::Failure>
listRecords(const QString &sessionPath, const RecordQuery &query, const std::atomic_bool &cancel)
{
    const auto counts = store::countRecords(sessionPath, query.job, query.afterArrival);
    if (!counts)
        return tl::unexpected(counts.error());
    const bool sorted = query.order.column != RecordOrder::arrival;
    const bool asTheyCame = query.text.isEmpty() && !sorted;
    RecordList list;
    list.arrival = query.afterArrival;
    for (const auto &[item, arrival, records] : *counts) {
        list.items.append(item);
        list.arrival = std::max(list.arrival, arrival);
        for (qint32 row = 0; asTheyCame && row < records; ++row)
            list.keys.append({item, row});
    }
    if (asTheyCame)
        return list;
    std::vector<Sorted> found;
    const auto take = [&](qint64 arrival, const store::RecordText &record) {
        if (arrival > list.arrival)
            return !cancel; // has come since the count, and is told next time
        const auto values = recordOf(record.fields);
        const auto has = [&](const item::Value &value) { return holds(value, query.text); };
        if (!query.text.isEmpty() && std::ranges::none_of(values, has))
            return !cancel;
        if (sorted)
            found.push_back(sortedBy(query.order.column, record, values));
        else
            list.keys.append({record.item, record.row});
        return !cancel;
    };
    const auto scanned = store::scanRecords(sessionPath, query.job, query.afterArrival, take);
    if (!scanned)
        return tl::unexpected(scanned.error());
    sort(found, query.order.descending);
    for (const auto &record : found)
        list.keys.append(record.key);
    return list;
}

tl::expected<QList<RecordRow>, item::Failure> readRecords(const QString &sessionPath,
                                                          const QList<RecordKey> &keys)
{
    QList<RecordRow> rows;
    QHash<item::ItemId, QHash<qint32, qsizetype>> places;
    QList<store::RecordRange> ranges;
    for (const auto &key : keys) {
        const bool next = !ranges.isEmpty() && ranges.last().item == key.item &&
                          ranges.last().last + 1 == key.row;
        if (!next)
            ranges.append({key.item, key.row, key.row});
        ranges.last().last = key.row;
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
