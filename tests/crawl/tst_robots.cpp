// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/agent.h"
#include "crawl/robots.h"

#include "support/testmain.h"
#include <QTest>

namespace tst_robots {

using namespace trawl;
using crawl::Robots;

namespace {

const QByteArray host("http://foo.bar");

bool allowed(const QByteArray &text, const QByteArray &agent, const QByteArray &path)
{
    return Robots::parse(text, agent).check(host + path).allowed;
}

/// RFC 9309, 5.1 and 5.2.
const QByteArray simple = R"(User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
)";
const QByteArray longest = R"(User-Agent: foobot
Allow: /example/page/
Disallow: /example/page/disallowed.gif
)";

const QByteArray two = "allow: /foo/bar/\n\nuser-agent: FooBot\ndisallow: /\nallow: /x/\n"
                       "user-agent: BarBot\ndisallow: /\nallow: /y/\n\n\nallow: /w/\n"
                       "user-agent: BazBot\n\nuser-agent: FooBot\nallow: /z/\ndisallow: /\n";

} // namespace

class TestRobots : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rules_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("expected");
        const auto row = [](const QByteArray &title, const QByteArray &text,
                            const QByteArray &agent, const QByteArray &path, bool expected) {
            QTest::addRow("%s: %s %s", title.constData(), agent.constData(), path.constData())
                << text << agent << path << expected;
        };
        /// What one rule for the robot "Bot" says of paths.
        const auto rule = [&row](const QByteArray &lines, const QByteArray &path, bool expected) {
            row(lines.simplified(), "user-agent: Bot\n" + lines, "Bot", path, expected);
        };
        row("RFC", simple, "other", "/example/x", false);
        row("RFC", simple, "other", "/a.gif", false);
        row("RFC", simple, "other", "/a.gif?x", true);
        row("RFC", simple, "other", "/publications/a.gif", true);
        row("RFC", simple, "other", "/", true);
        row("RFC", simple, "foobot", "/example/page.html", true);
        row("RFC", simple, "foobot", "/example/allowed.gif", true);
        row("RFC", simple, "foobot", "/example/other.gif", false);
        row("RFC", simple, "foobot", "/", false);
        row("RFC", simple, "barbot", "/example/page.html", false);
        row("RFC", simple, "barbot", "/example/allowed.gif", true);
        row("RFC", simple, "bazbot", "/example/page.html", false);
        row("RFC", simple, "quxbot", "/example/page.html", true);
        row("RFC", simple, "quxbot", "/a.gif", true);
        row("RFC longest", longest, "foobot", "/example/page/disallowed.gif", false);
        row("RFC longest", longest, "foobot", "/example/page/other.gif", true);

        row("groups", two, "FooBot", "/x/b", true);
        row("groups", two, "FooBot", "/z/d", true);
        row("groups", two, "FooBot", "/y/c", false);
        row("groups", two, "BarBot", "/y/c", true);
        row("groups", two, "BarBot", "/w/a", true);
        row("groups", two, "BarBot", "/z/d", false);
        row("groups", two, "BazBot", "/z/d", true);
        row("rules of nobody", two, "FooBot", "/foo/bar/", false);
        row("rules of nobody", two, "QuxBot", "/foo/bar/", true);

        // agents
        const QByteArray agents("User-Agent: FOO BAR/1.0\nDisallow: /\n");
        row("agent up to a blank", agents, "foo", "/", false);
        row("whole User-Agent", agents, "Foo/2.1 (+http://x)", "/", false);
        row("another", agents, "foobar", "/", true);
        row("no token", agents, "", "/", true);
        row("no token", "User-agent: 1\nDisallow: /", "1", "/", true);
        row("prefix", "user-agent: Foo-Bot\ndisallow: /", "Foo", "/", true);
        row("all", "user-agent: *\ndisallow: /", "Foo", "/", false);
        row("all, with more", "user-agent: * baz\ndisallow: /", "Foo", "/", false);
        row("no star", "user-agent: *baz\ndisallow: /", "Foo", "/", true);
        row("own beats all", "user-agent: *\ndisallow: /\nuser-agent: foo\nallow: /", "foo", "/",
            true);
        row("own without rules", "user-agent: foo\nuser-agent: x\n\nuser-agent: *\ndisallow: /",
            "foo", "/", false);
        row("own, empty rule", "user-agent: foo\ndisallow:\n\nuser-agent: *\ndisallow: /", "foo",
            "/", true);
        row("own beats all, whatever its place",
            "user-agent: foo\nallow: /\n\nuser-agent: *\ndisallow: /", "foo", "/", true);
        row("shared group", "user-agent: foo\nuser-agent: *\ndisallow: /x", "foo", "/x", false);
        row("shared group", "user-agent: foo\nuser-agent: *\ndisallow: /x", "bar", "/x", false);
        row("unknown between agents",
            "user-agent: foo\nsitemap: /s\nfoo: x\nuser-agent: bar\n"
            "disallow: /x",
            "foo", "/x", false);
        row("unknown between rules", "user-agent: foo\ndisallow: /a\nx: y\ndisallow: /b\n", "foo",
            "/b", false);

        // lines
        row("BOM", "\xef\xbb\xbfUser-Agent: foo\nDisallow: /", "foo", "/", false);
        row("BOM in the middle",
            "User-Agent: foo\n\xef\xbb\xbf"
            "Disallow: /",
            "foo", "/", true);
        row("CR", "User-Agent: foo\rDisallow: /\rAllow: /x\r", "foo", "/x", true);
        row("CRLF", "User-Agent: foo\r\n\r\nDisallow: /x\r\nAllow: /\r\n", "foo", "/x", false);
        row("comments", "#x\nUser-Agent: foo # bar\n#\nDisallow: /x#y\n", "foo", "/x", false);
        row("blanks", " \t User-Agent \t : foo\t\n  Disallow\t:\t /x \t\n", "foo", "/x/y", false);
        row("no colon", "user-agent foo\ndisallow /", "foo", "/", false);
        row("no colon, three words", "user-agent: foo\ndisallow / x", "foo", "/", true);
        row("no key", "user-agent: foo\n: /\n/\ndisallow", "foo", "/", true);
        row("case", "USER-AGENT: foo\nDISALLOW: /", "FOO", "/", false);
        row("typos",
            "useragent: foo\ndissallow: /a\ndissalow: /b\ndisalow: /c\ndiasllow: /d\n"
            "disallaw: /e",
            "foo", "/e", false);
        row("typos", "user agent: foo\ndissallow: /a", "foo", "/a", false);
        row("foreign", "foo: foo\nbar: /", "foo", "/", true);
        row("HTML", "<html><body>Not found: /</body></html>", "foo", "/", true);
        row("empty", "", "foo", "/", true);
        row("no line end", "user-agent: *\ndisallow: /x", "foo", "/x", false);

        // paths
        rule("disallow: /x", "/x", false);
        rule("disallow: /x", "/xy", false);
        rule("disallow: /x", "/X", true);
        rule("disallow: /x", "/", true);
        rule("disallow: /x/", "/x", true);
        rule("disallow: x", "/x", true);
        rule("disallow: /", "/robots.txt", true);
        rule("disallow: /", "/robots.txt.x", false);
        rule("disallow: /", "", false);
        rule("disallow:", "/x", true);
        rule("allow:", "/x", true);
        rule("disallow: /\nallow:", "/x", false);
        rule("disallow: /a\nallow: /a", "/a", true);
        rule("allow: /a\ndisallow: /a", "/a", true);
        rule("disallow: /\nallow: /a", "/a/b", true);
        rule("allow: /a\ndisallow: /a/b\n", "/a/b", false);
        rule("allow: /p\ndisallow: /", "/page", true);
        rule("allow: /folder\ndisallow: /folder", "/folder/page", true);
        rule("allow: /page\ndisallow: /*.htm", "/page.htm", false);
        rule("allow: /page\ndisallow: /*.ph", "/page.php5", true);
        rule("allow: /$\ndisallow: /", "/", true);
        rule("allow: /$\ndisallow: /", "/page.html", false);
        rule("disallow: /a?b=", "/a?b=1", false);
        rule("disallow: /a?b=", "/a", true);
        rule("disallow: /*?", "/a/b?", false);
        rule("disallow: /x", "/y?/x", true);

        // wildcards
        rule("disallow: *", "/x", false);
        rule("disallow: /*", "/", false);
        rule("disallow: /fish*", "/fishheads/yummy.html", false);
        rule("disallow: /fish*", "/Fish.asp", true);
        rule("disallow: /fish*", "/catfish", true);
        rule("disallow: /*.php", "/folder/filename.php?parameters", false);
        rule("disallow: /*.php", "/", true);
        rule("disallow: /*.php", "/windows.PHP", true);
        rule("disallow: /*.php$", "/folder/filename.php", false);
        rule("disallow: /*.php$", "/filename.php?parameters", true);
        rule("disallow: /*.php$", "/filename.php/", true);
        rule("disallow: /*.php$", "/a.php/b.php", false);
        rule("disallow: /fish*.php", "/fishheads/catfish.php?parameters", false);
        rule("disallow: /fish*.php", "/Fish.PHP", true);
        rule("disallow: /a*b*c", "/axxbyyc", false);
        rule("disallow: /a*b*c", "/axxcyyb", true);
        rule("disallow: /a**b", "/ab", false);
        rule("disallow: /a*b$", "/ab", false);
        rule("disallow: /a*b$", "/abb", false);
        rule("disallow: /ab*b$", "/ab", true);
        rule("disallow: /a*$", "/ab", false);
        rule("disallow: /x$", "/x", false);
        rule("disallow: /x$", "/xy", true);
        rule("disallow: /x$y", "/x$y", false);
        rule("disallow: /x$y", "/x", true);
        rule("disallow: /x$$", "/x$", false);
        rule("disallow: $", "/", true);
        rule("disallow: *$", "/x", false);
        rule("disallow: /*x\nallow: /yx", "/yx", true);
        rule("allow: /*x\ndisallow: /yxz", "/yxz", false);

        // percent-encoding
        rule("disallow: /foo/bar?baz=http://foo.bar", "/foo/bar?baz=http://foo.bar", false);
        rule("disallow: /foo/bar/\xe3\x83\x84", "/foo/bar/%E3%83%84", false);
        rule("disallow: /foo/bar/%e3%83%84", "/foo/bar/\xe3\x83\x84", false);
        rule("disallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false);
        rule("disallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false);
        rule("disallow: /a%2Fb", "/a/b", true);
        rule("disallow: /a/b", "/a%2Fb", true);
        rule("disallow: /a%2fb", "/a%2Fb", false);
        rule("disallow: /a b", "/a%20b", false);
        rule("disallow: /a%2Ab", "/a*b", false);
        rule("disallow: /a%2Ab", "/a%2ab", false);
        rule("disallow: /a%2Ab", "/axb", true);
        rule("disallow: /a%24", "/a$b", false);
        rule("disallow: /a%24", "/a", true);
        rule("disallow: /100%", "/100%x", false);
        rule("disallow: /\x01x", "/yx", true);
        rule("disallow: /a\x02", "/a", true);
    }
    void rules()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, agent);
        QFETCH(QByteArray, path);
        QFETCH(bool, expected);
        QCOMPARE(allowed(text, agent, path), expected);
        const auto answer = Robots::parse(text, agent).check(host + path + "#fragment");
        QCOMPARE(answer.allowed, expected);
        QVERIFY(expected || answer.rule.startsWith("Disallow: "));
    }
    void saysWhichRule()
    {
        const auto robots =
            Robots::parse("user-agent: *\ndisallow: /a%20*\nAllow :/a b/c # x", "x");
        QCOMPARE(robots.check("http://h/a%20x").rule, "Disallow: /a%20*");
        QCOMPARE(robots.check("http://h/a%20b/c").rule, "Allow: /a b/c");
        QCOMPARE(robots.check("http://h/b").rule, "");
        QCOMPARE(robots.check("/a%20x").rule, "Disallow: /a%20*"); // a path alone is one, too
    }
    void crawlDelay_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<qint64>("ms");
        const auto row = [](const char *lines, qint64 ms) {
            QTest::newRow(lines) << QByteArray(lines) << ms;
        };
        row("crawl-delay: 2", 2000);
        row("Crawl-Delay: 0.5", 500);
        row("crawl-delay: 0", 0);
        row("crawl-delay: 86400", 60'000);
        row("crawl-delay: 1e300", 60'000);
        row("crawl-delay: inf", 60'000);
        row("crawl-delay: nan", -1);
        row("crawl-delay: -1", -1);
        row("crawl-delay: soon", -1);
        row("crawl-delay:", -1);
        row("disallow: /", -1);
        row("crawl-delay: 1\ncrawl-delay: 3\ncrawl-delay: 2", 3000);
        row("disallow: /x\nuser-agent: other\ncrawl-delay: 9", -1);
        row("disallow: /x\nuser-agent: *\ncrawl-delay: 9", -1);
    }
    void crawlDelay()
    {
        QFETCH(QByteArray, lines);
        QFETCH(qint64, ms);
        QCOMPARE(Robots::parse("user-agent: bot\n" + lines, "bot").crawlDelayMs().value_or(-1), ms);
    }
    void delayOfAllOtherRobots()
    {
        QCOMPARE(Robots::parse("user-agent: *\ncrawl-delay: 4", "bot").crawlDelayMs(), 4000);
        QVERIFY(!Robots().crawlDelayMs());
    }
    void sitemaps()
    {
        const auto robots = Robots::parse("Sitemap: http://a.b/1.xml\nuser-agent: x\ndisallow: /\n"
                                          "site-map:/2.xml # x\nsitemap:\nSITEMAP: 3.xml",
                                          "y");
        QCOMPARE(robots.sitemaps(), (QList<QByteArray>{"http://a.b/1.xml", "/2.xml", "3.xml"}));
        QVERIFY(robots.check("http://a.b/").allowed);
    }
    void answers_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("x");
        QTest::addColumn<bool>("y");
        const auto row = [](int code, bool x, bool y) {
            QTest::addRow("%d", code) << code << x << y;
        };
        row(200, false, true);
        row(203, false, true);
        row(204, false, true);
        row(301, true, true);  // beyond the hops that are followed
        row(206, false, true); // the whole of it
        row(202, false, false);
        row(226, false, false);
        row(304, false, false);
        row(305, false, false);
        row(399, false, false);
        row(308, true, true);
        row(401, true, true);
        row(403, true, true);
        row(404, true, true);
        row(410, true, true);
        row(429, false, false);
        row(500, false, false);
        row(503, false, false);
        row(599, false, false);
        row(0, false, false);
    }
    void answers()
    {
        QFETCH(int, code);
        QFETCH(bool, x);
        QFETCH(bool, y);
        const auto robots = Robots::fromAnswer(code, "user-agent: *\ndisallow: /x", "Trawl/0.1");
        QCOMPARE(robots.check("http://h/x").allowed, x);
        QCOMPARE(robots.check("http://h/y").allowed, y);
        QVERIFY(robots.check("http://h/robots.txt").allowed);
    }
    void allOrNothing()
    {
        QVERIFY(Robots::allowAll().check("http://h/x").allowed);
        QVERIFY(!Robots::denyAll().check("http://h/x").allowed);
        QVERIFY(!Robots::denyAll().check("http://h").allowed);
    }
    void only500KiBCount()
    {
        QByteArray text("user-agent: *\n");
        while (text.size() < 500 * 1024 - 20)
            text += "disallow: /a\n";
        QVERIFY(!allowed(text + "disallow: /b\n", "x", "/b"));
        text.resize(500 * 1024 - 14);
        text.replace(text.lastIndexOf('\n'), 1, "\n#");
        text.resize(500 * 1024 - 14);
        QVERIFY(!allowed(text + "\ndisallow: /b\n", "x", "/b")); // its end is the last octet
        // A line that is cut would say another thing than the server meant.
        QVERIFY(allowed(text + "\ndisallow: /bc\n", "x", "/b"));
    }
    void tokens()
    {
        using crawl::productToken;
        QCOMPARE(productToken("Trawl/0.1.0"), "Trawl");
        QCOMPARE(productToken("My-Bot_x 2"), "My-Bot_x");
        QCOMPARE(productToken("Bot2000"), "Bot");
        QCOMPARE(productToken("(x)"), "");
        QCOMPARE(productToken(""), "");
    }
    void hostilePatternsTakeLittleTime()
    {
        QByteArray text("user-agent: *\n");
        while (text.size() < 400'000)
            text += "disallow: /*a*a*a*a*ab*aab*$x\n";
        const auto robots = Robots::parse(text, "x");
        const auto url = "http://h/" + QByteArray(60'000, 'a');
        QVERIFY(!robots.check(url).allowed); // cannot be told within reason
        QVERIFY(robots.check("http://h/aaa").allowed);
        const auto one =
            Robots::parse("user-agent: *\ndisallow: /" + QByteArray("*a").repeated(9999), "x");
        QVERIFY(one.check("http://h/" + QByteArray(9998, 'a')).allowed);
    }
    void survivesAnyBytes()
    {
        static const QList<QByteArray> pieces{
            "user-agent:", "*", "\n", "\r",           "disallow:", "allow:", "/",        "%2", "%",
            "\0\xff",      "$", "x",  "crawl-delay:", " ",         "#",      "sitemap:", "9"};
        quint32 random = 1;
        for (int round = 0; round < 10'000; ++round) {
            QByteArray text = round % 2 ? "user-agent:*\n" : "";
            for (int i = 0; i < round % 41; ++i) {
                random = random * 1664525 + 1013904223;
                text += pieces[(random >> 16) % quint32(pieces.size())];
            }
            const auto robots = Robots::parse(text, "x");
            const auto answer = robots.check("http://h/x%2*9");
            QVERIFY(answer.allowed || !answer.rule.isEmpty());
            (void)robots.check(text);
        }
    }
};

TRAWL_TEST(Appless, TestRobots)

} // namespace tst_robots

#include "tst_robots.moc"
