// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"
#include "exchange/listcharset.h"

#include "readtext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

namespace tst_listcharset {

using namespace trawl;
using exchange::ListFormat;

namespace {

const QString chinese = QStringLiteral(
    "# 这是一个下载列表，我们在这里写了所有的文件，请不要删除。\nhttp://a.example/中文/文件 "
    "name=我们的文件\n"
    "http://a.example/人民 name=中国\n");

QByteArray encoded(const QString &text, const char *charset)
{
    return QStringEncoder(charset).encode(text);
}

} // namespace

class TestListCharset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("charset");
        const auto row = [](const char *name, const QByteArray &text, const char *charset) {
            QTest::newRow(name) << text << QByteArray(charset);
        };
        row("nothing", {}, "utf-8");
        row("ASCII", "http://a.example/", "utf-8");
        row("UTF-8", chinese.toUtf8(), "utf-8");
        row("UTF-8, cut in a character", QByteArray("http://a.example/\xe4\xb8"), "utf-8");
        row("mark", "\xef\xbb\xbfhttp://a.example/", "utf-8");
        row("UTF-16 with mark", QByteArray("\xff\xfeh\0", 4), "utf-16le");
        row("UTF-16 with mark, big", QByteArray("\xfe\xff\0h", 4), "utf-16be");
        row("UTF-16 without", encoded(QStringLiteral("http://a.example/"), "utf-16le"), "utf-16le");
        row("UTF-16 without, big", encoded(QStringLiteral("http://a.example/"), "utf-16be"),
            "utf-16be");
        row("NULs are no UTF-16", QByteArray("http://a.example/\0\0\0\0", 21), "utf-8");
        row("GBK", encoded(chinese, "gb18030"), "gbk");
        row("Shift_JIS",
            encoded(
                QStringLiteral("http://a.example/ これはダウンロードするファイルのリストです。"),
                "windows-31j"),
            "shift_jis");
        row("windows-1251",
            encoded(QStringLiteral("# список файлов для загрузки\nhttp://a.example/"),
                    "windows-1251"),
            "windows-1251");
        row("windows-1252", "http://a.example/ name=r\xe9sum\xe9\n", "windows-1252");
    }
    void isFoundOut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, charset);
        QCOMPARE(exchange::listCharset(text), charset);
    }

    void aPageSaysItself()
    {
        const auto page = "<meta charset=euc-kr><a href=http://a.example/>" +
                          encoded(QStringLiteral("안녕하세요"), "windows-949");
        QCOMPARE(exchange::detectList({}, page).charset, QByteArray("euc-kr"));
    }

    void listsAreReadInAnyCharset_data()
    {
        QTest::addColumn<QByteArray>("charset");
        for (const char *name : {"utf-8", "utf-16le", "utf-16be", "gb18030"})
            QTest::newRow(name) << QByteArray(name);
    }
    void listsAreReadInAnyCharset()
    {
        QFETCH(QByteArray, charset);
        const auto wanted = shownLinks(readText(chinese.toUtf8(), ListFormat::Lines));
        QCOMPARE(wanted.size(), 2);
        const auto text = encoded(chinese, charset);
        const auto kind = exchange::detectList({}, text);
        QCOMPARE(kind.format, ListFormat::Lines);
        exchange::ReadOptions options;
        options.charset = kind.charset;
        QCOMPARE(shownLinks(readText(text, kind.format, options)), wanted);
    }

    void aMarkGoesBeforeAllElse()
    {
        exchange::ReadOptions options;
        options.charset = "gbk";
        QCOMPARE(shownLinks(
                     readText("\xef\xbb\xbfhttp://a.example/\xc3\xa9", ListFormat::Lines, options)),
                 QStringList(QStringLiteral("1 http://a.example/%C3%A9")));
    }

    void charactersMayFallBetweenPieces()
    {
        QString text;
        for (int i = 0; text.size() < 300'000; ++i)
            text += QStringLiteral("http://a.example/%1/中\U0001F600\n").arg(i);
        exchange::ReadOptions options;
        const auto wanted = readText(text.toUtf8(), ListFormat::Lines, options);
        for (const char *charset : {"utf-16le", "gb18030"}) {
            options.charset = charset;
            QCOMPARE(readText(encoded(text, charset), ListFormat::Lines, options), wanted);
        }
    }

    void xmlIsLeftToItsReader()
    {
        exchange::ReadOptions options;
        options.charset = "gbk";
        const auto text =
            QStringLiteral("<metalink><file name='\u00e9'><url>http://a/</url></file></metalink>");
        const auto wanted = readText(text.toUtf8(), ListFormat::Metalink);
        QCOMPARE(wanted.value(0).options->name, QStringLiteral("\u00e9"));
        QCOMPARE(readText("\xff\xfe" + encoded(text, "utf-16le"), ListFormat::Metalink, options),
                 wanted);
    }
};

TRAWL_TEST(Guiless, TestListCharset)

} // namespace tst_listcharset

#include "tst_listcharset.moc"
