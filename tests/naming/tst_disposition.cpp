// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "naming/disposition.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_disposition {

using trawl::naming::dispositionName;

/// Most rows are the cases of greenbytes.de/tech/tc2231, the test suite of RFC 6266.
class DispositionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void name_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *title, const QByteArray &field, const QString &expected) {
            QTest::newRow(title) << field << expected;
        };
        const QString foo = QStringLiteral("foo.html");
        const QString umlaut = QStringLiteral("foo-ä.html");

        row("empty", "", QString());
        row("no parameter", "attachment", QString());
        row("inline", "inline; filename=\"foo.html\"", foo);
        row("token", "attachment; filename=foo.html", foo);
        row("token with spaces", "attachment; filename=foo bar.html ; size=3",
            QStringLiteral("foo bar.html"));
        row("no type", "filename=foo.html", foo);
        row("spaces around", "attachment ;filename =  \"foo.html\" ", foo);
        row("upper case", "ATTACHMENT; FILENAME=\"foo.html\"", foo);
        row("other parameter first", "attachment; foo=\"a;filename=b\"; filename=foo.html", foo);
        row("other name's end", "attachment; xfilename=foo.html", QString());
        row("escaped character", "attachment; filename=\"f\\oo.html\"", foo);
        row("escaped quotes", "attachment; filename=\"\\\"quoting\\\" tested.html\"",
            QStringLiteral("\"quoting\" tested.html"));
        row("semicolon", "attachment; filename=\"Here's a semicolon;.html\"",
            QStringLiteral("Here's a semicolon;.html"));
        row("single quotes stay", "attachment; filename='foo.bar'", QStringLiteral("'foo.bar'"));
        row("percent stays", "attachment; filename=\"foo-%41.html\"",
            QStringLiteral("foo-%41.html"));
        row("percent where it is needed", "attachment; filename=\"%E4%B8%AD%20a.html\"",
            QStringLiteral("中 a.html"));
        row("percent of Latin-1 stays", "attachment; filename=\"foo-%E4.html\"",
            QStringLiteral("foo-%E4.html"));
        row("no escape", "attachment; filename=\"100% b%20c.html\"",
            QStringLiteral("100% b%20c.html"));
        row("escaped directory", "attachment; filename=\"..%2Ffoo.html\"", foo);
        row("encoded word, base64", "attachment; filename=\"=?UTF-8?B?Zm9vLcOkLmh0bWw=?=\"",
            umlaut);
        row("encoded word, quoted", "attachment; filename=\"=?iso-8859-1?q?foo-=E4.html?=\"",
            umlaut);
        row("encoded words in a row",
            "attachment; filename=\"=?utf-8?Q?foo-?= =?utf-8?Q?=C3=A4?=.html\"", umlaut);
        row("encoded word with a language",
            "attachment; filename=\"=?utf-8*de?Q?foo-=C3=A4.html?=\"", umlaut);
        row("encoded word with blanks", "attachment; filename=\"=?utf-8?Q?a_b.html?=\"",
            QStringLiteral("a b.html"));
        row("encoded word of no charset", "attachment; filename=\"=?klingon?Q?a?=\"",
            QStringLiteral("=?klingon?Q?a?="));
        row("last byte of Latin-1", "attachment; filename=\"caf\xe9\"", QStringLiteral("café"));
        row("GBK bytes", "attachment; filename=\"\xC4\xE3\xBA\xC3\xCA\xC0\xBD\xE7.html\"",
            QStringLiteral("你好世界.html"));
        row("windows-1251 bytes",
            "attachment; filename=\"\xCD\xEE\xE2\xEE\xF1\xF2\xE8 \xE8 "
            "\xEF\xEE\xE3\xEE\xE4\xE0.html\"",
            QStringLiteral("Новости и погода.html"));
        row("UTF-8 cut", "attachment; filename*=UTF-8''foo%C3; filename=foo.html", foo);
        row("quote never ends", "attachment; filename=\"foo.html", foo);
        row("ends in an escape", "attachment; filename=\"foo.html\\", foo);
        row("garbage after a quote", "attachment; filename=\"foo.html\"bar", foo);
        row("empty name", "attachment; filename=\"\"", QString());
        row("empty, then another", "attachment; filename=; filename=foo.html", foo);
        row("two names: the first", "attachment; filename=foo.html; filename=bar.html", foo);
        row("UTF-8 bytes", "attachment; filename=\"foo-\xc3\xa4.html\"", umlaut);
        row("Latin-1 bytes", "attachment; filename=\"foo-\xe4.html\"", umlaut);

        row("directory", "attachment; filename=\"/tmp/../foo.html\"", foo);
        row("Windows directory", "attachment; filename=\"C:\\\\tmp\\\\foo.html\"", foo);
        row("only a directory", "attachment; filename=\"/tmp/\"", QString());
        row("directory in filename*", "attachment; filename*=UTF-8''..%2F..%5Cfoo.html", foo);

        row("UTF-8", "attachment; filename*=UTF-8''foo-%c3%a4-%e2%82%ac.html",
            QStringLiteral("foo-ä-€.html"));
        row("Latin-1", "attachment; filename*=iso-8859-1''foo-%E4.html", umlaut);
        row("language", "attachment; filename*=utf-8'de'foo-%c3%a4.html", umlaut);
        row("space before =", "attachment; filename* =UTF-8''foo-%c3%a4.html", umlaut);
        row("in quotes all the same", "attachment; filename*=\"UTF-8''foo-%c3%a4.html\"", umlaut);
        row("both, plain first",
            "attachment; filename=\"foo-ae.html\"; filename*=UTF-8''foo-%c3%a4.html", umlaut);
        row("both, extended first",
            "attachment; filename*=UTF-8''foo-%c3%a4.html; filename=\"foo-ae.html\"", umlaut);
        row("not UTF-8", "attachment; filename*=UTF-8''foo-%E4.html; filename=foo.html", foo);
        row("unknown charset", "attachment; filename*=klingon''bar.html; filename=foo.html", foo);
        row("no charset", "attachment; filename*=''bar.html; filename=foo.html", foo);
        row("one quote", "attachment; filename*=UTF-8'bar.html; filename=foo.html", foo);
        row("bad escape at the end", "attachment; filename*=UTF-8''bar%; filename=foo.html", foo);
        row("half an escape", "attachment; filename*=UTF-8''bar%4; filename=foo.html", foo);
        row("bad escape", "attachment; filename*=UTF-8''b%oar.html; filename=foo.html", foo);
        row("bad and alone", "attachment; filename*=UTF-8''foo%", QString());
        row("continuations are not of HTTP", "attachment; filename*0=\"foo.\"; filename*1=\"html\"",
            QString());
    }

    void name()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, expected);
        QCOMPARE(dispositionName(field), expected);
    }

    /// Whatever a server sends, reading ends within the field.
    void everyPrefix()
    {
        const QByteArray field =
            "attachment; a=\"b\\\"\"; filename=\"x\\\\y\"; filename*=UTF-8''%c3%a4";
        for (qsizetype n = 0; n <= field.size(); ++n)
            QVERIFY(dispositionName(QByteArray(field.constData(), n)).size() <= n);
    }
};

TRAWL_TEST(Appless, DispositionTest)

} // namespace tst_disposition

#include "tst_disposition.moc"
