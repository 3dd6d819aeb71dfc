// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/sampletable.h"
#include "charts/waves.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace tst_samplemodel {

using namespace trawl::charts;

class TestSampleModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestOnTop()
    {
        SampleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSamples(wave(0, 5));
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(timeAt(model, 0), waveStart + 4000);
        QCOMPARE(timeAt(model, 4), waveStart);
    }

    void columnsAreTheViews_data()
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<QString>("titles");
        QTest::newRow("throughput")
            << int(ChartView::Throughput) << QStringLiteral("Time|Bytes/s|Requests/s|Failures/s");
        QTest::newRow("in flight") << int(ChartView::InFlight) << QStringLiteral("Time|In flight");
        QTest::newRow("latency") << int(ChartView::Latency) << QStringLiteral("Time|p50|p95|p99");
        QTest::newRow("status mix")
            << int(ChartView::StatusMix) << QStringLiteral("Time|2xx|3xx|4xx|5xx|Other failures");
    }
    void columnsAreTheViews()
    {
        QFETCH(int, view);
        SampleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSamples(wave(0, 3));
        model.setView(ChartView(view));
        QStringList titles;
        for (int column = 0; column < model.columnCount(); ++column)
            titles << model.headerData(column, Qt::Horizontal).toString();
        QTEST(titles.join(u'|'), "titles");
        QVERIFY(!model.index(0, 1).data().toString().isEmpty());
    }

    void whatComesLeavesThePointsInPlace()
    {
        SampleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSamples(wave(0, 60));
        const QPersistentModelIndex kept = model.index(9, 1);
        const auto time = timeAt(model, 9);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.setSamples(wave(1, 60));
        QCOMPARE(kept.row(), 10);
        QCOMPARE(timeAt(model, 10), time);
        QCOMPARE(model.rowCount(), 60);
        QCOMPARE(inserted.size(), 1);
        model.setSamples(wave(1, 60));
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(reset.size(), 0);
    }

    void anotherSpanIsAnotherTable()
    {
        SampleModel model;
        const QAbstractItemModelTester tester(&model);
        model.setSamples(wave(0, 60));
        const std::vector minutes{waveAt(-120), waveAt(-60), waveAt(0)};
        model.setSamples(minutes);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(timeAt(model, 2), waveStart - 120'000);
        model.setSamples(wave(0, 60));
        QCOMPARE(model.rowCount(), 60);
        QCOMPARE(timeAt(model, 59), waveStart);
        model.setSamples({});
        QCOMPARE(model.rowCount(), 0);
    }

    void noAnswerIsADash()
    {
        SampleModel model;
        model.setView(ChartView::Latency);
        model.setSamples({{.atMs = waveStart}});
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("–"));
        QCOMPARE(model.toTsv({0}).section(u'\n', 1, 1).count(u'\t'), 3);
    }

    void copiesTheRowsThatAreSelected()
    {
        SampleTable table;
        table.setView(ChartView::InFlight);
        auto samples = wave(0, 30);
        for (auto &sample : samples)
            sample.inFlight = double(sample.atMs - waveStart) / 1000 + 0.5;
        table.setSamples(samples);
        table.resize(300, 200);
        table.show();
        table.setFocus();
        table.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&table));
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        auto lines = clipboard();
        QCOMPARE(lines.size(), 31); // none selected: all
        QCOMPARE(lines[0], QStringLiteral("Time\tIn flight"));
        QCOMPARE(lines[1].section(u'\t', 1), QStringLiteral("29.5"));
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(table.model()->index(2, 0)).center());
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        lines = clipboard();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[2].section(u'\t', 1), QStringLiteral("26.5"));
        table.actions().last()->trigger();
        QCOMPARE(clipboard().size(), 31);
    }

    void aNewPointMovesNothingThatIsRead()
    {
        SampleTable table;
        table.setSamples(wave(0, 200));
        table.resize(400, 200);
        table.show();
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.verticalScrollBar()->setValue(40);
        table.selectRow(45);
        const auto top = table.indexAt({1, 1}).data(SampleModel::ValueRole);
        for (int i = 1; i < 6; ++i) {
            table.setSamples(wave(i, 200));
            QCoreApplication::processEvents();
        }
        QCOMPARE(table.indexAt({1, 1}).data(SampleModel::ValueRole), top);
        QCOMPARE(table.selectionModel()->selectedRows().front().row(), 50);
        table.verticalScrollBar()->setValue(0); // the newest stay in sight where they are wanted
        table.setSamples(wave(6, 200));
        QCOMPARE(table.verticalScrollBar()->value(), 0);
    }

private:
    static qint64 timeAt(const SampleModel &model, int row)
    {
        return model.index(row, 0).data(SampleModel::ValueRole).toLongLong();
    }
    static QStringList clipboard()
    {
        return QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    }
};

TRAWL_TEST(Gui, TestSampleModel)

} // namespace tst_samplemodel

#include "tst_samplemodel.moc"
