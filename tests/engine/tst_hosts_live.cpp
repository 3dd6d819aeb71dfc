// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "engine/pagesfixture.h"
#include "support/nginx.h"
#include "support/rawserver.h"
#include "support/testmain.h"

#include <QTemporaryDir>

namespace tst_hosts_live {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;
using item::Status;

/// What the person wishes of hosts, and who comes first.
class TestHostsLive : public QObject, private PagesFixture
{
    Q_OBJECT

    [[nodiscard]] EngineOptions http1() const
    {
        auto http1 = options();
        http1.settings.http = item::HttpVersion::Http1;
        return http1;
    }
    /// One request at a time, so that the order of arrival is that of the starts.
    [[nodiscard]] EngineOptions oneByOne() const
    {
        auto one = http1();
        one.perHost = 1;
        return one;
    }
    [[nodiscard]] QByteArray origin() const { return url(1).left(url(1).indexOf("/p/")); }
    /// The ids in the order in which they ended.
    [[nodiscard]] QList<qint64> arrivals() const
    {
        auto results = Run::results(session());
        std::ranges::sort(results, {}, &item::Result::arrival);
        QList<qint64> ids;
        for (const auto &result : results)
            ids.append(qint64(result.id));
        return ids;
    }
    static void finish(Run &run)
    {
        run.start();
        QTRY_VERIFY(run.finished > 0);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(startServer());
        m_server->pages(60, 20'000);
    }
    void init() { makeDir(); }

    void jobsComeInTheOrderOfTheirRanks()
    {
        {
            Run run(oneByOne());
            QVERIFY(run.open());
            run.add(out(), links(1, 3), "a");
            run.add(out(), links(4, 6), "b");
            run.add(out(), links(7, 9), "c");
            run.thread.post([](Engine &e) {
                e.moveJob(JobId(3), Engine::Move::Top);
                e.moveJob(JobId(1), Engine::Move::Down);
            });
            const auto jobs = run.nextChanges()->jobs;
            QCOMPARE(jobs.at(0).rank, 2);
            QCOMPARE(jobs.at(1).rank, 1);
            QCOMPARE(jobs.at(2).rank, 0);
        }
        Run run(oneByOne()); // it is kept
        QVERIFY(run.open());
        run.add(out(), links(10, 10), "d");
        QCOMPARE(run.nextChanges()->jobs.at(3).rank, 3);
        finish(run);
        QCOMPARE(arrivals(), (QList<qint64>{7, 8, 9, 4, 5, 6, 1, 2, 3, 10}));
        run.thread.post([](Engine &e) { e.removeJob(JobId(2), false); });
        const auto jobs = run.nextChanges()->jobs;
        QCOMPARE(jobs.at(0).rank, 1); // without gaps
        QCOMPARE(jobs.at(1).rank, 0);
        QCOMPARE(jobs.at(2).rank, 2);
    }
    void movedItemsKeepTheirPlaces()
    {
        {
            Run run(oneByOne());
            QVERIFY(run.open());
            run.add(out(), links(1, 6));
            run.thread.post([](Engine &e) {
                e.moveItems({ItemId(5), ItemId(4)}, Engine::Move::Top);
                e.moveItems({ItemId(1)}, Engine::Move::Bottom);
                e.moveItems({ItemId(6)}, Engine::Move::Top);
            });
        }
        Run run(oneByOne());
        QVERIFY(run.open());
        run.thread.post([](Engine &e) { // goes through the scheduler once more
            e.pauseAll();
            e.resumeAll();
        });
        finish(run);
        QCOMPARE(arrivals(), (QList<qint64>{6, 4, 5, 2, 3, 1}));
    }
    void itemsMoveOnePlace()
    {
        Run run(oneByOne());
        QVERIFY(run.open());
        run.add(out(), links(1, 4));
        run.thread.post([](Engine &e) {
            e.moveItems({ItemId(3)}, Engine::Move::Up);
            e.moveItems({ItemId(1), ItemId(99)}, Engine::Move::Down);
        });
        finish(run);
        QCOMPARE(arrivals(), (QList<qint64>{3, 1, 2, 4}));
    }
    void hostsTellWhatTheyDo()
    {
        auto slow = http1();
        slow.bytesPerSecond = 100'000; // so that it can be seen at work
        Run run(slow);
        QVERIFY(run.open());
        run.add(out(), links(1, 30));
        const auto first = run.nextChanges()->hosts;
        QCOMPARE(first.size(), 1U);
        QCOMPARE(first[0].origin, origin());
        QCOMPARE(first[0].counts, (Counts{.queued = 30}));
        QCOMPARE(first[0].connections, 6);
        QCOMPARE(first[0].latencyMs, -1);
        run.start();
        HostRow row;
        const auto look = [&] {
            const auto changes = run.nextChanges();
            if (changes && !changes->hosts.empty())
                row = changes->hosts.back();
        };
        const auto works = [&] {
            look();
            return row.bytesPerSecond > 0 && row.requestsPerSecond > 0 && row.latencyMs >= 0;
        };
        QTRY_VERIFY(works());
        run.change([](EngineOptions &o) { o.bytesPerSecond = 0; });
        const auto isDone = [&] {
            look();
            return row.counts == Counts{.done = 30};
        };
        QTRY_VERIFY(isDone());
        QCOMPARE(row.inFlight, 0);
        const auto rests = [&] {
            look();
            return row.bytesPerSecond <= 0 && row.requestsPerSecond <= 0;
        };
        QTRY_VERIFY(rests());
        QVERIFY(run.nextChanges()->hosts.empty()); // nothing changes any more
    }
    void itemsOfAPausedHostWait()
    {
        {
            Run run(http1());
            QVERIFY(run.open());
            run.thread.call([](Engine &e) { return e.setRateLimit(100'000), 0; });
            run.start();
            run.add(out(), links(1, 20));
            QTRY_VERIFY(run.counts().running > 0);
            run.thread.post([this](Engine &e) { e.pauseHost(origin()); });
            QTRY_COMPARE(run.counts().running, 0);
            QVERIFY(run.counts().queued > 0);
        }
        Run run(http1());
        QVERIFY(run.open());
        const auto changes = *run.nextChanges();
        QVERIFY(changes.hosts.at(0).paused);
        QVERIFY(std::ranges::all_of(changes.rows, [](const RowState &row) {
            return row.status != Status::Queued || row.hostPaused;
        }));
        run.start();
        const auto held = run.counts();
        QTest::qWait(300);
        QCOMPARE(run.counts(), held);
        run.thread.post([this](Engine &e) { e.resumeHost(origin()); });
        QTRY_COMPARE(run.counts(), (Counts{.done = 20}));
    }
    void aHostMayBeLimited()
    {
        {
            Run run(http1());
            QVERIFY(run.open());
            run.add(out(), links(1, 10));
            run.thread.post([this](Engine &e) {
                e.setHostLimit(origin(),
                               {.connections = 2, .bytesPerSecond = 0, .startsPerSecond = 20.5});
            });
        }
        Run run(http1());
        QVERIFY(run.open());
        const auto row = run.nextChanges()->hosts.at(0);
        QCOMPARE(row.limit, (HostLimit{.connections = 2, .startsPerSecond = 20.5}));
        QCOMPARE(row.connections, 2);
        QElapsedTimer timer;
        timer.start();
        finish(run);
        QVERIFY2(timer.elapsed() > 400, "ten starts at 20.5 a second");
        run.thread.post([this](Engine &e) {
            e.setHostLimit(origin(),
                           {.connections = 0, .bytesPerSecond = 100'000, .startsPerSecond = 0});
        });
        run.finished = 0;
        timer.start();
        run.add(out(), links(11, 30), "slow");
        QTRY_VERIFY(run.finished > 0);
        QVERIFY2(timer.elapsed() > 2500, "400 kB at 100 kB/s");
        QCOMPARE(run.counts(), (Counts{.done = 30}));
    }
    void aHeldHostIsTriedAgainAtOnce()
    {
        auto patient = http1();
        patient.retryBaseMs = 60'000;
        Run run(patient);
        QVERIFY(run.open());
        QList<item::Link> list;
        for (int i = 0; i < 3; ++i)
            list.append({i, "http://127.0.0.1:9/" + QByteArray::number(i)}); // nobody listens
        run.start();
        run.add(out(), list);
        const auto tried = [&run](int times) {
            const auto changes = run.nextChanges();
            return changes && std::ranges::any_of(changes->rows, [times](const RowState &row) {
                       return row.attempts == times && row.retryAtMs > 0;
                   });
        };
        QVERIFY(support::comes([&tried] { return tried(1); }));
        run.thread.post([](Engine &e) { e.retryHost("http://127.0.0.1:9"); });
        QVERIFY(support::comes([&tried] { return tried(2); }));
    }
    // Connections of hosts without work would only be in the way of others.
    void aHostWithNothingLeftIsLeft()
    {
        const support::RawServer server(support::RawServer::always(support::okSized("a page")));
        auto one = oneByOne();
        one.workers = 1;
        Run run(one);
        QVERIFY(run.open());
        QList<item::Link> list;
        for (int i = 1; i <= 3; ++i)
            list.append({i, server.url(QStringLiteral("/%1").arg(i)).toEncoded()});
        run.add(out(), list);
        finish(run);
        QCOMPARE(server.connections(), 1);
        QTRY_COMPARE(server.openConnections(), 0);
    }
};

TRAWL_TEST(Guiless, TestHostsLive)

} // namespace tst_hosts_live

#include "tst_hosts_live.moc"
