// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/sitemap.h"
#include "crawl/sitemapreader.h"

#include "support/growth.h"
#include "support/testmain.h"

#include <QTest>

#include <zlib.h>

namespace tst_sitemap {

using namespace trawl;
using crawl::parseSitemap;
using crawl::Sitemap;
using Urls = QList<QByteArray>;

namespace {

constexpr const char *where = "http://a.b/maps/sitemap.xml";

QByteArray gzip(const QByteArray &text)
{
    z_stream stream{};
    deflateInit2(&stream, 1, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&stream, uLong(text.size()))), Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

QByteArray urlset(const QByteArray &inner)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n" +
           inner + "</urlset>\n";
}

QByteArray entry(const QByteArray &url)
{
    return "<url><loc>" + url + "</loc></url>\n";
}

QByteArray manyEntries(int count)
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += entry("http://a.b/" + QByteArray::number(i));
    return text;
}

const QByteArray x = entry("http://a.b/x");
const QByteArray y = entry("http://a.b/y");

} // namespace

class TestSitemap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("pages"); // one a blank
        QTest::addColumn<QByteArray>("sitemaps");
        const auto row = [](const char *title, const QByteArray &body, const char *pages,
                            const char *sitemaps = "") {
            QTest::newRow(title) << body << QByteArray(pages) << QByteArray(sitemaps);
            QTest::addRow("%s, gz", title)
                << gzip(body) << QByteArray(pages) << QByteArray(sitemaps);
        };
        row("urlset", urlset(x + y), "http://a.b/x http://a.b/y");
        row("empty urlset", urlset(""), "");
        row("doubles and order", urlset(y + x + y), "http://a.b/y http://a.b/x http://a.b/y");
        row("all of an entry",
            urlset("<url><lastmod>2005-01-01</lastmod><loc> \n http://a.b/?x=1&amp;y=2&#38;z "
                   "</loc><changefreq>monthly</changefreq><priority>0.8</priority></url>"),
            "http://a.b/?x=1&y=2&z");
        row("CDATA", urlset(entry("<![CDATA[http://a.b/?x&y]]>")), "http://a.b/?x&y");
        row("comment in it", urlset(entry("http://a.b/<!-- no -->x")), "http://a.b/x");
        row("relative", urlset(entry("x") + entry("/y") + entry("//c.d")),
            "http://a.b/maps/x http://a.b/y http://c.d/");
        row("other host", urlset(entry("https://c.d/x")), "https://c.d/x");
        row("UTF-8", urlset(entry("http://a.b/\xc3\xa9")), "http://a.b/%C3%A9");
        row("any prefix",
            "<s:urlset xmlns:s='http://www.google.com/schemas/sitemap/0.84'><s:url><s:loc>"
            "http://a.b/x</s:loc></s:url></s:urlset>",
            "http://a.b/x");
        row("undeclared prefix",
            urlset("<url><loc>http://a.b/x</loc><image:image><image:loc>http://a.b/i"
                   "</image:loc></image:image></url>"),
            "http://a.b/x");
        row("extensions",
            urlset("<url><loc>http://a.b/x</loc><xhtml:link rel='alternate' hreflang='de' "
                   "href='http://a.b/de'/><video:video><video:player_loc>http://a.b/v"
                   "</video:player_loc></video:video></url><loc>http://a.b/stray</loc>"),
            "http://a.b/x");
        row("index",
            "\xef\xbb\xbf<sitemapindex><sitemap><loc>http://a.b/1.xml.gz</loc><lastmod>x</lastmod>"
            "</sitemap><sitemap><loc>2.xml</loc></sitemap></sitemapindex>",
            "", "http://a.b/1.xml.gz http://a.b/maps/2.xml");
        row("RSS",
            "<rss version='2.0'><channel><title>T&nbsp;T</title><link>http://a.b/</link><item>"
            "<title>x</title><link>http://a.b/x</link><guid>1</guid></item><item><link>"
            "<![CDATA[http://a.b/y]]></link></item></channel></rss>",
            "http://a.b/x http://a.b/y");
        row("RSS 1.0",
            "<rdf:RDF><channel><link>http://a.b/</link></channel><item rdf:about='u'><link>"
            "http://a.b/x</link></item></rdf:RDF>",
            "http://a.b/x");
        row("Atom",
            "<feed xmlns='http://www.w3.org/2005/Atom'><link href='http://a.b/'/><entry><link "
            "href='http://a.b/x'/><link rel='edit' href='http://a.b/e'/></entry><entry><link "
            "rel='alternate' href='y?a&amp;b'/></entry></feed>",
            "http://a.b/x http://a.b/maps/y?a&b");
        row("UTF-16",
            QByteArray("\xff\xfe", 2) +
                QByteArray(reinterpret_cast<const char *>(
                               u"<urlset><url><loc>http://a.b/\u00e9</loc></url></urlset>"),
                           102),
            "http://a.b/%C3%A9");
        row("Latin-1",
            "<?xml version='1.0' encoding='ISO-8859-1'?><urlset>" + entry("http://a.b/\xe9") +
                "</urlset>",
            "http://a.b/%C3%A9");
        row("two marks", "\xef\xbb\xbf\xef\xbb\xbf" + urlset(x), "http://a.b/x");
        row("stray entity beside a link",
            "<rss><channel><item><title>a &amp b &hellip; c</title><link>http://a.b/x</link>"
            "</item></channel></rss>",
            "http://a.b/x");
        row("text", "http://a.b/x\nhttp://a.b/y\n", "http://a.b/x http://a.b/y");
        row("text with all sorts",
            "\xef\xbb\xbf\r\n# x\r\nhttp://a.b/x \r\rHTTPS://C.d/y#z\nno "
            "link\n/z\nhttp://a.b/\xc3\xa9",
            "http://a.b/x https://c.d/y http://a.b/%C3%A9");
        row("blanks before it", "\n\n  " + QByteArray("<urlset>") + x + "</urlset>",
            "http://a.b/x");
        row("text behind the root", urlset(x) + "<!-- generated -->\n<p>x</q>", "http://a.b/x");
    }
    void reads()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, pages);
        QFETCH(QByteArray, sitemaps);
        const auto result = parseSitemap(body, where);
        QCOMPARE(result.error, QString());
        QCOMPARE(result.pages.join(' '), pages);
        QCOMPARE(result.sitemaps.join(' '), sitemaps);
        crawl::SitemapReader bytewise(1 << 20); // as it would come through the slowest of lines
        for (const char c : body)
            bytewise.feed(QByteArrayView(&c, 1));
        bytewise.finish();
        QCOMPARE(bytewise.trouble(), QString());
        const auto entries = bytewise.take();
        const auto isMap = [](const auto &e) { return e.isSitemap; };
        QCOMPARE(std::count_if(entries.begin(), entries.end(), isMap), result.sitemaps.size());
        QVERIFY(entries.size() >= result.pages.size() + result.sitemaps.size());
    }
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *title, const QByteArray &body, const char *error) {
            QTest::newRow(title) << body << QString::fromLatin1(error);
        };
        row("nothing", "", "is empty");
        row("blanks", " \n\n \t\n", "is empty");
        row("HTML", "<!DOCTYPE html><html><body>404</body></html>", "is an HTML page, no sitemap");
        row("HTML without doctype", "<html><head>", "is no sitemap, its root is 'html'");
        row("other XML", "<svg/>", "is no sitemap, its root is 'svg'");
        row("words", "not found\nsorry", "is no sitemap, no line of it is a URL");
        row("binary", QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11),
            "is no sitemap, no line of it is a URL");
        row("document type", "<!DOCTYPE urlset SYSTEM 'http://a.b/x.dtd'>" + urlset(x).sliced(39),
            "has a document type, which no sitemap has");
        row("entity bomb",
            "<!DOCTYPE urlset [<!ENTITY a 'http://a.b/x'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
            "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><urlset><url><loc>&c;</loc></url></urlset>",
            "has a document type, which no sitemap has");
        row("deep", QByteArray("<urlset>") + QByteArray("<a>").repeated(1'000'000),
            "is nested too deeply in line 1");
        row("a long attribute", "<urlset a='" + QByteArray(4 << 20, 'x') + "'/>",
            "has a text of more than 1 MiB in line 1");
        row("cut before anything", "<?xml version='1.0'?><urls", "ends in the middle of line 1");
        row("damaged gzip", QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3", 10) + "rubbish and more",
            "is damaged gzip");
        row("cut gzip", gzip(urlset(x)).first(12), "is cut short");
        row("zeros in gzip", gzip(QByteArray(70 << 20, '\0')), "is too large");
        row("blanks in gzip", gzip(QByteArray(70 << 20, ' ')), "is too large");
    }
    void refuses()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, error);
        const auto result = parseSitemap(body, where);
        QCOMPARE(result.error, error);
        QVERIFY(result.pages.isEmpty() && result.sitemaps.isEmpty());
        QCOMPARE(result.note, QString());
    }
    void keepsWhatCameBefore_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *title, const QByteArray &body, int count,
                            const char *note) {
            QTest::newRow(title) << body << count << QString::fromLatin1(note);
        };
        row("cut", urlset(x + y).chopped(25), 1, "ends in the middle of line 4");
        row("bare &", urlset(x + entry("http://a.b/?a=1&b=2") + y), 3,
            "is no good XML in line 4: an \"&\" that is not written \"&amp;\"");
        row("unknown entity", urlset(x + entry("http://a.b/?a=1&copy;b") + y), 3,
            "is no good XML in line 4: an \"&\"");
        row("bad number of a character", urlset(x + entry("http://a.b/&#x110000;") + y), 3,
            "is no good XML in line 4: an \"&\"");
        row("several", urlset(x + entry("http://a.b/?a&b&c") + y), 3,
            "is no good XML in line 4: an \"&\" that is not written \"&amp;\", and in 1 more");
        row("wrong end tag", urlset(x + "<url><loc>http://a.b/z</url>" + y), 3,
            "is no good XML in line 4: <loc> is not ended");
        row("end tag of nothing", urlset(x + "</p>" + y), 2,
            "is no good XML in line 4: </p> ends nothing");
        row("stray '<'", urlset(x + "<lastmod>a < b</lastmod>" + y), 2,
            "is no good XML in line 4: a \"<\"");
        row("tag that is not closed", urlset(x + "<url <loc>http://a.b/z</loc></url>" + y), 3,
            "is no good XML in line 4: a tag that is not closed");
        row("ends too early", urlset(x + "</urlset>" + y), 2,
            "is no good XML in line 4: it goes on");
        row("two in one", urlset(x) + urlset(y), 2, "is no good XML in line 6: it goes on");
        row("no URLs among them", urlset(x + entry("mailto:joe") + entry("http://")), 1,
            "has 2 entries that are no http(s) URL");
        row("too long a URL", urlset(x + entry("http://a.b/" + QByteArray(500'000, 'x')) + y), 2,
            "has 1 entries that are no http(s) URL");
        const auto packed = gzip(urlset(manyEntries(5'000)));
        row("rubbish behind gzip", packed + QByteArray("\0\0\0rubbish", 10), 5'000, "");
        row("two members", gzip("http://a.b/x\n") + gzip("http://a.b/y\n"), 2, "");
        row("second member cut", gzip("http://a.b/x\n") + gzip("http://a.b/y\n").first(11), 1,
            "is cut short");
        auto broken = gzip("http://a.b/x\n");
        broken[broken.size() - 6] = char(broken[broken.size() - 6] ^ 1); // its checksum
        row("wrong checksum", broken, 1, "is damaged gzip");
    }
    void keepsWhatCameBefore()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, count);
        QFETCH(QString, note);
        const auto result = parseSitemap(body, where);
        QCOMPARE(result.error, QString());
        QCOMPARE(result.pages.size(), count);
        QVERIFY2(result.note.left(note.size()) == note && note.isEmpty() == result.note.isEmpty(),
                 qPrintable(result.note));
    }
    void aCutGzipGivesWhatIsThere()
    {
        const auto packed = gzip(urlset(manyEntries(20'000)));
        const auto result = parseSitemap(packed.first(packed.size() / 2), where);
        QVERIFY(result.pages.size() > 5'000 && result.pages.size() < 15'000);
        QCOMPARE(result.note, QStringLiteral("is cut short"));
    }
    void limits()
    {
        const auto body = urlset(manyEntries(1'000));
        QCOMPARE(parseSitemap(body, where, 1 << 20, 1'000).note, QString());
        const auto fewer = parseSitemap(body, where, 1 << 20, 999);
        QCOMPARE(fewer.pages.size(), 999);
        QCOMPARE(fewer.note, QStringLiteral("has more than 999 URLs"));
        const auto shorter = parseSitemap(gzip(body), where, 20'000);
        QCOMPARE(shorter.note, QStringLiteral("is too large"));
        QVERIFY(shorter.pages.size() > 200 && shorter.pages.size() < 600);
    }
    void bombsEndSoon()
    {
        const auto bomb = gzip(urlset("<url>" + QByteArray(70 << 20, 'x')));
        QVERIFY(!parseSitemap(bomb, where).error.isEmpty());
        QVERIFY(!crawl::looksLikeSitemap(gzip(QByteArray(70 << 20, ' '))));
    }
    void aUrlOfManyCostsNoMoreThanOneOfFew()
    {
        const auto cost = support::dearer(1'000, 50'000, [](qint64 count) {
            const auto body = gzip(urlset(manyEntries(int(count))));
            QCOMPARE(parseSitemap(body, where).pages.size(), count);
        });
        QVERIFY2(cost < support::inProportion, qPrintable(QString::number(cost)));
    }
    void detects_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("is");
        QTest::newRow("urlset") << urlset(x) << true;
        QTest::newRow("its beginning") << urlset(x).first(120) << true;
        QTest::newRow("gz") << gzip(urlset(manyEntries(9'000))).first(5'000) << true;
        QTest::newRow("index") << QByteArray("\xef\xbb\xbf <sitemapindex><sitemap>") << true;
        QTest::newRow("behind a comment")
            << QByteArray("<!--" + QByteArray(9'000, 'x') + "--><urlset>") << true;
        QTest::newRow("RSS") << QByteArray("<rss><channel>") << false; // links in running text
        QTest::newRow("metalink") << QByteArray("<metalink>") << false;
        QTest::newRow("HTML") << QByteArray("<!DOCTYPE html><urlset>") << false;
        QTest::newRow("lines") << QByteArray("http://a.b/x\n") << false;
        QTest::newRow("lines, gz") << gzip("http://a.b/x\n") << false;
        QTest::newRow("nothing") << QByteArray() << false;
    }
    void detects()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, is);
        QCOMPARE(crawl::looksLikeSitemap(head), is);
    }
    void survivesAnyBytes()
    {
        static const QList<QByteArray> pieces{
            "<urlset>", "<url>", "<loc>", "http://a.b/", "</loc>", "</url>",
            "&amp;",    "&",     "<!--",  "<![CDATA[",   "]]>",    "\n",
            "\xff\xfe", "<?x?>", "<",     "\"",          "x",      "</urlset>"};
        quint32 random = 1;
        for (int round = 0; round < 6'000; ++round) {
            QByteArray text = round % 2 ? "<urlset>" : "";
            for (int i = 0; i < round % 37; ++i) {
                random = random * 1664525 + 1013904223;
                text += pieces[(random >> 16) % quint32(pieces.size())];
            }
            if (round % 3 == 0) {
                text = gzip(text);
                text[qsizetype(random >> 8) % text.size()] = char(random);
            }
            const auto result = parseSitemap(text, where);
            QVERIFY(result.error.isEmpty() || result.pages.isEmpty());
        }
    }
};

TRAWL_TEST(Appless, TestSitemap)

} // namespace tst_sitemap

#include "tst_sitemap.moc"
