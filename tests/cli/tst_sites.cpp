// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/scrapebench.h"
#include "support/testmain.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

namespace tst_sites {

namespace {

using Records = QHash<QString, QJsonObject>;

Records byUrl(const QList<QJsonObject> &rows)
{
    Records records;
    for (const auto &row : rows)
        records.insert(row["url"].toString(), row);
    return records;
}

} // namespace

/// Whole sites that others wrote, as Debian packages them, crawled by trawlc and by sitecrawl.py,
/// which shares nothing with it, and compared record by record.
class SitesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameAsAnIndependentProgram_data()
    {
        QTest::addColumn<QString>("root");
        QTest::addColumn<QString>("tree");
        struct Site
        {
            const char *name;
            QStringList roots; ///< the first that is there
        };
        const Site sites[] = {
            {"postgresql-doc",
             {"/usr/share/doc/postgresql-doc-15/html", "/usr/share/doc/postgresql-doc-17/html"}},
            {"debian-handbook", {"/usr/share/doc/debian-handbook/html/en-US"}},
            {"python3-doc", {"/usr/share/doc/python3-doc/html"}},
        };
        for (const auto &site : sites) {
            QString root;
            for (const auto &each : site.roots) {
                if (root.isEmpty() && QFileInfo::exists(each + "/index.html"))
                    root = each;
            }
            for (const char *tree : {"fast", "browser"})
                QTest::addRow("%s, %s", site.name, tree) << root << tree;
        }
    }
    void sameAsAnIndependentProgram()
    {
        QFETCH(const QString, root);
        QFETCH(const QString, tree);
        if (root.isEmpty())
            QSKIP("the package is not here");
        ScrapeBench b({"location /doc/ { alias " + root.toUtf8() + "/; }", {}, false});
        const auto start = b.url("/doc/index.html");
        const int status =
            b.scrape({start, "--follow", "a", "-f", "title:trim=title", "-f",
                      "headings[]:trim=h1,h2,h3,h4,h5,h6", "-f", "links[]:url=a::attr(href)",
                      "--tree", tree, "--per-host", "16", "--retries", "0"});
        QVERIFY2(status == 0 || status == 1, b.trawlc.err()); // some links of these sites are dead

        QProcess other;
        other.start("/usr/bin/python3", {SITE_CRAWL, start});
        QVERIFY(other.waitForFinished(120'000));
        QVERIFY2(other.exitCode() == 0, other.readAllStandardError());
        const auto expected = byUrl(ScrapeBench::parse(other.readAllStandardOutput()));
        const auto got = byUrl(b.rows);
        QVERIFY(expected.size() > 100);
        compareUrls(got, expected);
        for (auto page = expected.cbegin(); page != expected.cend(); ++page)
            compare(page.key(), got[page.key()], page.value());
    }

private:
    static void compareUrls(const Records &got, const Records &expected)
    {
        for (auto page = expected.cbegin(); page != expected.cend(); ++page)
            QVERIFY2(got.contains(page.key()), qPrintable("missing: " + page.key()));
        for (auto page = got.cbegin(); page != got.cend(); ++page)
            QVERIFY2(expected.contains(page.key()), qPrintable("too much: " + page.key()));
    }
    static void compare(const QString &url, const QJsonObject &got, const QJsonObject &expected)
    {
        QVERIFY2(got["code"] == expected["code"], qPrintable(url));
        for (const char *field : {"title", "headings", "links"}) {
            if (!expected.contains(field))
                continue;
            QVERIFY2(got[field] == expected[field],
                     qPrintable(QStringLiteral("%1 of %2:\n%3\n%4")
                                    .arg(field, url, text(got[field]), text(expected[field]))));
        }
    }
    static QString text(const QJsonValue &value)
    {
        return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    }
};

TRAWL_TEST(Guiless, SitesTest)

} // namespace tst_sites

#include "tst_sites.moc"
