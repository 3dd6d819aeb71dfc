// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <QEventLoop>
#include <QTimer>

namespace trawl::test {

inline QByteArray urlOf(qint64 id)
{
    return "https://host" + QByteArray::number(id % 97) + ".example/path/to/some/page/" +
           QByteArray::number(id) + ".html";
}

inline item::UrlBlockPtr makeBlock(qint64 first, qsizetype count, int job = 1)
{
    auto block = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(job));
    for (qsizetype index = 0; index < count; ++index)
        block->append(urlOf(first + index));
    return block;
}

inline store::JobRow makeJob(int id, qint64 imported = 0)
{
    return {.id = item::JobId(id),
            .name = QStringLiteral("job %1").arg(id),
            .directory = QStringLiteral("/tmp/files"),
            .source = "list",
            .imported = imported};
}

inline store::ImportBatch makeBatch(qint64 first, qsizetype count, int job = 1)
{
    return {.urls = makeBlock(first, count, job), .job = makeJob(job, first + count - 1)};
}

inline store::ItemUpdate makeUpdate(qint64 id, item::Status status = item::Status::Done)
{
    store::ItemUpdate update{.id = item::ItemId(id), .status = status, .attempts = 1};
    update.outcome.id = update.id;
    update.outcome.head.code = 200;
    update.outcome.head.mime = "text/html; charset=utf-8";
    update.outcome.head.etag = "\"5f3a-61b2c\"";
    update.outcome.head.fields =
        "HTTP/1.1 200 OK\r\nServer: nginx/1.22.1\r\nDate: Mon, 23 Nov 2026 02:14:14 GMT\r\n"
        "Content-Type: text/html; charset=utf-8\r\nContent-Length: 10240\r\n"
        "Last-Modified: Mon, 23 Nov 2026 02:10:00 GMT\r\nConnection: keep-alive\r\n"
        "ETag: \"5f3a-61b2c\"\r\nCache-Control: max-age=600\r\nAccept-Ranges: bytes\r\n\r\n";
    update.outcome.finalUrl = urlOf(id);
    update.outcome.bytes = id * 10;
    update.outcome.xxh3 = ~quint64(id);
    update.outcome.startedMs = 1'750'000'000'000 + id;
    update.outcome.durationMs = 12;
    update.finishedMs = update.outcome.startedMs + 12;
    update.file = QStringLiteral("page-%1.html").arg(id);
    return update;
}

inline QList<store::ItemUpdate> makeUpdates(qint64 first, qsizetype count)
{
    QList<store::ItemUpdate> updates;
    updates.reserve(count);
    for (qsizetype index = 0; index < count; ++index)
        updates.append(makeUpdate(first + index));
    return updates;
}

/// All of a session in one piece.
struct Loaded
{
    QList<item::UrlBlockPtr> blocks;
    std::vector<store::ItemState> states;
    QList<QByteArray> urls;
};

inline Loaded loadAll(const store::Store &store)
{
    Loaded all;
    store.loadItems([&](const item::UrlBlockPtr &block, const std::vector<store::ItemState> &part) {
        all.blocks.append(block);
        all.states.insert(all.states.end(), part.begin(), part.end());
        for (qsizetype index = 0; index < block->size(); ++index)
            all.urls.append(block->url(index).toByteArray());
    });
    return all;
}

inline QList<item::Result> readAll(store::ResultReader &reader)
{
    QList<item::Result> results;
    while (auto result = reader.next())
        results.append(*result);
    return results;
}

} // namespace trawl::test
