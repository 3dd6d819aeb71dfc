// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explain.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_explain {

using namespace trawl;

namespace {

QJsonObject parse(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

/// The rows write ' where JSON has ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QJsonObject ask(const char *kind, const QJsonObject &question)
{
    const auto *found = cli::explainKind(QString::fromLatin1(kind));
    return parse(
        cli::explainLine(*found, QJsonDocument(question).toJson(QJsonDocument::Compact)).text);
}

} // namespace

/// One line to one line, for each kind.
class TestExplain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("answer");
        urls();
        names();
        robots();
        selections();
        charsets();
        ranges();
        waits();
        patterns();
        cookies();
    }
    void answers()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, question);
        QFETCH(const QByteArray, answer);
        const auto line = cli::explainLine(*cli::explainKind(kind), question);
        QVERIFY2(line.ok, line.text);
        QCOMPARE(line.text.count('\n'), 1);
        auto expected = parse(question);
        const auto added = parse(answer);
        QVERIFY(!added.isEmpty());
        for (auto it = added.begin(); it != added.end(); ++it)
            expected.insert(it.key(), it.value());
        QCOMPARE(parse(line.text), expected);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *title, const char *kind, const char *question,
                            const char *error) {
            QTest::newRow(title) << QString::fromLatin1(kind) << json(question)
                                 << QString::fromLatin1(error);
        };
        row("url: other scheme", "url", "{'url':'mailto:x@y'}", "no http(s) URL");
        row("url: relative", "url", "{'url':'x'}", "no http(s) URL");
        row("url: missing", "url", "{'base':'http://a/'}", "url is missing");
        row("url: null", "url", "{'url':null}", "url is missing");
        row("url: number", "url", "{'url':5}", "url is no text");
        row("url: array", "url", "{'url':['http://a/']}", "url is no text");
        row("url: base", "url", "{'url':'x','base':{}}", "base is no text");
        row("name: no URL", "name", "{'url':'a.txt'}", "url is no http(s) URL");
        row("name: header", "name", "{'url':'http://a/','header':1}", "header is no text");
        row("robots: agent", "robots", "{'robots_txt':'','url':'http://a/'}", "agent is missing");
        row("select: broken selector", "select", "{'html':'','selector':'p['}", "character 3");
        row("select: tree", "select", "{'html':'','selector':'p','tree':'oak'}", "tree is neither");
        row("charset: no Base64", "charset", "{'bytes64':'%%%%'}", "bytes64 is no Base64");
        row("range: negative", "range", "{'content_range':'bytes 0-1/2','offset':-1}", "offset");
        row("range: text", "range", "{'content_range':'bytes 0-1/2','offset':'0'}", "offset");
        row("range: broken number", "range", "{'content_range':'','offset':1.5}", "offset");
        row("range: huge", "range", "{'content_range':'','offset':1e300}", "offset");
        row("retry-after: now", "retry-after", "{'value':'5'}", "now is missing");
        row("retry-after: no time", "retry-after", "{'value':'5','now':'soon'}", "now is no time");
        row("retry-after: far", "retry-after", "{'value':'5','now':1e300}", "now is no time");
        row("retry-after: flag", "retry-after", "{'value':true,'now':0}", "value is no text");
        row("pattern: backwards", "pattern", "{'pattern':'[9-1]'}", "runs backwards");
        row("pattern: limit", "pattern", "{'pattern':'a','limit':100001}", "limit");
        row("cookie: no array", "cookie", "{'received':'a=1','url':'http://a.test/'}",
            "received is no array");
        row("cookie: number", "cookie", "{'received':[1],'url':'http://a.test/'}",
            "neither text nor object");
        row("cookie: line end", "cookie", "{'received':['a=1\\r\\nX: y'],'url':'http://a.test/'}",
            "line end");
        row("cookie: NUL", "cookie", "{'received':['a=1\\u0000'],'url':'http://a.test/'}", "NUL");
        row("cookie: half an object", "cookie",
            "{'received':[{'url':'http://a.test/'}],'url':'http://a.test/'}",
            "received: set_cookie is missing");
        row("cookie: from nowhere", "cookie",
            "{'received':[{'url':'a','set_cookie':''}],'url':'http://a.test/'}",
            "received: url is no http(s) URL");
    }
    void refuses()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, question);
        QFETCH(const QString, error);
        const auto line = cli::explainLine(*cli::explainKind(kind), question);
        QVERIFY(!line.ok);
        auto object = parse(line.text);
        const auto said = object.take(QStringLiteral("error")).toString();
        QVERIFY2(said.contains(error), qPrintable(said));
        QCOMPARE(object, parse(question));
    }

    void hostileLines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blanks") << QByteArray("  \r");
        QTest::newRow("words") << QByteArray("no JSON");
        QTest::newRow("array") << QByteArray("[{}]");
        QTest::newRow("number") << QByteArray("5");
        QTest::newRow("text") << QByteArray("\"x\"");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("two") << QByteArray("{}{}");
        QTest::newRow("half") << QByteArray("{\"url\":\"http://a/");
        QTest::newRow("NUL") << QByteArray("\0", 1);
        QTest::newRow("NUL behind") << QByteArray("{}\0", 3);
        QTest::newRow("no UTF-8") << QByteArray("{\"url\":\"\xff\xfe\"}");
        QTest::newRow("deep") << QByteArray(1'000'000, '[');
        QTest::newRow("nothing in it") << QByteArray("{}");
    }
    void hostileLines()
    {
        QFETCH(const QByteArray, line);
        for (const auto &name : cli::explainKindNames()) {
            const auto answer = cli::explainLine(*cli::explainKind(name), line);
            QVERIFY(!answer.ok);
            QCOMPARE(answer.text.count('\n'), 1);
            QVERIFY2(parse(answer.text).contains(QStringLiteral("error")), answer.text);
        }
    }

    void longTexts_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QByteArray>("rest");
        const auto row = [](const char *kind, const char *member, const char *rest) {
            QTest::addRow("%s %s", kind, member)
                << QString::fromLatin1(kind) << QString::fromLatin1(member) << json(rest);
        };
        row("url", "url", "{'base':'http://a/'}");
        row("url", "base", "{'url':'x'}");
        row("name", "header", "{'url':'http://a/'}");
        row("robots", "robots_txt", "{'agent':'T','url':'http://a/'}");
        row("robots", "agent", "{'robots_txt':'User-agent: *','url':'http://a/'}");
        row("select", "html", "{'selector':'p'}");
        row("select", "selector", "{'html':'<p>'}");
        row("charset", "bytes64", "{}");
        row("charset", "content_type", "{'bytes64':'QUJD'}");
        row("range", "content_range", "{'offset':0}");
        row("retry-after", "value", "{'now':0}");
        row("pattern", "pattern", "{}");
        row("cookie", "url", "{'received':[]}");
    }
    void longTexts()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, member);
        QFETCH(const QByteArray, rest);
        const QList<std::pair<QByteArray, int>> texts{
            {"A", 10'000'000}, {"[1-2]", 200'000}, {"<a ", 300'000}, {"\n", 1'000'000}};
        for (const auto &[piece, times] : texts) {
            auto question = parse(rest);
            question.insert(member, QString::fromLatin1(piece.repeated(times)));
            const auto line = QJsonDocument(question).toJson(QJsonDocument::Compact);
            const auto answer = cli::explainLine(*cli::explainKind(kind), line);
            QCOMPARE(answer.ok, !parse(answer.text).contains(QStringLiteral("error")));
            QCOMPARE(parse(answer.text).value(member), question.value(member));
        }
    }

    void theListOfUrlsIsBounded()
    {
        const auto text = QStringLiteral("[1-100000]") + QString(10'000, u'x');
        const auto answer =
            ask("pattern", {{QStringLiteral("pattern"), text}, {QStringLiteral("limit"), 100'000}});
        QVERIFY(answer.value(QStringLiteral("error")).toString().contains(u"too long"));
    }
    void anErrorOfTheQuestionDoesNotStay()
    {
        const auto answer = ask("url", {{QStringLiteral("url"), QStringLiteral("http://a.test")},
                                        {QStringLiteral("error"), QStringLiteral("old")}});
        QVERIFY(!answer.contains(QStringLiteral("error")));
        QCOMPARE(answer.value(QStringLiteral("href")).toString(), QStringLiteral("http://a.test/"));
    }
    void thereAreNineKinds()
    {
        QCOMPARE(cli::explainKindNames().size(), 9);
        QVERIFY(!cli::explainKind(QStringLiteral("urls")));
        QVERIFY(!cli::explainKind(QString()));
    }
    void examplesOfTheHelpHaveAnswers()
    {
        for (const auto &name : cli::explainKindNames()) {
            const auto *kind = cli::explainKind(name);
            const auto answer = cli::explainLine(*kind, kind->example);
            QVERIFY2(answer.ok, answer.text);
            QVERIFY(cli::explainHelp().contains(QString::fromLatin1(kind->example)));
        }
    }

private:
    static void row(const char *kind, const char *title, const char *question, const char *answer)
    {
        QTest::addRow("%s: %s", kind, title)
            << QString::fromLatin1(kind) << json(question) << json(answer);
    }
    static void urls()
    {
        row("url", "absolute", "{'url':'HTTP://Example.ORG:80/a/../b#f'}",
            "{'href':'http://example.org/b','host':'example.org'}");
        row("url", "relative", "{'url':'../a b?q','base':'http://a.test/x/y'}",
            "{'href':'http://a.test/a%20b?q','host':'a.test'}");
        row("url", "as browsers read it",
            "{'url':' \\\\\\\\b.test\\\\x\\ty\\n','base':'https://a.test'}",
            "{'href':'https://b.test/xy','host':'b.test'}");
        row("url", "null as base", "{'url':'http://a.test','base':null}",
            "{'href':'http://a.test/','host':'a.test'}");
        row("url", "IPv6 with a port", "{'url':'http://[::1]:81/'}",
            "{'href':'http://[::1]:81/','host':'[::1]:81'}");
        row("url", "IDN", "{'url':'https://bücher.example/ä'}",
            "{'href':'https://xn--bcher-kva.example/%C3%A4','host':'xn--bcher-kva.example'}");
        row("url", "half a pair", "{'url':'http://a.test/\\ud800\\ud801\\udffe\\udc00'}",
            "{'href':'http://a.test/%EF%BF%BD%F0%90%9F%BE%EF%BF%BD','host':'a.test'}");
        row("url", "other members stay", "{'url':'http://a.test','id':[1,{'x':null}]}",
            "{'href':'http://a.test/','host':'a.test'}");
        row("url", "NUL", "{'url':'http://a.test/\\u0000x'}",
            "{'href':'http://a.test/%00x','host':'a.test'}");
    }
    static void names()
    {
        row("name", "of the URL", "{'url':'http://a.test/x/y.tar.gz?z'}", "{'name':'y.tar.gz'}");
        row("name", "nothing", "{'url':'http://a.test/'}", "{'name':'index'}");
        row("name", "by type", "{'url':'http://a.test/','type':'text/html; charset=x'}",
            "{'name':'index.html'}");
        row("name", "header's value",
            "{'url':'http://a.test/x','header':'attachment; filename=\\'../b.txt\\''}",
            "{'name':'b.txt'}");
        row("name", "whole header",
            "{'url':'http://a.test/x','header':'content-disposition: attachment; "
            "filename*=UTF-8\\u0027\\u0027%e2%82%ac.txt'}",
            "{'name':'€.txt'}");
    }
    static void robots()
    {
        row("robots", "disallowed",
            "{'robots_txt':'User-agent: *\\nDisallow: /x','agent':'T/1','url':'http://a.test/x'}",
            "{'allowed':false,'rule':'Disallow: /x'}");
        row("robots", "the longer rule",
            "{'robots_txt':'User-agent: *\\nDisallow: /x\\nAllow: "
            "/x/y','agent':'T','url':'http://a.test/x/y'}",
            "{'allowed':true,'rule':'Allow: /x/y'}");
        row("robots", "for another",
            "{'robots_txt':'User-agent: B\\nDisallow: /','agent':'T','url':'http://a.test/x'}",
            "{'allowed':true,'rule':null}");
    }
    static void selections()
    {
        row("select", "elements", "{'html':'<p id=a> one <p>two','selector':'p'}",
            "{'values':['one','two'],'ids':['a',null]}");
        row("select", "browser's tree",
            "{'html':'<table><tr><td id=z>x','selector':'table > tbody > tr > td'}",
            "{'values':['x'],'ids':['z']}");
        row("select", "fast tree",
            "{'html':'<table><tr><td id=z>x','selector':'table > tbody > tr > td','tree':'fast'}",
            "{'values':[],'ids':[]}");
        row("select", "texts", "{'html':'<p id=a>x<b id=b>y</b>','selector':'p ::text'}",
            "{'values':['x','y'],'ids':['a','b']}");
        row("select", "attributes", "{'html':'<a id=q href=x>','selector':'a::attr(href)'}",
            "{'values':['x'],'ids':['q']}");
        row("select", "XPath", "{'html':'<a id=q href=x>','selector':'xpath://@href'}",
            "{'values':['x'],'ids':['q']}");
        row("select", "a value of XPath", "{'html':'<p><p>','selector':'xpath:count(//p)'}",
            "{'values':[2],'ids':[null]}");
        row("select", "regex", "{'html':'<p>a1b22','selector':'regex:[0-9]+'}",
            "{'values':['1','22'],'ids':[null,null]}");
        row("select", "JSON", "{'html':'{\\'a\\':[1,null]}','selector':'json:$.a[*]'}",
            "{'values':[1,null],'ids':[null,null]}");
        row("select", "the text is Unicode, whatever its meta says",
            "{'html':'<meta charset=latin1><p>ä','selector':'p'}", "{'values':['ä'],'ids':[null]}");
        row("select", "empty page", "{'html':'','selector':'p'}", "{'values':[],'ids':[]}");
        row("select", "NUL", "{'html':'<p>a\\u0000b','selector':'i'}", "{'values':[],'ids':[]}");
    }
    static void charsets()
    {
        row("charset", "by header", "{'bytes64':'5A==','content_type':'text/html; charset=latin1'}",
            "{'charset':'windows-1252'}");
        row("charset", "by meta", "{'bytes64':'PG1ldGEgY2hhcnNldD1iaWc1Pg=='}",
            "{'charset':'big5'}");
        row("charset", "by mark", "{'bytes64':'77u/YQ=='}", "{'charset':'utf-8'}");
        row("charset", "nothing", "{'bytes64':''}", "{'charset':'utf-8'}");
    }
    static void ranges()
    {
        row("range", "good", "{'content_range':'bytes 5-9/10','offset':5}",
            "{'ok':true,'first':5,'last':9,'total':10,'why':null}");
        row("range", "total unknown", "{'content_range':'bytes 5-9/*','offset':7}",
            "{'ok':true,'first':5,'last':9,'total':null,'why':null}");
        row("range", "too late", "{'content_range':'bytes 5-9/10','offset':4}",
            "{'ok':false,'first':5,'last':9,'total':10,'why':'bytes from 5 on instead of 4'}");
        row("range", "garbage", "{'content_range':'bytes 9-5/10','offset':0}",
            "{'ok':false,'first':null,'last':null,'total':null,"
            "'why':'a Content-Range that makes no sense'}");
        row("range", "none", "{'content_range':'','offset':0}",
            "{'ok':false,'first':null,'last':null,'total':null,'why':'no Content-Range'}");
    }
    static void waits()
    {
        row("retry-after", "seconds", "{'value':'120','now':0}", "{'seconds':120}");
        row("retry-after", "a number", "{'value':120,'now':0}", "{'seconds':120}");
        row("retry-after", "date, ISO",
            "{'value':'Fri, 31 Dec 1999 23:59:59 GMT','now':'1999-12-31T23:59:00Z'}",
            "{'seconds':59}");
        row("retry-after", "date, with an offset",
            "{'value':'Fri, 31 Dec 1999 23:59:59 GMT','now':'2000-01-01T00:59:00+01:00'}",
            "{'seconds':59}");
        row("retry-after", "date, no zone",
            "{'value':'Fri, 31 Dec 1999 23:59:59 GMT','now':'1999-12-31T23:59:00'}",
            "{'seconds':59}");
        row("retry-after", "date, HTTP-date",
            "{'value':'Fri, 31 Dec 1999 23:59:59 GMT','now':'Friday, 31-Dec-99 23:59:58 GMT'}",
            "{'seconds':1}");
        row("retry-after", "date, Unix time",
            "{'value':'Fri, 31 Dec 1999 23:59:59 GMT','now':946684790.5}", "{'seconds':8.5}");
        row("retry-after", "past", "{'value':'Fri, 31 Dec 1999 23:59:59 GMT','now':946684800}",
            "{'seconds':null}");
        row("retry-after", "zero", "{'value':'0','now':0}", "{'seconds':null}");
        row("retry-after", "garbage", "{'value':'-5','now':0}", "{'seconds':null}");
    }
    static void patterns()
    {
        row("pattern", "product", "{'pattern':'[08-10]{a,b}','limit':3}",
            "{'count':6,'first':'08a','last':'10b','urls':['08a','08b','09a']}");
        row("pattern", "plain", "{'pattern':'http://[::1]/'}",
            "{'count':1,'first':'http://[::1]/','last':'http://[::1]/','urls':['http://[::1]/']}");
        row("pattern", "ten", "{'pattern':'[1-99]'}",
            "{'count':99,'first':'1','last':'99',"
            "'urls':['1','2','3','4','5','6','7','8','9','10']}");
        row("pattern", "as large as a number is", "{'pattern':'[1-9007199254740992]','limit':0}",
            "{'count':9007199254740992,'first':'1','last':'9007199254740992','urls':[]}");
        row("pattern", "larger", "{'pattern':'[1-9007199254740993]','limit':0}",
            "{'count':'9007199254740993','first':'1','last':'9007199254740993','urls':[]}");
    }
    static void cookies()
    {
        row("cookie", "of the URL", "{'received':['a=1','b=2; Path=/y'],'url':'http://a.test/x'}",
            "{'sent':'a=1'}");
        row("cookie", "of others",
            "{'received':[{'url':'https://w.a.test/','set_cookie':'a=1; Domain=a.test; Secure'},"
            "{'url':'http://b.test/','set_cookie':'b=2; Domain=a.test'}],'url':'https://a.test/'}",
            "{'sent':'a=1'}");
        row("cookie", "public suffix",
            "{'received':[{'url':'http://x.co.uk/','set_cookie':'a=1; Domain=co.uk'}],"
            "'url':'http://y.co.uk/'}",
            "{'sent':''}");
        row("cookie", "none", "{'received':[],'url':'http://a.test/'}", "{'sent':''}");
    }
};

TRAWL_TEST(Appless, TestExplain)

} // namespace tst_explain

#include "tst_explain.moc"
