// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QTest>

namespace tst_sitemaplist {

using namespace trawl;
using exchange::ListFormat;

namespace {

const QByteArray urlset =
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'\n"
    "        xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>\n"
    "  <url>\n"
    "    <loc>http://a.b/?x=1&amp;y=2</loc>\n"
    "    <image:image><image:loc>http://a.b/i.png</image:loc></image:image>\n"
    "  </url>\n"
    "  <url><loc>https://joe:pw@c.d/z#f</loc><lastmod>2005-01-01</lastmod></url>\n"
    "  <url><loc>/relative</loc></url>\n"
    "  <url><loc>ftp://e.f/</loc></url>\n"
    "</urlset>\n";

/// urlset with http://a.b/x and http://a.b/y, as gzip -9 packs it.
const QByteArray packed =
    QByteArray::fromBase64("H4sIAAAAAAACA7MpLcopTi2xswHSdjY5+cl2GSUlBVb6+ol6SfoVNvogERt9sCQ2FZUo"
                           "KvShhgEAQBkxW1UAAAA=");

} // namespace

class TestSitemapList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsUrls()
    {
        QString error;
        QCOMPARE(
            shownLinks(readText(urlset, ListFormat::Sitemap, {}, &error)),
            (QStringList{QStringLiteral("5 http://a.b/?x=1&y=2"),
                         QStringLiteral("8 https://c.d/z user=joe password=pw"),
                         QStringLiteral("9 !/relative: it does not begin with http:// or https://"),
                         QStringLiteral("10 !ftp://e.f/")}));
        QCOMPARE(error, QString());
    }
    void readsAnIndex()
    {
        QString error;
        const QByteArray index("<sitemapindex><sitemap><loc>http://a.b/1.xml.gz</loc></sitemap>"
                               "</sitemapindex>");
        QCOMPARE(shownLinks(readText(index, ListFormat::Sitemap, {}, &error)),
                 QStringList{QStringLiteral("1 http://a.b/1.xml.gz")});
        QCOMPARE(error, QString());
    }
    void readsGzip()
    {
        QString error;
        QCOMPARE(exchange::detectFormat(QStringLiteral("sitemap.xml.gz"), packed),
                 ListFormat::Sitemap);
        QCOMPARE(shownLinks(readText(packed, ListFormat::Sitemap, {}, &error)),
                 (QStringList{QStringLiteral("1 http://a.b/x"), QStringLiteral("1 http://a.b/y")}));
        QCOMPARE(error, QString());
    }
    void keepsWhatCameBeforeTheTrouble_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("links");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *title, const QByteArray &text, int links,
                            const QString &error) {
            QTest::newRow(title) << text << links << error;
        };
        const QByteArray one("<urlset><url><loc>http://a.b/x</loc></url>");
        row("cut", one, 1, QStringLiteral("ends in the middle of line 1"));
        row("an end tag of nothing, then cut", one + "</loc>", 1,
            QStringLiteral("ends in the middle of line 1"));
        row("document type", "<!DOCTYPE urlset>" + one, 0,
            QStringLiteral("has a document type, which no sitemap has"));
        row("cut gzip", packed.chopped(9), 2, QStringLiteral("is cut short"));
        row("other XML", "<rdf/>", 0, QStringLiteral("is no sitemap, its root is 'rdf'"));
    }
    void keepsWhatCameBeforeTheTrouble()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, links);
        QFETCH(QString, error);
        QString found;
        QCOMPARE(readText(text, ListFormat::Sitemap, {}, &found).size(), links);
        QCOMPARE(found, error);
    }
    void readsOnBehindWhatIsBroken()
    {
        QByteArray text = "<urlset><url><loc>http://a.b/?x=1&y=2</loc></url>\n</p>"
                          "<url><loc>http://a.b/z</loc></url></urlset>";
        QString error;
        QCOMPARE(shownLinks(readText(text, ListFormat::Sitemap, {}, &error)),
                 (QStringList{QStringLiteral("1 http://a.b/?x=1&y=2"),
                              QStringLiteral("2 http://a.b/z")}));
        QCOMPARE(error, QString());
        QBuffer buffer(&text);
        buffer.open(QIODevice::ReadOnly);
        exchange::LinkReader reader(buffer, ListFormat::Sitemap);
        (void)reader.next();
        QVERIFY2(reader.note().contains(QStringLiteral("line 1: an \"&\"")) &&
                     reader.note().endsWith(QStringLiteral("in 1 more places")),
                 qPrintable(reader.note()));
    }
    void survivesDamage() { readDamaged(urlset, ListFormat::Sitemap); }
    void survivesDamagedGzip() { readDamaged(packed, ListFormat::Sitemap); }
};

TRAWL_TEST(Appless, TestSitemapList)

} // namespace tst_sitemaplist

#include "tst_sitemaplist.moc"
