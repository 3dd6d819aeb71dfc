// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QTest>

namespace tst_linkreader {

using namespace trawl;
using exchange::LinkReader;
using exchange::ListFormat;
using item::Reason;

namespace {

/// Bytes that are made as they are read, in pieces of any size.
class GeneratedDevice : public QIODevice
{
public:
    using Piece = std::function<QByteArray()>;
    GeneratedDevice(Piece next, bool sequential)
        : m_next(std::move(next))
        , m_sequential(sequential)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return m_sequential; }
    int reads = 0;

protected:
    qint64 readData(char *data, qint64 most) override
    {
        ++reads;
        if (m_rest.isEmpty())
            m_rest = m_next();
        const auto count = qMin<qint64>(most, m_rest.size());
        std::copy_n(m_rest.constData(), count, data);
        m_rest.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    Piece m_next;
    QByteArray m_rest;
    bool m_sequential;
};

/// Each link as "line url", one that is no link as "line !url".
QStringList shown(const QList<item::Link> &links)
{
    QStringList out;
    for (const auto &link : links) {
        out.append(QString::number(link.line) + QString::fromUtf16(link.ok() ? u" " : u" !") +
                   QString::fromUtf8(link.url));
    }
    return out;
}

QList<item::Link> readAll(LinkReader &reader, qsizetype most = 1000)
{
    QList<item::Link> all;
    for (auto links = reader.next(most); !links.isEmpty(); links = reader.next(most)) {
        if (links.size() > most)
            qFatal("more than asked for");
        all += links;
    }
    return all;
}

QStringList read(QByteArray text, ListFormat format, QString *error = nullptr)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    LinkReader reader(buffer, format);
    const auto links = readAll(reader);
    if (error)
        *error = reader.error();
    // However the bytes arrive and however many are asked for, the links are the same.
    qsizetype at = 0;
    GeneratedDevice slow([&] { return text.mid(at++, 1); }, true);
    LinkReader again(slow, format);
    if (readAll(again, 1) != links)
        qFatal("differs when read byte by byte");
    return shown(links);
}

qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestLinkReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLines_data();
    void readsLines();
    void findsLinksInText_data();
    void findsLinksInText();
    void readsTables_data();
    void readsTables();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void detectsTheFormat_data();
    void detectsTheFormat();
    void readsAClipboard();
    void cutsALongLine_data();
    void cutsALongLine();
    void handsOnWhatAPipeBrought();
    void reportsABrokenDevice();
    void memoryDoesNotGrowWithTheList_data();
    void memoryDoesNotGrowWithTheList();
};

void TestLinkReader::readsLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &links) {
        QTest::newRow(name) << text << links;
    };
    const QStringList two{QStringLiteral("1 http://a/"), QStringLiteral("2 http://b/")};
    row("empty", "", {});
    row("LF", "http://a/\nhttp://b/\n", two);
    row("no last line end", "http://a/\nhttp://b/", two);
    row("CRLF", "http://a/\r\nhttp://b/\r\n", two);
    row("CR", "http://a/\rhttp://b/\r", two);
    row("BOM", "\xef\xbb\xbfhttp://a/\nhttp://b/", two);
    row("BOM only", "\xef\xbb\xbf", {});
    row("white space", "  http://a/\t\n \thttp://b/ \n", two);
    row("blank and comment", "# list\n\n \n\t\nhttp://a/\n #x\r\n\r\nhttp://b/",
        {QStringLiteral("5 http://a/"), QStringLiteral("8 http://b/")});
    row("bad lines stay", "http://a/\nftp://x\nno link\nhttp://b/",
        {QStringLiteral("1 http://a/"), QStringLiteral("2 !ftp://x"), QStringLiteral("3 !no link"),
         QStringLiteral("4 http://b/")});
    row("NUL and broken UTF-8", QByteArray("http://a/\0\n\0\n\xff\n", 15),
        {QStringLiteral("1 http://a/"), QStringLiteral("3 !\ufffd")});
}

void TestLinkReader::readsLines()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, links);
    QCOMPARE(read(text, ListFormat::Lines), links);
}

