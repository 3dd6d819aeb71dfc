// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/orders.h"
#include "control/sessionbench.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

namespace tst_orders {

using namespace trawl;
using namespace trawl::control;
using item::ItemId;
using item::JobId;
using item::Status;

class TestOrders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<SessionBench>();
        m_bench->addJob(QStringLiteral("one"), 4);
        m_bench->addJob(QStringLiteral("two"), 6);
    }
    void cleanup() { m_bench.reset(); }

    void tellsOfTheJobs()
    {
        const auto jobs = answer({.verb = Verb::Jobs, .selection = {}}).value(u"jobs").toArray();
        QCOMPARE(jobs.size(), 2);
        const auto two = jobFromJson(jobs[1].toObject());
        QCOMPARE(two.name, QStringLiteral("two"));
        QCOMPARE(two.counts.queued, 6);
    }

    void pausesAndResumesAll()
    {
        QCOMPARE(items(Verb::Pause, {}), 10);
        QCOMPARE(m_bench->counts().paused, 10);
        QCOMPARE(items(Verb::Pause, {}), 0); // nothing is left that could be
        QCOMPARE(items(Verb::Resume, {}), 10);
        QCOMPARE(m_bench->counts().queued, 10);
    }

    void pausesAJob()
    {
        QCOMPARE(items(Verb::Pause, {.job = JobId(2)}), 6);
        QCOMPARE(m_bench->counts().paused, 6);
        QCOMPARE(items(Verb::Resume, {.job = JobId(1)}), 0);
        QCOMPARE(m_bench->counts().paused, 6);
    }

    void pausesSomeItems()
    {
        QCOMPARE(items(Verb::Pause, {.ids = {ItemId(2), ItemId(7), ItemId(99)}}), 2);
        QCOMPARE(m_bench->counts().paused, 2);
        // Only those that are of the job as well.
        QCOMPARE(items(Verb::Resume, {.ids = {ItemId(2), ItemId(7)}, .job = JobId(2)}), 1);
        QCOMPARE(m_bench->counts().paused, 1);
    }

    void resumesWhatWasPausedOneByOne()
    {
        QCOMPARE(items(Verb::Pause, {.ids = {ItemId(2)}}), 1);
        QCOMPARE(items(Verb::Resume, {}), 1);
        QCOMPARE(m_bench->counts().paused, 0);
    }

    void resumesSomeOfAPausedJob()
    {
        QCOMPARE(items(Verb::Pause, {.job = JobId(2)}), 6);
        QCOMPARE(items(Verb::Resume, {.ids = {ItemId(5), ItemId(6)}}), 2);
        QCOMPARE(m_bench->counts().paused, 4);
    }

    void retriesOnlyWhatFailed()
    {
        QCOMPARE(items(Verb::Retry, {}), 0);
        QCOMPARE(items(Verb::Retry, {.status = Status::Queued}), 0);
        QCOMPARE(m_bench->counts().queued, 10);
    }

    void cannotRetryWhatIsNoUrl()
    {
        m_bench->addLinks(QStringLiteral("three"), {"ftp://a.example/x"});
        QCOMPARE(m_bench->counts().failed, 1);
        QCOMPARE(items(Verb::Retry, {}), 0);
        QCOMPARE(m_bench->counts().failed, 1);
    }

    void isObeyedByTheNextStart()
    {
        items(Verb::Pause, {.job = JobId(1)});
        items(Verb::Pause, {.ids = {ItemId(8)}});
        m_bench->close();
        m_bench->open();
        QCOMPARE(m_bench->counts().paused, 5);
        QCOMPARE(items(Verb::Resume, {}), 5);
        m_bench->close();
        m_bench->open();
        QCOMPARE(m_bench->counts().queued, 10);
    }

    void hasNoPartInWindows()
    {
        QVERIFY(answer({.verb = Verb::Raise, .selection = {}}).contains(u"error"));
    }

private:
    QJsonObject answer(const Request &request)
    {
        return m_bench->engine().call(
            [&](engine::Engine &engine) { return carryOut(engine, request); });
    }
    int items(Verb verb, const engine::Selection &selection)
    {
        return answer({.verb = verb, .selection = selection}).value(u"items").toInt(-1);
    }

    std::unique_ptr<SessionBench> m_bench;
};

TRAWL_TEST(Guiless, TestOrders)

} // namespace tst_orders

#include "tst_orders.moc"
