// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/rategate.h"
#include "support/testmain.h"

#include <QTest>

#include <memory>

namespace tst_ratescopes {

using namespace trawl;
using fetch::RateGate;
using item::RateScope;

namespace {

/// Wants all it can get.
class Greedy final : public RateGate::Reader
{
public:
    Greedy(RateGate &gate, const fetch::RateScopes &scopes)
        : Reader(scopes)
        , m_gate(gate)
    {
        if (gate.limits(*this))
            gate.queue(*this);
    }
    ~Greedy() override { m_gate.leave(*this); }

    qint64 got = 0;
    std::function<void()> onTurn;

protected:
    void gateOpened(qint64 bytes) override
    {
        const auto count = std::min<qint64>(bytes, 100'000);
        got += count;
        m_gate.used(*this, count);
        m_gate.queue(*this);
        if (onTurn)
            onTurn();
    }

private:
    RateGate &m_gate;
};

fetch::RateScopes scopes(int job, quint32 host, int item = 0, qint64 rate = 0)
{
    return {item::JobId(job), host, item::ItemId(item), rate};
}

bool isAbout(qint64 value, double expected)
{
    return double(value) > expected * 0.9 && double(value) < expected * 1.1;
}

} // namespace

#define VERIFY_ABOUT(value, expected)                                                              \
    QVERIFY2(isAbout(value, double(expected)), qPrintable(QString::number(value)))

/// Several limits at once, each with its own bucket.
class TestRateScopes : public QObject
{
    Q_OBJECT

    qint64 nowUs = 0;
    std::unique_ptr<RateGate> gate;
    /// Lets the gate work for two seconds, which it looks at every 5 ms.
    static constexpr qint64 seconds = 2;
    void run()
    {
        for (const auto end = nowUs + seconds * 1'000'000; nowUs < end; nowUs += 5'000)
            gate->serve();
    }

private Q_SLOTS:
    void init()
    {
        gate = std::make_unique<RateGate>([this] { return nowUs; });
    }

    void eachScopeHasItsOwn()
    {
        gate->setShares(
            {{RateScope::Job, 1, 200'000}, {RateScope::Host, 7, 400'000}, {RateScope::Host, 8, 0}});
        Greedy job(*gate, scopes(1, 9));
        Greedy host(*gate, scopes(2, 7));
        Greedy other(*gate, scopes(2, 8));
        QVERIFY(gate->limits(job) && gate->limits(host) && !gate->limits(other));
        run();
        VERIFY_ABOUT(job.got, 200'000 * seconds);
        VERIFY_ABOUT(host.got, 400'000 * seconds);
        VERIFY_ABOUT(host.got, 2 * job.got);
    }

    void theNarrowestOfSeveralCounts()
    {
        gate->setShares({{RateScope::All, 0, 1'000'000},
                         {RateScope::Job, 1, 600'000},
                         {RateScope::Host, 7, 100'000}});
        Greedy held(*gate, scopes(1, 7));
        Greedy a(*gate, scopes(1, 8));
        Greedy b(*gate, scopes(1, 8));
        Greedy free(*gate, scopes(2, 8));
        run();
        VERIFY_ABOUT(held.got, 100'000 * seconds);
        VERIFY_ABOUT(held.got + a.got + b.got, 600'000 * seconds);
        VERIFY_ABOUT(held.got + a.got + b.got + free.got, 1'000'000 * seconds);
        VERIFY_ABOUT(a.got, 2.5 * double(held.got)); // it waits at the front, holds up nobody
        VERIFY_ABOUT(b.got, a.got);
        VERIFY_ABOUT(free.got, 1.6 * double(a.got)); // what the job must not have
    }

    void smallTurnsDoNotStarveLargeOnes()
    {
        gate->setShares({{RateScope::All, 0, 1'000'000}, {RateScope::Host, 7, 900'000}});
        Greedy large(*gate, scopes(1, 1));
        std::vector<std::unique_ptr<Greedy>> small;
        for (int i = 0; i < 8; ++i)
            small.push_back(std::make_unique<Greedy>(*gate, scopes(1, 7, 10 + i, 90'000)));
        run();
        qint64 sum = large.got;
        for (const auto &reader : small)
            sum += reader->got;
        VERIFY_ABOUT(sum, 1'000'000 * seconds);
        QVERIFY2(large.got * 5 > sum, qPrintable(QString::number(large.got)));
    }

    void segmentsShareTheItemsOwn()
    {
        Greedy one(*gate, scopes(1, 1, 5, 300'000));
        auto two = std::make_unique<Greedy>(*gate, scopes(1, 1, 5, 300'000));
        Greedy other(*gate, scopes(1, 1, 6, 100'000));
        run();
        VERIFY_ABOUT(one.got + two->got, 300'000 * seconds);
        VERIFY_ABOUT(other.got, 100'000 * seconds);
        VERIFY_ABOUT(one.got + two->got, 3 * other.got);
        two.reset();
        const auto before = one.got;
        const auto otherBefore = other.got;
        run();
        VERIFY_ABOUT(one.got - before, 300'000 * seconds);
        VERIFY_ABOUT(one.got - before, 3 * (other.got - otherBefore));
    }

    void aNewLimitHasNothingSavedUp()
    {
        gate->setShares({{RateScope::Job, 1, 100}});
        Greedy reader(*gate, scopes(1, 7)); // waits for ten seconds' worth of nothing
        gate->setShares({{RateScope::Job, 1, 1'000'000}, {RateScope::Host, 7, 1'000'000}});
        for (const auto end = nowUs + 20'000; nowUs <= end; nowUs += 1'000)
            gate->serve();
        QVERIFY2(reader.got > 0 && reader.got <= 20'000, qPrintable(QString::number(reader.got)));
        gate->setShares({});
        const auto before = reader.got;
        gate->serve();
        QVERIFY(reader.got > before + 50'000);
    }

    void leaveWhileOthersAreServed()
    {
        gate->setShares({{RateScope::All, 0, 10'000'000}});
        auto first = std::make_unique<Greedy>(*gate, scopes(1, 1));
        auto second = std::make_unique<Greedy>(*gate, scopes(1, 1));
        auto third = std::make_unique<Greedy>(*gate, scopes(1, 1));
        second->onTurn = [&] {
            first.reset();
            third.reset();
            second->onTurn = {};
        };
        run();
        QVERIFY(!first && !third);
        const auto before = second->got;
        run();
        VERIFY_ABOUT(second->got - before, 10'000'000 * seconds);
    }
};

TRAWL_TEST(Guiless, TestRateScopes)

} // namespace tst_ratescopes

#include "tst_ratescopes.moc"
