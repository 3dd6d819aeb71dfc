// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_curl {

using namespace trawl;
using exchange::ListFormat;

namespace {

const QByteArray config = "# a comment\n"
                          "user-agent = \"me/1.0 \\\"x\\\"\"\n"
                          "-H \"A: b\\tc\"\n"
                          "url = \"http://a/1\"\n"
                          "output=one.txt\n"
                          "\n"
                          "url http://a/[2-3]\n"
                          "output: s/#1.txt\n"
                          "--next\n"
                          "--url http://joe:pw@b/\n"
                          "-O\n"
                          "--url http://c/\n"
                          "-o c.txt\n"
                          "cookie = \"d=e; f=g\"\n"
                          "silent\n"
                          "next\n"
                          "referer=http://r/;auto\n"
                          "user = \"joe:p:w\"\n"
                          "url = d.example\n";

const QByteArray firefox =
    "curl 'https://example.org/x?a=1&b=$HOME' --compressed \\\n"
    "  -H 'User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:128.0)' \\\n"
    "  -H 'Accept-Encoding: gzip, deflate, br' -H 'If-None-Match: \"1\"' \\\r\n"
    "  -H 'Referer: https://example.org/it'\\''s' -H 'Cookie: a=\"b\"; c=d' \\\n"
    "  -H 'Connection: keep-alive'\n";
const QByteArray chrome = "curl 'https://example.org/\\[x\\]' \\\n"
                          "  -H $'x: it\\'s \\u0021\\x41\\101\\n' \\\n"
                          "  -b $'a=\\u00e9' \\\n"
                          "  --insecure ;\n"
                          "curl \"https://example.org/y\" -A \"a \\\"b\\\" \\$c \\d\"\n";
const QByteArray chromeCmd = "curl ^\"https://example.org/x?a=1^&b=%^41^\" ^\r\n"
                             "  -H ^\"accept: text/html^\" ^\r\n"
                             "  -H ^\"sec-ch-ua: ^\\^\"Chromium^\\^\";v=^\\^\"128^\\^\"^\" ^\r\n"
                             "  -b ^\"a=b^\" &\r\n"
                             "curl ^\"https://example.org/y^\"\r\n";
const QByteArray oldCmd = "curl \"https://example.org/x?a=1&b=2\" -H \"x: say \"\"hi\"\" ^^\" ^\n"
                          "  --compressed\n";

} // namespace

class TestCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAConfig()
    {
        const auto common = QStringLiteral(" header=User-Agent:me/1.0 \"x\" header=A:b\tc");
        const QStringList links{
            QStringLiteral("4 http://a/1 name=one.txt") + common,
            QStringLiteral("7 http://a/2 name=2.txt folder=s") + common,
            QStringLiteral("7 http://a/3 name=3.txt folder=s") + common,
            QStringLiteral("10 http://b/ header=Cookie:d=e; f=g user=joe password=pw"),
            QStringLiteral("12 http://c/ name=c.txt header=Cookie:d=e; f=g"),
            QStringLiteral("19 https://d.example/ header=Referer:http://r/ user=joe password=p:w")};
        QCOMPARE(shownLinks(readText(config, ListFormat::CurlConfig)), links);
        auto crlf = config;
        crlf.replace('\n', "\r\n");
        QCOMPARE(shownLinks(readText("\xef\xbb\xbf" + crlf, ListFormat::CurlConfig)), links);
        QCOMPARE(exchange::detectFormat({}, config), ListFormat::CurlConfig);
    }
    void readsCommands_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *title, const QByteArray &text, const QStringList &links) {
            QTest::newRow(title) << text << links;
        };
        row("Firefox", firefox,
            {QStringLiteral("1 https://example.org/x?a=1&b=$HOME "
                            "header=User-Agent:Mozilla/5.0 (X11; Linux x86_64; rv:128.0) "
                            "header=Referer:https://example.org/it's header=Cookie:a=\"b\"; c=d")});
        row("Chrome, a control in a header", chrome,
            {QStringLiteral("1 !https://example.org/[x]: a header is not \"Name: value\""),
             QStringLiteral("5 https://example.org/y header=User-Agent:a \"b\" $c \\d")});
        row("Chrome", QByteArray(chrome).replace("\\n'", "'"),
            {QStringLiteral("1 https://example.org/[x] header=x:it's !AA header=Cookie:a=\u00e9"),
             QStringLiteral("5 https://example.org/y header=User-Agent:a \"b\" $c \\d")});
        row("Chrome, cmd", chromeCmd,
            {QStringLiteral("1 https://example.org/x?a=1&b=%41 header=accept:text/html "
                            "header=sec-ch-ua:\"Chromium\";v=\"128\" header=Cookie:a=b"),
             QStringLiteral("5 https://example.org/y")});
        row("blank lines first", "\n \r\n" + oldCmd,
            {QStringLiteral("3 https://example.org/x?a=1&b=2 header=x:say \"hi\" ^^")});
        row("old cmd", oldCmd,
            {QStringLiteral("1 https://example.org/x?a=1&b=2 header=x:say \"hi\" ^^")});
        row("short options in one", "curl -sSLo x.txt -uj:p http://a/",
            {QStringLiteral("1 http://a/ name=x.txt user=j password=p")});
        row("value in the word", "$ curl -ox -A'b c' http://a/",
            {QStringLiteral("1 http://a/ name=x header=User-Agent:b c")});
        row("unknown options", "curl --max-time 5 --fancy http://a/ --retry 3",
            {QStringLiteral("1 http://a/")});
        row("two, next", "curl -H 'A: b' http://a/ http://b/ --next http://c/",
            {QStringLiteral("1 http://a/ header=A:b"), QStringLiteral("1 http://b/ header=A:b"),
             QStringLiteral("1 http://c/")});
        row("two commands", "cd /tmp && curl http://a/ | jq . # curl http://x/\ncurl http://b/ > f",
            {QStringLiteral("1 http://a/"), QStringLiteral("2 http://b/")});
        row("pattern", "curl 'http://a/[1-2]' -o '#1'",
            {QStringLiteral("1 http://a/1 name=1"), QStringLiteral("1 http://a/2 name=2")});
        row("no pattern", "curl -g 'http://a/[1-2]'", {QStringLiteral("1 http://a/[1-2]")});
        row("no file", "curl -o - http://a/ -o /dev/null http://b/",
            {QStringLiteral("1 http://a/"), QStringLiteral("1 http://b/")});
        row("token", "curl --oauth2-bearer t -b jar.txt http://a/",
            {QStringLiteral("1 http://a/ header=Authorization:Bearer t")});
        row("headers of curl's own", "curl -H 'Accept:' -H 'X-Empty;' http://a/",
            {QStringLiteral("1 http://a/ header=X-Empty:")});
        row("GET", "curl -X GET http://a/", {QStringLiteral("1 http://a/")});
        row("UTF-8", "curl 'http://a/\xc3\xa9'", {QStringLiteral("1 http://a/%C3%A9")});
    }
    void readsCommands()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, links);
        QCOMPARE(shownLinks(readText(text, ListFormat::CurlCommand)), links);
    }
    void onlyGet_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *options, const char *why) {
            QTest::newRow(options) << QByteArray(options) << QString::fromLatin1(why);
        };
        row("-X POST", "only GET can be fetched, not another method");
        row("--request DELETE", "only GET can be fetched, not another method");
        row("-I", "only GET can be fetched, not HEAD");
        row("-sI", "only GET can be fetched, not HEAD");
        for (const char *data : {"-d a=b", "--data-raw 'a=b'", "--data-binary @x", "--json {}",
                                 "-F a=b", "-T x", "--data-urlencode a"})
            row(data, "only GET can be fetched, and this sends data");
        row("-r 0-9", "only whole files can be fetched, not a range");
        row("-x http://p", "a proxy is set for the whole job, not for a link");
        row("--socks5-hostname p", "a proxy is set for the whole job, not for a link");
        row("-o ../x", "the name \"../x\" leads out of the folder");
        row("-o /tmp/x", "the name \"/tmp/x\" leads out of the folder");
        row("-H @file", "headers are not read from a file");
        row("-H secret", "a header is not \"Name: value\"");
    }
    void onlyGet()
    {
        QFETCH(QByteArray, options);
        QFETCH(QString, why);
        const auto wanted = QStringLiteral("1 !http://a/x: ") + why;
        const auto text =
            "curl -H 'Authorization: secret' -u joe:pw " + options + " http://me:hush@a/x";
        QCOMPARE(shownLinks(readText(text, ListFormat::CurlCommand)), QStringList{wanted});
    }
    void aCommandWithoutUrlIsSaid()
    {
        QCOMPARE(shownLinks(readText("curl -H 'A: b'\ncurl http://a/", ListFormat::CurlCommand)),
                 (QStringList{QStringLiteral("1 !: the curl command names no URL"),
                              QStringLiteral("2 http://a/")}));
    }
    void oddConfigs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *title, const QByteArray &text, const QStringList &links) {
            QTest::newRow(title) << text << links;
        };
        row("empty", "", {});
        row("no URL", "header = \"A: b\"\nnext\n", {});
        row("outputs first", "output=x\noutput=y\nurl=http://a/\nurl=http://b/\n",
            {QStringLiteral("3 http://a/ name=x"), QStringLiteral("4 http://b/ name=y")});
        row("a link alone", "http://a/\n", {QStringLiteral("1 http://a/")});
        row("globoff behind", "url=http://a/{b,c}\ngloboff\n",
            {QStringLiteral("1 http://a/%7Bb,c%7D")});
        row("data", "data = \"a=b\"\nurl=http://a/\n",
            {QStringLiteral("2 !http://a/: only GET can be fetched, and this sends data")});
        row("open quote", "url = \"http://a/\nurl=http://b/\n",
            {QStringLiteral("1 http://a/"), QStringLiteral("2 http://b/")});
        row("value with a mark", "url = \"=x\"\nurl=:http://b/\n",
            {QStringLiteral("1 !=x"), QStringLiteral("2 http://b/")});
        row("value in a short option", "-ox\nurl=http://a/\n",
            {QStringLiteral("2 http://a/ name=x")});
        row("output-dir",
            "output-dir=d\nurl=http://a/\noutput=x\nnext\noutput-dir=/d\n"
            "url=http://b/\n",
            {QStringLiteral("2 http://a/ name=x folder=d"), QStringLiteral("6 http://b/")});
    }
    void oddConfigs()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, links);
        QCOMPARE(shownLinks(readText(text, ListFormat::CurlConfig)), links);
    }
    void isBounded()
    {
        const QByteArray much(10'000'000, 'x');
        auto links = readText("curl http://a/ -H 'A: " + much + "'\ncurl http://b/",
                              ListFormat::CurlCommand);
        QCOMPARE(links.size(), 2);
        QVERIFY(!links[0].ok() && links[0].url == "http://a/");
        QCOMPARE(links[0].detail, QStringLiteral("the command is too long"));
        QVERIFY(links[1].ok());
        links = readText("url=http://a/\nheader=\"A: " + much + "\"\nnext\nurl=http://b/\n",
                         ListFormat::CurlConfig);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0].detail, QStringLiteral("line 2 is too long"));
        QVERIFY(links[1].ok());
    }
    void damage()
    {
        readDamaged(config, ListFormat::CurlConfig);
        for (const auto &command : {firefox, chrome, chromeCmd, oldCmd})
            readDamaged(command, ListFormat::CurlCommand);
    }
};

TRAWL_TEST(Appless, TestCurl)

} // namespace tst_curl

#include "tst_curl.moc"
