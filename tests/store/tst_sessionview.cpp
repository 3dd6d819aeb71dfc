// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessions.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_sessionview {

using namespace trawl;
using namespace trawl::test;

/// What is kept of an item beside its row: read back by readSession() and the loaders.
class SessionViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsAllOfAnItem();
    void aNewAttemptReplacesTheDetails();
    void countsByJobStatusAndReason();
    void readsBesideTheWriter();
    void keepsOptionsOfItems();
    void tellsWhereAnItemIsFrom();
    void keepsOptionsAndCookiesOfJobs();
    void epochsTellWhatIsNotSynced();

private:
    std::unique_ptr<store::Store> open();
    item::Details details(qint64 id);

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void SessionViewTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("a.trawl"));
    auto store = open();
    store->addJob(makeJob(1));
    store->import(makeBatch(1, 10));
}

std::unique_ptr<store::Store> SessionViewTest::open()
{
    auto store = store::Store::open(m_path);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return std::move(*store);
}

item::Details SessionViewTest::details(qint64 id)
{
    const auto view = store::readSession(m_path, {item::ItemId(id)});
    return view && view->items.size() == 1 ? view->items[0] : item::Details();
}

void SessionViewTest::tellsAllOfAnItem()
{
    auto update = makeUpdate(3);
    auto &outcome = update.outcome;
    outcome.verdict = item::Verdict::Verified;
    outcome.sha256 = QByteArray(32, '\xab');
    outcome.hops = {"https://a.example/1", "https://b.example/2"};
    outcome.timings = {1, 2, 3, 4};
    outcome.note = QStringLiteral("changed on the server, started again");
    outcome.head.fields = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
    outcome.head.lastModified = "Tue, 01 Jul 2025 00:00:00 GMT";
    outcome.failure.detail = QStringLiteral("ünly for people");
    open()->apply({update});

    const auto found = details(3);
    QCOMPARE(found.result.id, item::ItemId(3));
    QCOMPARE(found.result.url, urlOf(3));
    QCOMPARE(found.result.sha256, QByteArray("ab").repeated(32));
    QCOMPARE(found.result.attempts, 1);
    QCOMPARE(found.verdict, outcome.verdict);
    QCOMPARE(found.hops, outcome.hops);
    QCOMPARE(found.timings, outcome.timings);
    QCOMPARE(found.note, outcome.note);
    QCOMPARE(found.fields, outcome.head.fields);
    QCOMPARE(found.etag, outcome.head.etag);
    QCOMPARE(found.lastModified, outcome.head.lastModified);
    QCOMPARE(found.xxh3, outcome.xxh3);
    QCOMPARE(found.detail, outcome.failure.detail);
    QCOMPARE(details(4).result.status, item::Status::Queued);
    QVERIFY(store::readSession(m_path, {item::ItemId(99)})->items.isEmpty());
}

void SessionViewTest::aNewAttemptReplacesTheDetails()
{
    auto update = makeUpdate(1, item::Status::Failed);
    update.outcome.note = QStringLiteral("first");
    const auto store = open();
    quint64 committed = 0;
    connect(store.get(), &store::Store::committed, this, [&](quint64 burst) { committed = burst; });
    store->apply({update});
    update.outcome.note.clear();
    const auto last = store->apply({update});
    QTRY_COMPARE(committed, last);
    QVERIFY(details(1).note.isEmpty());
}

void SessionViewTest::countsByJobStatusAndReason()
{
    auto failed = makeUpdate(4, item::Status::Failed);
    failed.outcome.failure.reason = item::Reason::Http;
    failed.outcome.head.code = 404;
    open()->apply(QList{makeUpdate(1), makeUpdate(2), failed});
    const auto view = store::readSession(m_path, {});
    QVERIFY(view);
    QCOMPARE(view->jobs.size(), 1);
    qint64 items = 0;
    for (const auto &count : view->counts) {
        items += count.items;
        if (count.status == item::Status::Done)
            QCOMPARE(count.items, 2);
        if (count.status == item::Status::Failed) {
            QCOMPARE(count.code, 404);
            QCOMPARE(count.reason, item::Reason::Http);
        }
    }
    QCOMPARE(items, 10);
}

void SessionViewTest::readsBesideTheWriter()
{
    const auto store = open();
    store->apply({makeUpdate(7)});
    QTRY_COMPARE(details(7).result.status, item::Status::Done);
}

void SessionViewTest::keepsOptionsOfItems()
{
    {
        auto batch = makeBatch(11, 3);
        batch.options.append({item::ItemId(12), R"({"name":"x"})"});
        open()->import(std::move(batch));
    }
    QHash<item::ItemId, QByteArray> found;
    open()->loadOptions([&](item::ItemId id, const QByteArray &json) { found.insert(id, json); });
    const QHash<item::ItemId, QByteArray> expected{{item::ItemId(12), R"({"name":"x"})"}};
    QCOMPARE(found, expected);
}

void SessionViewTest::tellsWhereAnItemIsFrom()
{
    {
        auto batch = makeBatch(11, 3);
        batch.options.append({item::ItemId(12), R"({"name":"x"})"});
        batch.places = {{.id = item::ItemId(12), .parent = item::ItemId(3), .depth = 2},
                        {.id = item::ItemId(13), .parent = item::ItemId(0), .depth = 0}};
        open()->import(std::move(batch));
    }
    const item::FoundAt below{item::ItemId(3), urlOf(3), 2};
    QCOMPARE(details(12).foundAt, std::optional(below));
    QCOMPARE(details(12).options.name, QStringLiteral("x"));
    QCOMPARE(details(13).foundAt, std::optional(item::FoundAt()));
    QCOMPARE(details(11).foundAt, std::nullopt);
    QVERIFY(details(11).options.isEmpty());
}

void SessionViewTest::keepsOptionsAndCookiesOfJobs()
{
    auto job = makeJob(1);
    job.options = R"({"a":1})";
    job.cookies = "x\ty\n";
    open()->updateJob(job);
    const auto jobs = open()->jobs();
    QCOMPARE(jobs[0].options, job.options);
    QCOMPARE(jobs[0].cookies, job.cookies);
}

void SessionViewTest::epochsTellWhatIsNotSynced()
{
    const auto unsynced = [this] {
        QList<qint64> ids;
        const auto files = open()->unsyncedFiles();
        for (const auto &file : files)
            ids.append(qint64(file.id));
        return ids;
    };
    {
        const auto store = open();
        store->apply(makeUpdates(1, 2));
        const auto first = store->nextEpoch();
        store->apply(makeUpdates(3, 2));
        store->apply({makeUpdate(5, item::Status::Failed)}); // it has no file
        store->setSynced(first);
    }
    QCOMPARE(unsynced(), (QList<qint64>{3, 4}));
    const auto file = open()->unsyncedFiles().at(0);
    QCOMPARE(file.file, QStringLiteral("page-3.html"));
    QCOMPARE(file.bytes, 30);
    QCOMPARE(file.xxh3, ~quint64(3));
    {
        const auto store = open();
        QVERIFY(store->wasClean());
        store->setSynced(store->nextEpoch()); // that of this run is behind the last one's
    }
    QCOMPARE(unsynced(), QList<qint64>());
}

TRAWL_TEST(Guiless, SessionViewTest)

} // namespace tst_sessionview

#include "tst_sessionview.moc"
