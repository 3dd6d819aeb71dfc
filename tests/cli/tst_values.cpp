// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/words.h"
#include "item/values.h"

#include "engine/engine.h"
#include "support/proxytexts.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_values {

using namespace trawl;

class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("bytes"); // -1 = refused
        const auto row = [](const char *text, qint64 bytes) {
            QTest::newRow(text) << QString::fromLatin1(text) << bytes;
        };
        row("0", 0);
        row("1000", 1000);
        row("500k", 500 * 1024);
        row("500K", 500 * 1024);
        row("5M", 5 * 1024 * 1024);
        row("1.5MiB", 3 * 512 * 1024);
        row("1.5 MiB/s", 3 * 512 * 1024);
        row("2mb", 2 * 1024 * 1024);
        row("1G", 1024 * 1024 * 1024);
        row("10b", 10);
        for (const char *bad : {"", "k", "-1", "1e6", "5 P", "1,5M", "5MM", "0x10", "M5", "1.",
                                "99999999999999G", "5M\n6"})
            row(bad, -1);
    }
    void rates()
    {
        QFETCH(QString, text);
        QFETCH(qint64, bytes);
        QCOMPARE(engine::parseRate(text).value_or(-1), bytes);
    }
    void seconds()
    {
        QCOMPARE(item::parseSeconds(QStringLiteral("0.5")), 500);
        QCOMPARE(item::parseSeconds(QStringLiteral("30")), 30'000);
        for (const char *bad : {"", "0", "-1", "nan", "inf", "1e99", "5s", "86401"})
            QVERIFY2(!item::parseSeconds(QString::fromLatin1(bad)), bad);
    }
    void counts()
    {
        QCOMPARE(item::parseCount(QStringLiteral("7"), 1, 9), 7);
        for (const char *bad : {"", "0", "10", "-3", "7x", "7.0", "99999999999"})
            QVERIFY2(!item::parseCount(QString::fromLatin1(bad), 1, 9), bad);
    }
    void headers()
    {
        QCOMPARE(item::parseHeader(QStringLiteral("Accept:text/html ")),
                 (item::Header{"Accept", "text/html"}));
        QCOMPARE(item::parseHeader(QStringLiteral("X:")), (item::Header{"X", ""}));
        QCOMPARE(item::parseHeader(QStringLiteral("X: a:b\tc")), (item::Header{"X", "a:b\tc"}));
        for (const char *bad :
             {"", ":", ": a", "X", "X Y: a", "X : a", "X: a\r\nY: b", "X: a\nb", "X\r: a",
              "X: \x7f"
              "b"})
            QVERIFY2(!item::parseHeader(QString::fromLatin1(bad)), bad);
        QVERIFY(!item::parseHeader(QStringLiteral("X: a") + QChar(u'\0') + u'b'));
    }
    void sizes()
    {
        QCOMPARE(cli::bytesText(0), QStringLiteral("0 bytes"));
        QCOMPARE(cli::bytesText(1023), QStringLiteral("1023 bytes"));
        QCOMPARE(cli::bytesText(1536), QStringLiteral("1.5 KiB"));
        QCOMPARE(cli::bytesText(100.0 * 1024 * 1024), QStringLiteral("100 MiB"));
        QCOMPARE(cli::bytesText(2e9), QStringLiteral("1.9 GiB"));
    }
    void times()
    {
        QCOMPARE(cli::timeText(0), QStringLiteral("0 s"));
        QCOMPARE(cli::timeText(59), QStringLiteral("59 s"));
        QCOMPARE(cli::timeText(185), QStringLiteral("3 min 05 s"));
        QCOMPARE(cli::timeText(7500), QStringLiteral("2 h 05 min"));
        QCOMPARE(cli::durationText(830), QStringLiteral("0.83 s"));
        QCOMPARE(cli::durationText(12'340), QStringLiteral("12.3 s"));
        QCOMPARE(cli::durationText(185'000), QStringLiteral("3 min 05 s"));
    }
    void everyReasonHasWords()
    {
        for (int i = 1; i <= int(item::Reason::Last); ++i)
            QVERIFY(!cli::reasonText(item::Reason(i)).isEmpty());
        QCOMPARE(cli::reasonText(item::Reason::Http, 429), QStringLiteral("HTTP 429"));
        QCOMPARE(cli::failureText({item::Reason::Session, 0, false, QStringLiteral("in use")}),
                 QStringLiteral("the session cannot be used: in use"));
        QCOMPARE(cli::failureText({item::Reason::DiskFull, 0, false, {}}),
                 QStringLiteral("disk full"));
    }
    void byteCounts()
    {
        QCOMPARE(engine::parseSize(QStringLiteral("1.5GiB")), qint64(3) << 29);
        QCOMPARE(engine::parseSize(QStringLiteral("2T")), qint64(2) << 40);
        QVERIFY(!engine::parseSize(QStringLiteral("2M/s")));
    }
    void codes()
    {
        QCOMPARE(item::parseCodes(QStringLiteral("429,503")), (QList{429, 503}));
        QCOMPARE(item::parseCodes(QStringLiteral("none")), QList<int>());
        const auto classes = item::parseCodes(QStringLiteral("429,5xx,503,4XX"));
        QVERIFY(classes && classes->size() == 200 && classes->contains(599));
        QCOMPARE(item::parseCodes(item::codesText(*classes)), classes);
        QCOMPARE(item::codesText(*item::parseCodes(QStringLiteral("429,5xx"))),
                 QStringLiteral("429,5xx"));
        QCOMPARE(item::codesText({429, 503}), QStringLiteral("429,503"));
        QCOMPARE(item::codesText({}), QStringLiteral("none"));
        for (const auto *text : {"", "xx", "6xx", "5x", "429,", "99", "600", "x", "429;503"})
            QVERIFY2(!item::parseCodes(QString::fromLatin1(text)), text);
    }
    void tokens()
    {
        QCOMPARE(item::parseToken("a-._~+/9=="), QByteArray("a-._~+/9=="));
        for (const auto *text : {"", "a b", "a,b", "a\r\nb"})
            QVERIFY2(!item::parseToken(text), text);
    }
    void proxies()
    {
        for (const auto *text : {"system", "http://h:3128", "https://u:p@h", "socks5://[::1]:1080"})
            QCOMPARE(item::parseProxy(QString::fromLatin1(text)), QString::fromLatin1(text));
        QCOMPARE(item::parseProxy(QStringLiteral("http://h/")), QStringLiteral("http://h"));
        for (const auto &one : support::proxyTexts)
            QVERIFY2(item::parseProxy(QLatin1StringView(one.text)).has_value() == one.good,
                     one.text);
        QVERIFY(!item::parseProxy({}));
    }
};

TRAWL_TEST(Appless, TestValues)

} // namespace tst_values

#include "tst_values.moc"
