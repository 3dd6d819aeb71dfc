// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "transport/cookiedate.h"
#include "transport/cookiejar.h"

#include <QTest>

namespace tst_cookiejar {

using trawl::transport::CookieJar;
using trawl::transport::parseCookieDate;

namespace {

constexpr qint64 now = 1'800'000'000'000; // in 2027

} // namespace

class TestCookieJar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sent_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QList<QByteArray>>("cookies");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("sent");
        const auto row = [](const char *name, const char *from, QList<QByteArray> cookies,
                            const char *to, const char *sent) {
            QTest::newRow(name) << QByteArray(from) << cookies << QByteArray(to)
                                << QByteArray(sent);
        };
        // whose it is
        row("same host", "http://a.test/", {"n=1"}, "http://a.test/x?y", "n=1");
        row("other host", "http://a.test/", {"n=1"}, "http://b.test/", "");
        row("other port", "http://a.test:81/", {"n=1"}, "http://a.test/", "n=1");
        row("host below", "http://a.test/", {"n=1"}, "http://w.a.test/", "");
        row("domain", "http://w.a.test/", {"n=1; Domain=a.test"}, "http://v.a.test/", "n=1");
        row("domain with a dot", "http://w.a.test/", {"n=1; domain = .A.test"}, "http://a.test/",
            "n=1");
        row("domain in the middle", "http://a.test/", {"n=1; Domain=a.test"}, "http://xa.test/",
            "");
        row("foreign domain", "http://a.test/", {"n=1; Domain=b.test"}, "http://b.test/", "");
        row("domain below", "http://a.test/", {"n=1; Domain=w.a.test"}, "http://w.a.test/", "");
        row("last domain counts", "http://w.a.test/", {"n=1; Domain=b.test; Domain=a.test"},
            "http://v.a.test/", "n=1");
        row("last domain is foreign", "http://w.a.test/", {"n=1; Domain=a.test; Domain=b.test"},
            "http://w.a.test/", "");
        row("empty domain", "http://a.test/", {"n=1; Domain="}, "http://a.test/", "n=1");
        row("empty domain is the host's", "http://a.test/", {"n=1; Domain="}, "http://w.a.test/",
            "");
        row("public suffix", "http://a.co.uk/", {"n=1; Domain=co.uk"}, "http://b.co.uk/", "");
        row("private suffix", "http://a.github.io/", {"n=1; Domain=github.io"},
            "http://b.github.io/", "");
        row("host that is a suffix", "http://github.io/", {"n=1; Domain=github.io"},
            "http://github.io/", "n=1");
        row("below a host that is one", "http://github.io/", {"n=1; Domain=github.io"},
            "http://b.github.io/", "");
        row("IPv4", "http://10.1.2.3/", {"n=1"}, "http://10.1.2.3/", "n=1");
        row("IPv4 as a domain", "http://10.1.2.3/", {"n=1; Domain=10.1.2.3"}, "http://10.1.2.3/",
            "n=1");
        row("part of IPv4", "http://10.1.2.3/", {"n=1; Domain=1.2.3"}, "http://10.1.2.3/", "");
        row("IPv6", "http://[2001:db8::1]:8080/", {"n=1"}, "http://[2001:db8::1]/", "n=1");
        row("hyphens", "http://my-blog-.test/", {"n=1"}, "http://my-blog-.test/", "n=1");
        // paths
        row("path", "http://a.test/x/y", {"n=1; Path=/x"}, "http://a.test/x", "n=1");
        row("beside the path", "http://a.test/x/y", {"n=1; Path=/x"}, "http://a.test/xy", "");
        row("below the path", "http://a.test/x/y", {"n=1; Path=/x"}, "http://a.test/x/z?q", "n=1");
        row("/a/ is not /a", "http://a.test/", {"n=1; Path=/a/"}, "http://a.test/a", "");
        row("below /a/", "http://a.test/", {"n=1; Path=/a/"}, "http://a.test/a/b", "n=1");
        row("usual path", "http://a.test/x/y", {"n=1"}, "http://a.test/z", "");
        row("usual path of a directory", "http://a.test/x/", {"n=1"}, "http://a.test/x", "n=1");
        row("relative path", "http://a.test/x/y", {"n=1; Path=z"}, "http://a.test/x/q", "n=1");
        row("last path counts", "http://a.test/", {"n=1; Path=/x; Path=/y"}, "http://a.test/y",
            "n=1");
        row("quoted path", "http://a.test/x/y", {"n=1; Path=\"/q\""}, "http://a.test/x/z", "n=1");
        row("no query in a path", "http://a.test/x?/y/z", {"n=1"}, "http://a.test/q", "n=1");
        row("path as it is written", "http://a.test/", {"n=1; Path=/%7e"}, "http://a.test/~", "");
        // secure
        row("secure over http", "http://a.test/", {"n=1; Secure"}, "https://a.test/", "");
        row("secure", "https://a.test/", {"n=1; Secure"}, "https://a.test/", "n=1");
        row("secure, then http", "https://a.test/", {"n=1; Secure"}, "http://a.test/", "");
        row("secure with a value", "https://a.test/", {"n=1; Secure=x"}, "http://a.test/", "");
        row("secure = empty", "https://a.test/", {"n=1;\tsecure\t="}, "http://a.test/", "");
        row("no attribute of that name", "https://a.test/", {"n=1; Secured"}, "http://a.test/",
            "n=1");
        row("from https to http", "https://a.test/", {"n=1"}, "http://a.test/", "n=1");
        row("__Host-", "https://a.test/", {"__Host-n=1; Secure; Path=/"}, "https://a.test/",
            "__Host-n=1");
        row("__Host- without Secure", "https://a.test/", {"__Host-n=1; Path=/"}, "https://a.test/",
            "");
        row("__Host- with a domain", "https://a.test/",
            {"__Host-n=1; Secure; Path=/; Domain=a.test"}, "https://a.test/", "");
        row("__host- without a path", "https://a.test/x/", {"__host-n=1; Secure"},
            "https://a.test/x/", "");
        row("__Secure-", "https://a.test/", {"__Secure-n=1"}, "https://a.test/", "");
        row("HttpOnly", "http://a.test/", {"n=1; HttpOnly"}, "http://a.test/", "n=1");
        // how long
        row("over", "http://a.test/", {"n=1", "n=; Max-Age=0"}, "http://a.test/", "");
        row("negative", "http://a.test/", {"n=1; Max-Age=-1"}, "http://a.test/", "");
        row("no number", "http://a.test/", {"n=1; Max-Age=0x"}, "http://a.test/", "n=1");
        row("beyond numbers", "http://a.test/", {"n=1; Max-Age=99999999999999999999"},
            "http://a.test/", "n=1");
        row("expired", "http://a.test/", {"n=1; Expires=Thu, 01 Jan 1998 00:00:00 GMT"},
            "http://a.test/", "");
        row("no date", "http://a.test/", {"n=1; Expires=yesterday"}, "http://a.test/", "n=1");
        row("Max-Age before Expires", "http://a.test/",
            {"n=1; Max-Age=100; Expires=Thu, 01 Jan 1998 00:00:00 GMT"}, "http://a.test/", "n=1");
        row("last Max-Age counts", "http://a.test/", {"n=1; Max-Age=0; Max-Age=9"},
            "http://a.test/", "n=1");
        // names and values
        row("replaced", "http://a.test/", {"n=1", "n=2"}, "http://a.test/", "n=2");
        row("blanks", "http://a.test/", {" \tn\t = \t1 2\t ; Path=/"}, "http://a.test/", "n=1 2");
        row("a tab around the name", "http://a.test/", {"\tn\t=1"}, "http://a.test/", "n=1");
        row("quotes stay", "http://a.test/", {"n=\"1\""}, "http://a.test/", "n=\"1\"");
        row("'=' in the value", "http://a.test/", {"n==a=b"}, "http://a.test/", "n==a=b");
        row("empty value", "http://a.test/", {"n="}, "http://a.test/", "n=");
        row("beyond ASCII", "http://a.test/", {"n=\xc3\xa9\xff"}, "http://a.test/",
            "n=\xc3\xa9\xff");
        row("names differ by case", "http://a.test/", {"n=1", "N=2"}, "http://a.test/", "n=1; N=2");
        row("no cookie", "http://a.test/", {"", ";", "n"}, "http://a.test/", "");
        row("no name", "http://a.test/", {"=", "=1", " =2"}, "http://a.test/", "");
        row("control characters", "http://a.test/", {"n=\x01", "m\x7f=1"}, "http://a.test/", "");
        row("one of a few", "http://a.test/", {"n=1;;; =;Path;=x"}, "http://a.test/", "n=1");
        // the order
        row("longest path first", "http://a.test/x/", {"n=1; Path=/", "m=2; Path=/x"},
            "http://a.test/x/", "m=2; n=1");
        row("then the older", "http://a.test/", {"b=1", "a=2", "c=3"}, "http://a.test/",
            "b=1; a=2; c=3");
        row("replaced ones keep their age", "http://a.test/", {"b=1", "a=2", "b=3"},
            "http://a.test/", "b=3; a=2");
        row("deleted ones do not", "http://a.test/", {"b=1", "a=2", "b=; Max-Age=0", "b=3"},
            "http://a.test/", "a=2; b=3");
        row("over domains", "http://w.a.test/", {"b=1; Domain=a.test", "a=2", "c=3; Domain=a.test"},
            "http://w.a.test/", "b=1; a=2; c=3");
    }
    void sent()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QList<QByteArray>, cookies);
        QFETCH(const QByteArray, to);
        CookieJar jar;
        for (const auto &cookie : cookies)
            jar.take(from, cookie, now);
        QTEST(jar.header(to, {}, now), "sent");
    }
    void severalUrls()
    {
        CookieJar jar;
        jar.take("https://a.test/", "n=1; Secure", now);
        jar.take("http://a.test/", "n=2", now); // would take its place
        jar.take("http://w.a.test/", "n=3; Domain=a.test; Path=/x", now);
        jar.take("http://b.test/", "m=3", now);
        QCOMPARE(jar.header("https://a.test/x", {}, now), QByteArray("n=1"));
        QCOMPARE(jar.header("http://a.test/x", {}, now), QByteArray());
        QCOMPARE(jar.header("http://b.test/", {}, now), QByteArray("m=3"));
    }
    void ownOnesGoAlong()
    {
        CookieJar jar;
        QCOMPARE(jar.header("http://a.test/", "o=1", now), QByteArray("o=1"));
        jar.take("http://a.test/", "n=1", now);
        jar.take("http://a.test/", "m=1", now);
        QCOMPARE(jar.header("http://a.test/", "o=2; n=2", now), QByteArray("m=1; o=2; n=2"));
    }
    void timePasses()
    {
        CookieJar jar;
        jar.take("http://a.test/", "n=1; Max-Age=10", now);
        QCOMPARE(jar.header("http://a.test/", {}, now + 9'000), QByteArray("n=1"));
        QCOMPARE(jar.header("http://a.test/", {}, now + 10'000), QByteArray());
    }
    void isBounded()
    {
        CookieJar jar;
        const QByteArray url("http://a.test/");
        for (int i = 0; i < CookieJar::mostOfADomain + 1; ++i)
            jar.take(url, QByteArray::number(i) + "=1", now);
        auto sent = jar.header(url, {}, now).split(';');
        QCOMPARE(sent.size(), CookieJar::mostOfADomain);
        QCOMPARE(sent.first(), QByteArray("1=1")); // the oldest is gone
        for (int i = 0; i < CookieJar::most; ++i)
            jar.take("http://h" + QByteArray::number(i) + ".test/", "n=1", now);
        QCOMPARE(jar.header(url, {}, now), QByteArray());
        QCOMPARE(jar.header("http://h0.test/", {}, now), QByteArray("n=1"));
        jar.take(url, "n=" + QByteArray(10'000'000, 'x'), now);
        QCOMPARE(jar.header(url, {}, now), QByteArray());
    }
    void linesComeBack()
    {
        CookieJar jar;
        jar.take("https://w.a.test/x/y", "n=1; Domain=a.test; Secure; HttpOnly; Max-Age=60", now);
        jar.take("https://w.a.test/x/y", "m=2; Path=/", now);
        const auto lines = jar.takeNew();
        QCOMPARE(lines, (QList<QByteArray>{"#HttpOnly_.a.test\tTRUE\t/x\tTRUE\t1800000060\tn\t1",
                                           "w.a.test\tFALSE\t/\tFALSE\t0\tm\t2"}));
        QVERIFY(jar.takeNew().isEmpty());
        jar.take("https://w.a.test/x/y", "m=2; Path=/", now);
        QVERIFY(jar.takeNew().isEmpty());
        CookieJar other;
        other.set(lines, now);
        QVERIFY(other.takeNew().isEmpty());
        QCOMPARE(other.header("https://w.a.test/x/", {}, now), QByteArray("n=1; m=2"));
        QCOMPARE(other.header("https://v.a.test/x/", {}, now), QByteArray("n=1"));
        jar.take("https://w.a.test/", "n=; Domain=a.test; Path=/x; Max-Age=0", now);
        other.set(jar.takeNew(), now);
        QCOMPARE(other.header("https://w.a.test/x/", {}, now), QByteArray("m=2"));
    }
    void badLinesAreLeftOut()
    {
        CookieJar jar;
        jar.set({"", "ALL", "# Netscape HTTP Cookie File", "#a.test\tFALSE\t/\tFALSE\t0\tn\t1",
                 "\tFALSE\t/\tFALSE\t0\tn\t1", "a.test\tFALSE\t/\tFALSE\t0\t\t1",
                 "a.test\tFALSE\t/\tFALSE\t0\tn", "a.test\tFALSE\t/\tFALSE\t0\tn\t1\t2",
                 "a.test\tFALSE\t/\tFALSE\t1000000000\told\t1",
                 "A.test\tFALSE\t/\tFALSE\t1900000000.5\tgood\t1"},
                now);
        QCOMPARE(jar.header("http://a.test/", {}, now), QByteArray("good=1"));
    }
    void dates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds"); // -1 = none
        const auto row = [](const char *text, qint64 seconds) {
            QTest::newRow(text) << QByteArray(text) << seconds;
        };
        row("Sun, 06 Nov 1994 08:49:37 GMT", 784'111'777);
        row("Sunday, 06-Nov-94 08:49:37 GMT", 784'111'777);
        row("Sun Nov  6 08:49:37 1994", 784'111'777);
        row("08:49:37 6 november 1994", 784'111'777);
        row("1994 nov 06 8:49:37x", 784'111'777);
        row("Mon, 01-Jan-2069 00:00:00 GMT", 3'124'224'000);
        row("Mon, 01-Jan-69 00:00:00 GMT", 3'124'224'000);
        row("Thu, 01 Jan 1970 00:00:00 GMT", 0);
        row("Sun, 06 Nov 1994 24:00:00 GMT", -1);
        row("Sun, 31 Feb 1994 08:49:37 GMT", -1);
        row("Sun, 06 Nov 1600 08:49:37 GMT", -1);
        row("06 Nov 1994", -1);
        row("08:49 06 Nov 1994", -1);
        row("0", -1);
        row("", -1);
    }
    void dates()
    {
        QFETCH(const QByteArray, text);
        QTEST(parseCookieDate(text).value_or(-1), "seconds");
    }
};

TRAWL_TEST(Appless, TestCookieJar)

} // namespace tst_cookiejar

#include "tst_cookiejar.moc"
