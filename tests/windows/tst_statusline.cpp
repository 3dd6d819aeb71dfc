// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "windows/statusline.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_statusline {

using namespace trawl;
using namespace trawl::windows;

class TestStatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void says_data()
    {
        QTest::addColumn<StatusFacts>("facts");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << StatusFacts{} << QStringLiteral("0 worker(s)");
        QTest::newRow("running")
            << StatusFacts{{.queued = 1460, .running = 128, .done = 8412, .failed = 12}, 0, 10, 2}
            << QStringLiteral("8412/10012 done · 12 failed · 2 min 39 s left · 2 worker(s)");
        QTest::newRow("paused") << StatusFacts{{.paused = 3, .done = 1}, 0, 0, 1}
                                << QStringLiteral("1/4 done · 3 paused · 1 worker(s)");
        QTest::newRow("offline") << StatusFacts{{.queued = 3}, 0, 0, 1, true}
                                 << QStringLiteral(
                                        "0/3 done · waiting for the network · 1 worker(s)");
        QTest::newRow("off") << StatusFacts{{.queued = 3}, 0, 0, 1, false, true}
                             << QStringLiteral("0/3 done · off by the schedule · 1 worker(s)");
        QTest::newRow("folder") << StatusFacts{{.queued = 3},           0, 0, 1, false, false,
                                               QStringLiteral("/mnt/x")}
                                << QStringLiteral(
                                       "0/3 done · waiting for the folder /mnt/x · 1 worker(s)");
    }
    void says()
    {
        QFETCH(StatusFacts, facts);
        QFETCH(QString, text);
        // Words for times and rates are tested where they are made; here: which parts there are.
        const auto said = statusText(facts);
        const auto parts = text.split(QStringLiteral(" · "));
        QCOMPARE(said.split(QStringLiteral(" · ")).size(), parts.size());
        QCOMPARE(said.contains(u"waiting for the network"), facts.offline);
        QCOMPARE(said.contains(u"off by the schedule"), facts.offHours);
        QCOMPARE(said.contains(u"waiting for the folder /mnt/x"), !facts.awaitedFolder.isEmpty());
        QCOMPARE(said.section(QStringLiteral(" · "), 0, 0), parts.first());
        QCOMPARE(said.section(QStringLiteral(" · "), -1), parts.last());
    }

    void knowsTheTimeLeftOnlyWhileItGoesOn()
    {
        QCOMPARE(StatusFacts({.queued = 100}, 0, 10, 1).secondsLeft(), 11);
        QCOMPARE(StatusFacts({.queued = 100}, 0, 0, 1).secondsLeft(), -1);
        QCOMPARE(StatusFacts({.done = 100}, 0, 10, 1).secondsLeft(), -1);
    }

    void waitsForTheLongestDownload()
    {
        engine::ChangeSet changes;
        changes.counts = {.queued = 10, .running = 2};
        changes.requestsPerSecond = 10;
        changes.rows = {{.id = item::ItemId(1),
                         .status = item::Status::Running,
                         .bytes = 1000,
                         .total = 61'000,
                         .bytesPerSecond = 1000},
                        {.id = item::ItemId(2), .status = item::Status::Running, .bytes = 5}};
        QCOMPARE(StatusFacts::of(changes).secondsLeft(), 60);
        changes.rows.clear();
        QCOMPARE(StatusFacts::of(changes).secondsLeft(), 2);
    }

    void titleHasThePercentageWhileThereIsWork()
    {
        QCOMPARE(titleText({}), QStringLiteral("Trawl"));
        QCOMPARE(titleText({.done = 5}), QStringLiteral("Trawl"));
        const auto title = titleText({.queued = 1, .done = 1, .failed = 1});
        QVERIFY2(title.startsWith(u"66") && title.endsWith(u"Trawl"), qPrintable(title));
        QVERIFY(titleText({.paused = 1, .done = 999}).startsWith(u"99"));
    }

    void countsWorkersThatCanWork()
    {
        engine::ChangeSet changes;
        changes.workers = {{.slot = 0, .state = engine::WorkerState::Ready},
                           {.slot = 1, .state = engine::WorkerState::Dead},
                           {.slot = 2, .state = engine::WorkerState::Ready}};
        QCOMPARE(StatusFacts::of(changes).workers, 2);
    }

    void changesTwiceASecondAtTheMost()
    {
        StatusLine line;
        QSignalSpy titles(&line, &StatusLine::titleChanged);
        for (int i = 1; i <= 50; ++i)
            line.setFacts({{.queued = 50 - i, .done = i}, 0, 0, 1});
        QCOMPARE(titles.size(), 1);
        QTRY_COMPARE(titles.size(), 2);
        QVERIFY2(line.text().startsWith(u"50/50"), qPrintable(line.text()));
    }
};

TRAWL_TEST(Gui, TestStatusLine)

} // namespace tst_statusline

#include "tst_statusline.moc"
