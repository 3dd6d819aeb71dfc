// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/charset.h"
#include "extract/metaprescan.h"
#include "support/charsetcorpus.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>

namespace tst_charset {

using namespace trawl::extract;
namespace support = trawl::support;

namespace {

QByteArray encoded(const char *charset, const QString &text)
{
    QStringEncoder encoder(charset);
    return encoder.isValid() ? QByteArray(encoder.encode(text)) : QByteArray();
}

const QString chinese = QStringLiteral(
    "新华社北京电，今天上午我们在这里举行会议，讨论了国家经济发展的问题。大家都说这个计划很好。");
const QString taiwanese = QStringLiteral(
    "今天上午我們在這裡舉行會議，討論了國家經濟發展的問題。大家都說這個計劃很好，可以學習。");
const QString japanese = QStringLiteral(
    "日本語のページです。今日はとても良い天気なので、公園へ散歩に行きました。カタカナもあります。");
const QString korean = QStringLiteral(
    "한국어 문서입니다. 오늘은 날씨가 좋아서 공원에 산책을 하러 갔습니다. 그리고 점심을 먹었다.");
const QString russian = QStringLiteral(
    "Сегодня хорошая погода, поэтому мы пошли гулять в парк. Потом вернулись домой и обедали.");
const QString german = QStringLiteral(
    "<p>Über den Fluß führt eine schöne Brücke; für die Gäste öffnet täglich ein Café.</p>");
const QString greek = QStringLiteral("Σήμερα ο καιρός είναι καλός και πήγαμε βόλτα στο πάρκο.");
const QString polish = QStringLiteral("Zażółć gęślą jaźń, dziś jest ładna pogoda i świeci słońce.");

} // namespace

class CharsetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainAscii()
    {
        const QByteArray text(37, 'x');
        QVERIFY(isPlainAscii({}));
        for (qsizetype size = 0; size <= text.size(); ++size)
            QVERIFY(isPlainAscii(text.first(size)));
        for (const char odd : {'\0', '\x1b', '\x80', '\xff'}) {
            for (qsizetype at = 0; at < text.size(); ++at) {
                auto other = text;
                other[at] = odd;
                QVERIFY(!isPlainAscii(other));
            }
        }
        QVERIFY(isPlainAscii("\t\r\n\x7f"));
    }
    void labels_data()
    {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *label, const char *name) {
            QTest::newRow(label) << QByteArray(label) << QByteArray(name);
        };
        row("latin1", "windows-1252");
        row("ISO-8859-1", "windows-1252");
        row(" us-ascii\n", "windows-1252");
        row("iso-8859-9", "windows-1254");
        row("gb2312", "gbk");
        row("x-sjis", "shift_jis");
        row("Windows-31J", "shift_jis");
        row("ks_c_5601-1987", "euc-kr");
        row("big5-hkscs", "big5");
        row("tis-620", "windows-874");
        row("UTF8", "utf-8");
        row("unicode", "utf-16le");
        row("utf-7", "");
        row("", "");
        row("utf-8x", "");
    }

    void labels()
    {
        QFETCH(QByteArray, label);
        QTEST(charsetOfLabel(label), "name");
    }

    void prescan_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *html, const char *name) {
            QTest::newRow(html) << QByteArray(html) << QByteArray(name);
        };
        row("<meta charset=gbk>", "gbk");
        row("<META CHARSET='Big5'/>", "big5");
        row("<meta charset = \"koi8-r\" x>", "koi8-r");
        row("<meta http-equiv=Content-Type content='text/html; charset=euc-jp'>", "euc-jp");
        row("<meta content='text/html;charset=\"euc-kr\"' http-equiv=content-type>", "euc-kr");
        row("<meta content='text/html; charset=gbk'>", "");
        row("<meta http-equiv=refresh content='0; charset=gbk'>", "");
        row("<!-- <meta charset=gbk> --><meta charset=big5>", "big5");
        row("<!--><meta charset=big5>", "big5");
        row("<title a='<meta charset=gbk>'></title><meta charset=big5>", "big5");
        row("</meta charset=gbk>", "");
        row("<metax charset=gbk>", "");
        row("<?php <meta charset=gbk> ?><meta charset=big5>", "big5");
        row("<meta charset=utf-16>", "utf-8");
        row("<meta charset=x-user-defined>", "windows-1252");
        row("<meta charset=nonsense><meta charset=gbk>", "gbk");
        row("<?xml version='1.0' encoding='windows-1251'?><rss/>", "windows-1251");
        row("<?xml version='1.0'?><meta charset=gbk>", "gbk");
        row("<meta charset=", "");
        row("<meta charset='gbk", "gbk");
        row("<", "");
        row("<meta", "");
    }

    void prescan()
    {
        QFETCH(QByteArray, html);
        QTEST(prescanCharset(html), "name");
    }

    void prescanEndsAtTheBody()
    {
        const QByteArray head = "<head>" + QByteArray(3000, ' ');
        QCOMPARE(prescanCharset(head + "<meta charset=gbk>"), QByteArray("gbk"));
        QCOMPARE(prescanCharset(head + "<body><meta charset=gbk>"), QByteArray());
        QCOMPARE(prescanCharset(QByteArray(20'000, ' ') + "<meta charset=gbk>"), QByteArray());
    }

    void order_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("name");
        const auto row = [](const char *title, const QByteArray &bytes, const char *type,
                            const char *name) {
            QTest::newRow(title) << bytes << QByteArray(type) << QByteArray(name);
        };
        const QByteArray utf8 = QStringLiteral("äöü – 你好").toUtf8();
        row("BOM over header", "\xEF\xBB\xBF" + utf8, "text/html; charset=gbk", "utf-8");
        row("UTF-16 BOM", QByteArray("\xFF\xFE<\0", 4), "text/html; charset=utf-8", "utf-16le");
        row("big-endian BOM", QByteArray("\xFE\xFF\0<", 4), "", "utf-16be");
        row("header over meta", "<meta charset=big5>\xB5\xC4", "text/html; charset=gb2312", "gbk");
        row("quoted, in capitals", "a", "text/html; Charset=\"ISO-8859-1\" ; x=y", "windows-1252");
        row("unknown header label", "<meta charset=koi8-r>\xC1", "text/html; charset=foo",
            "koi8-r");
        row("meta", "<meta charset=gb2312>" + encoded("gb18030", chinese), "text/html", "gbk");
        row("plain ASCII", "<p>abc", "text/html", "utf-8");
        row("undeclared UTF-8", utf8, "text/html", "utf-8");
        row("UTF-16 without BOM, by header", QByteArray("<\0p\0>\0", 6),
            "text/html; charset=utf-16", "utf-16le");
        row("single-byte header is believed", utf8, "text/html; charset=iso-8859-1",
            "windows-1252");
        row("header lies: UTF-8, meta says GBK", "<meta charset=gbk>" + encoded("gb18030", chinese),
            "text/html; charset=utf-8", "gbk");
        row("header and meta lie", "<meta charset=utf-8>" + encoded("gb18030", chinese),
            "text/html; charset=utf-8", "gbk");
        row("header lies: UTF-16", "<p>" + utf8, "text/html; charset=utf-16", "utf-8");
        row("UTF-8 with an accident", utf8 + "\xFF" + utf8, "text/html; charset=utf-8", "utf-8");
        row("UTF-8 cut in a character", utf8 + "\xE4\xBD", "text/html; charset=utf-8", "utf-8");
        row("header lies: EUC-KR over UTF-8", chinese.toUtf8(), "text/html; charset=euc-jp",
            "utf-8");
        row("nothing", "", "", "utf-8");
    }

    void order()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, type);
        QTEST(charsetOf(bytes, type), "name");
    }

    void guess_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *encoder, const QString &text) {
            const QByteArray bytes = encoded(encoder, text);
            QTest::addRow("%s %d", name, int(text.size())) << bytes << QByteArray(name) << text;
        };
        row("gbk", "gb18030", chinese);
        row("gbk", "gb18030", QStringLiteral("<title>你好，世界</title>"));
        row("big5", "big5", taiwanese);
        row("shift_jis", "windows-31j", japanese);
        row("euc-jp", "euc-jp", japanese);
        row("iso-2022-jp", "iso-2022-jp", japanese);
        row("euc-kr", "windows-949", korean);
        row("windows-1251", "windows-1251", russian);
        row("koi8-r", "koi8-r", russian);
        row("ibm866", "ibm866", russian);
        row("iso-8859-5", "iso-8859-5", russian);
        row("windows-1253", "windows-1253", greek);
        row("windows-1252", "windows-1252", german);
        row("windows-1252", "windows-1252", QStringLiteral("<p>Café</p>"));
        row("windows-1252", "windows-1252", QStringLiteral("It’s “fine” – £5"));
        row("windows-1250", "windows-1250", polish);
        const QString script = QStringLiteral("<script>var a = 1;</script>").repeated(500);
        row("gbk", "gb18030", script + chinese + script);
    }

    void guess()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, name);
        QVERIFY(!bytes.isEmpty());
        QCOMPARE(charsetOf(bytes, "text/html"), name);
        QTEST(QString::fromUtf8(toUtf8(bytes, name)), "text");
    }

    void corpus_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        for (const auto &row : support::charsetCorpus())
            QTest::newRow(row.name.constData()) << row.bytes << row.text;
    }

    void corpus()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!bytes.isEmpty());
        QTEST(QString::fromUtf8(toUtf8(bytes, guessCharset(bytes))), "text");
    }

    void fewBytesTellNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](const QByteArray &bytes, const QString &text) {
            QTest::newRow(text.toUtf8().constData()) << bytes << text;
        };
        row("Acme \xA9 2020", QStringLiteral("Acme © 2020"));
        row("Price \xA3"
            "15.99",
            QStringLiteral("Price £15.99"));
        row("5\xA0"
            "apples",
            QStringLiteral("5\u00a0apples"));
        row("Caf\xE9", QStringLiteral("Café"));
        row("\xBFQu\xE9?", QStringLiteral("¿Qué?"));
        row("na\xEFve, \xE0 la", QStringLiteral("naïve, à la"));
        row("20 \xB0"
            "C",
            QStringLiteral("20 °C"));
        row(QByteArray("\xA9 Acme, \xA3"
                       "5\xA0"
                       "each. ")
                .repeated(50),
            QStringLiteral("© Acme, £5\u00a0each. ").repeated(50));
        row("\x93quoted\x94 \x96 it\x92s", QStringLiteral("“quoted” – it’s"));
    }

    void fewBytesTellNothing()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(guessCharset(bytes), QByteArray("windows-1252"));
        QTEST(QString::fromUtf8(toUtf8(bytes, "windows-1252")), "text");
    }

    void cutUtf8_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("one character whole")
            << QByteArray("na\xC3\xAFve \xC3") << QByteArray("utf-8");
        QTest::newRow("none whole, two bytes of three")
            << QByteArray("5 \xE2\x82") << QByteArray("utf-8");
        QTest::newRow("three bytes of four") << QByteArray("x \xF0\x9F\x98") << QByteArray("utf-8");
        QTest::newRow("one byte is a letter")
            << QByteArray("caf\xE9") << QByteArray("windows-1252");
        QTest::newRow("an accident in the middle")
            << QStringLiteral("äöüß").toUtf8() + "\xFF ab " + QStringLiteral("äöü").toUtf8()
            << QByteArray("utf-8");
        QTest::newRow("as many accidents")
            << QByteArray("\xC3\xA4 \xE4 x") << QByteArray("windows-1252");
    }

    void cutUtf8()
    {
        QFETCH(QByteArray, bytes);
        QTEST(guessCharset(bytes), "name");
    }

    void decoding_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *title, const QByteArray &bytes, const char *charset,
                            const QString &text) {
            QTest::newRow(title) << bytes << QByteArray(charset) << text;
        };
        row("mark dropped", "\xEF\xBB\xBFä", "utf-8", QStringLiteral("ä"));
        row("UTF-16 mark dropped", QByteArray("\xFF\xFE\xE4\0", 4), "utf-16le",
            QStringLiteral("ä"));
        row("broken byte", "a\xFFz", "utf-8", QStringLiteral("a\uFFFDz"));
        row("euro in Latin 1", "\x80", "windows-1252", QStringLiteral("€"));
        row("circled one", "\x87\x40", "shift_jis", QStringLiteral("①"));
        row("extended Korean", "\x8C\x63", "euc-kr", QStringLiteral("똠"));
        row("half a GBK character", "a\xB5", "gbk", QStringLiteral("a"));
        row("no such charset", "a\xE4z", "nonsense", QStringLiteral("a\uFFFDz"));
        row("NUL stays", QByteArray("a\0z", 3), "windows-1252", QString::fromUtf16(u"a\0z", 3));
    }

    void decoding()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, charset);
        QTEST(QString::fromUtf8(toUtf8(bytes, charset)), "text");
    }

    void longTextsAreNotTorn()
    {
        const QString text = QStringLiteral("a😀中").repeated(60'000);
        QCOMPARE(toUtf8(encoded("gb18030", text), "gbk"), text.toUtf8());
        QCOMPARE(toUtf8(encoded("utf-16le", text), "utf-16le"), text.toUtf8());
    }

    /// Whatever the bytes are, there is a charset, and what comes out is UTF-8.
    void anyBytes()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes(int(random.bounded(200)), '\0');
            const quint32 kind = random.bounded(4u);
            for (char &c : bytes)
                c = kind == 0 ? "<meta charset='\"=>!-/ "[random.bounded(23)]
                              : char(random.bounded(256u >> (kind - 1)) + (kind == 2 ? 128 : 0));
            const QByteArray charset = charsetOf(bytes, i % 2 ? "text/html; charset=utf-8" : "");
            QVERIFY(!charset.isEmpty());
            QVERIFY(toUtf8(bytes, charset).isValidUtf8());
        }
    }
};

TRAWL_TEST(Appless, CharsetTest)

} // namespace tst_charset

#include "tst_charset.moc"
