// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchfixture.h"
#include "support/testmain.h"

namespace tst_rategate {

using namespace trawl;
using namespace trawl::tests;

/// The process's share of the line.
class TestRateGate : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FetchFixture> f;

    void limitAll(qint64 bytesPerSecond)
    {
        f->gate.setShares({{item::RateScope::All, 0, bytesPerSecond}});
    }

    void waitForAll(const std::vector<std::shared_ptr<Running>> &all)
    {
        for (const auto &running : all) {
            QTRY_VERIFY(running->outcome);
            QVERIFY2(running->outcome->ok(), qPrintable(running->outcome->failure.detail));
        }
    }

private Q_SLOTS:
    void initTestCase_data() { addStacks(); }
    void init()
    {
        QFETCH_GLOBAL(item::HttpStack, stack);
        f = std::make_unique<FetchFixture>(stack);
        f->server.body("/a", QByteArray(500'000, 'a'));
    }
    void cleanup() { f.reset(); }

    void fourShareOneMegabyteASecond()
    {
        limitAll(1'000'000);
        QElapsedTimer clock;
        clock.start();
        std::vector<std::shared_ptr<Running>> all;
        for (int i = 0; i < 4; ++i)
            all.push_back(f->start("/a"));
        waitForAll(all);
        // An eighth of a second may be saved up while the first answer is awaited.
        QVERIFY2(clock.elapsed() > 1800, qPrintable(QString::number(clock.elapsed())));
    }
    void aSmallRateIsNoSilence()
    {
        f->settings.idleTimeoutMs = 200;
        f->server.body("/b", QByteArray(3'000, 'b'));
        limitAll(2'000);
        const auto outcome = f->fetch("/b");
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QVERIFY2(outcome.durationMs > 900, qPrintable(QString::number(outcome.durationMs)));
    }
    void theRateChangesOnTheWay()
    {
        limitAll(10'000);
        const auto running = f->start("/a");
        QTRY_VERIFY(running->progress.received > 0);
        QTest::qWait(100);
        QVERIFY(running->progress.received < 50'000);
        limitAll(0);
        QTRY_VERIFY(running->outcome);
        QVERIFY(running->outcome->ok());
        QCOMPARE(f->partBytes().size(), 500'000);
    }
    void cancelAtTheGate()
    {
        limitAll(1'000);
        const auto first = f->start("/a");
        const auto second = f->start("/a");
        QTRY_VERIFY(first->progress.received > 0);
        first->stop.requestStop();
        QTRY_VERIFY(first->outcome);
        limitAll(0);
        QTRY_VERIFY(second->outcome);
        QVERIFY(second->outcome->ok());
    }
};

TRAWL_TEST(Guiless, TestRateGate)

} // namespace tst_rategate

#include "tst_rategate.moc"
