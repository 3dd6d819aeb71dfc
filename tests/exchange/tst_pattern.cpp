// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pattern.h"
#include "support/testmain.h"

#include <QTest>

#include <limits>

namespace tst_pattern {

using trawl::exchange::Pattern;

class TestPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("urls");
        const auto row = [](const char *text, const char *urls) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(urls);
        };
        row("[1-3]", "1 2 3");
        row("x[9-11]y", "x9y x10y x11y");
        row("[1-10:3]", "1 4 7 10");
        row("[1-9:3]", "1 4 7");
        row("[008-10]", "008 009 010");
        row("[01-100:50]", "01 51");
        row("[0-2]", "0 1 2");
        row("[5-5]", "5");
        row("[a-e]", "a b c d e");
        row("[a-e:2]", "a c e");
        row("[X-Z]", "X Y Z");
        row("{a,b,c}", "a b c");
        row("f{,.sig}", "f f.sig");
        row("[1-2]{a,b}", "1a 1b 2a 2b");
        row("{a,b}-[1-2]/[x-y]", "a-1/x a-1/y a-2/x a-2/y b-1/x b-1/y b-2/x b-2/y");
        row("http://[::1]/[1-2]", "http://[::1]/1 http://[::1]/2");
    }
    void expands()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, urls);
        const auto pattern = Pattern::parse(text);
        QVERIFY(pattern);
        QVERIFY(!pattern->isPlain());
        const auto wanted = urls.split(' ');
        QCOMPARE(pattern->count(), quint64(wanted.size()));
        QCOMPARE(pattern->first(), wanted.first());
        QCOMPARE(pattern->last(), wanted.last());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(pattern->at(quint64(i)), wanted[i]);
    }
    void textStaysText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",        "http://a/b", "http://[::1]:80/x",
                                 "a[0]=1",  "[]",         "{}",
                                 "{id}",    "[1]",        "[a]",
                                 "[1-]",    "[-1]",       "[a-9]",
                                 "[ab-c]",  "[1-2",       "1-2]",
                                 "{a,b",    "a,b}",       "[1-2:]",
                                 "[1-2:x]", "[1--2]",     "{\"a\":1,\"b\":2}",
                                 "[{",      "}]",         "[1-2}",
                                 "{a,b]"})
            QTest::newRow(text) << QByteArray(text);
    }
    void textStaysText()
    {
        QFETCH(QByteArray, text);
        const auto pattern = Pattern::parse(text);
        QVERIFY(pattern);
        QVERIFY(pattern->isPlain());
        QCOMPARE(pattern->count(), 1U);
        QCOMPARE(pattern->at(0), text);
        QCOMPARE(pattern->last(), text);
    }
    void backslashesMakeText()
    {
        const auto pattern = Pattern::parse("\\[1-2\\]\\{a,b\\}\\x[1-2]");
        QVERIFY(pattern);
        QCOMPARE(pattern->count(), 2U);
        QCOMPARE(pattern->last(), QByteArray("[1-2]{a,b}\\x2"));
    }
    void badRangesAreSaid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *text, const char *why) {
            QTest::newRow(text) << QByteArray(text) << QString::fromLatin1(why);
        };
        row("x[3-1]", "[3-1] runs backwards");
        row("[z-a]", "[z-a] runs backwards");
        row("[1-3:0]", "[1-3:0] has a step of 0");
        row("[a-Z]", "[a-Z] mixes large and small letters");
        row("[1-99999999999999999999]", "[1-99999999999999999999] is too large");
        row("[1-9223372036854775808]", "[1-9223372036854775808] is too large");
    }
    void badRangesAreSaid()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        const auto pattern = Pattern::parse(text);
        QVERIFY(!pattern);
        QCOMPARE(pattern.error(), why);
    }
    void hugeOnesTakeNoTime()
    {
        const auto one = Pattern::parse("[0-9223372036854775807]");
        QVERIFY(one);
        QCOMPARE(one->count(), quint64(1) << 63);
        QCOMPARE(one->last(), QByteArray("9223372036854775807"));
        QCOMPARE(one->at(123456789012), QByteArray("123456789012"));
        const auto two = Pattern::parse("[0-9223372036854775807][0-9223372036854775807]");
        QVERIFY(two);
        QCOMPARE(two->count(), std::numeric_limits<quint64>::max());
        QCOMPARE(two->last(), QByteArray("9223372036854775807").repeated(2));
        QCOMPARE(two->at(7), QByteArray("07"));
    }
    void namesAreFilledIn()
    {
        const auto pattern = Pattern::parse("http://{one,two}/[07-08]");
        QVERIFY(pattern);
        QCOMPARE(pattern->nameAt(0, "#1_#2.txt"), QByteArray("one_07.txt"));
        QCOMPARE(pattern->nameAt(3, "#2#1"), QByteArray("08two"));
        QCOMPARE(pattern->nameAt(0, "#3#0##x#"), QByteArray("#3#0##x#"));
    }
    void anyBytesAreTaken()
    {
        constexpr QByteArrayView bytes("[]{},-:\\019azAZ\0\xff\"x", 19);
        quint32 random = 1;
        for (int round = 0; round < 50'000; ++round) {
            QByteArray text;
            for (int i = 0; i < round % 17; ++i) {
                random = random * 1664525 + 1013904223;
                text += bytes[qsizetype(random >> 8) % bytes.size()];
            }
            const auto pattern = Pattern::parse(text);
            if (!pattern)
                continue;
            QVERIFY(pattern->count() >= 1);
            QCOMPARE(pattern->at(pattern->count() - 1), pattern->last());
        }
    }
};

TRAWL_TEST(Appless, TestPattern)

} // namespace tst_pattern

#include "tst_pattern.moc"
