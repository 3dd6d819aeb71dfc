// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scrapebench.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTest>

#include <csignal>

namespace tst_crawl {

namespace {

QString pagePath(int number)
{
    return QStringLiteral("/t/%1.html").arg(number);
}

/// Pages 1 … count, each with links to twice its number and one more, in the many ways in which
/// pages write the same link.
void addTree(ScrapeBench &bench, int count)
{
    for (int i = 1; i <= count; ++i) {
        QByteArray body = "<h1>Page " + QByteArray::number(i) + "</h1>";
        for (const int child : {2 * i, 2 * i + 1}) {
            if (child > count)
                continue;
            const auto name = QByteArray::number(child) + ".html";
            body += "<a href='" + name + "'>a</a><a href=' ./" + name +
                    "#top'>b</a><a href='../t\\" + name + "\n'>c</a><a href='%2e/" + name +
                    "'>d</a>";
        }
        body += "<a href='1.html'>up</a><a href='mailto:x@example.org'>m</a>"
                "<a href='javascript:void(0)'>j</a><a>n</a>";
        bench.page(pagePath(i), body);
    }
}

QStringList tree(int count)
{
    QStringList paths;
    for (int i = 1; i <= count; ++i)
        paths.append(pagePath(i));
    paths.sort();
    return paths;
}

} // namespace

/// `trawlc scrape --follow`: a real site, crawled.
class CrawlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPageOnce()
    {
        ScrapeBench b;
        addTree(b, 100);
        const int status =
            b.scrape({b.url(pagePath(1)), "--follow", "a", "-f", "head=h1", "-w", "2"});
        QVERIFY2(status == 0, b.trawlc.err());
        QCOMPARE(b.paths(), tree(100));
        QCOMPARE(b.paths(QString()), tree(100)); // what was known already is no row
        QCOMPARE(b.row(pagePath(77))["head"].toString(), QStringLiteral("Page 77"));
        QTRY_COMPARE(b.server->requests().size(), 101); // and robots.txt
        QCOMPARE(b.server->requestsFor("/robots.txt"), 1);
        QVERIFY(QDir(b.folder.path()).isEmpty()); // no page is kept, no folder made
    }
    void depth_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("pages");
        QTest::newRow("0") << 0 << 1;
        QTest::newRow("1") << 1 << 3;
        QTest::newRow("3") << 3 << 15;
    }
    void depth()
    {
        QFETCH(const int, depth);
        QFETCH(const int, pages);
        ScrapeBench b;
        addTree(b, 31);
        QCOMPARE(b.scrape({b.url(pagePath(1)), "--follow", "a", "--depth", QString::number(depth)}),
                 0);
        QCOMPARE(b.paths(), tree(pages));
    }
    void patterns()
    {
        ScrapeBench b;
        addTree(b, 40);
        QCOMPARE(b.scrape({b.url(pagePath(1)), "--follow", "a", "--allow", "/t/\\d\\.html",
                           "--allow", "/t/[12]", "--deny", "/[37]\\.html"}),
                 0);
        // 3 is denied, and what only it leads to is never seen; of two digits those with 1 or 2.
        QStringList expected;
        for (const int i : {1, 2, 4, 5, 8, 9, 10, 11, 16, 17, 18, 19, 20, 21, 22, 23})
            expected.append(pagePath(i));
        expected.sort();
        QCOMPARE(b.paths(), expected);
    }
    void budget()
    {
        ScrapeBench b;
        addTree(b, 200);
        QCOMPARE(b.scrape({b.url(pagePath(1)), "--follow", "a", "--max-pages", "17", "-f", "h=h1"}),
                 0);
        QCOMPARE(b.paths(QString()).size(), 17);
        QTRY_COMPARE(b.server->requests().size(), 18);
    }
    void span_data()
    {
        QTest::addColumn<QString>("span");
        QTest::addColumn<int>("pages");
        QTest::newRow("host") << "host" << 1;
        QTest::newRow("domain") << "domain" << 1;
        QTest::newRow("any") << "any" << 2;
    }
    void span()
    {
        QFETCH(const QString, span);
        QFETCH(const int, pages);
        ScrapeBench b;
        b.page("/b.html", "there");
        const auto other =
            "http://localhost:" + QByteArray::number(b.server->httpPort()) + "/b.html";
        b.page("/a.html", "<a href='" + other + "'>other host</a>");
        QCOMPARE(b.scrape({b.url("/a.html"), "--follow", "a", "--span", span}), 0);
        QCOMPARE(b.paths().size(), pages);
    }
    void robotsAreObeyed()
    {
        ScrapeBench b;
        QVERIFY(b.server->addFile("/robots.txt", "User-agent: *\nDisallow: /private/\n"
                                                 "User-agent: Trawl\nDisallow: /private/\n"
                                                 "Allow: /private/open\n"));
        b.page("/private/listed.html", "<a href='open.html'></a><a href='shut.html'></a>");
        b.page("/private/open.html", {});
        b.page("/private/shut.html", {});
        // What a person lists is not a crawl.
        const QStringList arguments{b.url("/private/listed.html"), "--follow", "a"};
        QCOMPARE(b.scrape(arguments), 0);
        QCOMPARE(b.paths(), (QStringList{"/private/listed.html", "/private/open.html"}));
        QCOMPARE(b.paths("skipped"), QStringList{"/private/shut.html"});
        QCOMPARE(b.row("/private/shut.html")["reason"].toString(), QStringLiteral("robots"));
        QTRY_COMPARE(b.server->requestsFor("/private/open.html"), 1);
        QCOMPARE(b.server->requestsFor("/private/shut.html"), 0);
        QCOMPARE(b.server->requestsFor("/robots.txt"), 1);
        QCOMPARE(b.scrape(arguments + QStringList{"--robots", "off"}), 0);
        QCOMPARE(b.paths().size(), 3);
        QCOMPARE(b.server->requestsFor("/robots.txt"), 1);
        // Another name, other rules.
        QCOMPARE(b.scrape(arguments + QStringList{"-A", "Other/1.0"}), 0);
        QCOMPARE(b.paths(), QStringList{"/private/listed.html"});
    }
    // Where a link is led on to is a link of the crawl, too.
    void redirectsObeyTheRulesForLinks()
    {
        trawl::support::NginxServer other;
        QVERIFY(other.addFile("/robots.txt", "User-agent: *\nDisallow: /shut\n"));
        QVERIFY(other.addFile("/open.html", "<title>open</title>"));
        QVERIFY(other.addFile("/shut.html", "<title>shut</title>"));
        const auto to = [&other](const QString &path) { return other.httpUrl(path).toEncoded(); };
        QVERIFY(other.addFile("/elsewhere.html", "<title>elsewhere</title>"));
        auto elsewhere = other.httpUrl(QStringLiteral("/elsewhere.html"));
        elsewhere.setHost(
            QStringLiteral("localhost")); // the same to the system, another to a crawl
        ScrapeBench b({"location /one { return 302 /two; } location /two { return 302 /good.html; }"
                       "location /trap { return 302 /private/x.html; }"
                       "location /away { return 302 " +
                       to("/open.html") +
                       "; }"
                       "location /far { return 302 " +
                       to("/shut.html") +
                       "; }"
                       "location /elsewhere { return 302 " +
                       elsewhere.toEncoded() +
                       "; }"
                       "location /round { return 302 /round; }"});
        QVERIFY(b.server->addFile("/robots.txt", "User-agent: *\nDisallow: /private/\n"));
        b.page("/good.html", {});
        b.page("/private/x.html", {});
        b.page("/a.html", "<a href=one></a><a href=trap></a><a href=away></a><a href=far></a>"
                          "<a href=round></a><a href=elsewhere></a>");
        const QStringList arguments{b.url("/a.html"), "--follow", "a", "-f", "title=title"};
        QCOMPARE(b.scrape(arguments + QStringList{"--span", "any"}), 1);
        QCOMPARE(b.paths(), (QStringList{"/a.html", "/away", "/elsewhere", "/one"}));
        QCOMPARE(b.row("/one")["final_url"].toString(), b.url("/good.html"));
        QCOMPARE(b.row("/away")["title"].toString(), QStringLiteral("open"));
        for (const auto *path : {"/trap", "/far"}) {
            QCOMPARE(b.row(path)["reason"].toString(), QStringLiteral("robots"));
            QCOMPARE(b.row(path)["attempts"].toInt(), 0);
        }
        QCOMPARE(b.row("/far")["final_url"].toString(), QString::fromUtf8(to("/shut.html")));
        QCOMPARE(b.row("/round")["reason"].toString(), QStringLiteral("too-many-redirects"));
        QTRY_COMPARE(other.requestsFor("/robots.txt"), 2); // under both names
        QCOMPARE(other.requestsFor("/shut.html"), 0);
        QCOMPARE(b.server->requestsFor("/private/x.html"), 0);
        QCOMPARE(b.server->requestsFor("/one"), 1);
        QCOMPARE(b.server->requestsFor("/two"), 1);

        QCOMPARE(b.scrape(arguments + QStringList{"--robots", "off"}), 1);
        QCOMPARE(b.row("/trap")["status"].toString(), QStringLiteral("done"));
        QCOMPARE(b.row("/away")["status"].toString(), QStringLiteral("done"));
        QCOMPARE(b.row("/elsewhere")["reason"].toString(), QStringLiteral("out-of-scope"));
        QTRY_COMPARE(other.requestsFor("/open.html"), 2);  // of "/away", in both runs
        QCOMPARE(other.requestsFor("/elsewhere.html"), 1); // in the run before
    }
    void robotsThatCannotBeHad_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<int>("pages");
        QTest::newRow("404") << QByteArray("return 404;") << 2;
        QTest::newRow("403") << QByteArray("return 403;") << 2;
        QTest::newRow("503") << QByteArray("return 503;") << 1;
        QTest::newRow("500") << QByteArray("return 500;") << 1;
        QTest::newRow("broken off") << QByteArray("return 444;") << 1;
        QTest::newRow("a redirect to another path") << QByteArray("return 302 /b.html;") << 2;
        QTest::newRow("a loop of redirects") << QByteArray("return 302 /robots.txt;") << 2;
    }
    void robotsThatCannotBeHad()
    {
        QFETCH(const QByteArray, location);
        QFETCH(const int, pages);
        ScrapeBench b({"location = /robots.txt { " + location + " }", {}, true});
        b.page("/a.html", "<a href='b.html'></a>");
        b.page("/b.html", {});
        QCOMPARE(
            b.scrape({b.url("/a.html"), "--follow", "a", "--retries", "1", "--retry-wait", "0.05"}),
            0);
        QCOMPARE(b.paths().size(), pages);
        QCOMPARE(b.paths(QString()).size(), 2);
    }
    void whyRobotsRefuse()
    {
        ScrapeBench b({"location = /robots.txt { return 503; }", {}, true});
        b.page("/a.html", "<a href='b.html'></a>");
        b.page("/b.html", {});
        QCOMPARE(
            b.scrape({b.url("/a.html"), "--follow", "a", "--retries", "0", "--session", "s.trawl"}),
            0);
        QCOMPARE(b.trawlc.run({"status", "--session", "s.trawl", "2"}), 0);
        QVERIFY2(b.trawlc.out().contains("robots.txt cannot be had (http-503)"), b.trawlc.out());
    }
    void crawlDelay()
    {
        ScrapeBench b;
        QVERIFY(b.server->addFile("/robots.txt", "User-agent: *\nCrawl-delay: 0.3\n"));
        addTree(b, 6);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(b.scrape({b.url(pagePath(1)), "--follow", "a"}), 0);
        QCOMPARE(b.paths(), tree(6));
        QVERIFY2(clock.elapsed() >= 4 * 300, qPrintable(QString::number(clock.elapsed())));
    }
    void nofollowAndBase()
    {
        ScrapeBench b;
        b.page("/a.html", "<base href='/sub/'><a href='b.html'></a>"
                          "<a rel='external NoFollow' href='trap.html'></a>");
        b.page("/sub/b.html", "<meta name=robots content='noindex, nofollow'><a href=c.html></a>");
        b.page("/sub/trap.html", {});
        b.page("/sub/c.html", {});
        QCOMPARE(b.scrape({b.url("/a.html"), "--follow", "a"}), 0);
        QCOMPARE(b.paths(), (QStringList{"/a.html", "/sub/b.html"}));
        QCOMPARE(b.scrape({b.url("/a.html"), "--follow", "a", "--nofollow", "off"}), 0);
        QCOMPARE(b.paths().size(), 4);
    }
    void onePageUnderManyNames()
    {
        ScrapeBench b;
        b.page("/a.html", "<a href='/q?b=2&a=1'></a><a href='/q?a=1&b=2'></a>"
                          "<a href='/q?a=1&b=2&utm_source=x'></a><a href='/%71?a=1&b=2'></a>");
        b.page("/q", {});
        const QStringList arguments{b.url("/a.html"), "--follow", "a"};
        QCOMPARE(b.scrape(arguments), 0);
        QCOMPARE(b.paths(QString()).size(), 4);
        QCOMPARE(b.scrape(arguments + QStringList{"--sort-query", "--drop-tracking"}), 0);
        QCOMPARE(b.paths(QString()).size(), 2);
    }
    void redirects()
    {
        ScrapeBench b({"location = /out { return 302 http://localhost:$server_port/b.html; }"
                       "location = /in { return 301 /b.html; }"
                       "location = /start { return 301 /a.html; }",
                       {},
                       true});
        b.page("/a.html", "<a href=/out></a><a href=/in></a>");
        b.page("/b.html", "<h1>B</h1>");
        QCOMPARE(b.scrape({b.url("/start"), "--follow", "a", "-f", "h=h1"}), 0);
        QCOMPARE(b.row("/in")["h"].toString(), QStringLiteral("B"));
        QCOMPARE(b.row("/out")["status"].toString(), QStringLiteral("skipped"));
        QCOMPARE(b.row("/out")["reason"].toString(), QStringLiteral("out-of-scope"));
        QVERIFY(b.row("/out")["h"].isNull());
    }
    void metaRefresh()
    {
        ScrapeBench b;
        b.page("/a.html", "<meta http-equiv=refresh content='0;url=b.html'>");
        b.page("/b.html", "<meta http-equiv=refresh content='1;url=c.html'>");
        b.page("/c.html", "<meta http-equiv=refresh content='0;url=a.html'>"); // and round again
        b.page("/d.html", "<meta http-equiv=refresh content='0;url=e.html'>");
        b.page("/e.html", "<h1>the end</h1>");
        QCOMPARE(b.scrape({b.url("/a.html"), b.url("/d.html"), "-f", "head=h1"}), 0);
        QCOMPARE(b.paths(), QStringList({"/a.html", "/b.html", "/c.html", "/d.html", "/e.html"}));
        QCOMPARE(b.row("/e.html")["head"].toString(), QStringLiteral("the end"));
        for (const char *page : {"/a.html", "/b.html", "/c.html", "/d.html", "/e.html"})
            QCOMPARE(b.server->requestsFor(page), 1);
    }
    void metaRefreshAndRobots()
    {
        ScrapeBench b;
        QVERIFY(b.server->addFile("/robots.txt", "User-agent: *\nDisallow: /no\n"));
        b.page("/a.html", "<meta http-equiv=refresh content='0;url=no.html'>");
        b.page("/no.html", "x");
        std::ignore = b.scrape({b.url("/a.html"), "-f", "t=title"});
        QCOMPARE(b.server->requestsFor("/no.html"), 0);
        QCOMPARE(b.row("/no.html")["reason"].toString(), QStringLiteral("robots"));
    }
    void refererOfAFollowedLink()
    {
        trawl::support::NginxServer::Options options;
        options.server = "location /whole { if ($http_referer !~ /a.html$) { return 403; } }\n"
                         "location /own { if ($http_referer != own) { return 403; } }\n"
                         "location /none { if ($http_referer) { return 403; } }\n";
        ScrapeBench b(options);
        b.page("/whole.html", {});
        b.page("/none.html", {});
        b.page("/own.html", {});
        b.page("/a.html", "<a href=whole.html>w</a><a href=none.html rel=noreferrer>n</a>");
        QCOMPARE(b.scrape({b.url("/a.html"), "--follow", "a", "-f", "t=title"}), 0);
        QCOMPARE(b.paths(), QStringList({"/a.html", "/none.html", "/whole.html"}));
        QCOMPARE(b.scrape({b.url("/none.html"), "-f", "t=title"}), 0); // a list has no page
        b.page("/b.html", "<a href=own.html>o</a>");
        QCOMPARE(
            b.scrape({b.url("/b.html"), "--follow", "a", "-f", "t=title", "-H", "Referer: own"}),
            0);
    }
    void aCalendarEnds()
    {
        trawl::support::NginxServer::Options options;
        options.server = "location ~ ^/day/(.*)$ { default_type text/html; "
                         "return 200 '<a href=\"/day/x$1\">on</a>'; }\n";
        ScrapeBench b(options);
        QCOMPARE(b.scrape({b.url("/day/x"), "--follow", "a", "--robots", "off"}), 0);
        QCOMPARE(b.paths().size(), 1001);
        QVERIFY2(b.trawlc.err().contains("1000 links in a row"), b.trawlc.err());
        b.rows.clear();
        QCOMPARE(
            b.scrape({b.url("/day/y"), "--follow", "a", "--robots", "off", "--max-pages", "1100"}),
            0);
        QCOMPARE(b.paths().size(), 1100);
    }
    void pagination()
    {
        ScrapeBench b;
        for (int i = 1; i <= 12; ++i) {
            const auto n = QByteArray::number(i);
            b.page(QStringLiteral("/list%1.html").arg(i),
                   "<div class=item><a href='item" + n +
                       ".html'>i</a></div><a class=next href='list" + QByteArray::number(i + 1) +
                       ".html'>next</a>");
            b.page(QStringLiteral("/item%1.html").arg(i),
                   "<a class=x href='deep" + n + ".html'></a>");
        }
        // The list's next page is as deep as the list, so depth counts items only.
        QCOMPARE(b.scrape({b.url("/list1.html"), "--follow", ".item a", "--follow", ".x", "--next",
                           "a.next", "--depth", "1", "--retries", "0"}),
                 1); // list13 is not there
        QCOMPARE(b.paths().size(), 24);
        QCOMPARE(b.paths("failed"), QStringList{"/list13.html"});
    }
    void kindsOfPages()
    {
        ScrapeBench b;
        b.page("/list.html", "<h1>Fruit</h1><a class=item href=apple.html>x</a>"
                             "<a class=item href=pear.html>x</a>");
        b.page("/apple.html", "<h1>Apple: red</h1><p class=price>1.234,50 €</p>");
        b.page("/pear.html", "<h1>Pear</h1><p class=price>7</p>");
        QVERIFY(writeFile(b.file("r.toml"), R"(
[[page]]
name = "list"
[[page.fields]]
name = "category"
select = "h1"
[[page.follow]]
select = "a.item"
page = "item"
carry = ["category"]

[[page]]
name = "item"
save = true
[[page.fields]]
name = "title"
select = "h1"
[[page.fields]]
name = "price"
select = ".price"
steps = ["number"]
)"));
        const int status = b.scrape({b.url("/list.html"), "--recipe", "r.toml", "--name",
                                     "{field:category}/{field:title}", "-d", "out"});
        QVERIFY2(status == 0, b.trawlc.err());
        QCOMPARE(b.rows.size(), 3);
        const auto apple = b.row("/apple.html");
        QCOMPARE(apple["title"].toString(), QStringLiteral("Apple: red"));
        QCOMPARE(apple["price"].toDouble(), 1234.5);
        QCOMPARE(apple["category"].toString(), QStringLiteral("Fruit"));
        QVERIFY(apple["file"].toString().startsWith("Fruit"));
        QCOMPARE(contents(b.file("out/" + apple["file"].toString())),
                 contents(b.server->root() + "/apple.html"));
        QVERIFY(b.row("/list.html")["file"].isNull());
        QVERIFY(b.row("/list.html")["title"].isNull());
    }
    void sitemaps()
    {
        ScrapeBench b;
        addTree(b, 6);
        QByteArray urls;
        for (int i = 2; i <= 4; ++i)
            urls += "<url><loc>" + b.url(pagePath(i)).toUtf8() + "</loc></url>";
        QVERIFY(b.server->addFile("/one.xml", "<?xml version='1.0'?><urlset xmlns='http://"
                                              "www.sitemaps.org/schemas/sitemap/0.9'>" +
                                                  urls + "</urlset>"));
        QVERIFY(b.server->addFile("/two.txt", b.url(pagePath(5)).toUtf8() + "\n"));
        QVERIFY(b.server->addFile(
            "/index.xml", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                          "<sitemap><loc>" +
                              b.url("/one.xml").toUtf8() +
                              "</loc></sitemap>"
                              "<sitemap><loc>" +
                              b.url("/two.txt").toUtf8() +
                              "</loc></sitemap>"
                              "</sitemapindex>"));
        const int status =
            b.scrape({"--sitemap", b.url("/index.xml"), "-f", "h=h1", "--where", "h!=\"\""});
        QVERIFY2(status == 0, b.trawlc.err());
        QCOMPARE(b.paths(), (QStringList{pagePath(2), pagePath(3), pagePath(4), pagePath(5)}));
    }
    void workersAreKilled()
    {
        ScrapeBench b;
        addTree(b, 150);
        b.trawlc.start({"scrape", b.url(pagePath(1)), "--follow", "a", "-f", "h=h1", "--rps", "100",
                        "-w", "2"});
        for (int kills = 0; kills < 6; ++kills) {
            const auto before = b.server->requests().size();
            QTRY_VERIFY(b.server->requests().size() > before + 12);
            const auto workers = b.trawlc.workers();
            if (!workers.isEmpty())
                ::kill(pid_t(workers[kills % workers.size()]), SIGKILL);
        }
        QCOMPARE(b.trawlc.wait(), 0);
        b.rows = ScrapeBench::parse(b.trawlc.out());
        QCOMPARE(b.paths(), tree(150));
        QCOMPARE(b.rows.size(), 150);
        for (const auto &row : std::as_const(b.rows))
            QVERIFY(row["h"].toString().startsWith("Page "));
    }
    void stoppedItGoesOn()
    {
        constexpr int pages = 2000;
        ScrapeBench b;
        addTree(b, pages);
        const QStringList arguments{"scrape",     b.url(pagePath(1)),
                                    "--follow",   "a",
                                    "-f",         "h=h1",
                                    "--session",  "s.trawl",
                                    "-o",         "out.csv",
                                    "--throttle", "off",
                                    "--per-host", "32",
                                    "--columns",  "status,url"};
        for (int stops = 0; stops < 4; ++stops) {
            const auto before = b.server->requests().size();
            b.trawlc.start(arguments);
            QTRY_VERIFY(b.server->requests().size() > before + 20);
            b.trawlc.signal(SIGINT);
            const int status = b.trawlc.wait();
            QVERIFY(status == 3 || status == 0);
        }
        QCOMPARE(b.trawlc.run(arguments), 0);
        // Pages that ended while the session was closed have led on as well.
        QCOMPARE(contents(b.file("out.csv")).count("done,"), pages);
    }
    void killedItGoesOn()
    {
        ScrapeBench b;
        addTree(b, 120);
        const QStringList arguments{"scrape",  b.url(pagePath(1)), "--follow", "a",  "-f",
                                    "h=h1",    "--session",        "s.trawl",  "-o", "out.jsonl",
                                    "--order", "arrival",          "--rps",    "60"};
        for (int kills = 0; kills < 4; ++kills) {
            const auto before = b.server->requests().size();
            b.trawlc.start(arguments);
            QTRY_VERIFY(b.server->requests().size() > before + 15);
            b.trawlc.signal(SIGKILL);
            (void)b.trawlc.wait();
            // Whole records only, at any moment.
            const auto lines = contents(b.file("out.jsonl"));
            QVERIFY(lines.isEmpty() || lines.endsWith('\n'));
        }
        QCOMPARE(b.trawlc.run(arguments), 0);
        b.rows = ScrapeBench::parse(contents(b.file("out.jsonl")));
        QCOMPARE(b.paths(QString()), tree(120)); // all of them, none twice
        for (const auto &row : std::as_const(b.rows))
            QVERIFY(row["h"].toString().startsWith("Page "));
        // What was done is not asked for again; what was in flight at a kill may be.
        QVERIFY2(b.server->requests().size() <= 120 + 4 * 16 + 5,
                 qPrintable(QString::number(b.server->requests().size())));
    }
};

TRAWL_TEST(Guiless, CrawlTest)

} // namespace tst_crawl

#include "tst_crawl.moc"
