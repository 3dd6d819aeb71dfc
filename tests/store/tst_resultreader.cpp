// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"
#include "store/sessions.h"
#include "support/ordinaryuser.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_resultreader {

using namespace trawl;
using namespace trawl::test;

/// Results read off a session: open, closed, killed, out of reach.
class ResultReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fillsEveryField();
    void itemWithoutAnOutcome();
    void finalUrls();
    void filters_data();
    void filters();
    void snapshotWhileWriting();
    void closedSession();
    void readOnlyPlace();
    void killedSession();
    void readerDoesNotHinderTheNextStart();
    void refusesWhatIsNoSession();
    void saysWhenItBreaksOff();

private:
    std::unique_ptr<store::Store> open();
    QList<item::Result> results(const store::ResultReader::Filter &filter = {});

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void ResultReaderTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath(QStringLiteral("a b%20ü?.trawl"));
}

std::unique_ptr<store::Store> ResultReaderTest::open()
{
    auto store = store::Store::open(m_path);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return std::move(*store);
}

QList<item::Result> ResultReaderTest::results(const store::ResultReader::Filter &filter)
{
    auto reader = store::ResultReader::open(m_path, filter);
    if (!reader) {
        qWarning("%s", qPrintable(reader.error().detail));
        return {};
    }
    auto all = readAll(**reader);
    if ((*reader)->failure())
        qWarning("%s", qPrintable((*reader)->failure()->detail));
    return all;
}

void ResultReaderTest::fillsEveryField()
{
    auto store = open();
    store->import(makeBatch(1, 2, 7));
    auto update = makeUpdate(2, item::Status::Failed);
    update.outcome.failure = {.reason = item::Reason::Http, .httpCode = 404};
    update.outcome.head.code = 404;
    update.outcome.head.mime = "text/html; charset=\xff";
    update.outcome.finalUrl = "https://other.example/end";
    update.outcome.bytes = 5'000'000'000;
    update.outcome.durationMs = 4321;
    update.attempts = 3;
    update.file = QStringLiteral("本/ü.html");
    store->apply({update});
    QTRY_COMPARE(store->backlog(), 0);

    const auto all = results();
    QCOMPARE(all.size(), 2);
    const item::Result expected{.id = item::ItemId(2),
                                .job = item::JobId(7),
                                .url = urlOf(2),
                                .finalUrl = update.outcome.finalUrl,
                                .status = item::Status::Failed,
                                .code = 404,
                                .reason = item::Reason::Http,
                                .bytes = update.outcome.bytes,
                                .mime = update.outcome.head.mime,
                                .file = update.file,
                                .attempts = 3,
                                .durationMs = 4321,
                                .startedMs = update.outcome.startedMs,
                                .finishedMs = update.finishedMs,
                                .arrival = 1};
    QVERIFY(all[1] == expected);
}

void ResultReaderTest::itemWithoutAnOutcome()
{
    auto store = open();
    store->import(makeBatch(1, 1));
    store.reset();
    const item::Result expected{.id = item::ItemId(1), .job = item::JobId(1), .url = urlOf(1)};
    QVERIFY(results().value(0) == expected);
}

void ResultReaderTest::finalUrls()
{
    auto store = open();
    store->import(makeBatch(1, 3));
    auto updates = makeUpdates(1, 3);
    updates[1].outcome.finalUrl = "https://other.example/";
    updates[2].outcome.finalUrl.clear(); // no response came
    store->apply(updates);
    store.reset();
    const auto all = results();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].finalUrl, urlOf(1));
    QCOMPARE(all[1].finalUrl, QByteArray("https://other.example/"));
    QCOMPARE(all[2].finalUrl, QByteArray());
}

void ResultReaderTest::filters_data()
{
    using item::Status;
    using Job = std::optional<item::JobId>;
    using MaybeStatus = std::optional<Status>;
    QTest::addColumn<Job>("job");
    QTest::addColumn<MaybeStatus>("status");
    QTest::addColumn<QList<int>>("ids");
    QTest::newRow("all") << Job() << MaybeStatus() << QList<int>{1, 2, 3, 4, 5, 6};
    QTest::newRow("job") << Job(item::JobId(2)) << MaybeStatus() << QList<int>{4, 5, 6};
    QTest::newRow("done") << Job() << MaybeStatus(Status::Done) << QList<int>{1, 4};
    QTest::newRow("queued") << Job() << MaybeStatus(Status::Queued) << QList<int>{3, 6};
    QTest::newRow("running") << Job() << MaybeStatus(Status::Running) << QList<int>{3, 6};
    QTest::newRow("both") << Job(item::JobId(2)) << MaybeStatus(Status::Failed) << QList<int>{5};
    QTest::newRow("none") << Job(item::JobId(3)) << MaybeStatus() << QList<int>{};
}

