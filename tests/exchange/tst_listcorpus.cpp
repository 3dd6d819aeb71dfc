// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QTest>

#include <zlib.h>

namespace tst_listcorpus {

using namespace trawl;
using exchange::ListFormat;

namespace {

const QByteArray md5("0123456789abcdef0123456789abcdef");
const QByteArray sum = md5 + md5;

QByteArray gzipped(const QByteArray &text)
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

/// What a person gets of a file or a paste whose format nobody tells.
QStringList readAsFound(const QString &name, const QByteArray &text)
{
    const auto kind = exchange::detectList(name, text);
    if (!kind.refusal.isEmpty())
        return {QStringLiteral("refused: ") + kind.refusal};
    return shownLinks(readText(text, kind.format, {.charset = kind.charset}));
}

QString with(const char *before, const QByteArray &digits, const char *after = "")
{
    return QString::fromUtf8(before + digits + after);
}

} // namespace

/// Lists as the field writes them, with odd beginnings: what they say of a link is carried, or that
/// entry fails by name.
class TestListCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists_data();
    void lists();
    void rowsWithoutALink();
    void text_data();
    void text();
    void formats_data();
    void formats();
    void refusals_data();
    void refusals();
    void whatIsGivenIsObeyed();
    void aPipeTellsSoon_data();
    void aPipeTellsSoon();
    void gzipIsReadInAnyFormat_data();
    void gzipIsReadInAnyFormat();
    void saysThatGzipIsBroken();
    void theLastEntryOfACutListFails_data();
    void theLastEntryOfACutListFails();
};

