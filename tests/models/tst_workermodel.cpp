// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workermodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace trawl;
using namespace trawl::models;

namespace {

engine::WorkerInfo worker(int slot)
{
    return {.slot = slot,
            .state = engine::WorkerState::Ready,
            .pid = 1000 + slot,
            .tasksDone = 12,
            .inFlight = 3,
            .restarts = 1,
            .rssBytes = 30 * 1024 * 1024,
            .cpuMs = 65'500,
            .loopLagMs = 4,
            .lastExit = QStringLiteral("signal 9")};
}

} // namespace

class TestWorkerModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAWorker()
    {
        WorkerModel model;
        QAbstractItemModelTester tester(&model);
        model.apply({worker(0), worker(1)});
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts.append(model.index(1, column).data().toString());
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        }
        QCOMPARE(texts.join(u'|'),
                 QStringLiteral("2|1001|Ready|12|3|1 min 05 s|30.0 MiB|4 ms|1|signal 9"));
        QCOMPARE(model.slotAt(1), 1);
    }

    void followsTheirNumber()
    {
        WorkerModel model;
        QAbstractItemModelTester tester(&model);
        for (const int count : {1, 4, 2, 0, 3}) {
            QList<engine::WorkerInfo> workers;
            for (int slot = 0; slot < count; ++slot)
                workers.append(worker(slot));
            model.apply(workers);
            QCOMPARE(model.rowCount(), count);
        }
        auto dead = worker(2);
        dead.state = engine::WorkerState::Dead;
        model.apply({worker(0), worker(1), dead});
        QCOMPARE(model.index(2, int(WorkerColumn::State)).data().toString(),
                 QStringLiteral("Dead"));
    }
};

QTEST_MAIN(TestWorkerModel)
#include "tst_workermodel.moc"
