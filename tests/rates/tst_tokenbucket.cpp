// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/tokenbucket.h"
#include "support/testmain.h"

#include <QTest>

#include <limits>
#include <random>

namespace tst_tokenbucket {

using trawl::rates::TokenBucket;

class TokenBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void noLimit()
    {
        TokenBucket bucket;
        bucket.take(1'000'000, 0);
        QCOMPARE(bucket.available(0), std::numeric_limits<qint64>::max());
        QCOMPARE(bucket.waitUs(1'000'000, 0), 0);
    }

    void startsFullAndRefills()
    {
        TokenBucket bucket(1000, 100);
        QCOMPARE(bucket.available(0), 100);
        bucket.take(100, 0);
        QCOMPARE(bucket.available(0), 0);
        QCOMPARE(bucket.waitUs(50, 0), 50'000);
        QCOMPARE(bucket.available(50'000), 50);
        QCOMPARE(bucket.available(10'000'000), 100);
    }

    void burstDefaultsToASecond()
    {
        TokenBucket bucket(500);
        QCOMPARE(bucket.available(7), 500);
    }

    void debtIsWaitedOff()
    {
        TokenBucket bucket(1000, 100);
        bucket.take(600, 0);
        QCOMPARE(bucket.waitUs(1, 0), 501'000);
        QCOMPARE(bucket.available(499'000), 0);
        QCOMPARE(bucket.waitUs(1, 499'000), 2'000);
        QCOMPARE(bucket.available(501'000), 1);
    }

    void waitForMoreThanTheBurstIsForTheBurst()
    {
        TokenBucket bucket(1000, 100);
        bucket.take(100, 0);
        QCOMPARE(bucket.waitUs(1'000'000, 0), 100'000);
    }

    void clockGoingBackEarnsNothing()
    {
        TokenBucket bucket(1000, 1000);
        bucket.take(1000, 5'000'000);
        QCOMPARE(bucket.available(1'000'000), 0);
        QCOMPARE(bucket.available(5'000'000), 0);
        QCOMPARE(bucket.available(5'100'000), 100);
    }

    void setRate()
    {
        TokenBucket bucket(1000, 1000);
        bucket.take(1000, 0);
        bucket.setRate(10'000, 500, 200'000); // 200 were earned at the old rate
        QCOMPARE(bucket.rate(), 10'000);
        QCOMPARE(bucket.available(200'000), 200);
        QCOMPARE(bucket.available(210'000), 300);
        QCOMPARE(bucket.available(9'000'000), 500);

        bucket.take(5'000, 9'000'000);
        bucket.setRate(1'000, 500, 9'000'000);
        QCOMPARE(bucket.waitUs(1, 9'000'000), 4'501'000);
        bucket.setRate(0, 0, 9'000'000);
        QCOMPARE(bucket.waitUs(1, 9'000'000), 0);
        bucket.setRate(1'000, 500, 9'000'000);
        QCOMPARE(bucket.available(9'000'000), 500);
    }

    void waitIsEnough()
    {
        std::mt19937_64 random(1);
        for (int i = 0; i < 2000; ++i) {
            const qint64 rate = 1 + qint64(random() % 2'000'000'000);
            const qint64 burst = 1 + qint64(random() % 100'000'000);
            TokenBucket bucket(rate, burst);
            bucket.take(qint64(random() % quint64(2 * burst)), 0);
            const qint64 units = 1 + qint64(random() % quint64(burst));
            const qint64 wait = bucket.waitUs(units, 0);
            QVERIFY(bucket.available(wait) >= units);
        }
    }

    void longRunKeepsTheRate()
    {
        TokenBucket bucket(1'000'000, 64 * 1024);
        qint64 now = 0;
        qint64 sent = 0;
        while (now < 10'000'000) {
            const qint64 n = bucket.available(now);
            bucket.take(n, now);
            sent += n;
            now += 1 + bucket.waitUs(16 * 1024, now);
        }
        QVERIFY2(sent > 9'900'000 && sent < 10'200'000, qPrintable(QString::number(sent)));
    }
};

TRAWL_TEST(Appless, TokenBucketTest)

} // namespace tst_tokenbucket

#include "tst_tokenbucket.moc"