void TestListCorpus::lists_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *title, const char *name, const QByteArray &text,
                        const QStringList &links) {
        QTest::newRow(title) << QString::fromLatin1(name) << text << links;
    };
    const auto one = [](const char *line) { return with(line, sum, ""); };
    const QStringList second{one("2 http://a/1 name=one.bin checksum=sha256=")};
    const QStringList third{one("3 http://a/1 name=one.bin checksum=sha256=")};
    const auto csv = [](const QByteArray &before, const QByteArray &sep) {
        return before + "url" + sep + "filename" + sep + "sha256\r\nhttp://a/1" + sep + "one.bin" +
               sep + sum + "\r\n";
    };
    row("csv", "l.csv", csv("", ","), second);
    row("csv pasted", "", csv("", ","), second);
    row("csv in .txt", "l.txt", csv("", ","), second);
    row("tabs", "l.txt", csv("", "\t"), second);
    row("semicolons", "", csv("", ";"), second);
    row("bars", "", csv("", "|"), second);
    row("sep=", "l.csv", csv("sep=;\r\n", ";"), third);
    row("sep= with a tab", "l.csv", csv("sep=\t\r\n", "\t"), third);
    row("SEP= quoted, pasted", "", csv("\"SEP=,\"\r\n", ","), third);
    row("title row", "l.csv", csv("My files, of March\r\n", ";"), third);
    row("title row, pasted", "", csv("My files\r\n", ","), third);
    row("title rows and a blank one", "", csv("My files\r\n\r\n", ","),
        {one("4 http://a/1 name=one.bin checksum=sha256=")});
    row("comma in a quoted header", "l.csv",
        "\"url\";\"size, in bytes\";\"sha256\"\nhttp://a/1;x;" + sum + "\n",
        {one("2 http://a/1 checksum=sha256=")});
    row("marks and two of them", "", "\xef\xbb\xbf\xef\xbb\xbf" + csv("", ","), second);
    row("no names, a checksum", "", "1,http://a/1," + sum + "\n2,http://a/2," + sum + "\n",
        {QStringLiteral(
             "1 !http://a/1: cell 3 looks like a checksum, and nothing says of what kind: "
             "write a first row that names the columns, like url,sha256"),
         QStringLiteral(
             "2 !http://a/2: cell 3 looks like a checksum, and nothing says of what kind: "
             "write a first row that names the columns, like url,sha256")});
    row("bad cells of one row", "", "url,sha256\nhttp://a/1,12\nhttp://a/2," + sum + "\n",
        {QStringLiteral("2 !http://a/1: the sha256 has not 64 hexadecimal digits"),
         one("3 http://a/2 checksum=sha256=")});

    const auto aria2 = "http://a/1\n out=one.bin\n checksum=sha-256=" + sum + "\n";
    row("aria2", "", aria2, {one("1 http://a/1 name=one.bin checksum=sha256=")});
    row("aria2 with ftp", "", "ftp://a/f\n out=f.bin\n" + aria2,
        {QStringLiteral("1 !ftp://a/f"), one("3 http://a/1 name=one.bin checksum=sha256=")});
    row("aria2 with a magnet", "l.txt", "magnet:?xt=urn:btih:0\n gid=0\n" + aria2,
        {QStringLiteral("1 !magnet:?xt=urn:btih:0"),
         one("3 http://a/1 name=one.bin checksum=sha256=")});
    row("aria2 with words", "", aria2 + "not a link\n",
        {one("1 http://a/1 name=one.bin checksum=sha256="), QStringLiteral("4 !not a link")});
    row("aria2 of a session", "", "http://a/1\thttp://b/1\n gid=1\n dir=/home/me\n out=x\n",
        {QStringLiteral("1 !http://a/1: the folder \"/home/me\" leads out of the job's")});

    row("links with blanks", "", "http://a/my file 1.txt\nhttp://a/my file 2.txt\n",
        {QStringLiteral("1 http://a/my%20file%201.txt"),
         QStringLiteral("2 http://a/my%20file%202.txt")});
    row("several on a line", "", "http://a/0\nhttp://a/1 http://a/2\nhttp://a/3\n",
        {QStringLiteral("1 http://a/0"), QStringLiteral("2 http://a/1"),
         QStringLiteral("2 http://a/2"), QStringLiteral("3 http://a/3")});
    for (const char *between : {",", ", ", ";", "|", "\t", " "}) {
        QTest::addRow("between two: '%s'", between)
            << QString() << QByteArray("http://a/1") + between + "http://a/2\n"
            << QStringList{QStringLiteral("1 http://a/1"), QStringLiteral("1 http://a/2")};
    }
    row("several and a checksum", "", "http://a/0\nhttp://a/1 http://a/2 md5=" + md5 + "\n",
        {QStringLiteral("1 http://a/0"),
         QStringLiteral("2 !http://a/1: it is not clear which of the links of this line "
                        "\"md5=0123456789abcdef0123456789abcdef\" is about: write one a line"),
         QStringLiteral("2 !http://a/2: it is not clear which of the links of this line "
                        "\"md5=0123456789abcdef0123456789abcdef\" is about: write one a line")});
    row("comments", "", "http://a/1 # the first\nhttp://a/2 # and last\n",
        {QStringLiteral("1 http://a/1"), QStringLiteral("2 http://a/2")});
    row("two and a comment", "", "http://a/0\nhttp://a/1 http://a/2 # both\nhttp://a/3\n",
        {QStringLiteral("1 http://a/0"), QStringLiteral("2 http://a/1"),
         QStringLiteral("2 http://a/2"), QStringLiteral("3 http://a/3")});
    row("note behind a tab", "", "http://a/1\tnote\nhttp://a/2\tnote\n",
        {QStringLiteral("1 http://a/1"), QStringLiteral("2 http://a/2")});
    row("mark in the middle", "", "http://a/1\n\xef\xbb\xbfhttp://a/2\n",
        {QStringLiteral("1 http://a/1"), QStringLiteral("2 http://a/2")});
    row("blanks that cannot be seen", "",
        "\xe2\x80\x8bhttp://a/1\xc2\xa0\n\xc2\xa0http://a/2\xe2\x80\x8b\xe2\x80\x8e\n",
        {QStringLiteral("1 http://a/1"), QStringLiteral("2 http://a/2")});

    row("RSS", "",
        "<?xml version='1.0'?><rss xmlns:m='http://search.yahoo.com/mrss/'><channel>"
        "<link>http://a/</link><docs>http://d/</docs><item><title>x &amp y &hellip;</title>"
        "<link>http://a/1?x=1&amp;y=2</link><enclosure url='http://a/1.mp3' length='0'/>"
        "<m:content url='http://a/1.mp4'/></item></channel></rss>",
        {QStringLiteral("1 http://a/1?x=1&y=2"), QStringLiteral("1 http://a/1.mp3"),
         QStringLiteral("1 http://a/1.mp4")});
    row("RSS with guids", "",
        "<rss><channel><item><guid>http://a/1?x&amp;y</guid></item>\n"
        "<item><guid isPermaLink='true'> http://a/2 </guid><link/></item>\n"
        "<item><link>http://a/3</link><guid>http://a/no</guid></item>\n"
        "<item><guid>http://a/4.mp3</guid><enclosure url='http://a/4.mp3'/></item>\n"
        "<item><guid>http://a/5</guid><enclosure url='http://a/5.mp3'/></item>\n"
        "<item><guid isPermaLink='False'>http://a/no</guid><enclosure url='http://a/6'/></item>\n"
        "</channel></rss>",
        {QStringLiteral("1 http://a/1?x&y"), QStringLiteral("2 http://a/2"),
         QStringLiteral("3 http://a/3"), QStringLiteral("4 http://a/4.mp3"),
         QStringLiteral("5 http://a/5.mp3"), QStringLiteral("5 http://a/5"),
         QStringLiteral("6 http://a/6")});
    row("RSS items without a link", "",
        "<rss><channel><title>t</title><item><title>One</title></item>\n"
        "<item><guid isPermaLink='false'>http://a/2</guid></item>\n"
        "<item>\n<guid>tag:a,3</guid>\n<item><link>http://a/4</link></item></channel></rss>",
        {QStringLiteral("1 !One: the feed names no link for it"),
         QStringLiteral("2 !http://a/2: the feed names no link for it"),
         QStringLiteral("3 !tag:a,3: the feed names no link for it"),
         QStringLiteral("5 http://a/4")});
    row("Atom entries without a link", "",
        "<feed><title>t</title><entry><id>http://a/id</id><title>One</title></entry>\n"
        "<entry><id>http://a/id</id><content type='video/mp4' src='http://a/2'/></entry></feed>",
        {QStringLiteral("1 !One: the feed names no link for it"), QStringLiteral("2 http://a/2")});
    row("Atom", "l.atom",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>http://a/id</id><entry>"
        "<link href='http://a/1?x&amp;y'/><link rel='edit' href='http://a/e'/></entry></feed>",
        {QStringLiteral("1 http://a/1?x&y")});
    row("OPML", "l.opml",
        "<?xml version='1.0'?>\n<opml version='2.0'><body><outline text='A & B' "
        "xmlUrl='http://a/1?x=1&amp;y=2' htmlUrl='http://a/'/></body></opml>",
        {QStringLiteral("2 http://a/1?x=1&y=2"), QStringLiteral("2 http://a/")});
    row("XBEL", "",
        "<?xml version='1.0'?>\n<!DOCTYPE xbel PUBLIC '+//IDN python.org//DTD XBEL 1.0//EN//XML' "
        "'http://www.python.org/xbel.dtd'>\n<xbel xmlns:b='http://www.freedesktop.org/b'>"
        "<bookmark href='http://a/1?x=1&#38;y=2'><title>t</title></bookmark></xbel>",
        {QStringLiteral("3 http://a/1?x=1&y=2")});
    row("webloc", "l.webloc",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST "
        "1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n<plist version=\"1.0\">"
        "<dict><key>URL</key><string>http://a/1?x=1&amp;y=2</string></dict></plist>\n",
        {QStringLiteral("3 http://a/1?x=1&y=2")});
    row("XSPF with a bare &", "",
        "<?xml version='1.0'?><playlist xmlns='http://xspf.org/ns/0/'><trackList><track><location>"
        "http://a/1?x&y</location></track><track><location>http://a/2</location></track>"
        "</trackList></playlist>",
        {QStringLiteral("1 http://a/1?x&y"), QStringLiteral("1 http://a/2")});
    row("sitemap", "",
        "\xef\xbb\xbf\xef\xbb\xbf<urlset><url><loc>http://a/1?x&y</loc></url></urlset>",
        {QStringLiteral("1 http://a/1?x&y")});
    row("XHTML", "",
        "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'><body>"
        "<a href='http://a/1'>x</a></body></html>",
        {QStringLiteral("2 http://a/1")});

    row("JSON Lines", "", "{\"url\":\"http://a/1\",\"sha256\":\"" + sum + "\"}\n",
        {one("1 http://a/1 checksum=sha256=")});
    row("JSON Lines called .json", "l.json",
        "{\"url\":\"http://a/1\"}\n{broken}\n{\"url\":\"http://a/2\"}\n",
        {QStringLiteral("1 http://a/1"), QStringLiteral("2 !: the line is no JSON"),
         QStringLiteral("3 http://a/2")});
    row("an array called .jsonl", "l.jsonl", "[\n{\"url\":\n\"http://a/1\",\n\"md5\":\"12\"}]",
        {QStringLiteral("2 !http://a/1: the md5 has not 32 hexadecimal digits")});
    row("HAR called .json", "l.json",
        R"({"log":{"entries":[{"request":{"method":"GET","url":"http://a/1"}}]}})",
        {QStringLiteral("1 http://a/1")});
    row("curl configuration with a word", "",
        "url = \"http://a/1\"\noutput = \"one.bin\"\n\nurl = \"http://a/2\"\noutput = \"two\"\n",
        {QStringLiteral("1 http://a/1 name=one.bin"), QStringLiteral("4 http://a/2 name=two")});
}

