// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"
#include "models/workermodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tst_workermodel {

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

QString cell(const WorkerModel &model, int row, WorkerColumn column)
{
    return model.index(row, int(column)).data().toString();
}

QString pids(const WorkerModel &model)
{
    QStringList pids;
    for (int row = 0; row < model.rowCount(); ++row)
        pids << cell(model, row, WorkerColumn::Pid);
    return pids.join(u' ');
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
        model.apply({worker(0), worker(1)}, 0);
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts.append(model.index(1, column).data().toString());
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        }
        QCOMPARE(texts.join(u'|'),
                 QStringLiteral("2|1001|Ready|12|3|||0 %|30.0 MiB|4 ms|1|was killed (signal 9)"));
        QCOMPARE(model.workerAt(1).slot, 1);
    }

    void followsTheirNumber()
    {
        WorkerModel model;
        QAbstractItemModelTester tester(&model);
        for (const int count : {1, 4, 2, 0, 3}) {
            QList<engine::WorkerInfo> workers;
            for (int slot = 0; slot < count; ++slot)
                workers.append(worker(slot));
            model.apply(workers, 0);
            QCOMPARE(model.rowCount(), count);
        }
        auto dead = worker(2);
        dead.state = engine::WorkerState::Dead;
        dead.pid = 0;
        model.apply({worker(0), worker(1), dead}, 0);
        QCOMPARE(cell(model, 2, WorkerColumn::State), QStringLiteral("Dead"));
        QCOMPARE(cell(model, 2, WorkerColumn::Cpu), QString());
    }

    void tellsWhatASecondBrings()
    {
        WorkerModel model;
        auto info = worker(0);
        for (int second = 0; second <= 4; ++second) {
            info.tasksDone = 12 + second * 40;
            info.received = second * 3 * 1024 * 1024;
            info.cpuMs = 65'500 + second * 750;
            model.apply({info}, second * 1000);
        }
        QCOMPARE(cell(model, 0, WorkerColumn::Requests), QStringLiteral("40"));
        QCOMPARE(cell(model, 0, WorkerColumn::Speed), QStringLiteral("3.0 MiB/s"));
        QCOMPARE(cell(model, 0, WorkerColumn::Cpu), QStringLiteral("75 %"));
        // Nothing more: it fades with the window of the mean.
        model.apply({info}, 8'000);
        QCOMPARE(cell(model, 0, WorkerColumn::Requests), QStringLiteral("20"));
        model.apply({info}, 20'000);
        model.apply({info}, 40'000);
        QCOMPARE(cell(model, 0, WorkerColumn::Requests), QString());
        QCOMPARE(cell(model, 0, WorkerColumn::Cpu), QStringLiteral("0 %"));
    }

    void beginsAnewWithAnotherProcess()
    {
        WorkerModel model;
        auto info = worker(0);
        info.received = 1'000'000'000;
        model.apply({info}, 0);
        info.pid = 77;
        info.received = 0;
        info.cpuMs = 0;
        model.apply({info}, 1000);
        info.received = 2048;
        info.cpuMs = 500;
        model.apply({info}, 2000);
        QCOMPARE(cell(model, 0, WorkerColumn::Speed), QStringLiteral("2.0 KiB/s"));
        QCOMPARE(cell(model, 0, WorkerColumn::Cpu), QStringLiteral("50 %"));
    }

    void sortsWhenAskedTo()
    {
        WorkerModel model;
        QAbstractItemModelTester tester(&model);
        auto first = worker(0);
        auto second = worker(1);
        auto third = worker(2);
        first.inFlight = 5;
        second.inFlight = 20;
        third.inFlight = 9;
        model.apply({first, second, third}, 0);
        const QPersistentModelIndex kept = model.index(0, 1);
        model.sort(int(WorkerColumn::InFlight), Qt::DescendingOrder);
        QCOMPARE(pids(model), QStringLiteral("1001 1002 1000"));
        QCOMPARE(kept.row(), 2);
        QCOMPARE(kept.data().toString(), QStringLiteral("1000"));
        // What changes later moves nothing.
        first.inFlight = 100;
        model.apply({first, second, third}, 0);
        QCOMPARE(pids(model), QStringLiteral("1001 1002 1000"));
        model.apply({first, second}, 0);
        QCOMPARE(pids(model), QStringLiteral("1001 1000"));
        QCOMPARE(model.workerAt(1).slot, 0);
    }

    void saysHowOneEnded_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *raw, const char *words) {
            QTest::newRow(raw) << QString::fromLatin1(raw) << QString::fromLatin1(words);
        };
        row("", "");
        row("exit 0", "left as it was asked to");
        row("exit 3", "gave up with code 3");
        row("signal 9", "was killed (signal 9)");
        row("signal 11", "crashed: invalid memory (signal 11)");
        row("signal 31", "was ended by the system (signal 31)");
        row("signal x", "signal x");
        row("not answering", "did not answer and was replaced");
        row("there is no program /bin/x", "there is no program /bin/x");
    }
    void saysHowOneEnded()
    {
        QFETCH(QString, raw);
        QTEST(Texts::workerExit(raw), "words");
    }
};

TRAWL_TEST(Gui, TestWorkerModel)

} // namespace tst_workermodel

#include "tst_workermodel.moc"