void ResultReaderTest::filters()
{
    QFETCH(std::optional<item::JobId>, job);
    QFETCH(std::optional<item::Status>, status);
    QFETCH(QList<int>, ids);
    auto store = open();
    store->import(makeBatch(1, 3, 1));
    store->import(makeBatch(4, 3, 2));
    store->apply({makeUpdate(1), makeUpdate(2, item::Status::Failed), makeUpdate(4),
                  makeUpdate(5, item::Status::Failed), makeUpdate(6, item::Status::Running)});
    store.reset();
    QList<int> seen;
    for (const auto &result : results({.job = job, .status = status}))
        seen.append(int(result.id));
    QCOMPARE(seen, ids);
}

void ResultReaderTest::snapshotWhileWriting()
{
    auto store = open();
    store->import(makeBatch(1, 3000));
    store->apply(makeUpdates(1, 1500));
    QTRY_COMPARE(store->backlog(), 0);
    auto reader = store::ResultReader::open(m_path, {});
    QVERIFY(reader);
    store->apply(makeUpdates(1, 3000));
    store->import(makeBatch(3001, 3000));
    int count = 0;
    int done = 0;
    while (const auto result = (*reader)->next()) {
        ++count;
        done += result->status == item::Status::Done ? 1 : 0;
        if (count == 1000)
            QTRY_COMPARE(store->backlog(), 0); // all of it is written under the reader
    }
    QCOMPARE(count, 3000);
    QCOMPARE(done, 1500);
    QCOMPARE(results().size(), 6000);
}

void ResultReaderTest::closedSession()
{
    auto store = open();
    store->import(makeBatch(1, 100));
    store.reset();
    const QByteArray before = contents(m_path);
    QCOMPARE(results().size(), 100);
    QCOMPARE(contents(m_path), before);
    QCOMPARE(contents(m_path + QStringLiteral("-wal")), QByteArray());
    open().reset(); // tidies up behind the reader
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files).size(), 1);
}

void ResultReaderTest::readOnlyPlace()
{
    auto store = open();
    store->import(makeBatch(1, 100));
    store.reset();
    makeReadOnly(m_dir->path());
    {
        const support::OrdinaryUser user;
        QCOMPARE(results().size(), 100);
    }
    setMode(m_dir->path(), 0755);
}

void ResultReaderTest::killedSession()
{
    const auto store = open();
    store->import(makeBatch(1, 100));
    QTRY_COMPARE(store->backlog(), 0);
    const QString alive = m_path;
    m_path = m_dir->filePath(QStringLiteral("killed.trawl"));
    copyAsIs(alive, m_path);
    QCOMPARE(results().size(), 100);
    QCOMPARE(results().size(), 100);
}

void ResultReaderTest::readerDoesNotHinderTheNextStart()
{
    auto store = open();
    store->import(makeBatch(1, 100));
    store.reset();
    auto reader = store::ResultReader::open(m_path, {});
    QVERIFY(reader);
    QVERIFY((*reader)->next());
    store = open();
    store->import(makeBatch(101, 100));
    store.reset(); // while the reader still holds its snapshot
    QCOMPARE(readAll(**reader).size(), 99);
    reader->reset();
    QCOMPARE(results().size(), 200);
    store = open();
    QCOMPARE(loadAll(*store).states.size(), 200U);
}

void ResultReaderTest::refusesWhatIsNoSession()
{
    const auto missing = store::ResultReader::open(m_path, {});
    QVERIFY(!missing);
    QVERIFY(missing.error().reason == item::Reason::Session);
    QVERIFY2(missing.error().detail.contains(QStringLiteral("No such file")),
             qPrintable(missing.error().detail));
    QVERIFY(!QFile::exists(m_path));
    setContents(m_path, QByteArray(5000, 'x'));
    const auto text = store::ResultReader::open(m_path, {});
    QVERIFY(!text);
    QVERIFY2(text.error().detail.contains(QStringLiteral("no SQLite database")),
             qPrintable(text.error().detail));
}

void ResultReaderTest::saysWhenItBreaksOff()
{
    auto store = open();
    store->import(makeBatch(1, 5000));
    store.reset();
    QByteArray damaged = contents(m_path);
    damaged.replace(20 * 4096, 4096, QByteArray(4096, '\xa5'));
    setContents(m_path, damaged);
    auto reader = store::ResultReader::open(m_path, {});
    QVERIFY(reader);
    QVERIFY(!(*reader)->failure());
    QVERIFY(readAll(**reader).size() < 5000);
    QVERIFY((*reader)->failure());
    QVERIFY((*reader)->failure()->reason == item::Reason::Session);
    QVERIFY(!(*reader)->next());
}

TRAWL_TEST(Guiless, ResultReaderTest)

} // namespace tst_resultreader

#include "tst_resultreader.moc"
