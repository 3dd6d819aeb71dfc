// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"
#include "store/sessions.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace tst_store {

using namespace trawl;
using namespace trawl::test;

/// What a Store keeps and in which order it reports.
class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void newSessionIsEmpty();
    void keepsEveryFieldOfAJob();
    void keepsNoSecretIfAsked();
    void importAdvancesItsJob();
    void keepsBytesOfUrls();
    void keepsStates();
    void lastUpdateWins();
    void renames();
    void runningIsQueuedAgain();
    void entriesThatEndAtImport();
    void blocksAreOfOneJobAndBounded();
    void aGapBeginsABlock();
    void reportsInOrderOnTheReceiversThread();
    void backlogCountsItems();
    void destructorWritesAllAndLeavesOneFile();
    void manyItems();
    void impossibleWriteStopsTheStore();

private:
    void open();
    void reopen();
    void waitUntilWritten();

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<store::Store> m_store;
};

void StoreTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    open();
}

void StoreTest::cleanup()
{
    m_store.reset();
}

void StoreTest::open()
{
    auto opened = store::Store::open(m_dir->filePath(QStringLiteral("a.trawl")));
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    m_store = std::move(*opened);
}

void StoreTest::reopen()
{
    m_store.reset();
    open();
}

void StoreTest::waitUntilWritten()
{
    QTRY_COMPARE(m_store->backlog(), 0);
}

void StoreTest::newSessionIsEmpty()
{
    QCOMPARE(m_store->jobs().size(), 0);
    QVERIFY(loadAll(*m_store).states.empty());
    QCOMPARE(m_store->path(),
             QFileInfo(m_dir->filePath(QStringLiteral("a.trawl"))).canonicalFilePath());
}

void StoreTest::keepsEveryFieldOfAJob()
{
    store::JobRow job{.id = item::JobId(1),
                      .name = QStringLiteral("Bücher 本"),
                      .directory = QStringLiteral("/data/Bücher"),
                      .source = QByteArray("a\0b\xff", 4),
                      .imported = 5'000'000'000,
                      .digest = 0xfedcba9876543210,
                      .complete = true,
                      .paused = true,
                      .createdMs = 1'750'000'000'123};
    m_store->addJob(job);
    m_store->addJob({.id = item::JobId(2)});
    reopen();
    const auto jobs = m_store->jobs();
    QCOMPARE(jobs.size(), 2);
    QVERIFY(jobs[0].id == job.id);
    QCOMPARE(jobs[0].name, job.name);
    QCOMPARE(jobs[0].directory, job.directory);
    QCOMPARE(jobs[0].source, job.source);
    QCOMPARE(jobs[0].imported, job.imported);
    QCOMPARE(jobs[0].digest, job.digest);
    QCOMPARE(jobs[0].complete, true);
    QCOMPARE(jobs[0].paused, true);
    QCOMPARE(jobs[0].createdMs, job.createdMs);
    QVERIFY(jobs[1].id == item::JobId(2));
    QCOMPARE(jobs[1].name, QString());
    QCOMPARE(jobs[1].complete, false);

    job.paused = false;
    job.name = QStringLiteral("other");
    m_store->updateJob(job);
    reopen();
    QCOMPARE(m_store->jobs()[0].paused, false);
    QCOMPARE(m_store->jobs()[0].name, QStringLiteral("other"));
    QCOMPARE(m_store->jobs()[0].digest, job.digest);
}

/// Not in the file and not in its journal, before and after it is closed.
void StoreTest::keepsNoSecretIfAsked()
{
    const QByteArray secret("geheim42");
    const auto path = m_dir->filePath(QStringLiteral("secret.trawl"));
    const auto written = [&path] {
        return contents(path) + contents(path + QStringLiteral("-wal"));
    };
    {
        const auto redaction = [](const QByteArray &) { return QByteArray("{\"kept\":1}"); };
        auto store = *store::Store::open(path, redaction);
        auto job = makeJob(1);
        job.options = "{\"password\":\"" + secret + "\"}";
        job.cookies = secret;
        store->addJob(job);
        auto batch = makeBatch(1, 2);
        batch.options = {{item::ItemId(1), secret}};
        store->import(batch);
        store->updateJob(job);
        auto update = makeUpdate(1);
        update.outcome.head.fields = "HTTP/1.1 200 OK\r\nSet-Cookie: id=" + secret + "\r\n\r\n";
        update.outcome.note = QStringLiteral("a note");
        store->apply({update});
        QTRY_COMPARE(store->backlog(), 0);
        QVERIFY(written().contains("a note"));
        QVERIFY(!written().contains(secret));
    }
    QVERIFY(!written().contains(secret));
    const auto jobs = store::readJobs(path);
    QVERIFY(jobs);
    QCOMPARE(jobs->at(0).options, "{\"kept\":1}");
    QCOMPARE(jobs->at(0).name, makeJob(1).name);
}