void TestListCorpus::lists()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(QStringList, links);
    QCOMPARE(readAsFound(name, text), links);
}

void TestListCorpus::rowsWithoutALink()
{
    QByteArray bytes("name,url\none,http://a/1\ntwo,\n,\n\nthree, \nfour,http://a/4\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    exchange::LinkReader reader(buffer, ListFormat::Csv);
    QStringList links;
    for (auto next = reader.next(); !next.isEmpty(); next = reader.next())
        links += shownLinks(next);
    QCOMPARE(links, (QStringList{QStringLiteral("2 http://a/1 name=one"),
                                 QStringLiteral("7 http://a/4 name=four")}));
    QCOMPARE(reader.note(), QStringLiteral("has 2 lines without a link, which are left out; the "
                                           "first is line 3"));
}

void TestListCorpus::text_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("links");
    QTest::addColumn<QString>("note");
    const auto row = [](const char *title, const QByteArray &text, const QStringList &links,
                        const char *note = "") {
        QTest::newRow(title) << text << links << QString::fromLatin1(note);
    };
    const QByteArray prose("These are the files, of which\nI spoke, and\n\n# not this\n");
    const char *twoLeftOut = "has 2 lines without a link, which are left out; the first is line 1";
    row("one line of prose", "They are here, all of them: and\nhttp://a/1\n",
        {QStringLiteral("2 http://a/1")}, "has a line without a link, which is left out: line 1");
    row("no prose", "see http://a/1 and\nhttp://a/2.\n",
        {QStringLiteral("1 http://a/1"), QStringLiteral("2 http://a/2")});
    row("without a scheme",
        prose + "www.example.org/a\nexample.org/x.zip\n10.0.0.1:8080/f\n- b.example/y,\n",
        {QStringLiteral("5 https://www.example.org/a"),
         QStringLiteral("6 https://example.org/x.zip"), QStringLiteral("7 https://10.0.0.1:8080/f"),
         QStringLiteral("8 https://b.example/y")},
        twoLeftOut);
    row("Chinese text",
        "\xe4\xb8\xad\xe6\x96\x87"
        "a.example/x\xe3\x80\x82\n"
        "\xe7\x9c\x8bwww.b.example/x\xe3\x80\x82\nc.example/x\xe3\x80\x82\n",
        {QStringLiteral("2 https://www.b.example/x"), QStringLiteral("3 https://c.example/x")},
        "has a line without a link, which is left out: line 1");
    row("other schemes", prose + "ftp://a.example/x\r\nmagnet:?xt=urn:btih:0\r\n1. sftp://a/x\r\n",
        {QStringLiteral("5 !ftp://a.example/x"), QStringLiteral("6 !magnet:?xt=urn:btih:0"),
         QStringLiteral("7 !sftp://a/x")},
        twoLeftOut);
    row("no links",
        "Bye.\nREADME.md\nand/or\n3.5/5\njoe@example.org/x\nNotes:\nsrc/main.cpp\netc./x\nC:/x\n"
        "12:30\nstd::string\n",
        {}, "has 11 lines without a link, which are left out; the first is line 1");
    row("www. in prose",
        "Go to www.example.org, (WWW.b.example/x) or e.g.www.no.example\nwww.\n"
        "or http://www.c.example/www.d or x@www.no.example or www.\n",
        {QStringLiteral("1 https://www.example.org/"), QStringLiteral("1 https://www.b.example/x"),
         QStringLiteral("3 http://www.c.example/www.d")},
        "has a line without a link, which is left out: line 2");
    row("words without a scheme in prose", "Go to example.org/x or ftp://a/x today\n", {},
        "has a line without a link");
    row("options behind a link",
        prose + "http://a/1 sha256=" + sum + "\n- http://a/2 name=two\nhttp://a/3 # third\n",
        {with("5 http://a/1 checksum=sha256=", sum), QStringLiteral("6 http://a/2 name=two"),
         QStringLiteral("7 http://a/3")},
        twoLeftOut);
    row("bad options behind a link", prose + "http://a/1 crc32=12\n",
        {QStringLiteral("5 !http://a/1 crc32=12: the checksum \"crc32\" is of no known kind; known "
                        "are md5, sha1, sha256, sha512")},
        twoLeftOut);
    row("checksum in prose", prose + "Get http://a/1 (md5=" + md5 + ") now\n",
        {QStringLiteral("5 !http://a/1: a checksum stands in its line; write it at once behind the "
                        "link, like sha256=\u2026")},
        twoLeftOut);
    row("a long line",
        prose + QByteArray("word ").repeated(30'000) + "http://a/1 end\nhttp://a/2\n",
        {QStringLiteral("5 http://a/1"), QStringLiteral("6 http://a/2")}, twoLeftOut);
    row("a long line without a link", QByteArray("word ").repeated(30'000) + "\nat http://a/2\n",
        {QStringLiteral("2 http://a/2")}, "has a line without a link, which is left out: line 1");
}

void TestListCorpus::text()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QStringList, links);
    QFETCH(const QString, note);
    QCOMPARE(shownLinks(readText(text, ListFormat::Text)), links);
    auto bytes = text;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    exchange::LinkReader reader(buffer, ListFormat::Text);
    while (!reader.next().isEmpty()) {
    }
    QCOMPARE(reader.note().left(note.size()), note);
    QCOMPARE(reader.note().isEmpty(), note.isEmpty());
}

