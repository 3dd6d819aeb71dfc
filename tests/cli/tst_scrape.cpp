// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scrapebench.h"
#include "support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <csignal>
#include <sqlite3.h>

namespace tst_scrape {

namespace {

QByteArray shop(int products)
{
    QByteArray html = "<table>";
    for (int i = 1; i <= products; ++i) {
        const auto n = QByteArray::number(i);
        html += "<tr><td class=name>Thing " + n + "<td class=price>$ 1," + n +
                "00.50<td><a href='/p/" + n + "'>more</a><a href='#x'>less</a>";
    }
    return html + "</table>";
}

} // namespace

/// `trawlc scrape`: fields out of pages, and where they go.
class ScrapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsOfAPage()
    {
        ScrapeBench b;
        b.page("/shop.html", shop(3));
        const int status =
            b.scrape({b.url("/shop.html"), "--rows", "table > tbody > tr", "-f", "name=.name", "-f",
                      "price:number=.price", "-f", "links[]:url=a::attr(href)", "-f",
                      "site=xpath:string(//title)"});
        QVERIFY2(status == 0, b.trawlc.err());
        QCOMPARE(b.rows.size(), 3);
        QCOMPARE(b.rows[1]["name"].toString(), QStringLiteral("Thing 2"));
        QCOMPARE(b.rows[1]["price"].toDouble(), 1200.5);
        QCOMPARE(b.rows[1]["links"].toArray().at(0).toString(), b.url("/p/2"));
        QVERIFY2(b.trawlc.err().contains("1 done"),
                 b.trawlc.err()); // an item is one, however many rows
    }
    void theTreeThatWasAskedFor()
    {
        ScrapeBench b;
        b.page("/t.html", "<table><tr><td>1<tr><td>2</table>");
        const QStringList arguments{b.url("/t.html"), "-f",
                                    "second=table > tbody > tr:nth-child(2) > td"};
        QCOMPARE(b.scrape(arguments), 0);
        QCOMPARE(b.rows[0]["second"].toString(), QStringLiteral("2"));
        QCOMPARE(b.scrape(arguments + QStringList{"--tree", "fast"}), 0);
        QVERIFY(b.rows[0]["second"].isNull()); // libxml2 adds no tbody
    }
    void jsonBodies()
    {
        ScrapeBench b({"location /api { default_type application/json; }", {}, true});
        QVERIFY(b.server->addFile("/api/1",
                                  "{\"items\":[{\"n\":\"ä\",\"v\":1},{\"n\":\"b\",\"v\":2.5}],"
                                  "\"next\":\"/api/2\"}"));
        QVERIFY(b.server->addFile("/api/2", "{\"items\":[{\"n\":\"c\",\"v\":null}]}"));
        QCOMPARE(b.scrape({b.url("/api/1"), "--rows", "json:$.items[*]", "-f", "n=json:$.n", "-f",
                           "v=json:$.v", "--next", "json:$.next"}),
                 0);
        QCOMPARE(b.rows.size(), 3);
        QCOMPARE(b.rows[1]["v"].toDouble(), 2.5);
        QCOMPARE(b.rows[2]["n"].toString(), QStringLiteral("c"));
        QVERIFY(b.rows[2]["v"].isNull());
    }
    void failuresAreInTheTable()
    {
        ScrapeBench b;
        b.page("/a.html", "<h1>A</h1>");
        b.page("/b.html", "<p>no head</p>");
        QCOMPARE(b.scrape({b.url("/a.html"), b.url("/b.html"), b.url("/c.html"), "-f",
                           "h:required=h1", "--retries", "0"}),
                 1);
        QCOMPARE(b.row("/a.html")["h"].toString(), QStringLiteral("A"));
        QCOMPARE(b.row("/b.html")["reason"].toString(), QStringLiteral("missing-field"));
        QCOMPARE(b.row("/c.html")["reason"].toString(), QStringLiteral("http-404"));
    }
    void whatIsNoPageIsNotLookedInto()
    {
        ScrapeBench b;
        QVERIFY(b.server->addFile("/a.png", "\x89PNG\r\n\x1a\n<h1>no</h1>"));
        QCOMPARE(b.scrape({b.url("/a.png"), "-f", "h=h1", "--save", "-d", "out"}), 0);
        QVERIFY(b.rows[0]["h"].isNull());
        QCOMPARE(b.rows[0]["file"].toString(), QStringLiteral("a.png"));
        QVERIFY(QFile::exists(b.file("out/a.png")));
    }
    void whatIsThereIsLookedIntoAgain_data()
    {
        QTest::addColumn<QString>("collision");
        QTest::newRow("skip") << QStringLiteral("skip");
        QTest::newRow("newer") << QStringLiteral("newer");
    }
    void whatIsThereIsLookedIntoAgain()
    {
        QFETCH(QString, collision);
        ScrapeBench b;
        b.page("/a.html", "<h1>A</h1><a href=b.html>b</a><a href=c.png>c</a>");
        b.page("/b.html", "<h1>B</h1>");
        QVERIFY(b.server->addFile("/c.png", "\x89PNG\r\n\x1a\n"));
        const QStringList arguments{b.url("/a.html"), "-f", "h=h1", "--follow",    "a",
                                    "--save",         "-d", "out",  "--collision", collision,
                                    "--times"};
        QCOMPARE(b.scrape(arguments), 0);
        QCOMPARE(b.paths(), (QStringList{"/a.html", "/b.html", "/c.png"}));
        const QByteArray own("the person's own by now");
        QVERIFY(writeFile(b.file("out/a.html"), own));
        QCOMPARE(b.scrape(arguments), 0);
        QCOMPARE(b.paths("skipped"), (QStringList{"/a.html", "/b.html", "/c.png"}));
        QCOMPARE(b.row("/a.html")["h"].toString(), QStringLiteral("A"));
        QCOMPARE(b.row("/b.html")["h"].toString(), QStringLiteral("B"));
        QCOMPARE(contents(b.file("out/a.html")), own);
        QCOMPARE(fileCount(b.file("out")), 3);
        // It is no page: nothing is asked, or for a newer one only.
        QCOMPARE(b.row("/c.png")["code"].toInt(), collision == "skip" ? 0 : 304);
    }
    void everyFormat()
    {
        ScrapeBench b;
        b.page("/shop.html", shop(2));
        QStringList arguments{b.url("/shop.html"),  "--rows", "tr", "-f", "name=.name", "-f",
                              "price:number=.price"};
        for (const char *suffix : {"csv", "tsv", "json", "jsonl", "xlsx", "sqlite", "txt"})
            arguments += {"-o", QStringLiteral("out.%1").arg(suffix)};
        QCOMPARE(b.scrape(arguments), 0);
        QVERIFY(b.trawlc.out().isEmpty());
        QVERIFY(contents(b.file("out.csv")).contains(",Thing 1,1100.5\r\n"));
        QVERIFY(contents(b.file("out.tsv")).contains("\tThing 2\t1200.5\n"));
        QCOMPARE(QJsonDocument::fromJson(contents(b.file("out.json"))).array().size(), 2);
        QCOMPARE(ScrapeBench::parse(contents(b.file("out.jsonl"))).size(), 2);
        QVERIFY(contents(b.file("out.xlsx")).startsWith("PK"));
        QCOMPARE(contents(b.file("out.txt")).trimmed(), b.url("/shop.html").toUtf8());
        QCOMPARE(sum(b.file("out.sqlite"), "SELECT sum(price) FROM results"), 2301.0);
    }
    void filterAndColumns()
    {
        ScrapeBench b;
        b.page("/shop.html", shop(5));
        QCOMPARE(b.scrape({b.url("/shop.html"), "--rows", "tr", "-f", "name=.name", "-f",
                           "price:number=.price", "--where", "price>1300 and name!~\"5$\"",
                           "--columns", "price,name", "-o", "out.csv"}),
                 0);
        QCOMPARE(contents(b.file("out.csv")),
                 QByteArray("price,name\r\n1300.5,Thing 3\r\n1400.5,Thing 4\r\n"));
    }
    void formulasAreDefused()
    {
        ScrapeBench b;
        b.page("/a.html", "<h1>=HYPERLINK(\"http://x\")</h1>");
        const QStringList arguments{b.url("/a.html"), "-f", "h=h1", "--columns", "h", "-o",
                                    "out.csv"};
        QCOMPARE(b.scrape(arguments), 0);
        QCOMPARE(contents(b.file("out.csv")),
                 QByteArray("h\r\n\"'=HYPERLINK(\"\"http://x\"\")\"\r\n"));
        QCOMPARE(b.scrape(arguments + QStringList{"--keep-formulas", "--bom"}), 0);
        QCOMPARE(contents(b.file("out.csv")),
                 QByteArray("\xef\xbb\xbfh\r\n\"=HYPERLINK(\"\"http://x\"\")\"\r\n"));
    }
    void badUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QStringList &arguments, const char *said) {
            QTest::newRow(name) << arguments << QByteArray(said);
        };
        row("nothing to do", {"http://127.0.0.1/"}, "nothing to scrape");
        row("bad CSS", {"http://127.0.0.1/", "-f", "a=h1["}, "field \"a\"");
        row("bad XPath", {"http://127.0.0.1/", "-f", "a=xpath://["}, "field \"a\"");
        row("bad regex", {"http://127.0.0.1/", "-f", "a=regex:("}, "field \"a\"");
        row("bad JSON path", {"http://127.0.0.1/", "-f", "a=json:$["}, "field \"a\"");
        row("bad rows", {"http://127.0.0.1/", "-f", "a=p", "--rows", "tr["}, "rows");
        row("bad follow", {"http://127.0.0.1/", "--follow", "a["}, "follow");
        row("bad allow", {"http://127.0.0.1/", "--follow", "a", "--allow", "("}, "--allow");
        row("bad where", {"http://127.0.0.1/", "-f", "a=p", "--where", "b=1"}, "--where");
        row("bad column", {"http://127.0.0.1/", "-f", "a=p", "--columns", "b"}, "no column \"b\"");
        row("a result's name", {"http://127.0.0.1/", "-f", "url=p"}, "url");
        row("twice", {"http://127.0.0.1/", "-f", "a=p", "-f", "a=b"}, "a");
        row("no recipe", {"http://127.0.0.1/", "--recipe", "none.toml"}, "none.toml");
        row("no URL", {"-f", "a=p"}, "nothing to fetch");
        row("bad sitemap", {"--sitemap", "ftp://x/", "-f", "a=p"}, "--sitemap");
    }
    void badUsage()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, said);
        ScrapeBench b;
        QCOMPARE(b.scrape(arguments), 2);
        QVERIFY2(b.trawlc.err().contains(said), b.trawlc.err());
        QVERIFY(b.rows.isEmpty());
    }
    void getTellsWhoHasTheOption()
    {
        ScrapeBench b;
        QCOMPARE(b.trawlc.run({"get", "--field", "a=b", "http://127.0.0.1/"}), 2);
        QVERIFY2(b.trawlc.err().contains("trawlc scrape has it"), b.trawlc.err());
    }
    void aSessionIsExportedLater()
    {
        ScrapeBench b;
        b.page("/a.html", "<h1>A</h1>");
        QCOMPARE(b.scrape({b.url("/a.html"), b.url("/no.html"), "-f", "h=h1", "--session",
                           "s.trawl", "--retries", "0", "-o", "x.txt"}),
                 1);
        QCOMPARE(b.trawlc.run({"export", "--session", "s.trawl", "-o", "-", "--where",
                               "status=done", "--columns", "h,code"}),
                 0);
        QCOMPARE(b.trawlc.out(), QByteArray("{\"h\":\"A\",\"code\":200}\n"));
        QCOMPARE(b.trawlc.run({"export", "--session", "s.trawl", "-o", "all.csv"}), 0);
        QCOMPARE(contents(b.file("all.csv")).count('\n'), 3);
        QCOMPARE(b.trawlc.run({"export", "--session", "no.trawl", "-o", "-"}), 4);
        // Without --session it is the person's own, and there is none.
        b.trawlc.setEnvironment(QStringLiteral("XDG_DATA_HOME"), b.file(QStringLiteral("home")));
        QCOMPARE(b.trawlc.run({"export", "-o", "-"}), 4);
    }
    void anotherRecipeIsOtherWork()
    {
        ScrapeBench b;
        b.page("/a.html", "<h1>A</h1><h2>B</h2>");
        const QStringList common{b.url("/a.html"), "--session", "s.trawl"};
        QCOMPARE(b.scrape(common + QStringList{"-f", "h=h1"}), 0);
        QCOMPARE(b.scrape(common + QStringList{"-f", "h=h1"}), 0);
        QTRY_COMPARE(b.server->requestsFor("/a.html"), 1); // the same again: it was done
        QCOMPARE(b.rows[0]["h"].toString(), QStringLiteral("A"));
        QCOMPARE(b.scrape(common + QStringList{"-f", "h=h2"}), 0);
        QCOMPARE(b.rows.size(), 1);
        QCOMPARE(b.rows[0]["h"].toString(), QStringLiteral("B"));
    }
    void exportsThatGrow_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << "out.csv";
        QTest::newRow("jsonl") << "out.jsonl";
        QTest::newRow("sqlite") << "out.sqlite";
    }
    void exportsThatGrow()
    {
        QFETCH(const QString, name);
        ScrapeBench b;
        QByteArray list;
        for (int i = 0; i < 150; ++i) {
            b.page(QStringLiteral("/%1.html").arg(i), "<p>1<p>2<p>3");
            list += b.url(QStringLiteral("/%1.html").arg(i)).toUtf8() + '\n';
        }
        QVERIFY(writeFile(b.file("list.txt"), list));
        const QStringList arguments{"scrape",  "list.txt",  "--rows",  "p",  "-f",
                                    "t=p",     "--session", "s.trawl", "-o", name,
                                    "--order", "arrival",   "--rps",   "120"};
        for (int kills = 0; kills < 3; ++kills) {
            const auto before = b.server->requests().size();
            b.trawlc.start(arguments);
            QTRY_VERIFY(b.server->requests().size() > before + 25);
            QTRY_VERIFY(QFile::exists(b.file(name)));
            b.trawlc.signal(SIGKILL);
            (void)b.trawlc.wait();
        }
        QCOMPARE(b.trawlc.run(arguments), 0);
        const auto rows = rowsOf(b.file(name));
        QCOMPARE(rows.size(), 450);
        QHash<QString, int> times;
        for (const auto &url : rows)
            ++times[url];
        QCOMPARE(times.size(), 150); // each item, and each with all its records once
        for (const int count : std::as_const(times))
            QCOMPARE(count, 3);
    }
    void whatAnEarlierRunHasIsCaughtUpWith()
    {
        ScrapeBench b;
        QStringList arguments{"scrape", "--rows", "tr", "-f", "n=.name", "--session", "s.trawl"};
        for (int i = 0; i < 4; ++i) {
            const auto path = QStringLiteral("/%1.html").arg(i);
            b.page(path, shop(1500));
            arguments.append(b.url(path));
        }
        QCOMPARE(b.trawlc.run(arguments + QStringList{"-o", "out.txt"}), 0);
        const QStringList growing{"-o", "out.csv", "--order", "arrival"};
        for (int times = 0; times < 2; ++times) {
            QCOMPARE(b.trawlc.run(arguments + growing), 0);
            QHash<QString, int> rows;
            const auto urls = rowsOf(b.file("out.csv"));
            for (const auto &url : urls)
                ++rows[url];
            QCOMPARE(rows.values(), (QList<int>{1500, 1500, 1500, 1500}));
        }
    }
    void takenUpAgainNoRowIsThereTwice()
    {
        ScrapeBench b;
        b.page("/a.html", "<h1>A</h1>");
        const QStringList arguments{"scrape",
                                    b.url("/a.html"),
                                    b.url("/late.html"),
                                    "-f",
                                    "h=h1",
                                    "--session",
                                    "s.trawl",
                                    "-o",
                                    "out.csv",
                                    "--order",
                                    "arrival",
                                    "--columns",
                                    "status,h",
                                    "--retries",
                                    "0"};
        QCOMPARE(b.trawlc.run(arguments), 1);
        QVERIFY(contents(b.file("out.csv")).contains("failed,"));
        b.page("/late.html", "<h1>L</h1>");
        QCOMPARE(b.trawlc.run(arguments), 0);
        const auto csv = contents(b.file("out.csv"));
        QVERIFY2(!csv.contains("failed"), csv);
        QCOMPARE(csv.count('\n'), 3);
    }

