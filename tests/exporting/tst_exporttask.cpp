// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"
#include "exporting/exportbar.h"
#include "exporting/results.h"
#include "support/testmain.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

namespace tst_exporttask {

using namespace trawl;
using namespace trawl::exporting;

class TestExportTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheItemsInTheirOrder()
    {
        const Results results;
        auto plan = planOf(results, "shown.csv");
        plan.filter.items = Results::ids({9, 31, 2, 4711, 5}); // 4711 is gone
        plan.options.columns = {QStringLiteral("id"), QStringLiteral("title")};
        const auto rows = run(plan);
        QVERIFY(rows);
        QCOMPARE(*rows, 5);
        QCOMPARE(Results::lines(plan.file).join(u'|'),
                 QStringLiteral("id,title|9,|31,'=1+1|31,Pen|2,|5,"));
    }

    void progressIsTold()
    {
        const Results results(20'000);
        const auto plan = planOf(results, "many.csv");
        ExportTask task(plan);
        qint64 most = 0;
        connect(&task, &ExportTask::progress, this, [&](qint64 rows) {
            QVERIFY(rows > most);
            most = rows;
        });
        QVERIFY(run(task));
        QVERIFY(most <= 20'003);
        QCOMPARE(Results::lines(plan.file).size(), 20'004);
    }

    void cancelledLeavesTheFileAsItWas()
    {
        const Results results(20'000);
        const auto plan = planOf(results, "kept.csv");
        QFile old(plan.file);
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("mine");
        old.close();
        ExportTask task(plan);
        ExportBar bar(plan, nullptr);
        bar.show();
        connect(&bar, &ExportBar::cancelled, &task, &ExportTask::cancel);
        connect(&task, &ExportTask::finished, &bar, &ExportBar::finish);
        QTest::mouseClick(button(bar, "Cancel"), Qt::LeftButton);
        QVERIFY(!run(task));
        QVERIFY2(bar.text().contains(u"cancelled"), qPrintable(bar.text()));
        QCOMPARE(Results::lines(plan.file), QStringList(QStringLiteral("mine")));
        QVERIFY(!button(bar, "Open")->isVisible());
    }

    void theBarHandsOutTheFile()
    {
        const Results results;
        auto plan = planOf(results, "results.csv");
        plan.expected = 33;
        ExportBar bar(plan, nullptr);
        bar.show();
        bar.setRows(12'345);
        QVERIFY2(bar.text().contains(u"12,345"), qPrintable(bar.text()));
        QVERIFY(!button(bar, "Open")->isVisible());
        bar.finish(12'345);
        QVERIFY2(bar.text().contains(u"results.csv"), qPrintable(bar.text()));
        QSignalSpy opened(&bar, &ExportBar::openClicked);
        QSignalSpy folder(&bar, &ExportBar::openFolderClicked);
        QTest::mouseClick(button(bar, "Open"), Qt::LeftButton);
        QTest::mouseClick(button(bar, "Open folder"), Qt::LeftButton);
        QCOMPARE(opened.value(0).value(0).toString(), plan.file);
        QCOMPARE(folder.size(), 1);
        QCOMPARE(bar.mimeData()->urls(), {QUrl::fromLocalFile(plan.file)});
        QVERIFY(!button(bar, "Cancel")->isVisible());
    }

    void saysWhyItFailed()
    {
        const Results results;
        auto plan = planOf(results, "x.csv");
        plan.file = results.dir.filePath(QStringLiteral("no/such/x.csv"));
        ExportBar bar(plan, nullptr);
        bar.show();
        const auto rows = run(plan);
        QVERIFY(!rows);
        bar.finish(rows);
        QVERIFY2(bar.text().startsWith(u"x.csv"), qPrintable(bar.text()));
        QVERIFY(!button(bar, "Open")->isVisible());
    }

    /// What was exported as CSV is a list to be added again.
    void anExportedFileIsAList()
    {
        const Results results;
        auto plan = planOf(results, "again.csv");
        plan.options.bom = true;
        QVERIFY(run(plan));
        QFile file(plan.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto format = exchange::detectFormat(plan.file, file.peek(65'536));
        QCOMPARE(format, exchange::ListFormat::Csv);
        exchange::LinkReader reader(file, format);
        QList<QByteArray> urls;
        for (const auto &link : reader.next()) {
            QVERIFY(link.ok());
            urls.append(link.url);
        }
        QCOMPARE(reader.error(), QString());
        QCOMPARE(urls.size(), 33); // a line for each record
        QCOMPARE(urls.front(), test::urlOf(1));
        QCOMPARE(urls.back(), test::urlOf(32));
    }

private:
    static ExportPlan planOf(const Results &results, const char *name)
    {
        return {.sessionPath = results.path,
                .file = results.dir.filePath(QLatin1StringView(name)),
                .options = {},
                .filter = {}};
    }
    /// Not by QSignalSpy, which would be written to by the other thread.
    static ExportResult run(ExportTask &task)
    {
        std::optional<ExportResult> result;
        connect(&task, &ExportTask::finished, &task,
                [&](const ExportResult &rows) { result = rows; });
        task.start();
        if (!support::comes([&] { return result.has_value(); }))
            return tl::unexpected(item::Failure{});
        if (!*result)
            qInfo("%s", qPrintable(result->error().detail));
        return *result;
    }
    static ExportResult run(const ExportPlan &plan)
    {
        ExportTask task(plan);
        return run(task);
    }
    static QToolButton *button(const ExportBar &bar, const char *text)
    {
        for (auto *one : bar.findChildren<QToolButton *>()) {
            if (one->text() == QLatin1StringView(text))
                return one;
        }
        return nullptr;
    }
};

TRAWL_TEST(Gui, TestExportTask)

} // namespace tst_exporttask

#include "tst_exporttask.moc"