void TestListCorpus::formats_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ListFormat>("format");
    const auto row = [](const char *title, const QByteArray &text, ListFormat format) {
        QTest::newRow(title) << QString() << text << format;
    };
    row("prose with commas", "See url, name and link.\nAt http://a/, or http://b/.\n",
        ListFormat::Text);
    row("a sentence behind each link", "http://a/ is good\nhttp://b/ is better.\n",
        ListFormat::Text);
    row("commas in links", "http://a/1,2\nhttp://a/3,4\n", ListFormat::Lines);
    row("only a header", "url,sha256\n", ListFormat::Csv);
    row("one column", "url\nhttp://a/\n", ListFormat::Csv);
    row("a bracket alone", "[\n", ListFormat::Json);
    row("a brace alone", "{\n", ListFormat::Json);
    row("a list in an object", "{\"links\": [\"http://a/\"]}\n", ListFormat::Json);
}

void TestListCorpus::formats()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(ListFormat, format);
    QCOMPARE(exchange::detectFormat(name, text), format);
}

void TestListCorpus::refusals_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("why");
    const auto row = [](const char *title, const QByteArray &text, const char *why) {
        QTest::newRow(title) << text << QString::fromLatin1(why);
    };
    const QByteArray link("http://a/b");
    row("SQLite", QByteArray("SQLite format 3\0", 16) + QByteArray(64, '\0') + link,
        "a SQLite database");
    row("PNG", "\x89PNG\r\n\x1a\n" + link, "a PNG picture");
    row("PDF", "%PDF-1.4\n" + link, "a PDF document");
    row("workbook", "PK\x03\x04" + link, "a ZIP archive, workbook or document");
    row("xz",
        QByteArray("\xfd"
                   "7zXZ\0",
                   6) +
            link,
        "packed by xz: unpack it");
    row("twice gzip", gzipped(gzipped(link)), "packed by gzip twice");
    row("NULs", link + QByteArray("\0\x01zzz\0\xd8\xff", 8), "a binary file");
    row("controls", "\x01\x02\x03" + link, "a binary file");
}

