// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "support/nginx.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

namespace tst_engine {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::Status;

/// The engine with real workers and a real server.
class TestEngine : public QObject
{
    Q_OBJECT

    static constexpr int pages = 300;
    std::unique_ptr<support::NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] EngineOptions options(bool kept = true) const
    {
        EngineOptions options;
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 2;
        options.settings.caFile = m_server->caFile();
        options.settings.connections = 8;
        if (kept)
            options.sessionPath = m_dir->filePath(QStringLiteral("s.trawl"));
        return options;
    }
    [[nodiscard]] QString out() const { return m_dir->filePath(QStringLiteral("out")); }
    [[nodiscard]] QList<item::Link> links(int from = 1, int to = pages) const
    {
        QList<item::Link> list;
        for (int i = from; i <= to; ++i)
            list.append({i, pageUrl(i)});
        return list;
    }
    [[nodiscard]] QByteArray pageUrl(int i) const
    {
        return m_server->httpsUrl(pagePath(i)).toEncoded();
    }
    [[nodiscard]] static QString pagePath(int i)
    {
        return QStringLiteral("/p/%1.html").arg(i, 6, 10, QLatin1Char('0'));
    }

    void verifyFiles(const QList<item::Result> &results)
    {
        for (const auto &result : results) {
            if (result.status != Status::Done)
                continue;
            const auto path = QUrl(QString::fromUtf8(result.url)).path();
            QCOMPARE(read(out() + u'/' + result.file), read(m_server->root() + path));
        }
        QVERIFY2(!QDir(out() + QStringLiteral("/.trawl")).exists(), "parts are left");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<support::NginxServer>();
        QVERIFY(m_server->isRunning());
        m_server->pages(pages, 10'000);
    }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void fetchesAList()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.start();
            QCOMPARE(run.add(out(), links()).added, pages);
            QTRY_COMPARE(run.counts(), (Counts{.done = pages}));
            const auto results = run.resultsAtEnd(m_dir->filePath(QStringLiteral("s.trawl")));
            QCOMPARE(results.size(), pages);
            QCOMPARE(results[0].bytes, QFile(m_server->root() + pagePath(1)).size());
            QCOMPARE(results[0].code, 200);
            QVERIFY(results[0].finishedMs >= results[0].startedMs && results[0].startedMs > 0);
        }
        verifyFiles(Run::results(m_dir->filePath(QStringLiteral("s.trawl"))));
        QCOMPARE(QDir(out()).entryList(QDir::Files | QDir::Hidden).size(), pages);
    }
    void badLinesAndDuplicatesEndAtOnce()
    {
        Run run(options());
        QVERIFY(run.open());
        run.start();
        auto list = links(1, 2);
        list.append({3, "no url at all", item::Reason::InvalidUrl});
        list.append({4, "ftp://host/x", item::Reason::UnsupportedScheme});
        list.append({5, pageUrl(1)});
        run.add(out(), list);
        QTRY_COMPARE(run.counts(), (Counts{.done = 2, .failed = 2, .skipped = 1}));
        const auto results = run.resultsAtEnd(m_dir->filePath(QStringLiteral("s.trawl")));
        QCOMPARE(results[2].reason, item::Reason::InvalidUrl);
        QCOMPARE(results[2].url, QByteArray("no url at all"));
        QCOMPARE(results[3].reason, item::Reason::UnsupportedScheme);
        QCOMPARE(results[4].reason, item::Reason::Duplicate);
        // What is no link has no host.
        const auto changes = run.nextChanges();
        QVERIFY(changes);
        for (const auto &host : changes->hosts) {
            if (host.counts.total() > 0)
                QVERIFY2(pageUrl(1).startsWith(host.origin + '/'), host.origin.constData());
        }
    }
    void whatFailedIsTriedAgainWhenAsked()
    {
        Run run(options());
        QVERIFY(run.open());
        run.start();
        const auto late = m_server->root() + QStringLiteral("/late.html");
        QFile::remove(late);
        run.add(out(), {{1, m_server->httpsUrl(QStringLiteral("/late.html")).toEncoded()}});
        QTRY_COMPARE(run.counts(), (Counts{.failed = 1}));
        QCOMPARE(run.resultsAtEnd(m_dir->filePath(QStringLiteral("s.trawl")))[0].code, 404);
        QFile file(late);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("here");
        file.close();
        run.thread.post([](Engine &e) { e.retryFailed(); });
        QTRY_COMPARE(run.counts(), (Counts{.done = 1}));
        QCOMPARE(read(out() + QStringLiteral("/late.html")), QByteArray("here"));
    }
    void goesOnAfterAStop()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.thread.call([](Engine &e) { return e.setRateLimit(300'000), 0; });
            run.start();
            run.add(out(), links());
            QTRY_VERIFY(run.counts().done > 20);
        }
        Run run(options());
        QVERIFY(run.open());
        const auto before = run.counts();
        QVERIFY(before.done > 20 && before.done < pages);
        QCOMPARE(before.total(), pages);
        run.start();
        const auto again = run.add(out(), links());
        QCOMPARE(again.added, 0);
        QCOMPARE(again.skipped, pages);
        QTRY_COMPARE(run.counts(), (Counts{.done = pages}));
        QCOMPARE(QDir(out()).entryList(QDir::Files).size(), pages);
    }
    void goesOnWithoutItsList()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.add(out(), links(1, 20));
        }
        Run run(options()); // as the window does: nobody reads the list again
        QVERIFY(run.open());
        run.start();
        QTRY_COMPARE(run.counts(), (Counts{.done = 20}));
    }
    void aLongerListGoesOnAndAChangedOneIsANewJob()
    {
        Run run(options());
        QVERIFY(run.open());
        run.start();
        const auto first = run.add(out(), links(1, 10));
        const auto longer = run.add(out(), links(1, 15));
        QCOMPARE(longer.job, first.job);
        QCOMPARE(longer.added, 5);
        const auto changed = run.add(out(), links(2, 15));
        QVERIFY(changed.job != first.job);
        QCOMPARE(changed.added, 14);
        const auto shorter = run.add(out(), links(2, 4));
        QVERIFY(shorter.job != first.job && shorter.job != changed.job);
        QTRY_COMPARE(run.counts(), (Counts{.done = 32}));
        QCOMPARE(QDir(out()).entryList(QDir::Files).size(), 32); // numbered, none replaced
    }
    void killedWorkersLoseNothing()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.thread.call([](Engine &e) { return e.setRateLimit(3'000'000), 0; });
            run.start();
            run.add(out(), links());
            // Some get through between two kills, else one item may be in each worker that dies.
            qint64 doneBefore = 0;
            for (int kills = 0; kills < 10 && run.counts().open() > 0;) {
                const auto now = run.nextChanges();
                QVERIFY(now);
                if (kills > 0 && now->counts.done < doneBefore + 25)
                    continue;
                doneBefore = now->counts.done;
                for (const auto &worker : now->workers) {
                    if (worker.state == WorkerState::Ready && worker.pid > 0 &&
                        worker.slot == kills % 2 && ::kill(pid_t(worker.pid), SIGKILL) == 0)
                        ++kills;
                }
            }
            QTRY_COMPARE(run.counts(), (Counts{.done = pages}));
        }
        const auto results = Run::results(m_dir->filePath(QStringLiteral("s.trawl")));
        QCOMPARE(results.size(), pages);
        verifyFiles(results);
        QCOMPARE(QDir(out()).entryList(QDir::Files).size(), pages);
    }
    void pauseHoldsAndResumeGoesOn()
    {
        Run run(options());
        QVERIFY(run.open());
        run.thread.call([](Engine &e) { return e.setRateLimit(500'000), 0; });
        run.start();
        run.add(out(), links());
        QTRY_VERIFY(run.counts().done > 5);
        run.thread.post([](Engine &e) { e.pauseAll(); });
        QTRY_COMPARE(run.counts().running, 0);
        const auto held = run.counts();
        QVERIFY(held.paused > 0);
        QCOMPARE(held.queued, 0);
        QTest::qWait(300);
        QCOMPARE(run.counts(), held);
        run.thread.post([](Engine &e) {
            e.setRateLimit(0);
            e.resumeAll();
        });
        QTRY_COMPARE(run.counts(), (Counts{.done = pages}));
    }
    void someItemsOfAPausedJobRunWhenAsked()
    {
        Run run(options());
        QVERIFY(run.open());
        run.add(out(), links(1, 10));
        run.thread.post([](Engine &e) { e.pauseAll(); });
        run.start();
        const auto shown = run.nextChanges();
        QVERIFY(shown);
        QCOMPARE(shown->rows.size(), 10U);
        for (const auto &row : shown->rows)
            QCOMPARE(row.status, Status::Paused); // as the counts say
        run.thread.post([](Engine &e) { e.resumeItems({ItemId(3), ItemId(7)}); });
        QTRY_COMPARE(run.counts(), (Counts{.paused = 8, .done = 2}));
        run.thread.post([](Engine &e) { e.resumeItems({ItemId(1)}); });
        QTRY_COMPARE(run.counts(), (Counts{.paused = 7, .done = 3}));
    }
    void whatHasEndedIsNotPausedAndIsRetriedAtOnce()
    {
        Run run(options());
        QVERIFY(run.open());
        run.start();
        QFile::remove(m_server->root() + QStringLiteral("/gone.html"));
        const QByteArray gone = m_server->httpsUrl(QStringLiteral("/gone.html")).toEncoded();
        run.add(out(), {{1, gone}});
        QTRY_COMPARE(run.counts(), (Counts{.failed = 1}));
        run.thread.post([](Engine &e) { e.pauseAll(); });
        QVERIFY(!run.thread.call([](Engine &e) { return e.jobs().first().paused; }));
        run.thread.post([](Engine &e) { e.retryFailed(); });
        QTRY_COMPARE(run.counts(), (Counts{.failed = 1}));
    }
    void whatFailedInAPausedJobRunsWhenAllThatFailedIsTriedAgain()
    {
        Run run(options());
        QVERIFY(run.open());
        auto list = links(1, 3);
        list.append({4, m_server->httpsUrl(QStringLiteral("/gone.html")).toEncoded()});
        QFile::remove(m_server->root() + QStringLiteral("/gone.html"));
        run.add(out(), list);
        run.thread.post([](Engine &e) { e.pauseAll(); });
        run.start();
        run.thread.post([](Engine &e) { e.resumeItems({ItemId(4)}); });
        QTRY_COMPARE(run.counts(), (Counts{.paused = 3, .failed = 1}));
        run.thread.post([](Engine &e) { e.pauseAll(); });
        QVERIFY(run.thread.call([](Engine &e) { return e.jobs().first().paused; }));
        QFile page(m_server->root() + QStringLiteral("/gone.html"));
        QVERIFY(page.open(QIODevice::WriteOnly) && page.write("here") == 4);
        page.close();
        run.thread.post([](Engine &e) { e.retryFailed(); });
        QTRY_COMPARE(run.counts(), (Counts{.paused = 3, .done = 1}));
    }
    void whatIsPausedIsShownSoAfterARestart()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            run.add(out(), links(1, 10));
            run.thread.post([](Engine &e) { e.pauseAll(); });
        }
        Run run(options());
        QVERIFY(run.open());
        const auto shown = run.nextChanges();
        QVERIFY(shown);
        QCOMPARE(shown->rows.size(), 10U);
        for (const auto &row : shown->rows)
            QCOMPARE(row.status, Status::Paused);
    }
    void aListThatWasCutOffIsTold()
    {
        {
            Run run(options());
            QVERIFY(run.open());
            int calls = 0;
            const LinkSource source = [&] {
                run.cancel = ++calls > 1;
                return links(calls * 10 - 9, calls * 10);
            };
            (void)importLinks(run.thread, {QStringLiteral("job"), out(), "list"}, source,
                              run.cancel);
        }
        Run run(options());
        QStringList log;
        connect(run.thread.engine(), &Engine::logged, &run.here,
                [&log](const QString &text) { log.append(text); });
        QVERIFY(run.open());
        QTRY_VERIFY(log.join(u' ').contains(QStringLiteral("not read to its end")));
        QCOMPARE(run.add(out(), links(1, 30)).added, 20);
    }
    void oneItemIsPausedAndResumed()
    {
        Run run(options());
        QVERIFY(run.open());
        run.add(out(), links(1, 3)); // before start(): nothing runs yet
        run.thread.post([](Engine &e) { e.pauseItems({ItemId(2), ItemId(99)}); });
        run.start();
        QTRY_COMPARE(run.counts(), (Counts{.paused = 1, .done = 2}));
        run.thread.post([](Engine &e) { e.resumeItems({ItemId(2)}); });
        QTRY_COMPARE(run.counts(), (Counts{.done = 3}));
    }
    void theWindowSeesEveryRow()
    {
        Run run(options(false));
        QVERIFY(run.open());
        run.start();
        run.add(out(), links());
        QHash<qint64, RowState> rows;
        qint64 added = 0;
        Counts counts;
        while (counts.done < pages) {
            const auto now = run.nextChanges();
            QVERIFY(now);
            for (const auto &block : now->added)
                added += block->size();
            for (const auto &row : now->rows)
                rows.insert(qint64(row.id), row);
            counts = now->counts;
        }
        QCOMPARE(added, pages);
        QCOMPARE(rows.size(), pages);
        for (const auto &row : std::as_const(rows)) {
            QCOMPARE(row.status, Status::Done);
            QVERIFY(QFile::exists(out() + u'/' + row.file));
        }
    }
    void aMissingWorkerIsOneClearFailure()
    {
        auto wrong = options();
        wrong.workerProgram = QStringLiteral("/nowhere/trawl-worker");
        Run run(wrong);
        QVERIFY(run.open());
        run.start();
        run.add(out(), links(1, 5));
        QTRY_COMPARE(run.failed.size(), 1);
        QCOMPARE(run.failed[0].reason, item::Reason::WorkerStart);
        QCOMPARE(run.counts(), (Counts{.queued = 5})); // nothing is blamed on the items
    }
    void aDirectoryThatCannotBeMadeIsRefused()
    {
        Run run(options());
        QVERIFY(run.open());
        QFile file(m_dir->filePath(QStringLiteral("file")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto result = importLinks(
            run.thread, {QStringLiteral("job"), m_dir->filePath(QStringLiteral("file/sub")), "x"},
            listOf(links(1, 1)), run.cancel);
        QVERIFY(!result);
        QVERIFY(result.error().detail.contains(QStringLiteral("file/sub")));
    }
    void filesThatAreToStayAreNotAskedFor()
    {
        constexpr int old = 200;
        const auto host = m_server->httpsUrl(pagePath(1)).host();
        QDir().mkpath(out() + u'/' + host + QStringLiteral("/p"));
        for (int i = 1; i <= old; ++i) {
            QFile file(out() + u'/' + host + pagePath(i));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("mine");
        }
        auto settings = options();
        Run run(settings);
        QVERIFY(run.open());
        run.start();
        JobOptions job{.transfer = settings.settings};
        job.nameTemplate = QStringLiteral("{host}/{path}/{name}");
        job.collision = Collision::Skip;
        run.add(out(), links(), "list", job);
        QTRY_COMPARE(run.counts(), (Counts{.done = pages - old, .skipped = old}));
        for (const auto &result : run.resultsAtEnd(settings.sessionPath)) {
            const int number = int(result.id);
            QCOMPARE(result.status, number <= old ? Status::Skipped : Status::Done);
            QCOMPARE(result.reason, number <= old ? item::Reason::Exists : item::Reason::None);
            QCOMPARE(result.code, number <= old ? 0 : 200); // 0 = nothing was asked
            const auto text = read(out() + u'/' + host + pagePath(number));
            QCOMPARE(text, number <= old ? QByteArray("mine")
                                         : read(m_server->root() + pagePath(number)));
        }
    }
    // What a type has added to a name is known in the next run as soon as the type is.
    void aFileWithItsTypesExtensionStays()
    {
        support::NginxServer papers({.server = "default_type application/pdf;"});
        QVERIFY(papers.isRunning());
        const QByteArray body(32 * 1024 * 1024, 'x');
        papers.addFile(QStringLiteral("/2101.00001"), body);
        const QList list{
            item::Link{.url = papers.httpUrl(QStringLiteral("/2101.00001")).toEncoded()}};
        const auto file = out() + QStringLiteral("/2101.00001.pdf");
        for (const auto status : {Status::Done, Status::Skipped}) {
            auto settings = options();
            settings.settings.segments = 1;
            settings.sessionPath += QString::number(int(status));
            Run run(settings);
            QVERIFY(run.open());
            run.start();
            JobOptions job{.transfer = settings.settings};
            job.collision = Collision::Skip;
            run.add(out(), list, "list", job);
            const bool first = status == Status::Done;
            QTRY_COMPARE(run.counts(), (Counts{.done = first, .skipped = !first}));
            const auto result = run.resultsAtEnd(settings.sessionPath).value(0);
            QCOMPARE(result.status, status);
            QCOMPARE(result.file, first ? QStringLiteral("2101.00001.pdf") : QString());
            QCOMPARE(QDir(out()).entryList(QDir::Files).size(), 1);
            QCOMPARE(read(file), body);
        }
        QTRY_COMPARE(papers.requests().size(), 2);
        QVERIFY(papers.requests().last().bytes < body.size() / 2);
    }
    void aBadTemplateIsRefused()
    {
        Run run(options());
        QVERIFY(run.open());
        JobOptions job;
        job.nameTemplate = QStringLiteral("{nam}");
        const auto result = importLinks(run.thread, {QStringLiteral("job"), out(), "x", job},
                                        listOf(links(1, 1)), run.cancel);
        QVERIFY(!result);
        QVERIFY2(result.error().detail.contains(QStringLiteral("{nam}")),
                 qPrintable(result.error().detail));
    }
    void aSecondEngineOnTheSessionIsRefused()
    {
        Run run(options());
        QVERIFY(run.open());
        Run second(options());
        const auto reason = second.thread.call([](Engine &e) {
            const auto opened = e.open();
            return opened ? item::Reason::None : opened.error().reason;
        });
        QCOMPARE(reason, item::Reason::Session);
    }
};

TRAWL_TEST(Guiless, TestEngine)

} // namespace tst_engine

#include "tst_engine.moc"
