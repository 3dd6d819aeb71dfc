// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/rateshares.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace tst_rateshares {

using namespace trawl;
using item::RateScope;
using rates::RateShares;

namespace {

constexpr qint64 limit = 5'000'000;
constexpr qint64 stepMs = 50;

/// What a worker wants to load for a job at a host, and what it did.
struct Flow
{
    qint64 worker = 0;
    int job = 1;
    quint32 host = 0;
    int transfers = 1;
    double wants = 1e12; ///< bytes/s
    double loaded = 0;
    qint64 untold = 0;
};

/// Workers that hold exactly to their shares, in steps of 50 ms.
class Simulation
{
public:
    RateShares shares;
    std::vector<Flow> flows;
    std::map<qint64, QList<item::RateShare>> given;
    qint64 nowMs = 1000;

    void run(qint64 ms)
    {
        for (const auto endMs = nowMs + ms; nowMs < endMs; nowMs += stepMs) {
            if (nowMs % 200 == 0)
                split();
            load(1);
            load(2);
        }
    }
    void split()
    {
        std::map<qint64, item::WorkerTraffic> workers;
        for (auto &flow : flows) {
            auto &worker = workers[flow.worker];
            worker.worker = flow.worker;
            worker.traffic.push_back(
                {item::JobId(flow.job), flow.host, flow.transfers, std::exchange(flow.untold, 0)});
        }
        std::vector<item::WorkerTraffic> list;
        for (auto &[pid, worker] : workers)
            list.push_back(worker);
        for (const auto &[worker, its] : shares.split(list, nowMs))
            given[worker] = its;
        std::map<std::pair<RateScope, quint32>, qint64> sums;
        for (const auto &[worker, its] : given) {
            for (const auto &share : its)
                sums[{share.scope, share.key}] += share.bytesPerSecond;
        }
        for (const auto &[scope, sum] : sums)
            mostSum = std::max(mostSum, sum);
    }
    [[nodiscard]] qint64 share(qint64 worker, RateScope scope, quint32 key = 0)
    {
        for (const auto &one : given[worker]) {
            if (one.scope == scope && one.key == key)
                return one.bytesPerSecond;
        }
        return 0;
    }
    [[nodiscard]] double loaded() const
    {
        double sum = 0;
        for (const auto &flow : flows)
            sum += flow.loaded;
        return sum;
    }
    qint64 mostSum = 0;

private:
    // Within a worker the narrow limits are divided by transfers; what of the wide one is left by
    // those whom they hold goes to the others.
    void load(qint64 worker)
    {
        std::vector<std::pair<double, Flow *>> byNeed; ///< of one transfer
        for (auto &flow : flows) {
            if (flow.worker == worker && flow.transfers > 0)
                byNeed.emplace_back(std::min(flow.wants, narrow(flow)) / flow.transfers, &flow);
        }
        std::ranges::sort(byNeed);
        const auto all = share(worker, RateScope::All);
        auto rest = all > 0 ? double(all) : 1e15;
        int transfers = 0;
        for (const auto &[need, flow] : byNeed)
            transfers += flow->transfers;
        for (const auto &[need, flow] : byNeed) {
            const auto rate = std::min(need, rest / transfers) * flow->transfers;
            rest -= rate;
            transfers -= flow->transfers;
            flow->loaded += rate * stepMs / 1000;
            flow->untold += qint64(rate * stepMs / 1000);
        }
    }
    double narrow(const Flow &flow)
    {
        double rate = 1e12;
        for (const auto &one : given[flow.worker]) {
            const auto covers = [&](const Flow &other) {
                return other.worker == flow.worker &&
                       one.key == (one.scope == RateScope::Job ? quint32(other.job) : other.host);
            };
            if (one.scope == RateScope::All || !covers(flow))
                continue;
            int transfers = 0;
            for (const auto &other : flows)
                transfers += covers(other) ? other.transfers : 0;
            rate = std::min(rate, double(one.bytesPerSecond) * flow.transfers / transfers);
        }
        return rate;
    }
};

#define VERIFY_NEAR(value, expected, part)                                                         \
    QVERIFY2(std::abs(double(value) - double(expected)) <= double(expected) * (part),              \
             qPrintable(QString::number(double(value))))

} // namespace

class RateSharesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byTheTransfersInFlight()
    {
        Simulation s;
        s.shares.setLimit(limit);
        s.flows = {{.worker = 1, .transfers = 32}, {.worker = 2, .transfers = 18}};
        s.run(10'000);
        VERIFY_NEAR(s.loaded(), limit * 10, 0.02);
        VERIFY_NEAR(s.flows[0].loaded, limit * 10 * 0.64, 0.03);
        QVERIFY(s.mostSum <= limit);
    }

    void theUnusedIsLent()
    {
        Simulation s;
        s.shares.setLimit(limit);
        s.flows = {{.worker = 1, .transfers = 25},
                   {.worker = 2, .transfers = 25, .wants = 100'000}};
        s.run(2'000);
        const auto before = s.loaded();
        s.run(10'000);
        VERIFY_NEAR(s.loaded() - before, limit * 10, 0.03);
        s.flows[1].wants = 1e12; // it has found faster servers
        s.run(3'000);
        VERIFY_NEAR(s.share(2, RateScope::All), limit / 2, 0.05);
        QVERIFY(s.mostSum <= limit);
    }

    void whoHasNothingGetsNothing()
    {
        Simulation s;
        s.shares.setLimit(limit);
        s.flows = {{.worker = 1, .transfers = 5}, {.worker = 2, .transfers = 0}};
        s.run(1'000);
        QCOMPARE(s.share(1, RateScope::All), limit);
        QCOMPARE(s.share(2, RateScope::All), 0);
        s.flows[1].transfers = 5;
        s.split();
        QCOMPARE(s.share(2, RateScope::All), limit / 2);
        QVERIFY(s.mostSum <= limit);
    }

    void eachScopeHasItsOwn()
    {
        Simulation s;
        s.shares.setLimit(limit);
        s.shares.setHostLimit(1'000'000);
        s.shares.setJobLimit(item::JobId(2), 500'000);
        s.flows = {{.worker = 1, .job = 1, .host = 1, .transfers = 10},
                   {.worker = 2, .job = 1, .host = 1, .transfers = 10},
                   {.worker = 1, .job = 2, .host = 2, .transfers = 5},
                   {.worker = 2, .job = 3, .host = 3, .transfers = 1}};
        s.run(10'000);
        VERIFY_NEAR(s.flows[0].loaded + s.flows[1].loaded, 10'000'000, 0.03);
        VERIFY_NEAR(s.flows[2].loaded, 5'000'000, 0.03);
        VERIFY_NEAR(s.flows[3].loaded, 10'000'000, 0.05);
        s.shares.setJobLimit(item::JobId(2), 0);
        s.shares.setHostLimit(0);
        s.split();
        QCOMPARE(s.given[1].size(), 1);
    }

    /// 50 files, some slow, that come and go over two workers: always near the limit, never over.
    void aBusyTime()
    {
        std::mt19937 random(5);
        Simulation s;
        s.shares.setLimit(limit);
        for (int i = 0; i < 10; ++i) {
            const double wants = i % 3 == 0 ? 30'000 : 1e12;
            s.flows.push_back({.worker = 1 + i % 2, .transfers = 5, .wants = wants});
        }
        s.run(1'000);
        const auto before = s.loaded();
        for (int second = 0; second < 40; ++second) {
            auto &flow = s.flows[random() % 10];
            flow.transfers = int(random() % 12);
            s.run(1'000);
        }
        VERIFY_NEAR(s.loaded() - before, limit * 40, 0.05);
        QVERIFY(s.mostSum <= limit);
    }

    void splitsInQuickSuccessionForgetNothing()
    {
        Simulation s;
        s.shares.setLimit(limit);
        s.flows = {{.worker = 1, .transfers = 5}, {.worker = 2, .transfers = 5, .wants = 100'000}};
        for (int i = 0; i < 200; ++i) {
            s.split(); // for each task that is given
            s.run(stepMs);
        }
        QVERIFY2(s.share(1, RateScope::All) > limit * 8 / 10,
                 qPrintable(QString::number(s.share(1, RateScope::All))));
        QVERIFY(s.mostSum <= limit);
    }

    void aTinyLimit()
    {
        Simulation s;
        s.shares.setLimit(1);
        s.flows = {{.worker = 1, .transfers = 5}, {.worker = 2, .transfers = 5}};
        s.split();
        QCOMPARE(s.share(1, RateScope::All), 1); // 0 would be no limit
        QVERIFY(s.shares.any());
        s.shares.setLimit(0);
        QVERIFY(!s.shares.any());
        s.split();
        QVERIFY(s.given[1].isEmpty());
    }
};

TRAWL_TEST(Appless, RateSharesTest)

} // namespace tst_rateshares

#include "tst_rateshares.moc"
