// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_aria2 {

using namespace trawl;
using exchange::ListFormat;

namespace {

const QByteArray sha1("0123456789abcdef0123456789abcdef01234567");
const QByteArray sample = "# a list\n"
                          "http://a/x\thttp://b/x\tftp://c/x\n"
                          "  out=s/y.iso\n"
                          "  dir=d/e\n"
                          "  checksum=sha-1=" +
                          sha1 +
                          "\n"
                          "\n"
                          "http://a/z\n"
                          "\theader=A: b\n"
                          "\theader=C: d\n"
                          "\treferer=*\n"
                          "\tuser-agent=me\n"
                          "\thttp-user=joe\n"
                          "\thttp-passwd=p=w\n"
                          "\tsplit=5\n"
                          "http://a/last\n";

} // namespace

class TestAria2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAll()
    {
        const QStringList links{
            QStringLiteral(
                "2 http://a/x name=y.iso folder=d/e/s mirror=http://b/x checksum=sha1=") +
                QString::fromLatin1(sha1),
            QStringLiteral("7 http://a/z header=A:b header=C:d header=Referer:http://a/z "
                           "header=User-Agent:me user=joe password=p=w"),
            QStringLiteral("15 http://a/last")};
        QCOMPARE(shownLinks(readText(sample, ListFormat::Aria2)), links);
        auto crlf = sample;
        crlf.replace('\n', "\r\n");
        QCOMPARE(shownLinks(readText("\xef\xbb\xbf" + crlf, ListFormat::Aria2)), links);
        QCOMPARE(exchange::detectFormat({}, sample), ListFormat::Aria2);
    }
    void oddOnes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *title, const QByteArray &text, const QStringList &links) {
            QTest::newRow(title) << text << links;
        };
        row("empty", "", {});
        row("options of nothing", " out=x\n", {});
        row("no mirror of http", "ftp://a/x\thttp://b/x\n", {QStringLiteral("1 http://b/x")});
        row("only others", "ftp://a/x\tmagnet:?x\n", {QStringLiteral("1 !ftp://a/x")});
        row("user info of a mirror", "http://a/x\thttp://joe:pw@b/x\n",
            {QStringLiteral("1 http://a/x mirror=http://b/x")});
        row("the same twice", "http://a/x\thttp://a/x\n", {QStringLiteral("1 http://a/x")});
        row("an indented link", "http://a/x\n  http://b/x\n",
            {QStringLiteral("1 http://a/x"), QStringLiteral("2 http://b/x")});
        row("name outside", "http://a/x\n out=../y\n",
            {QStringLiteral("1 !http://a/x: the name \"../y\" leads out of the folder")});
        row("absolute name", "http://a/x\n out=/etc/y\n",
            {QStringLiteral("1 !http://a/x: the name \"/etc/y\" leads out of the folder")});
        row("folder outside", "http://a/x\n dir=a/../../y\n",
            {QStringLiteral("1 !http://a/x: the folder \"a/../../y\" leads out of the job's")});
        row("absolute folder", "http://a/x\n dir=/home/me\n",
            {QStringLiteral("1 !http://a/x: the folder \"/home/me\" leads out of the job's")});
        row("bad checksum", "http://a/x\n checksum=md5=12\nhttp://b/\n",
            {QStringLiteral("1 !http://a/x: the md5 has not 32 hexadecimal digits"),
             QStringLiteral("3 http://b/")});
        row("proxy", "http://a/x\n all-proxy=http://p\n",
            {QStringLiteral("1 !http://a/x: a proxy is set for the whole job, not for a link")});
        row("no proxy", "http://a/x\n all-proxy=\n", {QStringLiteral("1 http://a/x")});
        row("a browser's headers", "http://a/x\n header=Range: bytes=0-1\n header=A: b\n",
            {QStringLiteral("1 http://a/x header=A:b")});
        row("control in a header", QByteArray("http://a/x\n header=A: b\0c\n", 27),
            {QStringLiteral("1 !http://a/x: a header is not \"Name: value\"")});
        row("brackets", "http://a/[1-2]{a,b}\n", {QStringLiteral("1 http://a/[1-2]%7Ba,b%7D")});
    }
    void oddOnes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, links);
        QCOMPARE(shownLinks(readText(text, ListFormat::Aria2)), links);
    }
    void isBounded()
    {
        const auto long1 = "http://a/" + QByteArray(10'000'000, 'x');
        const auto links =
            readText(long1.first(200'000) + "\nhttp://b/\n out=" + QByteArray(200'000, 'y') +
                         "\nhttp://c/\n",
                     ListFormat::Aria2);
        QCOMPARE(links.size(), 3);
        QVERIFY(!links[0].ok() && links[0].url.size() < 5000);
        QVERIFY(!links[1].ok() && links[2].ok());
        QByteArray mirrors = "http://a/";
        for (int i = 0; i < 500; ++i)
            mirrors += "\thttp://m" + QByteArray::number(i) + "/";
        QCOMPARE(readText(mirrors, ListFormat::Aria2).value(0).options->mirrors.size(), 100);
        const auto headers = QByteArray(" header=A: b\n").repeated(100'000);
        QVERIFY(!readText("http://a/\n" + headers, ListFormat::Aria2).value(0).ok());
    }
    void damage() { readDamaged(sample, ListFormat::Aria2); }
};

TRAWL_TEST(Appless, TestAria2)

} // namespace tst_aria2

#include "tst_aria2.moc"
