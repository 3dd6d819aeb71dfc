// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "engine/pagesfixture.h"
#include "item/weburl.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QTemporaryDir>

namespace tst_jobs_live {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;
using item::Status;

/// What the person does to whole jobs while the engine runs.
class TestJobsLive : public QObject, private PagesFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(startServer());
        m_server->pages(50, 1'000);
    }
    void init() { makeDir(); }

    void theEndOfAJobIsToldOnce()
    {
        Run run(options());
        QVERIFY(run.open());
        run.add(out(), links(1, 10));
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, 0);
        run.start();
        qint64 ended = 0;
        QTRY_VERIFY((ended = run.nextChanges()->jobs.at(0).endedMs) > 0);
        QCOMPARE(run.counts(), (Counts{.done = 10}));
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, ended);
        run.thread.post([](Engine &e) { e.pauseJob(JobId(1)); }); // it has ended: it is not paused
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, ended);
        QVERIFY(!run.nextChanges()->jobs.at(0).paused);
        const auto origin = item::originOf(links(1, 1).constFirst().url).toByteArray();
        run.thread.post([origin](Engine &e) { e.pauseHost(origin); });
        run.add(out(), links(1, 20)); // ten more
        QTRY_COMPARE(run.nextChanges()->jobs.at(0).counts.queued, 10);
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, 0);
        run.thread.post([](Engine &e) { e.pauseJob(JobId(1)); });
        QTRY_COMPARE(run.nextChanges()->jobs.at(0).counts.paused, 10);
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, 0);
        run.thread.post([origin](Engine &e) {
            e.resumeHost(origin);
            e.resumeJob(JobId(1));
        });
        QTRY_VERIFY(run.nextChanges()->jobs.at(0).endedMs > ended);
    }
    void whenItemsEndedIsKnownAfterARestart()
    {
        const auto before = QDateTime::currentMSecsSinceEpoch();
        {
            Run run(options());
            QVERIFY(run.open());
            run.add(out(), links(1, 3));
            run.start();
            QTRY_COMPARE(run.finished, 1);
        }
        const auto after = QDateTime::currentMSecsSinceEpoch();
        Run run(options());
        QVERIFY(run.open());
        const auto changes = *run.nextChanges();
        QCOMPARE(changes.rows.size(), 3U);
        for (const auto &row : changes.rows)
            QVERIFY(row.endedMs >= before && row.endedMs <= after);
        QVERIFY(changes.jobs.at(0).endedMs >= before && changes.jobs.at(0).endedMs <= after);
    }
    void aJobTellsItsColumnsAndTakesAnotherName()
    {
        JobOptions scraping;
        item::Page page;
        for (const char *name : {"title", "price"}) {
            page.fields.append({QString::fromLatin1(name), QStringLiteral("h1"), false, {}});
        }
        scraping.recipe.pages.append(page);
        {
            Run run(options());
            QVERIFY(run.open());
            run.add(out(), links(1, 1), "list", scraping);
            run.thread.post([](Engine &e) { e.renameJob(JobId(1), QStringLiteral("prices")); });
            const auto jobs = run.nextChanges()->jobs;
            QCOMPARE(jobs.at(0).fields,
                     (QStringList{QStringLiteral("title"), QStringLiteral("price")}));
            QCOMPARE(jobs.at(0).name, QStringLiteral("prices"));
            QVERIFY(jobs.at(0).createdMs > 0);
            const auto same =
                run.thread.call([](Engine &e) { return e.jobOptions(JobId(1))->recipe; });
            QCOMPARE(same.columns(), jobs.at(0).fields);
            QVERIFY(!run.thread.call([](Engine &e) { return e.jobOptions(JobId(2)).has_value(); }));
        }
        Run run(options());
        QVERIFY(run.open());
        QCOMPARE(run.nextChanges()->jobs.at(0).name, QStringLiteral("prices"));
    }
    void pausedStaysPausedAfterARestart()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.add(out(), links(1, 3), "a");
            run.add(out(), links(4, 6), "b");
            run.thread.post([](Engine &e) { e.pauseAll(); });
            run.start();
        }
        Run run(options());
        QVERIFY(run.open());
        run.start();
        QTest::qWait(200);
        QCOMPARE(run.counts(), (Counts{.paused = 6}));
        const auto jobs = run.nextChanges()->jobs;
        QVERIFY(jobs.at(0).paused && jobs.at(1).paused);
    }
    void otherOptionsHoldForWhatComes()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.start();
            run.add(out(), links(1, 2));
            QTRY_COMPARE(run.counts(), (Counts{.done = 2}));
            auto its = *run.thread.call([](Engine &e) { return e.jobOptions(JobId(1)); });
            its.nameTemplate = QStringLiteral("no {such");
            run.thread.post([its](Engine &e) { e.setJobOptions(JobId(1), its); });
            QTRY_COMPARE(run.log.filter(QStringLiteral("template")).size(), 1);
            its.nameTemplate = QStringLiteral("new/{name}");
            its.transfer.sha256 = true; // which its worker must be told
            run.thread.post([its](Engine &e) {
                e.setJobOptions(JobId(1), its);
                e.setJobRateLimit(JobId(1), 5'000'000, 0);
            });
            run.add(out(), links(1, 4));
            QTRY_COMPARE(run.counts(), (Counts{.done = 4}));
            QTRY_COMPARE(Run::results(session()).size(), 4);
            const auto results = Run::results(session());
            QVERIFY(!results[0].file.startsWith(QStringLiteral("new/")));
            QVERIFY(results[0].sha256.isEmpty());
            QVERIFY(results[3].file.startsWith(QStringLiteral("new/")));
            QCOMPARE(results[3].sha256.size(), 64);
        }
        Run run(options());
        QVERIFY(run.open());
        const auto kept = *run.thread.call([](Engine &e) { return e.jobOptions(JobId(1)); });
        QCOMPARE(kept.nameTemplate, QStringLiteral("new/{name}"));
        QCOMPARE(kept.bytesPerSecond, 5'000'000);
    }
    void otherDefaultsHoldForJobsWithoutOptions()
    {
        Run run(options());
        QVERIFY(run.open());
        run.add(out(), links(1, 2));
        run.change([](EngineOptions &o) {
            o.perHost = 3;
            o.settings.sha256 = true;
        });
        run.start();
        QTRY_COMPARE(run.counts(), (Counts{.done = 2}));
        QCOMPARE(Run::results(session()).at(0).sha256.size(), 64);
        const auto kept = *run.thread.call([](Engine &e) { return e.jobOptions(JobId(1)); });
        QVERIFY(kept.transfer.sha256);
    }
    void workersComeAndGo()
    {
        Run run(options());
        QVERIFY(run.open());
        run.start();
        const auto ready = [&run](int count) {
            const auto changes = run.nextChanges();
            return changes && changes->workers.size() == count &&
                   std::ranges::all_of(changes->workers, [](const WorkerInfo &worker) {
                       return worker.state == WorkerState::Ready;
                   });
        };
        QVERIFY(support::comes([&ready] { return ready(1); }));
        run.change([](EngineOptions &o) { o.workers = 3; });
        QVERIFY(support::comes([&ready] { return ready(3); }));
        run.change([](EngineOptions &o) { o.workers = 1; });
        QVERIFY(support::comes([&ready] { return ready(1); }));
        run.change([](EngineOptions &o) { o.workers = 2; });
        QVERIFY(support::comes([&ready] { return ready(2); }));
        run.add(out(), links(1, 40));
        QTRY_COMPARE(run.counts(), (Counts{.done = 40}));
    }
    void workersAreRecycled()
    {
        auto recycling = options();
        recycling.recycleAfterTasks = 5;
        Run run(recycling);
        QVERIFY(run.open());
        const auto restarts = [&run] { return run.nextChanges()->workers.at(0).restarts; };
        run.start();
        run.add(out(), links(1, 20));
        QTRY_COMPARE(run.counts(), (Counts{.done = 20}));
        QTRY_COMPARE(restarts(), 4);
        run.change([](EngineOptions &o) { o.recycleAfterTasks = 0; });
        run.add(out(), links(1, 40)); // twenty more
        QTRY_COMPARE(run.counts(), (Counts{.done = 40}));
        QCOMPARE(restarts(), 4);
        run.change([](EngineOptions &o) { o.recycleRssBytes = 1; }); // all are larger
        QTRY_VERIFY(restarts() > 4);
    }
    void connectionsOfAWorkerChange()
    {
        auto slow = options();
        slow.bytesPerSecond = 500;
        slow.perHost = 20;
        slow.settings.connections = 2;
        slow.settings.http = item::HttpVersion::Http1;
        Run run(slow);
        QVERIFY(run.open());
        const auto inFlight = [&run] { return run.nextChanges()->workers.at(0).inFlight; };
        run.start();
        run.add(out(), links(1, 40));
        QTRY_COMPARE(inFlight(), 2);
        run.change([](EngineOptions &o) { o.settings.connections = 6; });
        QTRY_COMPARE(inFlight(), 6);
        run.change([](EngineOptions &o) {
            o.settings.connections = 20;
            o.bytesPerSecond = 0;
        });
        QTRY_COMPARE(run.counts(), (Counts{.done = 40}));
    }
    void aRunningItemIsLookedAt()
    {
        auto slow = options();
        slow.bytesPerSecond = 2'000'000;
        slow.settings.segmentFrom = 1 << 20;
        slow.settings.segments = 3;
        slow.settings.http = item::HttpVersion::Http1;
        QFile large(m_server->root() + QStringLiteral("/large"));
        QVERIFY(large.open(QIODevice::WriteOnly));
        constexpr qint64 size = 8 << 20;
        large.write(QByteArray(size, 'x'));
        large.close();
        Run run(slow);
        QList<Inspection> seen;
        connect(run.thread.engine(), &Engine::inspected, &run.here,
                [&seen](const Inspection &one) { seen.append(one); });
        QVERIFY(run.open());
        run.thread.post([](Engine &e) { e.inspect(ItemId(1)); }); // before it runs
        run.start();
        run.add(out(), {{1, m_server->httpsUrl(QStringLiteral("/large")).toEncoded()}});
        const auto split = [&seen] {
            return !seen.isEmpty() && seen.last().segments.size() >= 3 &&
                   seen.last().bytesPerSecond > 0;
        };
        QVERIFY(support::comes(split));
        const auto one = seen.last();
        QCOMPARE(one.id, ItemId(1));
        QCOMPARE(one.total, size);
        QCOMPARE(one.head.code, 200);
        QVERIFY(one.finalUrl.endsWith("/large"));
        qint64 at = 0;
        qint64 written = 0;
        for (const auto &segment : one.segments) {
            QCOMPARE(segment.first, at);
            QVERIFY(segment.end > segment.first);
            QVERIFY(segment.written <= segment.end - segment.first);
            at = segment.end;
            written += segment.written;
        }
        QCOMPARE(at, size); // without gaps
        QCOMPARE(written, one.received);
        const auto loading =
            std::ranges::count(one.segments, item::SegmentState::Loading, &item::Segment::state);
        QVERIFY2(loading >= 2 && loading <= 3, qPrintable(QString::number(loading)));
        QVERIFY(
            run.thread.call([](Engine &e) { return e.inspect({}), true; })); // it has taken effect
        QCoreApplication::processEvents();                                   // what was told before
        seen.clear();
        QTest::qWait(1200);
        QCOMPARE(seen.size(), 0);
        run.thread.post([](Engine &e) {
            e.setRateLimit(0);
            e.inspect(ItemId(1));
        });
        QTRY_COMPARE(run.counts(), (Counts{.done = 1}));
    }
};

TRAWL_TEST(Guiless, TestJobsLive)

} // namespace tst_jobs_live

#include "tst_jobs_live.moc"
