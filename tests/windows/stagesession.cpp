// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joboptions.h"
#include "store/store.h"
#include "windows/stage.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

namespace trawl::windows {

namespace {

constexpr int recordsOnAPage = 12;

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

/// Paused, so that nothing of it ever runs.
store::JobRow job(const engine::JobState &state)
{
    store::JobRow row{.id = state.id, .name = state.name, .directory = state.directory};
    row.imported = state.counts.total();
    row.complete = true;
    row.paused = true;
    row.createdMs = nowMs() - 3'600'000;
    engine::JobOptions options;
    if (!state.fields.isEmpty()) {
        options.recipe.pages = {{.name = QStringLiteral("list")}};
        for (const auto &field : state.fields)
            options.recipe.pages[0].fields.append({field, QStringLiteral("p"), false, {}});
    }
    row.options = engine::toJson(options);
    return row;
}

/// How it ended, without what is peculiar to it.
store::ItemUpdate ended(const engine::RowState &row)
{
    store::ItemUpdate update{.id = row.id, .status = row.status, .attempts = row.attempts};
    auto &outcome = update.outcome;
    outcome.id = row.id;
    outcome.failure = {.reason = row.reason, .httpCode = row.code};
    outcome.head.code = row.code;
    outcome.bytes = row.bytes;
    outcome.startedMs = nowMs() - 70'000;
    outcome.durationMs = 1'840;
    update.finishedMs = outcome.startedMs + outcome.durationMs;
    update.file = row.file;
    return update;
}

void describeDone(item::Outcome &outcome)
{
    outcome.head.mime = "application/pdf";
    outcome.head.etag = "\"5f3a-61b2c\"";
    outcome.head.fields =
        "HTTP/2 200\r\nserver: nginx/1.22.1\r\ndate: Mon, 23 Nov 2026 02:14:14 GMT\r\n"
        "content-type: application/pdf\r\ncontent-length: 2215244\r\n"
        "content-disposition: attachment; filename=\"attention-is-all-you-need.pdf\"; "
        "filename*=UTF-8''%E8%AE%BA%E6%96%87.pdf\r\n"
        "last-modified: Mon, 23 Nov 2026 02:10:00 GMT\r\netag: \"5f3a-61b2c\"\r\n"
        "cache-control: max-age=600\r\naccept-ranges: bytes\r\n\r\n";
    outcome.finalUrl =
        "https://cdn7.archive.example.org/pdf/1706/03762v7/attention-is-all-you-need.pdf?token=9f8";
    outcome.hops = {"https://archive.example.org/pdf/1706/03762v7",
                    "https://cdn.archive.example.org/pdf/1706/03762v7"};
    outcome.redirects = 3;
    outcome.xxh3 = 0x5f3a61b2c9e04d17;
    outcome.sha256 = QByteArray(32, '\x7e');
    outcome.verdict = item::Verdict::Verified;
    outcome.timings = {.dns = 24, .connect = 61, .tls = 118, .firstByte = 392};
    outcome.note = QStringLiteral("changed on the server, started again ") + poison;
}

void describeMissing(item::Outcome &outcome)
{
    outcome.head.mime = "text/html; charset=utf-8";
    outcome.head.fields = "HTTP/1.1 404 Not Found\r\nServer: Apache\r\n"
                          "Content-Type: text/html; charset=utf-8\r\nContent-Length: 196\r\n\r\n";
    outcome.timings = {.dns = 0, .connect = 20, .tls = 41, .firstByte = 96};
    outcome.durationMs = 97;
}

void describe(item::Outcome &outcome)
{
    if (outcome.id == item::ItemId(1))
        describeDone(outcome);
    else if (outcome.id == item::ItemId(4))
        describeMissing(outcome);
    else if (outcome.failure.reason == item::Reason::Dns)
        outcome.failure.detail =
            QStringLiteral("Could not resolve host: no-such-host.example ") + poison;
    else if (outcome.failure.reason == item::Reason::Tls)
        outcome.failure.detail =
            QStringLiteral("SSL certificate problem: certificate has expired (expired.example)");
}

/// Long texts, numbers, lists, what is missing, Chinese.
QByteArray record(int number)
{
    const QJsonValue description =
        number % 5 == 0
            ? QJsonValue()
            : QJsonValue(QStringLiteral("It's hard to imagine a world without A Light in the Attic."
                                        " This now-classic collection of poetry and drawings "
                                        "celebrates its %1th anniversary with this edition.")
                             .arg(number));
    const QJsonValue price = number % 7 == 3 ? QJsonValue() : QJsonValue(10 + number * 0.75);
    const auto title = number % 3 == 0
                           ? QStringLiteral("阁楼上的光（第 %1 版）").arg(number)
                           : QStringLiteral("A Light in the %2, vol. %1").arg(number).arg(poison);
    const QJsonArray fields{
        title,
        price,
        number % 4 != 0,
        QJsonArray{QStringLiteral("poetry"), QStringLiteral("children")},
        QStringLiteral("https://books.example/catalogue/a-light-in-the-attic_%1/index.html")
            .arg(number),
        description,
        number * 1'204'111};
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

QList<QByteArray> recordsOf(item::ItemId page)
{
    QList<QByteArray> records;
    for (int i = 0; i < recordsOnAPage; ++i)
        records.append(record(int(qint64(page) - 53) * recordsOnAPage + i + 1));
    return records;
}

} // namespace

QStringList stageFields()
{
    return {
        QStringLiteral("title"),  QStringLiteral("price"), QStringLiteral("in_stock"),
        QStringLiteral("tags"),   QStringLiteral("link"),  QStringLiteral("description"),
        QStringLiteral("上架数"),
    };
}

void writeStageSession(const QString &path)
{
    const auto store = store::Store::open(path);
    if (!store)
        qFatal("the session of the stage could not be made");
    const auto changes = Stage::changes();
    for (const auto &state : changes.jobs)
        (*store)->addJob(job(state));
    for (const auto &block : changes.added) {
        store::ImportBatch batch{.urls = block};
        batch.job = job(changes.jobs[int(block->job()) - 1]);
        if (block->job() == item::JobId(1)) {
            item::LinkOptions options;
            options.checksum = item::Checksum{item::HashAlgorithm::Sha256, QByteArray(32, '\x7e')};
            batch.options = {{item::ItemId(1), item::toJson(options)}};
        }
        (*store)->import(batch);
    }
    QList<store::ItemUpdate> updates;
    for (const auto &row : changes.rows) {
        if (row.status == item::Status::Running || row.status == item::Status::Paused)
            continue;
        auto update = ended(row);
        describe(update.outcome);
        if (qint64(row.id) >= 53)
            update.records = recordsOf(row.id);
        updates.append(update);
    }
    (*store)->apply(updates);
}

} // namespace trawl::windows
