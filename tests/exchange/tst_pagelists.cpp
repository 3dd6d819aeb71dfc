// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"

#include "readtext.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_pagelists {

using namespace trawl;
using exchange::ListFormat;

namespace {

QString joined(const QList<item::Link> &links)
{
    return shownLinks(links).join(u'|');
}

const QByteArray har(
    "{\"log\": {\"version\": \"1.2\", \"pages\": [{\"request\": {\"url\": \"http://no/\"}}],\n"
    "\"entries\": [\n"
    "{\"request\": {\"method\": \"GET\", \"url\": \"https://a.example/1\", \"headers\": [\n"
    "  {\"name\": \":authority\", \"value\": \"a.example\"}, {\"name\": \"Host\", \"value\": "
    "\"a.example\"},\n"
    "  {\"name\": \"Referer\", \"value\": \"https://a.example/\"}, {\"name\": \"sec-fetch-mode\", "
    "\"value\": \"cors\"},\n"
    "  {\"name\": \"Range\", \"value\": \"bytes=0-1\"}, {\"name\": \"Cookie\", \"value\": \"a=b; "
    "c=d\"}],\n"
    "  \"queryString\": [{\"name\": \"url\", \"value\": \"x\"}]},\n"
    " \"response\": {\"content\": {\"text\": \"{\\\"request\\\": {\\\"url\\\": "
    "\\\"http://no/\\\"}}\"}}},\n"
    "{\"request\": {\"url\": \"https://a.example/2\", \"method\": \"POST\", \"headers\": []}},\n"
    "{\"request\": {\"method\": \"GET\", \"url\": \"data:text/plain,x\"}},\n"
    "{\"request\": {\"method\": \"GET\", \"url\": \"https://a.example/3\"}}\n"
    "]}}");

} // namespace

class TestPageLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHar()
    {
        QString error;
        QCOMPARE(joined(readText(har, ListFormat::Har, {}, &error)),
                 QStringLiteral("3 https://a.example/1 header=Referer:https://a.example/ "
                                "header=Cookie:a=b; c=d|9 !https://a.example/2: the request is a "
                                "POST, and only GET can be fetched|10 !data:text/plain,x|11 "
                                "https://a.example/3"));
        QCOMPARE(error, QString());
        QString other;
        QCOMPARE(readText("{\"log\": {}}", ListFormat::Har, {}, &other).size(), 0);
        QVERIFY2(other.contains(u"log.entries"), qPrintable(other));
        QCOMPARE(readText(har.left(har.indexOf("POST")), ListFormat::Har, {}, &other).size(), 1);
        QVERIFY2(other.contains(u"from line"), qPrintable(other));
    }

    void readsPages_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("links");
        const auto row = [](const char *name, const QByteArray &text, const char *links) {
            QTest::newRow(name) << text << QString::fromUtf8(links);
        };
        row("none", "<p>http://a.b/ is no link here", "");
        row("absolute", "<a href=\"http://a.b/1\">x</a>\n<A HREF='http://a.b/2'>", //
            "1 http://a.b/1|2 http://a.b/2");
        row("without quotes", "<a class=x href=http://a.b/1>", "1 http://a.b/1");
        row("blanks", "<a\n href =\n \"http://a.b/1\" >", "1 http://a.b/1");
        row("in an attribute", "<a title=\"x > <a href='http://no/'>\" href=http://a.b/1>",
            "1 http://a.b/1");
        row("references", "<a href=\"http://a.b/?x=1&amp;y=2&#38;z&#x3d;3&copy=4\">",
            "1 http://a.b/?x=1&y=2&z=3&copy=4");
        row("area", "<map><area href=http://a.b/1 /></map>", "1 http://a.b/1");
        row("base", "<base href=http://a.b/d/><a href=x.png><a href=/y><a href=//c/z>",
            "1 http://a.b/d/x.png|1 http://a.b/y|1 http://c/z");
        row("the first base", "<base href=http://a.b/><base href=http://c/><a href=x>",
            "1 http://a.b/x");
        row("saved from", "<!-- saved from url=(0019)http://a.b/d/p.html -->\n<a href=x>",
            "2 http://a.b/d/x");
        row("canonical", "<link rel=canonical href=http://a.b/d/><a href=x>", "1 http://a.b/d/x");
        row("no base", "<a href=x>", "1 !x: the page does not say where it is from");
        row("of no use", "<a href=#top><a href=javascript:x()><a href=mailto:x@y><a href=''><a>",
            "");
        row("other schemes stay", "<a href=ftp://a.b/>", "1 !ftp://a.b/");
        row("comments",
            "<!-- <a href=http://no/> --><a href=http://a.b/1><!-- > -- > -->"
            "<a href=http://a.b/2>",
            "1 http://a.b/1|1 http://a.b/2");
        row("scripts",
            "<script>'<a href=http://no/>'</script><a href=http://a.b/1><style><a "
            "href=http://no/></STYLE ><a href=http://a.b/2>",
            "1 http://a.b/1|1 http://a.b/2");
        row("abbr is no a", "<abbr href=http://no/><a href=http://a.b/1>", "1 http://a.b/1");
        row("less than", "1 < 2 <a href=http://a.b/1> <<a href=http://a.b/2>",
            "1 http://a.b/1|1 http://a.b/2");
        row("bookmarks",
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF=\"http://a.b/1\" "
            "ADD_DATE=\"1\">x</A>",
            "2 http://a.b/1");
        row("too long",
            "<a title=\"" + QByteArray(70'000, 'x') +
                "\" href=http://no/><a "
                "href=http://a.b/1>",
            "1 http://a.b/1");
        row("cut", "<a href=http://a.b/1><a href=\"http://a.b", "1 http://a.b/1");
    }
    void readsPages()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, links);
        QCOMPARE(joined(readText(text, ListFormat::Html)), links);
    }

    void isKnownByNameOrContent_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<ListFormat>("format");
        const auto row = [](const char *name, const QByteArray &head, ListFormat format) {
            QTest::newRow(name) << (name[0] == '.' ? QStringLiteral("x") + QLatin1StringView(name)
                                                   : QString())
                                << head << format;
        };
        row(".json", "x", ListFormat::Json);
        row(".NDJSON", "x", ListFormat::JsonLines);
        row(".jsonl", "x", ListFormat::JsonLines);
        row(".har", "{}", ListFormat::Har);
        row(".htm", "x", ListFormat::Html);
        row("array", " [\"http://a/\"]", ListFormat::Json);
        row("array of objects", "[{\"a\": 1", ListFormat::Json);
        row("object", "{\"links\": [\n\"a\"]}", ListFormat::Json);
        row("object over lines", "{\"a\":\n1}\n{\"a\":2}", ListFormat::Json);
        row("lines", "{\"a\":1}\n{\"a\":2}\n", ListFormat::JsonLines);
        row("recorded", har, ListFormat::Har);
        row("page", "\xef\xbb\xbf\n<!DOCTYPE html><p>", ListFormat::Html);
        row("links in brackets", "[http://a.b/]\nhttp://c.d/", ListFormat::Lines);
        row("no JSON", "{a,b}.example.org/[1-3]", ListFormat::Text);
        row("a feed of tags", "<rss><a href=x>", ListFormat::Xml);
    }
    void isKnownByNameOrContent()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        QFETCH(ListFormat, format);
        QCOMPARE(exchange::detectFormat(name, head), format);
    }

    void standsDamage()
    {
        readDamaged(har.left(900), ListFormat::Har);
        readDamaged(
            "<base href=http://a.b/><!-- x --><a href='x&amp;y'>t</a><script>a</script><a b=c "
            "href = \"http://c/\">",
            ListFormat::Html);
    }
};

TRAWL_TEST(Guiless, TestPageLists)

} // namespace tst_pagelists

#include "tst_pagelists.moc"
