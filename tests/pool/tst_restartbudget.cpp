// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/restartbudget.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_restartbudget {

using namespace trawl::pool;

class TestRestartBudget : public QObject
{
    Q_OBJECT

private:
    static RestartBudget proven(int budget)
    {
        RestartBudget result(budget, 60'000, 100);
        result.ready();
        return result;
    }

private Q_SLOTS:
    void theDelayDoublesUpToFiveSeconds()
    {
        auto budget = proven(100);
        for (const int delay : {100, 200, 400, 800, 1600, 3200, 5000, 5000})
            QCOMPARE(budget.death(10, false), delay);
        for (int i = 0; i < 50; ++i)
            QVERIFY(budget.death(10, false) == 5000);
    }
    void soManyDeathsInARowAreForgiven()
    {
        auto budget = proven(3);
        for (int i = 0; i < 3; ++i)
            QVERIFY(budget.death(10, false));
        QVERIFY(!budget.death(10, false));
    }
    void noneAreForgivenWithoutABudget()
    {
        auto budget = proven(0);
        QVERIFY(!budget.death(10, false));
    }
    void workDoneStartsANewRow()
    {
        auto budget = proven(2);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(budget.death(10, true), 100);
        QVERIFY(budget.death(10, false));
        QVERIFY(!budget.death(10, false));
    }
    void aLongLifeStartsANewRow()
    {
        auto budget = proven(1);
        for (int i = 0; i < 10; ++i)
            QCOMPARE(budget.death(60'000, false), 100);
        QVERIFY(!budget.death(59'999, false));
    }
    void aProgramThatNeverWorkedIsGivenUpSooner()
    {
        RestartBudget budget(100, 60'000, 100);
        QVERIFY(budget.death(0, false));
        QVERIFY(budget.death(0, false));
        QVERIFY(!budget.death(0, false));
    }
    void resetForgivesAll()
    {
        auto budget = proven(1);
        QVERIFY(budget.death(10, false));
        budget.reset();
        QVERIFY(budget.death(10, false));
    }
};

TRAWL_TEST(Appless, TestRestartBudget)

} // namespace tst_restartbudget

#include "tst_restartbudget.moc"