private:
    static double sum(const QString &path, const char *sql)
    {
        sqlite3 *handle = nullptr;
        sqlite3_stmt *statement = nullptr;
        double value = -1;
        if (sqlite3_open_v2(path.toUtf8(), &handle, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
            sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK &&
            sqlite3_step(statement) == SQLITE_ROW)
            value = sqlite3_column_double(statement, 0);
        sqlite3_finalize(statement);
        sqlite3_close(handle);
        return value;
    }
    /// The URL of each row.
    static QStringList rowsOf(const QString &path)
    {
        QStringList urls;
        if (path.endsWith(".sqlite")) {
            sqlite3 *handle = nullptr;
            const auto take = [](void *list, int, char **values, char **) {
                static_cast<QStringList *>(list)->append(QString::fromUtf8(values[0]));
                return 0;
            };
            sqlite3_open_v2(path.toUtf8(), &handle, SQLITE_OPEN_READONLY, nullptr);
            sqlite3_exec(handle, "SELECT url FROM results", take, &urls, nullptr);
            sqlite3_close(handle);
            return urls;
        }
        const auto lines = contents(path).split('\n');
        for (const auto &line : lines) {
            if (path.endsWith(".jsonl") && !line.isEmpty())
                urls.append(QJsonDocument::fromJson(line).object()["url"].toString());
            else if (line.contains("http://"))
                urls.append(QString::fromUtf8(line.split(',').value(1)));
        }
        return urls;
    }
};

TRAWL_TEST(Guiless, ScrapeTest)

} // namespace tst_scrape

#include "tst_scrape.moc"