void TestLinkReader::findsLinksInText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const QByteArray &text, QStringList links) {
        for (auto &link : links)
            link.prepend(QStringLiteral("1 "));
        QTest::newRow(name) << text << links;
    };
    const auto a = QStringLiteral("http://a.b/c");
    row("none", "no link here: http:/ https// ://", {});
    row("full stop", "See http://a.b/c.", {a});
    row("marks", "http://a.b/c, http://a.b/c; http://a.b/c! http://a.b/c?", {a, a, a, a});
    row("parentheses", "(see http://a.b/c) and (http://a.b/c).", {a, a});
    row("balanced", "http://a.b/c_(d) (http://a.b/c_(d))",
        {QStringLiteral("http://a.b/c_(d)"), QStringLiteral("http://a.b/c_(d)")});
    row("Markdown", "[x](http://a.b/c), **http://a.b/c** <http://a.b/c>", {a, a, a});
    row("HTML", "<a href=\"http://a.b/c\">x</a><a href='http://a.b/c'>y</a>", {a, a});
    row("JSON", R"({"url":"http://a.b/c","n":1})", {a});
    row("IPv6", "at http://[::1]:80/c now", {QStringLiteral("http://[::1]/c")});
    row("upper case", "HTTP://A.B/c", {a});
    row("inside a word", "xhttp://a.b/c yhttps://a.b/c", {});
    row("one in another", "http://w.x/http://a.b/c", {QStringLiteral("http://w.x/http://a.b/c")});
    row("Chinese text",
        "\xe8\xaf\xb7\xe7\x9c\x8bhttp://a.b/c\xe3\x80\x82\xef\xbc\x88http://a.b/c\xef\xbc\x89",
        {a, a});
    row("Chinese path", "http://a.b/\xe4\xb8\xad", {QStringLiteral("http://a.b/%E4%B8%AD")});
    row("curly quotes", "\xe2\x80\x9chttp://a.b/c\xe2\x80\x9d", {a});
    row("bad host", "http://a..b/", {QStringLiteral("!http://a..b/")}); // would be lost unseen
    row("BOM, NUL, broken UTF-8", QByteArray("\xef\xbb\xbfhttp://a.b/c \0\xff http://a.b/c", 31),
        {a, a});
}

void TestLinkReader::findsLinksInText()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, links);
    QCOMPARE(read(text, ListFormat::Text), links);
}

void TestLinkReader::readsTables_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char *name, const QByteArray &text, const QStringList &links) {
        QTest::newRow(name) << text << links;
    };
    const QStringList two{QStringLiteral("2 http://a/"), QStringLiteral("3 http://b/")};
    row("empty", "", {});
    row("header only", "id,url\r\n", {});
    row("by name", "id,URL,x\r\n1,http://a/,http://x/\r\n2,http://b/,\r\n", two);
    row("url before link", "link,url\nhttp://x/,http://a/\nhttp://x/,http://b/", two);
    row("by content", "id,where,x\n1,http://a/,2\n3,http://b/,4\n", two);
    row("rows before the first link stay", "a,b\n1,none\n2,http://b/",
        {QStringLiteral("2 !none"), QStringLiteral("3 http://b/")});
    row("no header", "1,http://a/\n2,ftp://b/",
        {QStringLiteral("1 http://a/"), QStringLiteral("2 !ftp://b/")});
    row("quoted", "\"url\",\"b\"\n\"http://a/\",\"x, \"\"y\"\"\"\n\"http://b/\",z", two);
    row("comma in a link", "url\n\"http://a/?x,y\"\n", {QStringLiteral("2 http://a/?x,y")});
    row("line end in a field", "x,url\n\"1\r\n2\n\",http://a/\n3,http://b/",
        {QStringLiteral("2 http://a/"), QStringLiteral("5 http://b/")});
    row("CR", "url\rhttp://a/\rhttp://b/\r", two);
    row("BOM", "\xef\xbb\xbfurl\nhttp://a/\nhttp://b/", two);
    row("semicolons", "id;url\n1;http://a/\n2;http://b/", two);
    row("tabs in a CSV", "id\turl\n1\thttp://a/\n2\thttp://b/", two);
    row("blank and short rows", "id,url\n\n1\n2,http://a/\n\r\n3,\n",
        {QStringLiteral("4 http://a/")});
    row("text behind a quote", "url,x\n\"http://a/\"b,1\n", {QStringLiteral("2 http://a/b")});
    row("quote inside", "x,url\na\"b,http://a/\nc\"d,http://b/", two);
    row("bad link stays", "url\nno link\n", {QStringLiteral("2 !no link")});
}

void TestLinkReader::readsTables()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, links);
    QString error;
    QCOMPARE(read(text, ListFormat::Csv, &error), links);
    QCOMPARE(error, QString());
    if (text.contains('\t') || text.contains(';'))
        return;
    QCOMPARE(read(QByteArray(text).replace(',', '\t').replace("x\ty", "x,y"), ListFormat::Tsv),
             links);
}

void TestLinkReader::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ListFormat>("format");
    QTest::addColumn<QString>("message");
    QTest::newRow("no column") << QByteArray("a,b\n1,2\n") << ListFormat::Csv
                               << QStringLiteral("no column named url");
    QTest::newRow("no column in many rows")
        << "a,b\n" + QByteArray("1,2\n").repeated(500) << ListFormat::Csv
        << QStringLiteral("no column named url");
    QTest::newRow("open quote") << QByteArray("url\nhttp://a/\n\"http://b/\nhttp://c/\n")
                                << ListFormat::Csv << QStringLiteral("line 3");
}

