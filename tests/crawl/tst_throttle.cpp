// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/throttle.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <random>

namespace tst_throttle {

using namespace trawl;
using crawl::Throttle;

namespace {

struct Answer
{
    double latency;
    int code = 200;
};

/// A host with so many workers and one queue, behind a network that takes its time.
class Host
{
public:
    Host(int workers, double serviceMs, double networkMs)
        : m_free(std::size_t(workers))
        , m_service(serviceMs)
        , m_network(networkMs)
    {
    }

    enum class Spread { None, Exponential, Some20TimesAsLong };

    void setSpread(Spread spread) { m_spread = spread; }
    void setService(double ms) { m_service = ms; }
    Answer ask(double now)
    {
        auto &worker = *std::min_element(m_free.begin(), m_free.end());
        worker = std::max(worker, now) + service();
        return {worker - now + m_network};
    }
    /// Requests a second.
    [[nodiscard]] double capacity() const { return 1000 * double(m_free.size()) / mean(); }
    /// Latency when it is not busy.
    [[nodiscard]] double base() const { return m_service + m_network; }

private:
    [[nodiscard]] double mean() const
    {
        return m_spread == Spread::Some20TimesAsLong ? m_service * 2.9 : m_service;
    }
    double service()
    {
        switch (m_spread) {
        case Spread::Exponential:
            return std::exponential_distribution(1 / m_service)(m_random);
        case Spread::Some20TimesAsLong:
            return std::bernoulli_distribution(0.1)(m_random) ? 20 * m_service : m_service;
        case Spread::None:
            break;
        }
        return m_service;
    }

    std::vector<double> m_free; ///< when each worker is
    double m_service;
    double m_network;
    Spread m_spread = Spread::None;
    std::mt19937 m_random{1};
};

struct Measured
{
    double perSecond = 0;
    double latency = 0; ///< median
    double worst = 0;   ///< of 95 %
    double refused = 0; ///< share
    int fewest = 1000;
    int most = 0;
};

/// Asks as the engine does: as many at once and as far apart as the throttle says.
class Crawl
{
public:
    using Server = std::function<Answer(double now)>;

    Crawl(Throttle::Limits limits, Server server)
        : throttle(limits)
        , m_server(std::move(server))
    {
    }

    Measured run(double ms)
    {
        Measured result;
        std::vector<double> latencies;
        int refused = 0;
        const auto end = now + ms;
        while (now < end) {
            start();
            step();
            for (; !m_flying.empty() && m_flying.top().end <= now; m_flying.pop()) {
                const auto &done = m_flying.top();
                throttle.answered(std::llround(done.end - done.begin), done.code,
                                  std::llround(now));
                refused += done.code != 200;
                latencies.push_back(done.end - done.begin);
                result.fewest = std::min(result.fewest, throttle.connections());
                result.most = std::max(result.most, throttle.connections());
            }
        }
        if (latencies.empty())
            return result;
        std::sort(latencies.begin(), latencies.end());
        result.perSecond = double(latencies.size()) * 1000 / ms;
        result.latency = latencies[latencies.size() / 2];
        result.worst = latencies[latencies.size() * 95 / 100];
        result.refused = refused / double(latencies.size());
        return result;
    }

    Throttle throttle;
    double now = 1'000'000;

private:
    struct Request
    {
        double end;
        double begin;
        int code;
        bool operator<(const Request &other) const { return end > other.end; }
    };

    [[nodiscard]] bool hasRoom() const { return int(m_flying.size()) < throttle.connections(); }
    void start()
    {
        while (hasRoom() && now >= m_last + double(throttle.delayMs())) {
            const auto answer = m_server(now);
            m_flying.push({now + answer.latency, now, answer.code});
            m_last = now;
        }
    }
    void step()
    {
        auto next = m_flying.empty() ? 1e300 : m_flying.top().end;
        if (hasRoom())
            next = std::min(next, m_last + double(throttle.delayMs()));
        now = std::max(now, next);
    }

