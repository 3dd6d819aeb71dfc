// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sidebarmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

namespace tst_sidebarmodel {

using namespace trawl;
using namespace trawl::models;
using item::JobId;
using item::Status;

namespace {

enum Section { All, Jobs, Statuses, Hosts };

engine::JobState job(int id, const QString &name, qint64 queued = 0)
{
    return {.id = JobId(id), .name = name, .counts = {.queued = queued}};
}

/// h0 with one item, h1 with two …
std::vector<engine::HostRow> hosts(int first, int count)
{
    std::vector<engine::HostRow> rows;
    for (int i = first; i < first + count; ++i)
        rows.push_back(
            {.origin = "https://h" + QByteArray::number(i), .counts = {.queued = i + 1}});
    return rows;
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
        QCOMPARE(w.model.rowCount(), 4);
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

    void jobsStandInOrderOfRank()
    {
        Watched w;
        auto a = job(1, QStringLiteral("a"));
        auto b = job(2, QStringLiteral("b"));
        auto c = job(3, QStringLiteral("c"));
        b.rank = 1;
        c.rank = 2;
        w.model.apply({.jobs = {a, b, c}});
        const QPersistentModelIndex first(w.at(Jobs, 0));
        std::swap(a.rank, c.rank);
        w.model.apply({.jobs = {a, b, c}});
        QCOMPARE(w.names(Jobs),
                 (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(first.row(), 2);
        auto d = job(4, QStringLiteral("d"));
        d.rank = 1;
        b.rank = 3;
        w.model.apply({.jobs = {a, b, d}});
        QCOMPARE(w.names(Jobs),
                 (QStringList{QStringLiteral("d"), QStringLiteral("a"), QStringLiteral("b")}));
    }

    void jobsTellHowFarTheyAre()
    {
        Watched w;
        auto half = job(1, QStringLiteral("half"));
        half.counts = {.queued = 2, .done = 1, .failed = 1};
        auto whole = job(2, QStringLiteral("whole"));
        whole.counts = {.done = 3};
        w.model.apply({.jobs = {half, whole, job(3, QStringLiteral("empty"))}});
        QCOMPARE(w.at(Jobs, 0).data(SidebarModel::ProgressRole), 500);
        QCOMPARE(w.at(Jobs, 1).data(SidebarModel::ProgressRole), -1);
        QCOMPARE(w.at(Jobs, 2).data(SidebarModel::ProgressRole), -1);
        QCOMPARE(w.at(Jobs, 0).data(SidebarModel::JobRole), 1);
        QVERIFY(w.at(Jobs, 0).data(Qt::AccessibleTextRole).toString().contains(u"50"));
    }

    void showsTheHostsWithTheMostItems()
    {
        Watched w;
        w.model.apply({.hosts = hosts(0, 25)});
        QCOMPARE(w.names(Hosts).first(), QStringLiteral("h24"));
        QCOMPARE(w.names(Hosts).size(), 11);
        QCOMPARE(w.names(Hosts).last(), QStringLiteral("15 more…"));
        QVERIFY(w.at(Hosts, 10).data(SidebarModel::MoreRole).toBool());
        QVERIFY(!w.model.flags(w.at(Hosts, 10)).testFlag(Qt::ItemIsSelectable));
        w.model.showMoreHosts();
        QCOMPARE(w.names(Hosts).size(), 25);
        QCOMPARE(w.names(Hosts).last(), QStringLiteral("h0"));
        QCOMPARE(w.at(Hosts, 0).data(SidebarModel::HostRole), QByteArray("https://h24"));
    }

    void hostsMoveOnlyWhenTold()
    {
        Watched w;
        w.model.apply({.hosts = hosts(0, 25)});
        const QPersistentModelIndex second(w.at(Hosts, 1));
        w.model.apply({.hosts = {{.origin = "https://h23", .counts = {.queued = 900}},
                                 {.origin = "https://h0", .counts = {.queued = 800}},
                                 {.origin = "https://new", .counts = {.queued = 1}}}});
        QCOMPARE(w.names(Hosts).first(), QStringLiteral("h24"));
        QCOMPARE(w.at(Hosts, 1).data(SidebarModel::CountRole), 900);
        QCOMPARE(w.names(Hosts).last(), QStringLiteral("16 more…"));
        w.model.sortHosts({"https://h15", "https://new"});
        QCOMPARE(w.names(Hosts).mid(0, 3),
                 (QStringList{QStringLiteral("h23"), QStringLiteral("h0"), QStringLiteral("h24")}));
        QCOMPARE(second.row(), 0);
        QVERIFY(w.names(Hosts).contains(QStringLiteral("h15"))); // kept, though others have more
        QVERIFY(w.names(Hosts).contains(QStringLiteral("new")));
        w.model.sortHosts();
        QCOMPARE(w.names(Hosts).size(), 11);
        w.model.apply({.hosts = {{.origin = "https://h23"}}}); // all its items were removed
        w.model.sortHosts();
        QVERIFY(!w.names(Hosts).contains(QStringLiteral("h23")));
    }

    void hostsOfTwoSchemesAreToldApart()
    {
        Watched w;
        w.model.apply({.hosts = {{.origin = "https://a:1", .counts = {.done = 2}},
                                 {.origin = "https://b", .counts = {.done = 1}}}});
        QCOMPARE(w.names(Hosts), (QStringList{QStringLiteral("a:1"), QStringLiteral("b")}));
        w.model.apply({.hosts = {{.origin = "http://b", .counts = {.done = 1}}}});
        w.model.sortHosts();
        QCOMPARE(w.names(Hosts), (QStringList{QStringLiteral("a:1"), QStringLiteral("https://b"),
                                              QStringLiteral("http://b")}));
    }

    void rowsFilterWhatTheySay()
    {
        Watched w;
        w.model.apply({.hosts = {{.origin = "https://a", .counts = {.done = 2}}},
                       .jobs = {job(7, QStringLiteral("a")), job(8, QStringLiteral("b"))}});
        const auto all = w.section(All);
        QCOMPARE(w.model.filterFor({all}), ItemFilter());
        QCOMPARE(w.model.filterFor({}), ItemFilter());
        QCOMPARE(w.model.filterFor({w.at(Jobs, 0)}), ItemFilter{.jobs = {JobId(7)}});
        QCOMPARE(w.model.filterFor({w.at(Jobs, 0, 1)}), ItemFilter()); // the name's cell counts
        QCOMPARE(w.model.filterFor({w.at(Statuses, 4)}), ItemFilter{.statuses = {Status::Failed}});
        QCOMPARE(w.model.filterFor({w.at(Hosts, 0)}), ItemFilter{.hosts = {"https://a"}});
        QCOMPARE(w.model.filterFor({w.at(Jobs, 0), w.at(Jobs, 1), w.at(Statuses, 3)}),
                 (ItemFilter{.jobs = {JobId(7), JobId(8)}, .statuses = {Status::Done}}));
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

TRAWL_TEST(Gui, TestSidebarModel)

} // namespace tst_sidebarmodel

#include "tst_sidebarmodel.moc"