void TestListCorpus::refusals()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, why);
    const auto refusal = exchange::detectList({}, text).refusal;
    QVERIFY2(refusal.contains(why), qPrintable(refusal));
}

void TestListCorpus::whatIsGivenIsObeyed()
{
    for (const auto &format : item::listFormats()) {
        const auto word = QString::fromLatin1(format.word);
        QCOMPARE(item::listFormatFromWord(word), format.format);
        QCOMPARE(item::listFormatFromWord(word.toUpper()), format.format);
        QCOMPARE(
            exchange::detectList(QStringLiteral("l.csv"), "http://a/\n", {.format = format.format})
                .format,
            format.format);
    }
    QVERIFY(!item::listFormatFromWord(u"pdf"));
}

void TestListCorpus::aPipeTellsSoon_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<bool>("enough");
    QTest::newRow("link") << QByteArray("http://a/\n") << true;
    QTest::newRow("half a link") << QByteArray("http://a") << false;
    QTest::newRow("host") << QByteArray("# x\nexample.org\n") << true;
    QTest::newRow("names") << QByteArray("url,sha256\n") << false;
    QTest::newRow("names and a row") << QByteArray("url,sha256\nhttp://a/,1\n") << true;
    QTest::newRow("bracket") << QByteArray("[\n") << false;
    QTest::newRow("JSON line") << QByteArray("{\"url\":\"http://a/\"}\n") << true;
    QTest::newRow("binary") << QByteArray("\0\1", 2) << true;
}

