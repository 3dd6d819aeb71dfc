// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sessions.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

namespace tst_samples {

using namespace trawl;
using rates::Sample;

namespace {

constexpr qint64 start = 1'700'000'040'000;

Sample sampleAt(qint64 second)
{
    Sample sample{.atMs = start + second * 1000,
                  .bytesPerSecond = 1.5e9,
                  .requestsPerSecond = 0.125,
                  .inFlight = 64,
                  .failuresPerSecond = 0.5};
    sample.mix = {1, 2, 3, 4.25, 5};
    rates::LatencyHistogram latency;
    latency.add(second % 100);
    latency.add(90'000);
    sample.setLatency(latency);
    return sample;
}

} // namespace

class TestSamples : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("s.trawl"));
    }

    void areThereAfterARestart()
    {
        write({sampleAt(0), sampleAt(10)});
        write({sampleAt(20)});
        const auto back = read();
        QCOMPARE(back.size(), 3U);
        QVERIFY(back[0] == sampleAt(0));
        QVERIFY(back[2] == sampleAt(20));
    }

    void anIntervalIsThereOnce()
    {
        write({sampleAt(0)});
        auto again = sampleAt(0);
        again.bytesPerSecond = 7;
        write({again});
        const auto back = read();
        QCOMPARE(back.size(), 1U);
        QCOMPARE(back[0].bytesPerSecond, 7.0);
    }

    void onlyADayIsKept()
    {
        std::vector<Sample> samples;
        for (int i = 0; i < 9000; ++i)
            samples.push_back(sampleAt(i * 10));
        write(samples);
        const auto back = read();
        QCOMPARE(back.size(), 8640U);
        QCOMPARE(back.back().atMs, start + 89'990'000);
        write({});
        QCOMPARE(read().size(), 8640U);
    }

    void whatLiesAheadGoes()
    {
        write({sampleAt(0), sampleAt(7200)});
        write({sampleAt(3600)}); // the clock was set back
        const auto back = read();
        QCOMPARE(back.size(), 2U);
        QCOMPARE(back.back().atMs, start + 3'600'000);
    }

private:
    void write(const std::vector<Sample> &samples)
    {
        const auto store = store::Store::open(m_path);
        QVERIFY(store);
        (*store)->addSamples(samples);
    }
    std::vector<Sample> read()
    {
        const auto store = store::Store::open(m_path);
        return store ? (*store)->samples() : std::vector<Sample>();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

TRAWL_TEST(Guiless, TestSamples)

} // namespace tst_samples

#include "tst_samples.moc"
