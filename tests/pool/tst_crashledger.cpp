// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/crashledger.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_crashledger {

using namespace trawl;
using namespace trawl::pool;

namespace {

QList<item::Request> tasks(std::initializer_list<int> ids)
{
    QList<item::Request> result;
    for (const int id : ids)
        result.append({item::ItemId(id), "http://a/" + QByteArray::number(id), {}, {}});
    return result;
}

} // namespace

class TestCrashLedger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneDeathBringsThemBackInOrder()
    {
        CrashLedger ledger;
        QVERIFY(ledger.died(tasks({1, 2, 3})).isEmpty());
        QCOMPARE(ledger.ordinary(), 3);
        QCOMPARE(ledger.take(2), tasks({1, 2}));
        QCOMPARE(ledger.take(2), tasks({3}));
        QCOMPARE(ledger.waiting(), 0);
    }
    void theSecondMakesASuspectAndTheThirdIsTheEnd()
    {
        CrashLedger ledger;
        std::ignore = ledger.died(tasks({1, 2}));
        std::ignore = ledger.take(2);
        QVERIFY(ledger.died(tasks({2, 5})).isEmpty());
        QVERIFY(ledger.hasSuspects());
        QCOMPARE(ledger.take(9), tasks({5}));
        QCOMPARE(ledger.takeSuspect(), tasks({2}).first());
        QVERIFY(!ledger.takeSuspect());
        QCOMPARE(ledger.died(tasks({2})), tasks({2}));
        QCOMPARE(ledger.waiting(), 0);
    }
    void anEndForgets()
    {
        CrashLedger ledger;
        for (int i = 0; i < 5; ++i) {
            QVERIFY(ledger.died(tasks({1})).isEmpty());
            QCOMPARE(ledger.take(1), tasks({1}));
            ledger.forget(item::ItemId(1));
        }
    }
    void nobodyToBlameCountsNoDeath()
    {
        CrashLedger ledger;
        for (int i = 0; i < 5; ++i) {
            ledger.giveBack(tasks({1}));
            QCOMPARE(ledger.take(1), tasks({1}));
        }
    }
    void aSuspectThatComesBackStaysOne()
    {
        CrashLedger ledger;
        std::ignore = ledger.died(tasks({1}));
        std::ignore = ledger.take(1);
        std::ignore = ledger.died(tasks({1}));
        ledger.giveBack({*ledger.takeSuspect()});
        QCOMPARE(ledger.ordinary(), 0);
        QVERIFY(ledger.hasSuspects());
    }
    void aWaitingTaskCanBeTakenOut()
    {
        CrashLedger ledger;
        ledger.giveBack(tasks({1, 2, 3}));
        QCOMPARE(ledger.takeOut(item::ItemId(2)), tasks({2}).first());
        QVERIFY(!ledger.takeOut(item::ItemId(2)));
        QCOMPARE(ledger.takeAll(), tasks({1, 3}));
        QCOMPARE(ledger.waiting(), 0);
    }
};

TRAWL_TEST(Appless, TestCrashLedger)

} // namespace tst_crashledger

#include "tst_crashledger.moc"
