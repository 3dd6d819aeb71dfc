// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/canonical.h"

#include "item/weburl.h"

#include "support/growth.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_canonical {

using namespace trawl;
using crawl::canonicalUrl;

class TestCanonical : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePage_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("sortQuery");
        QTest::addColumn<bool>("dropTracking");
        const auto row = [](const char *url, const char *key, bool sort = false,
                            bool drop = false) {
            QTest::addRow("%s sort %d drop %d", url, sort, drop)
                << QByteArray(url) << QByteArray(key) << sort << drop;
        };
        row("http://a.b", "http://a.b/");
        row("HTTP://A.B:80/x#y", "http://a.b/x");
        row("https://a.b:443/x/../y/./z", "https://a.b/y/z");
        row("http://a.b:8080/", "http://a.b:8080/");
        row("http://a.b/%7Ejoe/%41%2d%5f%2e", "http://a.b/~joe/A-_.");
        row("http://a.b/%c3%a9%2f%3f", "http://a.b/%C3%A9%2F%3F");
        row("http://a.b/\xc3\xa9", "http://a.b/%C3%A9");
        row("http://a.b/100%", "http://a.b/100%25");
        row("http://a.b/100%25", "http://a.b/100%25");
        row("http://a.b/%4", "http://a.b/%254");
        row("http://a.b/%zz", "http://a.b/%25zz");
        row("http://a.b/%2541", "http://a.b/%2541");
        row("http://a.b/a|b", "http://a.b/a%7Cb");
        row("http://a.b/?a=\\^`{}|", "http://a.b/?a=%5C%5E%60%7B%7D%7C");
        row("http://a.b/a+b?c+d", "http://a.b/a+b?c+d");
        row("http://a.b/(a);b=c,d!e'f*$&@:", "http://a.b/(a);b=c,d!e'f*$&@:");
        row("http://a.b/x?", "http://a.b/x");
        row("http://a.b/x?#y", "http://a.b/x");
        row("http://a.b/x??", "http://a.b/x??");
        row("http://a.b/X", "http://a.b/X");
        row("http://a.b/x/", "http://a.b/x/");
        row("http://a.b/x?b=1&a=2", "http://a.b/x?b=1&a=2");
        row("http://a.b/x?utm_source=y", "http://a.b/x?utm_source=y");
        // sorted
        row("http://a.b/x?b=1&a=2", "http://a.b/x?a=2&b=1", true);
        row("http://a.b/x?b=1&a=2&b=0", "http://a.b/x?a=2&b=1&b=0", true);
        row("http://a.b/x?b=1&b=1&a", "http://a.b/x?a&b=1&b=1", true);
        row("http://a.b/x?%62=1&%61=2", "http://a.b/x?a=2&b=1", true);
        row("http://a.b/x?b&a=&a", "http://a.b/x?a=&a&b", true);
        row("http://a.b/x?ab=1&a=2", "http://a.b/x?a=2&ab=1", true);
        row("http://a.b/x?a=1&b=2", "http://a.b/x?a=1&b=2", true);
        row("http://a.b/x", "http://a.b/x", true);
        row("http://a.b/x?&a&&b&", "http://a.b/x?a&b", true);
        row("http://a.b/x?&", "http://a.b/x", true);
        row("http://a.b/x?z&y&x&w&v&u&t&s&r&q&p&o&n&m&l&k&j&i",
            "http://a.b/x?i&j&k&l&m&n&o&p&q&r&s&t&u&v&w&x&y&z", true);
        // without tracking
        row("http://a.b/x?utm_source=y&id=1&utm_medium=z", "http://a.b/x?id=1", false, true);
        row("http://a.b/x?fbclid=y", "http://a.b/x", false, true);
        row("http://a.b/x?FBCLID=y&GCLID&b=1&a=2", "http://a.b/x?b=1&a=2", false, true);
        row("http://a.b/x?msclkid=1&mc_eid=2&gclid=3&_ga=4&yclid=5&mkt_tok=6&q=7",
            "http://a.b/x?q=7", false, true);
        row("http://a.b/x?utm=1&utm_=2&xutm_source=3&gclid2=4", nullptr, false, true);
        row("http://a.b/x?u%74m_source=y&a", "http://a.b/x?a", false, true);
        row("http://a.b/utm_source=1?q", "http://a.b/utm_source=1?q", false, true);
        row("http://a.b/x?b=1&fbclid=2&a=3", "http://a.b/x?a=3&b=1", true, true);
        row("http://a.b/x?a=fbclid=1", "http://a.b/x?a=fbclid=1", true, true);
    }
    void onePage()
    {
        QFETCH(QByteArray, url);
        QFETCH(QByteArray, key);
        QFETCH(bool, sortQuery);
        QFETCH(bool, dropTracking);
        const auto result = canonicalUrl(item::normalUrl(url).value(), sortQuery, dropTracking);
        QCOMPARE(result, key.isEmpty() ? url : key);
        QCOMPARE(canonicalUrl(result, sortQuery, dropTracking), result);
    }
    void survivesAnyBytes()
    {
        quint32 random = 1;
        static constexpr char bytes[] = "%%2fF?&&=;#aub_\0\xff/";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text = "http://a.b/";
            for (int i = 0; i < round % 29; ++i) {
                random = random * 1664525 + 1013904223;
                text += bytes[(random >> 16) % (sizeof bytes - 1)];
            }
            const auto key = canonicalUrl(text, round & 1, round & 2);
            QVERIFY2(canonicalUrl(key, round & 1, round & 2) == key, text.toPercentEncoding());
        }
        QCOMPARE(canonicalUrl({}, true, true), QByteArray());
    }
    void manyParametersAreNoTrouble()
    {
        const auto cost = support::dearer(500, 20'000, [](qint64 count) {
            QByteArray url("http://a.b/?");
            for (auto i = count; i > 0; --i)
                url += '&' + QByteArray::number(i);
            QCOMPARE(canonicalUrl(url, true, true).count('&'), count - 1);
        });
        QVERIFY2(cost < support::inProportion, qPrintable(QString::number(cost)));
    }
};

TRAWL_TEST(Appless, TestCanonical)

} // namespace tst_canonical

#include "tst_canonical.moc"
