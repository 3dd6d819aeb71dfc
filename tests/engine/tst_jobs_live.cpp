// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginefixture.h"
#include "support/nginx.h"

#include <QTemporaryDir>

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;
using item::Status;

/// What the person does to whole jobs while the engine runs.
class TestJobsLive : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::NginxServer> m_server;
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString session() const { return m_dir->filePath(QStringLiteral("s.trawl")); }
    [[nodiscard]] QString out() const { return m_dir->filePath(QStringLiteral("out")); }
    [[nodiscard]] EngineOptions options() const
    {
        EngineOptions options;
        options.workerProgram = QStringLiteral(TRAWL_WORKER_PROGRAM);
        options.workers = 1;
        options.settings.caFile = m_server->caFile();
        options.sessionPath = session();
        return options;
    }
    [[nodiscard]] QList<item::Link> links(int from, int to) const
    {
        QList<item::Link> list;
        for (int i = from; i <= to; ++i) {
            const auto path = QStringLiteral("/p/%1.html").arg(i, 6, 10, QLatin1Char('0'));
            list.append({i, m_server->httpsUrl(path).toEncoded()});
        }
        return list;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = std::make_unique<support::NginxServer>();
        QVERIFY(m_server->isRunning());
        m_server->pages(50, 1'000);
    }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void theEndOfAJobIsToldOnce()
    {
        Run run(options());
        QVERIFY(run.open());
        run.add(out(), links(1, 10));
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, 0);
        run.start();
        qint64 ended = 0;
        QTRY_VERIFY_WITH_TIMEOUT((ended = run.nextChanges()->jobs.at(0).endedMs) > 0, 10'000);
        QCOMPARE(run.counts(), (Counts{.done = 10}));
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, ended);
        run.thread.post([](Engine &e) { e.pauseJob(JobId(1)); });
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, ended);
        run.add(out(), links(1, 20)); // ten more
        QTRY_VERIFY_WITH_TIMEOUT(run.nextChanges()->jobs.at(0).counts.paused == 10, 5000);
        QCOMPARE(run.nextChanges()->jobs.at(0).endedMs, 0);
        run.thread.post([](Engine &e) { e.resumeJob(JobId(1)); });
        QTRY_VERIFY_WITH_TIMEOUT(run.nextChanges()->jobs.at(0).endedMs > ended, 10'000);
    }
    void whenItemsEndedIsKnownAfterARestart()
    {
        const auto before = QDateTime::currentMSecsSinceEpoch();
        {
            Run run(options());
            QVERIFY(run.open());
            run.add(out(), links(1, 3));
            run.start();
            QTRY_COMPARE_WITH_TIMEOUT(run.finished, 1, 10'000);
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
};

QTEST_GUILESS_MAIN(TestJobsLive)
#include "tst_jobs_live.moc"
