// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/failures.h"
#include "fetch/filetype.h"
#include "fetch/redirect.h"
#include "fetch/retryafter.h"
#include "item/httpdate.h"
#include "item/settings.h"
#include "support/testmain.h"

#include <QTest>

#include <limits>

namespace tst_fetchrules {

using namespace trawl;
using namespace trawl::fetch;
using item::Reason;

/// The pure rules of a transfer.
class TestFetchRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::newRow("fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << true;
        QTest::newRow("rfc 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << true;
        QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << true;
        QTest::newRow("no zone") << QByteArray("Sun, 06 Nov 1994 08:49:37") << false;
        QTest::newRow("day 32") << QByteArray("Sun, 32 Nov 1994 08:49:37 GMT") << false;
        QTest::newRow("signed") << QByteArray("Sun, +6 Nov 1994 08:49:37 GMT") << false;
        QTest::newRow("hour 24") << QByteArray("Sun, 06 Nov 1994 24:00:00 GMT") << false;
        QTest::newRow("month") << QByteArray("Sun, 06 Nix 1994 08:49:37 GMT") << false;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("blanks") << QByteArray("  :  : - - GMT") << false;
        QTest::newRow("dashes") << QByteArray("a, -- 1:2:3 GMT") << false;
    }
    void dates()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        const auto ms = item::parseHttpDate(text);
        QCOMPARE(ms.has_value(), valid);
        if (valid)
            QCOMPARE(*ms, 784'111'777'000);
        if (valid)
            QCOMPARE(trawl::item::httpDate(*ms), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
    }

    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<qint64>("ms");
        const QByteArray now("Sun, 06 Nov 1994 08:49:37 GMT");
        const QByteArray later("Sun, 06 Nov 1994 08:49:47 GMT");
        QTest::newRow("none") << QByteArray() << now << qint64(-1);
        QTest::newRow("seconds") << QByteArray(" 120 ") << now << qint64(120'000);
        QTest::newRow("zero") << QByteArray("0") << now << qint64(-1);
        QTest::newRow("huge") << QByteArray("1000000000") << now << qint64(1'000'000'000'000);
        QTest::newRow("beyond") << QByteArray(40, '9') << now
                                << std::numeric_limits<qint64>::max() / 2;
        QTest::newRow("negative") << QByteArray("-5") << now << qint64(-1);
        QTest::newRow("fraction") << QByteArray("1.5") << now << qint64(-1);
        QTest::newRow("garbage") << QByteArray("soon") << now << qint64(-1);
        QTest::newRow("date") << later << now << qint64(10'000);
        QTest::newRow("past") << now << later << qint64(-1);
        QTest::newRow("the same") << now << now << qint64(-1);
        QTest::newRow("no Date: the wall clock") << later << QByteArray() << qint64(9'000);
        QTest::newRow("a bad Date: the wall clock") << later << QByteArray("x") << qint64(9'000);
    }
    void retryAfter()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, date);
        QFETCH(qint64, ms);
        QCOMPARE(retryAfterMs(value, date, 784'111'778'000), ms);
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QByteArray>("target"); // empty: refused
        const QByteArray base("https://a.example/x/y?q");
        QTest::newRow("absolute") << base << QByteArray("https://b.example/z")
                                  << QByteArray("https://b.example/z");
        QTest::newRow("no path") << base << QByteArray("https://b.example")
                                 << QByteArray("https://b.example/");
        QTest::newRow("scheme") << base << QByteArray("//b.example/z")
                                << QByteArray("https://b.example/z");
        QTest::newRow("root") << base << QByteArray("/z") << QByteArray("https://a.example/z");
        QTest::newRow("relative") << base << QByteArray("z") << QByteArray("https://a.example/x/z");
        QTest::newRow("query") << base << QByteArray("?z") << QByteArray("https://a.example/x/y?z");
        QTest::newRow("backslashes") << base << QByteArray("\\\\b.example\\z?a\\b")
                                     << QByteArray("https://b.example/z?a\\b");
        QTest::newRow("blanks") << base << QByteArray(" \t/a\nb\r ")
                                << QByteArray("https://a.example/ab");
        QTest::newRow("user info")
            << base << QByteArray("https://u:p@b.example/z#f") << QByteArray("https://b.example/z");
        QTest::newRow("utf-8") << base << QByteArray("/\xc3\xa9")
                               << QByteArray("https://a.example/%C3%A9");
        QTest::newRow("escapes") << base << QByteArray("/%7e%c3?a|b=5%")
                                 << QByteArray("https://a.example/%7e%c3?a|b=5%");
        QTest::newRow("odd host") << base << QByteArray("https://-a_b-.c-/")
                                  << QByteArray("https://-a_b-.c-/");
        QTest::newRow("up") << QByteArray("http://a.example/") << QByteArray("https://a.example/")
                            << QByteArray("https://a.example/");
        QTest::newRow("down") << base << QByteArray("http://a.example/") << QByteArray();
        QTest::newRow("file") << base << QByteArray("file:///etc/passwd") << QByteArray();
        QTest::newRow("script") << base << QByteArray("javascript:1") << QByteArray();
        QTest::newRow("ftp") << base << QByteArray("FTP://a.example/") << QByteArray();
        QTest::newRow("nothing") << base << QByteArray() << QByteArray();
        QTest::newRow("only blanks") << base << QByteArray(" \t") << QByteArray();
        QTest::newRow("three slashes")
            << base << QByteArray("https:///z") << QByteArray("https://z/");
        QTest::newRow("no host") << base << QByteArray("https://?z") << QByteArray();
        QTest::newRow("bad port") << base << QByteArray("https://a.example:99999/") << QByteArray();
    }
    void targets()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, location);
        QFETCH(QByteArray, target);
        const auto result = redirectTarget(from, location);
        QCOMPARE(result.has_value(), !target.isEmpty());
        if (result)
            QCOMPARE(*result, target);
        else
            QCOMPARE(result.error().reason, Reason::BadRedirect);
    }
    void failures_data()
    {
        QTest::addColumn<int>("qt");
        QTest::addColumn<int>("curl");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("headSeen");
        QTest::addColumn<item::Reason>("reason");
        QTest::addColumn<bool>("temporary");
        const auto row = [](const char *name, int qt, int curl, const char *text, bool headSeen,
                            Reason reason, bool temporary) {
            QTest::newRow(name) << qt << curl << QString::fromLatin1(text) << headSeen << reason
                                << temporary;
        };
        row("dns", 3, 6, "", false, Reason::Dns, true);
        row("connect", 1, 7, "", false, Reason::Connect, true);
        row("timeout", 4, 28, "", false, Reason::Timeout, true);
        row("certificate", 6, 60, "expired", false, Reason::Tls, false);
        row("handshake", 6, 35, "", false, Reason::Tls, true);
        row("cut body", 2, 18, "", true, Reason::Truncated, true);
        row("reset in the body", 2, 56, "Connection reset by peer", true, Reason::Truncated, true);
        row("reset before", 2, 56, "Connection reset by peer", false, Reason::Network, true);
        row("chunk", 2, 56, "Illegal or missing hexadecimal sequence in chunked-encoding", true,
            Reason::BadFraming, true);
        row("large head", 2, 56, "Too large response headers", false, Reason::BadHead, false);
        row("h2 stream in the body", 2, 92, "", true, Reason::Truncated, true);
        row("h2 stream before", 2, 92, "", false, Reason::BadFraming, true);
        row("gzip", 299, 61, "The compressed body ends early", true, Reason::BadEncoding, true);
        row("coding", 299, 61, "\"gzip, gzip\" is not understood", true, Reason::BadEncoding,
            false);
        row("no http", 399, 8, "", false, Reason::BadHead, false);
        row("proxy", 101, 97, "", false, Reason::Proxy, true);
        row("qt: closed in the body", 2, 0, "", true, Reason::Truncated, true);
        row("qt: closed before", 2, 0, "", false, Reason::Network, true);
        row("qt: refused", 1, 0, "", false, Reason::Connect, true);
        row("qt: tls", 6, 0, "self-signed", false, Reason::Tls, false);
        row("unknown", 99, 999, "", false, Reason::Network, true);
    }
    void failures()
    {
        QFETCH(int, qt);
        QFETCH(int, curl);
        QFETCH(QString, text);
        QFETCH(bool, headSeen);
        QFETCH(item::Reason, reason);
        QFETCH(bool, temporary);
        const auto failure = describe({QNetworkReply::NetworkError(qt), curl, text, headSeen});
        QCOMPARE(failure.reason, reason);
        QCOMPARE(failure.temporary, temporary);
        QVERIFY(!failure.detail.isEmpty());
        if (reason == Reason::Tls)
            QVERIFY(failure.detail.contains(text));
    }
    void pagesInstead_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<bool>("page");
        const auto row = [](const char *name, const char *type, const QByteArray &begin,
                            bool page) {
            QTest::addRow("%s %s %s", name, type, begin.left(20).toPercentEncoding().constData())
                << QByteArray(name) << QByteArray(type) << begin << page;
        };
        const QByteArray html("<!DOCTYPE html><title>Log in</title>");
        const QByteArray jpeg("\xff\xd8\xff\xe0\0\x10JFIF", 10);
        for (const char *name : {"a.jpg", "setup.EXE", "a.tar.gz", "b.pdf", "c.docx", "d.mp4"}) {
            row(name, "text/html", html, true);
            row(name, "Text/HTML; charset=x", "Please log in", true);
            row(name, "application/octet-stream", html, true);
            row(name, "", "\xef\xbb\xbf <!-- x -->\n<HTML>", true);
            row(name, "text/html", jpeg, false);
            row(name, "text/html", "", false);
            row(name, "image/jpeg", jpeg, false);
            row(name, "", "<htmlx>", false);
        }
        row("a.xls", "application/vnd.ms-excel", "<html><table>", false);
        row("a.csv", "text/html", html, true);
        row("a.csv", "text/html", "a,b\n1,2\n", false);
        row("a.json", "application/json", html, false);
        for (const char *name :
             {"a", "a.html", "a.php", "a.txt", "a.aspx", "File:A.jpg", "File%3AA.jpg"})
            row(name, "text/html", html, false);
    }
    void pagesInstead()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, begin);
        QFETCH(const bool, page);
        QCOMPARE(isPageInstead(name, type, begin), page);
    }
    void httpCodes()
    {
        const QList<int> again{408, 425, 429, 500, 502, 503, 504};
        for (int code = 300; code < 600; ++code) {
            const auto failure = httpFailure(code, again);
            QCOMPARE(failure.temporary, again.contains(code));
            QCOMPARE(failure.httpCode, code);
        }
        QVERIFY(httpFailure(404, {404}).temporary);
        QVERIFY(!httpFailure(503, {404}).temporary);
    }
};

TRAWL_TEST(Appless, TestFetchRules)

} // namespace tst_fetchrules

#include "tst_fetchrules.moc"