void TestListCorpus::aPipeTellsSoon()
{
    QFETCH(QByteArray, head);
    QFETCH(bool, enough);
    QCOMPARE(exchange::tellsItsFormat(head), enough);
}

void TestListCorpus::gzipIsReadInAnyFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const QByteArray &text) {
        QTest::newRow(name) << QString::fromLatin1(name) << text;
    };
    row("l.txt", "http://a/1\nhttp://a/2 md5=" + md5 + "\n");
    row("l.csv", "url;md5\nhttp://a/1;" + md5 + "\n");
    row("l.jsonl", "{\"url\":\"http://a/1\"}\n{\"url\":\"http://a/2\"}\n");
    row("l.html", "<a href='http://a/1'>x</a>");
    row("l.xml", "<urlset><url><loc>http://a/1</loc></url></urlset>");
    row("l.meta4", "<metalink><file name='x'><url>http://a/1</url></file></metalink>");
    row("l.rss", "<rss><item><link>http://a/1</link></item></rss>");
}

void TestListCorpus::gzipIsReadInAnyFormat()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    const auto plain = readAsFound(name, text);
    QVERIFY(!plain.isEmpty() && !plain.first().contains(u'!'));
    QCOMPARE(readAsFound(name + QStringLiteral(".gz"), gzipped(text)), plain);
    QCOMPARE(readAsFound(name, gzipped(text)), plain); // the name is not asked
}

void TestListCorpus::saysThatGzipIsBroken()
{
    const auto packed = gzipped(QByteArray("http://a/\n").repeated(1000));
    QString error;
    QVERIFY(!readText(packed.chopped(9), ListFormat::Lines, {}, &error).isEmpty());
    QCOMPARE(error, QStringLiteral("is cut short"));
    QVERIFY(exchange::detectList({}, QByteArray("\x1f\x8b\x08rubbish and more of it"))
                .refusal.contains(QStringLiteral("damaged")));
}

void TestListCorpus::theLastEntryOfACutListFails_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("format");
    const auto row = [](const char *title, ListFormat format, const QByteArray &text) {
        QTest::newRow(title) << text << int(format);
    };
    row("lines", ListFormat::Lines, "http://a/1\nhttp://a/2 sha2");
    row("text", ListFormat::Text, "see http://a/1 and http://a/2");
    row("table", ListFormat::Csv, "url,md5\nhttp://a/1,-\nhttp://a/2");
    row("aria2", ListFormat::Aria2, "http://a/1\n out=x\nhttp://a/2\n che");
    row("curl", ListFormat::CurlConfig, "url=http://a/1\nurl=http://a/2");
}

// Nobody knows what it would have been, or promised.
void TestListCorpus::theLastEntryOfACutListFails()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, format);
    for (const qsizetype most : {1, 2, 1000}) {
        auto packed = gzipped(text).chopped(8); // its sum and size: all of the text is there
        QBuffer device(&packed);
        device.open(QIODevice::ReadOnly);
        exchange::LinkReader reader(device, ListFormat(format));
        QList<item::Link> links;
        for (auto some = reader.next(most); !some.isEmpty(); some = reader.next(most)) {
            QVERIFY(some.size() <= most);
            links += some;
        }
        QCOMPARE(reader.error(), QStringLiteral("is cut short"));
        QCOMPARE(links.size(), 2);
        QVERIFY(links[0].ok());
        QCOMPARE(links[1].problem, item::Reason::BadEntry);
        QVERIFY(links[1].url.startsWith("http://a/2"));
    }
}

TRAWL_TEST(Appless, TestListCorpus)

} // namespace tst_listcorpus

#include "tst_listcorpus.moc"