void StoreTest::importAdvancesItsJob()
{
    auto job = makeJob(1);
    job.paused = true;
    m_store->addJob(job);
    auto batch = makeBatch(1, 3);
    batch.job.digest = 77;
    batch.job.complete = true;
    batch.job.name = QStringLiteral("not written by an import");
    m_store->import(batch);
    reopen();
    const auto kept = m_store->jobs().at(0);
    QCOMPARE(kept.imported, 3);
    QCOMPARE(kept.digest, quint64(77));
    QCOMPARE(kept.complete, true);
    QCOMPARE(kept.paused, true);
    QCOMPARE(kept.name, job.name);
}

void StoreTest::keepsBytesOfUrls()
{
    const QList<QByteArray> urls = {"https://example.org/", QByteArray(), QByteArray("a\0b", 3),
                                    "\xff\xfe not UTF-8", QByteArray(100'000, 'x')};
    auto block = std::make_shared<item::UrlBlock>(item::ItemId(1), item::JobId(1));
    for (const QByteArray &url : urls)
        block->append(url);
    m_store->import({.urls = block, .job = makeJob(1)});
    reopen();
    QCOMPARE(loadAll(*m_store).urls, urls);
}

void StoreTest::keepsStates()
{
    m_store->import(makeBatch(1, 4));
    auto update = makeUpdate(3, item::Status::Failed);
    update.outcome.failure = {.reason = item::Reason::Http, .httpCode = 503};
    update.outcome.head.code = 503;
    update.outcome.bytes = 6'000'000'000;
    update.attempts = 4;
    update.file = QStringLiteral("ä/本.html");
    m_store->apply({update});
    reopen();
    const auto states = loadAll(*m_store).states;
    QCOMPARE(states.size(), 4U);
    for (const int other : {0, 1, 3}) {
        QVERIFY(states[other].id == item::ItemId(other + 1));
        QVERIFY(states[other].status == item::Status::Queued);
        QCOMPARE(states[other].attempts, 0);
    }
    QVERIFY(states[2].id == item::ItemId(3));
    QVERIFY(states[2].status == item::Status::Failed);
    QVERIFY(states[2].reason == item::Reason::Http);
    QCOMPARE(states[2].code, 503);
    QCOMPARE(states[2].attempts, 4);
    QCOMPARE(states[2].bytes, update.outcome.bytes);
    QCOMPARE(states[2].file, update.file);
}

void StoreTest::lastUpdateWins()
{
    m_store->import(makeBatch(1, 2));
    m_store->apply({makeUpdate(1, item::Status::Failed), makeUpdate(1, item::Status::Paused)});
    m_store->apply({makeUpdate(1, item::Status::Done)});
    m_store->apply({makeUpdate(2, item::Status::Done)});
    m_store->apply({store::ItemUpdate{.id = item::ItemId(2)}});
    reopen();
    const auto states = loadAll(*m_store).states;
    QVERIFY(states[0].status == item::Status::Done);
    QVERIFY(states[1].status == item::Status::Queued);
    QCOMPARE(states[1].file, QString());
}

void StoreTest::renames()
{
    m_store->import(makeBatch(1, 2));
    m_store->apply(makeUpdates(1, 2));
    m_store->setFile(item::ItemId(2), QStringLiteral("ü (1).html"));
    reopen();
    const auto states = loadAll(*m_store).states;
    QCOMPARE(states[0].file, makeUpdate(1).file);
    QCOMPARE(states[1].file, QStringLiteral("ü (1).html"));
    QCOMPARE(states[1].bytes, makeUpdate(2).outcome.bytes);
}

void StoreTest::runningIsQueuedAgain()
{
    m_store->import(makeBatch(1, 1));
    m_store->apply({makeUpdate(1, item::Status::Running)});
    reopen();
    QVERIFY(loadAll(*m_store).states[0].status == item::Status::Queued);
}

void StoreTest::entriesThatEndAtImport()
{
    auto batch = makeBatch(1, 3);
    batch.ended.append({.id = item::ItemId(2),
                        .status = item::Status::Skipped,
                        .reason = item::Reason::Duplicate,
                        .detail = QStringLiteral("of 1")});
    m_store->import(batch);
    reopen();
    const auto states = loadAll(*m_store).states;
    QVERIFY(states[0].status == item::Status::Queued);
    QVERIFY(states[1].status == item::Status::Skipped);
    QVERIFY(states[1].reason == item::Reason::Duplicate);
}

void StoreTest::blocksAreOfOneJobAndBounded()
{
    m_store->import(makeBatch(1, 5000, 1));
    m_store->import(makeBatch(5001, 10, 2));
    m_store->import(makeBatch(5011, 10, 1));
    reopen();
    const auto all = loadAll(*m_store);
    qint64 next = 1;
    for (const auto &block : all.blocks) {
        QVERIFY(block->size() > 0 && block->size() <= 4096);
        QCOMPARE(qint64(block->first()), next);
        next += block->size();
        QVERIFY(block->job() == item::JobId(qint64(block->first()) == 5001 ? 2 : 1));
    }
    QCOMPARE(next, 5021);
    QCOMPARE(all.blocks.size(), 4);
}

void StoreTest::aGapBeginsABlock()
{
    m_store->import(makeBatch(1, 2));
    m_store->import(makeBatch(10, 2));
    m_store->apply({makeUpdate(5), makeUpdate(11)}); // 5 is no item
    reopen();
    const auto all = loadAll(*m_store);
    QCOMPARE(all.blocks.size(), 2);
    QVERIFY(all.blocks[1]->first() == item::ItemId(10));
    QVERIFY(all.states[2].status == item::Status::Queued);
    QVERIFY(all.states[3].status == item::Status::Done);
}

void StoreTest::reportsInOrderOnTheReceiversThread()
{
    QStringList seen;
    bool elsewhere = false;
    const auto note = [&](const QString &what) {
        elsewhere |= QThread::currentThread() != thread();
        seen.append(what);
    };
    connect(m_store.get(), &store::Store::committed, this,
            [&](quint64 burst) { note(QStringLiteral("burst %1").arg(burst)); });
    connect(m_store.get(), &store::Store::imported, this, [&](item::JobId job, qint64 lines) {
        note(QStringLiteral("job %1 at %2").arg(qint64(job)).arg(lines));
    });
    QStringList expected;
    for (int round = 0; round < 50; ++round) {
        m_store->import(makeBatch(round * 10 + 1, 10, 1 + round % 3));
        expected.append(QStringLiteral("job %1 at %2").arg(1 + round % 3).arg(round * 10 + 10));
        for (int burst = 1; burst <= 3; ++burst) {
            const auto number = m_store->apply(makeUpdates(round * 10 + 1, burst));
            QCOMPARE(number, quint64(round * 3 + burst));
            expected.append(QStringLiteral("burst %1").arg(number));
        }
    }
    const auto empty = m_store->apply({});
    expected.append(QStringLiteral("burst %1").arg(empty));
    QVERIFY(seen.isEmpty());
    QTRY_COMPARE(seen.size(), expected.size());
    QCOMPARE(seen, expected);
    QVERIFY(!elsewhere);
}

void StoreTest::backlogCountsItems()
{
    QCOMPARE(m_store->backlog(), 0);
    qsizetype highest = 0;
    for (int round = 0; round < 20; ++round) {
        m_store->import(makeBatch(round * 1000 + 1, 1000));
        m_store->apply(makeUpdates(round * 1000 + 1, 500));
        highest = qMax(highest, m_store->backlog());
    }
    QVERIFY(highest >= 500 && highest <= 30'000);
    waitUntilWritten();
}

void StoreTest::destructorWritesAllAndLeavesOneFile()
{
    int committed = 0;
    connect(m_store.get(), &store::Store::committed, this, [&] { ++committed; });
    m_store->import(makeBatch(1, 2000));
    for (int burst = 0; burst < 20; ++burst)
        m_store->apply(makeUpdates(burst * 100 + 1, 100));
    m_store.reset();
    const QDir dir(m_dir->path());
    QCOMPARE(dir.entryList(QDir::Files | QDir::Hidden), QStringList(QStringLiteral("a.trawl")));
    QTRY_COMPARE(committed, 20);
    open();
    const auto all = loadAll(*m_store);
    QCOMPARE(all.states.size(), 2000U);
    for (const auto &state : all.states)
        QVERIFY(state.status == item::Status::Done);
}

void StoreTest::manyItems()
{
    constexpr qint64 Count = 50'000;
    for (qint64 first = 1; first < Count; first += 1000)
        m_store->import(makeBatch(first, 1000));
    for (qint64 first = 1; first < Count; first += 1000)
        m_store->apply(makeUpdates(first, 500));
    reopen();
    const auto all = loadAll(*m_store);
    QCOMPARE(qint64(all.states.size()), Count);
    for (qint64 index = 0; index < Count; ++index) {
        const auto &state = all.states[std::size_t(index)];
        const bool done = index % 1000 < 500;
        QVERIFY(state.id == item::ItemId(index + 1));
        QVERIFY(state.status == (done ? item::Status::Done : item::Status::Queued));
        QCOMPARE(state.bytes, done ? (index + 1) * 10 : 0);
        QCOMPARE(all.urls[index], urlOf(index + 1));
    }
}

void StoreTest::impossibleWriteStopsTheStore()
{
    item::Failure failure;
    quint64 lastCommitted = 0;
    connect(m_store.get(), &store::Store::failed, this,
            [&](const item::Failure &why) { failure = why; });
    connect(m_store.get(), &store::Store::committed, this,
            [&](quint64 burst) { lastCommitted = burst; });
    m_store->import(makeBatch(1, 3));
    m_store->apply(makeUpdates(1, 3));
    QTRY_COMPARE(lastCommitted, 1U);
    m_store->import(makeBatch(3, 3)); // 3 is there already
    QTRY_VERIFY(failure.reason == item::Reason::Session);
    QVERIFY(!failure.detail.contains(QStringLiteral("example")));
    m_store->apply(makeUpdates(1, 1));
    reopen();
    QCOMPARE(loadAll(*m_store).urls, QList<QByteArray>({urlOf(1), urlOf(2), urlOf(3)}));
}

TRAWL_TEST(Guiless, StoreTest)

} // namespace tst_store

#include "tst_store.moc"
