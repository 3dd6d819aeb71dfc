// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/changes.h"
#include "models/itemmodel.h"
#include "models/selectionsums.h"
#include "support/loopturns.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_selectionsums {

using namespace trawl;
using namespace trawl::models;

class TestSelectionSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsUpAFew()
    {
        ItemModel model;
        fill(model, 10);
        SelectionSums sums(model);
        const auto sum = summed(sums, {{0, 3}, {5, 5}});
        QCOMPARE(sum.counts.done, 1);
        QCOMPARE(sum.counts.running, 1);
        QCOMPARE(sum.counts.failed, 1);
        QCOMPARE(sum.counts.queued, 2);
        QCOMPARE(sum.files, 1);
        QCOMPARE(sum.bytes, 1000 + 400);
        QCOMPARE(sum.total, 1000 + 2000);
        QCOMPARE(sum.unknownSizes, 3);
    }

    void holdsNobodyUpWithMany()
    {
        ItemModel model;
        constexpr int rows = 1'000'000;
        fill(model, rows);
        SelectionSums sums(model);
        QSignalSpy spy(&sums, &SelectionSums::summed);
        const support::LoopTurns turns;
        sums.begin({{0, rows - 1}});
        QVERIFY(spy.isEmpty());
        while (spy.isEmpty())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(spy.first().first().value<SelectionSum>().counts.total(), rows);
        QVERIFY2(turns.count() > 1, "all in one go");
    }

    void theLatestSelectionWins()
    {
        ItemModel model;
        fill(model, 100'000);
        SelectionSums sums(model);
        QSignalSpy spy(&sums, &SelectionSums::summed);
        sums.begin({{0, 99'999}});
        const auto sum = summed(sums, {{7, 9}});
        QCOMPARE(sum.counts.total(), 3);
        QCOMPARE(spy.size(), 1);
        sums.begin({{0, 99'999}});
        sums.cancel();
        QTest::qWait(20);
        QCOMPARE(spy.size(), 1);
    }

private:
    static void fill(ItemModel &model, qint64 count)
    {
        engine::ChangeSet changes;
        changes.added = {test::numberedBlock(1, count)};
        changes.rows = {test::done(1, QStringLiteral("a.bin")), test::running(2, 400, 2000),
                        test::failed(3, item::Reason::Dns)};
        model.apply(changes);
    }
    static SelectionSum summed(SelectionSums &sums, std::vector<RowRange> ranges)
    {
        QSignalSpy spy(&sums, &SelectionSums::summed);
        sums.begin(std::move(ranges));
        if (spy.isEmpty() && !spy.wait(support::patienceMs))
            return {};
        return spy.last().first().value<SelectionSum>();
    }
};

TRAWL_TEST(Gui, TestSelectionSums)

} // namespace tst_selectionsums

#include "tst_selectionsums.moc"
