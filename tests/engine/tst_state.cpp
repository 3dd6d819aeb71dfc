// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocks.h"
#include "engine/state.h"
#include "support/testmain.h"

#include <QTest>

#include <array>

namespace tst_state {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;
using item::JobId;
using item::Status;

class TestState : public QObject
{
    Q_OBJECT

    static store::JobRow job(int id)
    {
        store::JobRow row;
        row.id = JobId(id);
        row.directory = QStringLiteral("/d%1").arg(id);
        row.source = QByteArray::number(id);
        return row;
    }

private Q_SLOTS:
    void rowsAreFoundById()
    {
        ItemTable table;
        table.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        table.append(makeBlock(3, 2, {"http://b/3"}));
        table.append(makeBlock(4, 1, {}));
        QCOMPARE(table.size(), 3);
        QCOMPARE(table.nextId(), ItemId(4));
        QCOMPARE(table.url(ItemId(2)), QByteArrayView("http://a/2"));
        QCOMPARE(table.url(ItemId(3)), QByteArrayView("http://b/3"));
        QCOMPARE(table.job(ItemId(2)), JobId(1));
        QCOMPARE(table.job(ItemId(3)), JobId(2));
        QVERIFY(!table.contains(ItemId(0)));
        QVERIFY(!table.contains(ItemId(4)));
    }
    void itemsAreNumberedByJob()
    {
        ItemTable table;
        table.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        table.append(makeBlock(3, 2, {"http://b/3"}));
        table.append(makeBlock(4, 1, {"http://a/4", "http://a/5"}));
        const std::array<qint64, 5> expected{1, 2, 1, 3, 4};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(table.numberInJob(ItemId(i + 1)), expected[std::size_t(i)]);
    }
    void wishesAreKeptByItem()
    {
        ItemTable table;
        table.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        table.setOptions(ItemId(2), std::make_shared<item::LinkOptions>(
                                        item::LinkOptions{.name = QStringLiteral("n")}));
        QVERIFY(table.options(ItemId(1)).isEmpty());
        QCOMPARE(table.options(ItemId(2)).name, QStringLiteral("n"));
    }
    void filesAreKeptByItem()
    {
        ItemTable table;
        table.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        table.setFile(ItemId(2), QStringLiteral("zwei – 二.html"));
        QCOMPARE(table.file(ItemId(1)), QString());
        QCOMPARE(table.file(ItemId(2)), QStringLiteral("zwei – 二.html"));
        table.setFile(ItemId(2), {});
        QCOMPARE(table.file(ItemId(2)), QString());
    }
    void countsFollowEveryStatus()
    {
        State state;
        state.jobs.add(job(1));
        state.jobs.add(job(2));
        state.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        state.append(makeBlock(3, 2, {"http://b/3"}));
        state.setStatus(ItemId(1), Status::Running);
        state.setStatus(ItemId(1), Status::Running);
        state.setStatus(ItemId(3), Status::Done);
        QCOMPARE(state.counts(), (Counts{.queued = 1, .running = 1, .done = 1}));
        QCOMPARE(state.jobs.job(JobId(2)).counts, (Counts{.done = 1}));
        QCOMPARE(state.counts().total(), 3);
    }
    void queuedItemsOfAPausedJobAreShownPaused()
    {
        State state;
        state.jobs.add(job(1)).row.paused = true;
        state.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        QCOMPARE(state.shownCounts(), (Counts{.paused = 2}));
        QVERIFY(!state.runnable(ItemId(1)));
        state.jobs.job(JobId(1)).row.paused = false;
        QCOMPARE(state.shownCounts(), (Counts{.queued = 2}));
        QVERIFY(state.runnable(ItemId(1)));
    }
    void eachChangeIsTakenOnce()
    {
        State state;
        state.jobs.add(job(1));
        state.append(makeBlock(1, 1, {"http://a/1", "http://a/2"}));
        QVERIFY(state.hasChanges());
        QCOMPARE(state.takeAdded().size(), 1U);
        QCOMPARE(state.takeAdded().size(), 0U);
        state.touch(ItemId(2));
        state.touch(ItemId(2));
        state.setStatus(ItemId(2), Status::Running);
        QCOMPARE(state.takeChanged(10), std::vector{ItemId(2)});
        QCOMPARE(state.takeChangedHosts(10), std::vector<queue::HostIndex>{0});
        QVERIFY(!state.hasChanges());
        state.touch(ItemId(2));
        state.touch(ItemId(1));
        QCOMPARE(state.takeChanged(1), std::vector{ItemId(2)});
        QCOMPARE(state.takeChanged(1), std::vector{ItemId(1)});
    }
    void hostsAreNumberedByOrigin()
    {
        HostTable hosts;
        QCOMPARE(hosts.indexOf("http://a/x"), 0U);
        QCOMPARE(hosts.indexOf("http://a?q"), 0U);
        QCOMPARE(hosts.indexOf("https://a/x"), 1U);
        QCOMPARE(hosts.indexOf("http://a:81/x"), 2U);
        QCOMPARE(hosts.indexOf("http://a/y"), 0U);
    }
    void jobsAreFoundBySourceAndDirectory()
    {
        JobTable jobs;
        jobs.add(job(1));
        jobs.add(job(2));
        QCOMPARE(jobs.find("2", QStringLiteral("/d2"))->row.id, JobId(2));
        QVERIFY(!jobs.find("2", QStringLiteral("/d1")));
        QCOMPARE(jobs.nextId(), JobId(3));
    }
};

TRAWL_TEST(Appless, TestState)

} // namespace tst_state

#include "tst_state.moc"