void TestLinkReader::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(ListFormat, format);
    QFETCH(QString, message);
    QString error;
    (void)read(text, format, &error);
    QVERIFY2(error.contains(message), qPrintable(error));
}

void TestLinkReader::detectsTheFormat_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<ListFormat>("format");
    const auto row = [](const char *title, const QString &name, const QByteArray &head,
                        ListFormat format) { QTest::newRow(title) << name << head << format; };
    row("csv", QStringLiteral("a.CSV"), "http://a/", ListFormat::Csv);
    row("tsv", QStringLiteral("a.tsv"), "", ListFormat::Tsv);
    row("empty", {}, "", ListFormat::Lines);
    row("lines", QStringLiteral("a.txt"), "http://a/\nhttps://b/\n", ListFormat::Lines);
    row("hosts", {}, "example.org\nexample.com/x\n", ListFormat::Lines);
    row("lines with bad ones", {}, "# x\nhttp://a/\nno link\nftp://x\n", ListFormat::Lines);
    row("only unsupported", {}, "ftp://x/y\n", ListFormat::Lines);
    row("prose", {}, "See http://a/ and\nhttp://b/ for more.\nBye.\n", ListFormat::Text);
    row("HTML", {}, "<a href=\"http://a/\">\n</a>\n", ListFormat::Html);
    row("many links a line", {}, "http://a/ http://b/", ListFormat::Text);
    row("lines with checksums", {}, "http://a/ md5=9 size=1\nhttp://b/\tsha256=\n",
        ListFormat::Lines);
    row("meta4", QStringLiteral("a.meta4"), "", ListFormat::Metalink);
    row("metalink", QStringLiteral("A.METALINK"), "", ListFormat::Metalink);
    row("metalink by content", {}, "\xef\xbb\xbf\n<?xml version='1.0'?>\n<!-- x --><metalink",
        ListFormat::Metalink);
    row("metalink without a head", {}, "<metalink xmlns='x'>", ListFormat::Metalink);
    row("other XML", {}, "<?xml version='1.0'?>\n<rss>http://a/</rss>", ListFormat::Xml);
    row("sitemap", QStringLiteral("a.xml"), "<?xml version='1.0'?>\n<urlset><url>http://a/",
        ListFormat::Sitemap);
    row("index of sitemaps", {}, "\xef\xbb\xbf <x:sitemapindex>", ListFormat::Sitemap);
    row("gz of something else", {}, QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3xyz", 13),
        ListFormat::Lines);
    row("aria2", {}, "# x\nhttp://a/\thttp://b/\n  out=x\n\nhttp://c/\n", ListFormat::Aria2);
    row("aria2, tab", {}, "http://a/\r\n\tout=x\r\n", ListFormat::Aria2);
    row("indented prose", {}, "See http://a/\n  x=1\n", ListFormat::Text);
    row("indented HTML", {}, "<a\n  href=\"http://a/\">\n", ListFormat::Text);
    row("curl config", {}, "# x\nurl = \"http://a/\"\noutput=x\n-O\nurl=b.c\n",
        ListFormat::CurlConfig);
    row("curl config, dashes", {}, "--url http://a/\n-H \"A: b\"\n", ListFormat::CurlConfig);
    row("YAML", {}, "name: x\nurl: http://a/\n", ListFormat::Text);
    row("INI", {}, "[x]\nurl = http://a/\n", ListFormat::Text);
    row("curl command", {}, "curl 'http://a/'", ListFormat::CurlCommand);
    row("curl command, prompt", {}, "\n $ curl http://a/", ListFormat::CurlCommand);
    row("curl.exe", {}, "curl.exe ^\"http://a/^\"", ListFormat::CurlCommand);
    row("about curl", {}, "curling is at http://a/", ListFormat::Text);
    row("half a line at the end", {}, "http://a/\n" + QByteArray(70'000, 'x'), ListFormat::Lines);
}

void TestLinkReader::detectsTheFormat()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, head);
    QFETCH(ListFormat, format);
    QCOMPARE(exchange::detectFormat(name, head), format);
}

void TestLinkReader::readsAClipboard()
{
    QCOMPARE(
        shown(exchange::linksInText(QStringLiteral("http://a/\nexample.org"))),
        (QStringList{QStringLiteral("1 http://a/"), QStringLiteral("2 https://example.org/")}));
    QCOMPARE(shown(exchange::linksInText(QStringLiteral("look\nat http://a/."))),
             QStringList{QStringLiteral("2 http://a/")});
    QVERIFY(exchange::linksInText({}).isEmpty());
    QCOMPARE(shown(exchange::linksInText(QStringLiteral("http://a/[8-999999999999]"), 2)),
             (QStringList{QStringLiteral("1 http://a/8"), QStringLiteral("1 http://a/9")}));
}

