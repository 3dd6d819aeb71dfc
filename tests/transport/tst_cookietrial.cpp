// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "transport/cookietrial.h"

#include <QTest>

#include <curl/curl.h>

namespace tst_cookietrial {

using trawl::transport::CookieTrial;

class TestCookieTrial : public QObject
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
        row("same host", "http://a.test/", {"n=1"}, "http://a.test/x?y", "n=1");
        row("other host", "http://a.test/", {"n=1"}, "http://b.test/", "");
        row("other port", "http://a.test:81/", {"n=1"}, "http://a.test/", "n=1");
        row("host below", "http://a.test/", {"n=1"}, "http://w.a.test/", "");
        row("domain", "http://w.a.test/", {"n=1; Domain=a.test"}, "http://v.a.test/", "n=1");
        row("foreign domain", "http://a.test/", {"n=1; Domain=b.test"}, "http://b.test/", "");
        row("public suffix", "http://a.co.uk/", {"n=1; Domain=co.uk"}, "http://b.co.uk/", "");
        row("path", "http://a.test/x/y", {"n=1; Path=/x"}, "http://a.test/x", "n=1");
        row("beside the path", "http://a.test/x/y", {"n=1; Path=/x"}, "http://a.test/xy", "");
        row("usual path", "http://a.test/x/y", {"n=1"}, "http://a.test/z", "");
        row("secure over http", "http://a.test/", {"n=1; Secure"}, "https://a.test/", "");
        row("secure", "https://a.test/", {"n=1; Secure"}, "https://a.test/", "n=1");
        row("secure, then http", "https://a.test/", {"n=1; Secure"}, "http://a.test/", "");
        row("from https to http", "https://a.test/", {"n=1"}, "http://a.test/", "n=1");
        row("__Host-", "https://a.test/", {"__Host-n=1; Secure; Path=/"}, "https://a.test/",
            "__Host-n=1");
        row("__Host- that is none", "https://a.test/", {"__Host-n=1; Path=/"}, "https://a.test/",
            "");
        row("HttpOnly", "http://a.test/", {"n=1; HttpOnly"}, "http://a.test/", "n=1");
        row("over", "http://a.test/", {"n=1", "n=; Max-Age=0"}, "http://a.test/", "");
        row("expired", "http://a.test/", {"n=1; Expires=Thu, 01 Jan 1998 00:00:00 GMT"},
            "http://a.test/", "");
        row("Max-Age before Expires", "http://a.test/",
            {"n=1; Max-Age=100; Expires=Thu, 01 Jan 1998 00:00:00 GMT"}, "http://a.test/", "n=1");
        row("replaced", "http://a.test/", {"n=1", "n=2"}, "http://a.test/", "n=2");
        row("longest path first", "http://a.test/x/", {"n=1; Path=/", "m=2; Path=/x"},
            "http://a.test/x/", "m=2; n=1");
        row("IPv4", "http://10.1.2.3/", {"n=1"}, "http://10.1.2.3/", "n=1");
        row("IPv6", "http://[2001:db8::1]:8080/", {"n=1"}, "http://[2001:db8::1]/", "n=1");
        row("no cookie", "http://a.test/", {"", ";"}, "http://a.test/", "");
        row("neither name nor value", "http://a.test/", {"="}, "http://a.test/", "");
    }
    void sent()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QList<QByteArray>, cookies);
        QFETCH(const QByteArray, to);
        QList<CookieTrial::Received> received;
        for (const auto &cookie : cookies)
            received.append({from, cookie});
        const auto answer = m_trial.sent(received, to);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error()));
        if (curl_version_info(CURLVERSION_NOW)->version_num >= 0x080000)
            QEXPECT_FAIL("neither name nor value", "libcurl 8.14 takes it for a cookie", Continue);
        QTEST(*answer, "sent");
    }
    void eachBeginsEmpty()
    {
        QCOMPARE(m_trial.sent({{"http://a.test/", "n=1"}}, "http://a.test/").value(), "n=1");
        QCOMPARE(m_trial.sent({}, "http://a.test/").value(), "");
    }
    void severalUrls()
    {
        const QList<CookieTrial::Received> received{{"https://a.test/", "n=1; Secure"},
                                                    {"http://a.test/", "n=2"},
                                                    {"http://b.test/", "m=3"}};
        QCOMPARE(m_trial.sent(received, "https://a.test/").value(), "n=1");
        QCOMPARE(m_trial.sent(received, "http://b.test/").value(), "m=3");
    }
    void manyCookies()
    {
        QList<CookieTrial::Received> received;
        for (int i = 0; i < 120; ++i)
            received.append({"http://a.test/", "n" + QByteArray::number(i) + "=1"});
        QCOMPARE(m_trial.sent(received, "http://a.test/").value().count('='), 120);
    }
    void tooLong()
    {
        const QByteArray cookie("n=" + QByteArray(10'000'000, 'x'));
        QVERIFY(!m_trial.sent({{"http://a.test/", cookie}}, "http://a.test/"));
        QCOMPARE(m_trial.sent({{"http://a.test/", "n=1"}}, "http://a.test/").value(), "n=1");
    }

private:
    CookieTrial m_trial;
};

TRAWL_TEST(Appless, TestCookieTrial)

} // namespace tst_cookietrial

#include "tst_cookietrial.moc"