    Server m_server;
    std::priority_queue<Request> m_flying;
    double m_last = -1e9;
};

Crawl crawlOf(Host &host, int connections)
{
    return {{.connections = connections}, [&host](double now) { return host.ask(now); }};
}

} // namespace

class TestThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nearly all of what the host can do, at a latency of less than three times that of an idle
    /// one, without swinging.
    void settles_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<double>("service");
        QTest::addColumn<double>("network");
        QTest::addColumn<int>("limit");
        QTest::newRow("one slow worker") << 1 << 200.0 << 0.0 << 64;
        QTest::newRow("one worker far away") << 1 << 50.0 << 150.0 << 64;
        QTest::newRow("4 workers") << 4 << 100.0 << 20.0 << 64;
        QTest::newRow("16 workers") << 16 << 100.0 << 50.0 << 64;
        QTest::newRow("32 workers, far away") << 32 << 60.0 << 120.0 << 256;
        QTest::newRow("very slow") << 4 << 5000.0 << 100.0 << 64;
    }
    void settles()
    {
        QFETCH(int, workers);
        QFETCH(double, service);
        QFETCH(double, network);
        QFETCH(int, limit);
        Host host(workers, service, network);
        auto crawl = crawlOf(host, limit);
        crawl.run(std::max(20'000.0, 300 * service / workers));
        const auto steady = crawl.run(std::max(300'000.0, 100 * service));
        qInfo("%.0f %% of capacity, latency %.2f (95 %%: %.2f) x base, %d ... %d connections",
              100 * steady.perSecond / host.capacity(), steady.latency / host.base(),
              steady.worst / host.base(), steady.fewest, steady.most);
        QVERIFY(steady.perSecond >= 0.85 * host.capacity());
        QVERIFY(steady.latency < 2.5 * host.base());
        QVERIFY(steady.worst < 3 * host.base());
        QCOMPARE(crawl.throttle.delayMs(), 0);
    }
    /// Answers that take as long as they like are no sign of a queue.
    void spreadIsNoLoad_data()
    {
        QTest::addColumn<int>("spread");
        QTest::newRow("exponential") << int(Host::Spread::Exponential);
        QTest::newRow("one in ten takes 20 times as long") << int(Host::Spread::Some20TimesAsLong);
    }
    void spreadIsNoLoad()
    {
        QFETCH(int, spread);
        Host host(8, 100, 50);
        host.setSpread(Host::Spread(spread));
        auto crawl = crawlOf(host, 64);
        crawl.run(60'000);
        const auto steady = crawl.run(600'000);
        qInfo("%.0f %% of capacity, latency %.2f x base, %d ... %d connections",
              100 * steady.perSecond / host.capacity(), steady.latency / host.base(), steady.fewest,
              steady.most);
        QVERIFY(steady.perSecond >= 0.8 * host.capacity());
        QVERIFY(steady.latency < 3 * host.base());
    }
    /// A host that answers within 20 ms gets all it can take.
    void quickHostIsNotSlowedDown_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("2") << 2;
        QTest::newRow("16") << 16;
        QTest::newRow("64") << 64;
    }
    void quickHostIsNotSlowedDown()
    {
        QFETCH(int, limit);
        Host host(8, 2, 1);
        auto crawl = crawlOf(host, limit);
        const auto all = crawl.run(2'000); // from the first request on
        const auto most = std::min(host.capacity(), 1000 * limit / host.base());
        qInfo("%.0f of %.0f a second", all.perSecond, most);
        QVERIFY(all.perSecond >= 0.95 * most);
        QCOMPARE(crawl.throttle.delayMs(), 0);
    }
    void limitHolds()
    {
        Host host(1000, 50, 0);
        auto crawl = crawlOf(host, 5);
        QCOMPARE(crawl.throttle.connections(), 1);
        const auto all = crawl.run(60'000);
        QCOMPARE(all.most, 5);
        QCOMPARE(crawl.throttle.connections(), 5);
        QCOMPARE(Throttle({.connections = 0}).connections(), 1);
    }
    /// The host gets slower for everybody: what it can still do is used, and regained later.
    void followsTheHost()
    {
        Host host(8, 50, 10);
        auto crawl = crawlOf(host, 64);
        crawl.run(60'000);
        host.setService(200);
        crawl.run(180'000);
        const auto slow = crawl.run(120'000);
        QVERIFY2(slow.perSecond >= 0.85 * host.capacity(), QByteArray::number(slow.perSecond));
        QVERIFY2(slow.latency < 3 * host.base(), QByteArray::number(slow.latency));
        host.setService(50);
        crawl.run(60'000);
        const auto quick = crawl.run(120'000);
        QVERIFY2(quick.perSecond >= 0.85 * host.capacity(), QByteArray::number(quick.perSecond));
        QVERIFY2(quick.latency < 2.5 * host.base(), QByteArray::number(quick.latency));
    }
    /// A host that collapses under load, as one that begins to swap: fewer requests, more pages.
    void collapseIsLeft()
    {
        Host host(4, 100, 0);
        int flying = 0;
        std::priority_queue<double, std::vector<double>, std::greater<>> ends;
        Crawl crawl({.connections = 64}, [&](double now) {
            for (; !ends.empty() && ends.top() <= now; ends.pop())
                --flying;
            host.setService(++flying > 16 ? 1000 : 100);
            const auto answer = host.ask(now);
            ends.push(now + answer.latency);
            return answer;
        });
        crawl.run(120'000);
        QVERIFY(crawl.run(120'000).perSecond >= 0.85 * 40);
    }
    /// A host that allows so many requests a second and refuses the rest.
    void refusalsAreFew_data()
    {
        QTest::addColumn<double>("perSecond");
        QTest::newRow("20 a second") << 20.0;
        QTest::newRow("1 a second") << 1.0;
        QTest::newRow("6 a minute") << 0.1;
    }
    void refusalsAreFew()
    {
        QFETCH(double, perSecond);
        double tokens = 10;
        double filled = 1'000'000;
        Crawl crawl({.connections = 16}, [&](double now) {
            tokens = std::min(10.0, tokens + (now - filled) * perSecond / 1000);
            filled = now;
            if (tokens < 1)
                return Answer{5, 429};
            --tokens;
            return Answer{30, 200};
        });
        crawl.run(200'000 / perSecond);
        const auto steady = crawl.run(1'000'000 / perSecond);
        const double good = steady.perSecond * (1 - steady.refused);
        qInfo("%.0f %% of what is allowed, %.1f %% refused", 100 * good / perSecond,
              100 * steady.refused);
        QVERIFY(good >= 0.75 * perSecond);
        QVERIFY(steady.refused < 0.05);
    }
    void outageIsWaitedOutAndForgotten_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<double>("latency");
        QTest::newRow("503") << 503 << 5.0;
        QTest::newRow("silence") << 0 << 30'000.0;
    }
    void outageIsWaitedOutAndForgotten()
    {
        QFETCH(int, code);
        QFETCH(double, latency);
        bool down = false;
        Host host(8, 50, 10);
        Crawl crawl({.connections = 16},
                    [&](double now) { return down ? Answer{latency, code} : host.ask(now); });
        crawl.run(30'000);
        down = true;
        const auto outage = crawl.run(600'000);
        QVERIFY2(outage.perSecond * 600 < 100, QByteArray::number(outage.perSecond * 600));
        QVERIFY(outage.perSecond > 0); // it is still asked
        QCOMPARE(crawl.throttle.connections(), 1);
        QCOMPARE(crawl.throttle.delayMs(), 60'000);
        down = false;
        crawl.run(1'200'000); // a minute apart at first
        QVERIFY(crawl.run(60'000).perSecond >= 0.85 * host.capacity());
        QCOMPARE(crawl.throttle.delayMs(), 0);
    }
    void oneRefusalCostsLittle()
    {
        Host host(8, 50, 10);
        int asked = 0;
        Crawl crawl({.connections = 16},
                    [&](double now) { return ++asked == 500 ? Answer{5, 503} : host.ask(now); });
        QVERIFY(crawl.run(60'000).perSecond >= 0.7 * host.capacity());
    }
    void refusalsOfOneMomentCountOnce()
    {
        Throttle throttle({.connections = 16});
        for (int i = 0; i < 16; ++i)
            throttle.answered(40, 200, 1000 + 10 * i);
        QCOMPARE(throttle.delayMs(), 0);
        throttle.answered(5, 429, 2000);
        const auto delay = throttle.delayMs();
        QVERIFY(delay >= 20);
        for (int i = 0; i < 16; ++i)
            throttle.answered(5, 429, 2001 + i);
        QCOMPARE(throttle.delayMs(), delay);
        throttle.answered(5, 429, 60'000);
        QVERIFY(throttle.delayMs() > delay);
    }
    void robotsDelayIsTheLeast()
    {
        Throttle throttle({.connections = 2, .leastDelayMs = 2000});
        QCOMPARE(throttle.delayMs(), 2000);
        for (int i = 0; i < 50; ++i)
            throttle.answered(10, 200, 2000 * i);
        QCOMPARE(throttle.delayMs(), 2000);
        throttle.answered(10, 503, 200'000);
        QCOMPARE(throttle.delayMs(), 4000);
        for (int i = 0; i < 500; ++i)
            throttle.answered(10, 200, 300'000 + 4000 * i);
        QCOMPARE(throttle.delayMs(), 2000);
    }
    void survivesAnyAnswers()
    {
        std::mt19937 random(3);
        Throttle throttle({.connections = 8, .mostDelayMs = 10'000});
        qint64 now = 0;
        for (int i = 0; i < 200'000; ++i) {
            const auto bits = random();
            const int code = bits & 1 ? 200 : int(bits >> 1) % 700;
            now += qint64(bits >> 20) - 100; // also backwards
            throttle.answered(bits & 2 ? qint64(bits >> 3) : -5, code, now);
            QVERIFY(throttle.connections() >= 1 && throttle.connections() <= 8);
            QVERIFY(throttle.delayMs() >= 0 && throttle.delayMs() <= 10'000);
        }
    }
};

TRAWL_TEST(Appless, TestThrottle)

} // namespace tst_throttle

#include "tst_throttle.moc"