void TestLinkReader::cutsALongLine_data()
{
    QTest::addColumn<ListFormat>("format");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("lines") << ListFormat::Lines << QByteArray("\n");
    QTest::newRow("text") << ListFormat::Text << QByteArray("\n");
    QTest::newRow("csv") << ListFormat::Csv << QByteArray("url\n");
    QTest::newRow("csv, quoted") << ListFormat::Csv << QByteArray("url\n\"");
}

void TestLinkReader::cutsALongLine()
{
    QFETCH(ListFormat, format);
    QFETCH(QByteArray, before);
    const bool quoted = before.endsWith('"');
    QByteArray text =
        before + "http://a/" + QByteArray(3'000'000, 'x') + (quoted ? "\"" : "") + "\nhttp://b/\n";
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    LinkReader reader(buffer, format);
    const auto links = readAll(reader);
    QCOMPARE(links.size(), 2);
    QCOMPARE(links[0].problem, Reason::InvalidUrl);
    QCOMPARE(links[0].url, "http://a/" + QByteArray(2039, 'x'));
    QCOMPARE(links[1], (item::Link{3, "http://b/", Reason::None}));
}

void TestLinkReader::handsOnWhatAPipeBrought()
{
    QList<QByteArray> pieces{"http://a/\nhttp://b/\nhttp:", "//c/\n", "http://d/"};
    GeneratedDevice pipe([&] { return pieces.isEmpty() ? QByteArray() : pieces.takeFirst(); },
                         true);
    LinkReader reader(pipe, ListFormat::Lines);
    QCOMPARE(reader.next().size(), 2);
    QCOMPARE(pipe.reads, 1);
    QCOMPARE(shown(reader.next()), QStringList{QStringLiteral("3 http://c/")});
    QCOMPARE(shown(reader.next()), QStringList{QStringLiteral("4 http://d/")});
    QVERIFY(reader.next().isEmpty());
}

void TestLinkReader::reportsABrokenDevice()
{
    QFile directory(QStringLiteral("/proc/self/mem")); // page 0 cannot be read
    QVERIFY(directory.open(QIODevice::ReadOnly));
    LinkReader reader(directory, ListFormat::Lines);
    QVERIFY(reader.next().isEmpty());
    QVERIFY2(reader.error().startsWith(QLatin1StringView("cannot be read: ")),
             qPrintable(reader.error()));
}

void TestLinkReader::memoryDoesNotGrowWithTheList_data()
{
    QTest::addColumn<ListFormat>("format");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("lines") << ListFormat::Lines << QByteArray("http://example.org/")
                           << QByteArray("\n");
    QTest::newRow("text") << ListFormat::Text << QByteArray("<p>see http://example.org/")
                          << QByteArray(".</p>\n");
    QTest::newRow("csv") << ListFormat::Csv << QByteArray("1,\"x, y\",http://example.org/")
                         << QByteArray(",z\r\n");
    QTest::newRow("aria2") << ListFormat::Aria2 << QByteArray("http://example.org/")
                           << QByteArray("\n out=x\n");
    QTest::newRow("metalink") << ListFormat::Metalink
                              << QByteArray("<file name='x'><url>http://example.org/")
                              << QByteArray("</url></file>");
    QTest::newRow("sitemap") << ListFormat::Sitemap << QByteArray("<url><loc>http://example.org/")
                             << QByteArray("</loc></url>\n");
    QTest::newRow("curl commands")
        << ListFormat::CurlCommand << QByteArray("curl 'http://example.org/") << QByteArray("'\n");
}

void TestLinkReader::memoryDoesNotGrowWithTheList()
{
    QFETCH(ListFormat, format);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    constexpr int lines = 100'000;
    const QByteArray padding(400, 'x'); // 40 MB in all
    int made = 0;
    QByteArray head = format == ListFormat::Metalink  ? "<metalink>"
                      : format == ListFormat::Sitemap ? "<urlset>"
                                                      : "";
    GeneratedDevice device(
        [&] {
            if (!head.isEmpty())
                return std::exchange(head, {});
            return made < lines ? before + QByteArray::number(made++) + padding + after
                                : QByteArray();
        },
        false);
    LinkReader reader(device, format);
    qint64 count = reader.next().size();
    const auto atStart = residentBytes();
    qint64 peak = 0;
    for (auto links = reader.next(); !links.isEmpty(); links = reader.next()) {
        count += links.size();
        peak = qMax(peak, residentBytes());
    }
    QCOMPARE(count, qint64(lines));
    QVERIFY(atStart > 0);
    QVERIFY2(peak - atStart < 8'000'000, qPrintable(QString::number(peak - atStart)));
}

TRAWL_TEST(Appless, TestLinkReader)

} // namespace tst_linkreader

#include "tst_linkreader.moc"
