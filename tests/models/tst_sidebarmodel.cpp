// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sidebarmodel.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace trawl;
using namespace trawl::models;
using item::JobId;
using item::Status;

namespace {

enum Section { All, Jobs, Statuses };

engine::JobState job(int id, const QString &name, qint64 queued = 0)
{
    return {.id = JobId(id), .name = name, .counts = {.queued = queued}};
}

struct Watched
{
    SidebarModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    QModelIndex section(int row) const { return model.index(row, 0); }
    QModelIndex at(Section section, int row, int column = 0) const
    {
        return model.index(row, column, this->section(section));
    }
    QStringList names(Section section) const
    {
        QStringList result;
        for (int row = 0; row < model.rowCount(this->section(section)); ++row)
            result.append(at(section, row).data().toString());
        return result;
    }
};

} // namespace

class TestSidebarModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsSectionsFromTheStart()
    {
        Watched w;
        QCOMPARE(w.model.rowCount(), 3);
        QCOMPARE(w.section(All).data().toString(), QStringLiteral("All"));
        QCOMPARE(w.names(Jobs), QStringList());
        QCOMPARE(w.names(Statuses),
                 (QStringList{QStringLiteral("Running"), QStringLiteral("Queued"),
                              QStringLiteral("Paused"), QStringLiteral("Done"),
                              QStringLiteral("Failed"), QStringLiteral("Skipped")}));
        QVERIFY(w.model.flags(w.section(All)).testFlag(Qt::ItemIsSelectable));
        QVERIFY(!w.model.flags(w.section(Jobs)).testFlag(Qt::ItemIsSelectable));
    }

    void countsAreLive()
    {
        Watched w;
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        const engine::Counts counts{
            .queued = 1, .running = 2, .paused = 3, .done = 4000, .failed = 5, .skipped = 6};
        w.model.apply({.counts = counts});
        QVERIFY(changed.size() > 0);
        const QList<qint64> expected{2, 1, 3, 4000, 5, 6};
        for (int row = 0; row < 6; ++row)
            QCOMPARE(w.at(Statuses, row).data(SidebarModel::CountRole), expected[row]);
        QCOMPARE(w.section(All).data(SidebarModel::CountRole), 4017);
        QCOMPARE(w.at(Statuses, 3, 1).data().toString(), QLocale().toString(4000));
        QCOMPARE(w.at(Statuses, 4).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("Failed, 5"));
        changed.clear();
        w.model.apply({.counts = counts});
        QCOMPARE(changed.size(), 0);
    }

    void jobsKeepTheirPlace()
    {
        Watched w;
        const auto a = job(1, QStringLiteral("a"), 5);
        const auto b = job(2, QStringLiteral("b"));
        w.model.apply({.jobs = {a, b}});
        QCOMPARE(w.names(Jobs), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        const QPersistentModelIndex second(w.at(Jobs, 1));
        w.model.apply({.jobs = {job(3, QStringLiteral("c")), b, a}});
        QCOMPARE(w.names(Jobs),
                 (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(w.at(Jobs, 0).data(SidebarModel::CountRole), 5);
        w.model.apply({.jobs = {b}});
        QCOMPARE(w.names(Jobs), (QStringList{QStringLiteral("b")}));
        QCOMPARE(second.row(), 0);
    }

    void aRowFiltersWhatItSays()
    {
        Watched w;
        w.model.apply({.jobs = {job(7, QStringLiteral("a"))}});
        QCOMPARE(w.model.filterFor(w.section(All)), ItemFilter());
        QCOMPARE(w.model.filterFor({}), ItemFilter());
        QCOMPARE(w.model.filterFor(w.at(Jobs, 0)), ItemFilter{.jobs = {JobId(7)}});
        QCOMPARE(w.model.filterFor(w.at(Jobs, 0, 1)), ItemFilter{.jobs = {JobId(7)}});
        QCOMPARE(w.model.filterFor(w.at(Statuses, 4)), ItemFilter{.statuses = {Status::Failed}});
    }

    void everyRowHasAnIcon()
    {
        Watched w;
        auto paused = job(2, QStringLiteral("b"));
        paused.paused = true;
        w.model.apply({.jobs = {job(1, QStringLiteral("a")), paused}});
        const auto hasIcon = [](const QModelIndex &index) {
            return !index.data(Qt::DecorationRole).value<QIcon>().isNull();
        };
        QVERIFY(hasIcon(w.section(All)));
        QVERIFY(hasIcon(w.at(Jobs, 0)));
        QVERIFY(hasIcon(w.at(Jobs, 1)));
        for (int row = 0; row < 6; ++row)
            QVERIFY(hasIcon(w.at(Statuses, row)));
    }
};

QTEST_MAIN(TestSidebarModel)
#include "tst_sidebarmodel.moc"
