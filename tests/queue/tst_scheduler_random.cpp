// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"
#include "support/testmain.h"

#include <QTest>

#include <map>
#include <random>
#include <set>

namespace tst_scheduler_random {

using namespace trawl::queue;
using trawl::item::ItemId;

namespace {

/// Servers of several tempers behind a fake clock: whatever they do, the rules hold.
class World
{
public:
    explicit World(quint64 seed)
        : m_random(seed)
        , m_scheduler(options(seed))
        , m_hosts(1 + roll(40))
    {
        for (auto &host : m_hosts) {
            host.temper = Temper(roll(5));
            host.limits = {.connections = 1 + int(roll(6)),
                           .streamsPerConnection = roll(4) == 0 ? 8 : 1,
                           .minGapMs = roll(3) == 0 ? qint64(1 + roll(50)) : 0};
            m_scheduler.setHostLimits(HostIndex(&host - m_hosts.data()), host.limits);
        }
        const qint64 items = 1 + qint64(roll(2000));
        m_attempts.resize(std::size_t(items), 0);
        for (qint64 i = 0; i < items; ++i)
            m_scheduler.add(ItemId(i), HostIndex(i * i % qint64(m_hosts.size())));
        m_open = items;
    }

    void run()
    {
        while (m_open > 0) {
            startAll();
            if (QTest::currentTestFailed())
                return;
            const auto wakeMs = m_scheduler.nextWakeMs();
            if (wakeMs)
                QVERIFY2(*wakeMs > m_nowMs, "busy wake");
            QVERIFY2(wakeMs || !m_running.empty(), "items wait for nothing");
            const bool endIsNext =
                !m_running.empty() && (!wakeMs || m_running.begin()->first <= *wakeMs);
            m_nowMs = endIsNext ? m_running.begin()->first : *wakeMs;
            QVERIFY2(m_nowMs < 20'000'000, "takes for ever");
            while (!m_running.empty() && m_running.begin()->first <= m_nowMs)
                endFirst();
        }
        QCOMPARE(m_scheduler.queued(), 0);
        QCOMPARE(m_scheduler.inFlight(), 0);
        QVERIFY(!m_scheduler.next(m_nowMs + 1'000'000, [](ItemId) { return true; }));
    }

private:
    enum class Temper { Good, Flaky, Throttles, Dead, Recovers };
    struct Host
    {
        Temper temper = Temper::Good;
        HostLimits limits;
        int inFlight = 0;
        qint64 lastStartMs = -1'000'000;
        qint64 mustRestUntilMs = 0;
        int answered = 0;
    };

    static Scheduler::Options options(quint64 seed)
    {
        Scheduler::Options o;
        o.seed = seed;
        o.breaker.threshold = 4;
        return o;
    }

    std::size_t roll(std::size_t n) { return std::size_t(m_random() % n); }

    void startAll()
    {
        while (const auto ticket = m_scheduler.next(m_nowMs, [](ItemId) { return true; })) {
            Host &host = m_hosts[ticket->host];
            ++host.inFlight;
            QVERIFY(host.inFlight <= host.limits.connections * host.limits.streamsPerConnection);
            QVERIFY(m_nowMs >= host.lastStartMs + host.limits.minGapMs);
            QVERIFY(m_nowMs >= host.mustRestUntilMs);
            QVERIFY(m_runningIds.insert(ticket->id).second);
            host.lastStartMs = m_nowMs;
            const int attempts = ++m_attempts[std::size_t(ticket->id)];
            QVERIFY(attempts <= 6);
            m_running.emplace(m_nowMs + 1 + qint64(roll(200)), *ticket);
        }
    }

    AttemptEnd answer(const Host &host, int attempts)
    {
        const AttemptEnd good{.attempts = attempts};
        const AttemptEnd dead{
            .ok = false, .temporary = true, .hostTrouble = true, .attempts = attempts};
        switch (host.temper) {
        case Temper::Good:
            break;
        case Temper::Flaky:
            if (roll(2) == 0)
                return {.ok = false, .temporary = roll(3) > 0, .attempts = attempts};
            break;
        case Temper::Throttles:
            if (roll(3) == 0) {
                const qint64 after = roll(2) == 0 ? qint64(roll(3) * 1000) : -1;
                return {.ok = false,
                        .temporary = true,
                        .throttled = true,
                        .retryAfterMs = after,
                        .attempts = attempts};
            }
            break;
        case Temper::Dead:
            return dead;
        case Temper::Recovers:
            return host.answered > 20 ? good : dead;
        }
        return good;
    }

    void endFirst()
    {
        const auto ticket = m_running.begin()->second;
        m_running.erase(m_running.begin());
        m_runningIds.erase(ticket.id);
        Host &host = m_hosts[ticket.host];
        --host.inFlight;
        if (roll(50) == 0) { // the worker died
            m_scheduler.returned(ticket);
            m_scheduler.addFront(ticket.id, ticket.host);
            --m_attempts[std::size_t(ticket.id)];
            return;
        }
        ++host.answered;
        const AttemptEnd end = answer(host, m_attempts[std::size_t(ticket.id)]);
        if (end.retryAfterMs > 0)
            host.mustRestUntilMs = std::max(host.mustRestUntilMs, m_nowMs + end.retryAfterMs);
        const Verdict verdict = m_scheduler.ended(ticket, end, m_nowMs);
        if (!end.hostTrouble) // else its host may have been given up
            QCOMPARE(verdict.retry, !end.ok && end.temporary && end.attempts <= 5);
        if (verdict.retry)
            QVERIFY(verdict.atMs >= std::max(m_nowMs, host.mustRestUntilMs));
        else
            --m_open;
    }

    std::mt19937_64 m_random;
    Scheduler m_scheduler;
    std::vector<Host> m_hosts;
    std::vector<int> m_attempts;
    std::multimap<qint64, Scheduler::Ticket> m_running;
    std::set<ItemId> m_runningIds;
    qint64 m_open = 0;
    qint64 m_nowMs = 0;
};

} // namespace

class SchedulerRandomTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rulesHold()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            World world(seed);
            world.run();
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    /// A host with a long list and one that never answers must not slow a small one.
    void noStarvation()
    {
        Scheduler scheduler({.host = {.connections = 2}});
        for (qint64 i = 0; i < 10'000; ++i)
            scheduler.add(ItemId(i), HostIndex(i % 2));
        for (qint64 i = 10'000; i < 10'010; ++i)
            scheduler.add(ItemId(i), 2);
        int starts = 0;
        int small = 0;
        while (small < 10) {
            const auto ticket = scheduler.next(starts, [](ItemId) { return true; });
            QVERIFY(ticket);
            ++starts;
            small += ticket->host == 2;
            if (ticket->host != 1) // which keeps what it got
                QVERIFY(!scheduler.ended(*ticket, {}, starts).retry);
        }
        QVERIFY2(starts <= 32, qPrintable(QString::number(starts)));
    }
};

TRAWL_TEST(Appless, SchedulerRandomTest)

} // namespace tst_scheduler_random

#include "tst_scheduler_random.moc"
