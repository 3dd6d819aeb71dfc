// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/linkreader.h"

#include "readtext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

namespace tst_jsonlist {

using namespace trawl;
using exchange::ListFormat;

namespace {

QString joined(const QList<item::Link> &links)
{
    return shownLinks(links).join(u'|');
}

/// Bytes that are made as they are read.
class Endless : public QIODevice
{
public:
    Endless(QByteArray head, QByteArray piece, qint64 pieces, QByteArray tail)
        : m_rest(std::move(head))
        , m_piece(std::move(piece))
        , m_tail(std::move(tail))
        , m_left(pieces)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (m_rest.isEmpty() && m_left > 0) {
            --m_left;
            m_rest = m_piece;
        } else if (m_rest.isEmpty()) {
            m_rest = std::exchange(m_tail, {});
        }
        const auto count = qMin<qint64>(most, m_rest.size());
        std::copy_n(m_rest.constData(), count, data);
        m_rest.remove(0, count);
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_rest;
    QByteArray m_piece;
    QByteArray m_tail;
    qint64 m_left;
};

qint64 residentKiB()
{
    std::ifstream status("/proc/self/statm");
    qint64 size = 0;
    qint64 resident = 0;
    status >> size >> resident;
    return resident * 4;
}

} // namespace

class TestJsonList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("links");
        const auto row = [](const char *name, const QByteArray &text, const char *links) {
            QTest::newRow(name) << text << QString::fromUtf8(links);
        };
        row("empty file", "", "");
        row("empty array", "[]", "");
        row("texts", "[\"http://a.b/1\", \"a.b/2\",\n\"http://a.b/3\"]",
            "1 http://a.b/1|1 https://a.b/2|2 http://a.b/3");
        row("escapes", "[\"http:\\/\\/a.b\\/\\u00e9\", \"http://a.b/\\ud83d\\ude00\"]",
            "1 http://a.b/%C3%A9|1 http://a.b/%F0%9F%98%80");
        row("half a pair", "[\"http://a.b/\\ud83dx\"]", "1 http://a.b/%EF%BF%BDx");
        row("other values stay", "[\"http://a.b/1\",2,null,[\"http://a.b/2\"],\"x\"]",
            "1 http://a.b/1|1 !2: neither a link nor an object with one|1 !null: neither a link "
            "nor "
            "an object with one|1 !: neither a link nor an object with one|1 !x");
        row("objects",
            "[{\"name\": \"x\", \"url\": \"http://a.b/1\", \"size\": 1200},\n"
            "{\"folder\": \"f\", \"URL\": \"http://a.b/2\", \"sha1\": "
            "\"da39a3ee5e6b4b0d3255bfef95601890afd80709\"}]",
            "1 http://a.b/1 name=x size=1200|2 http://a.b/2 folder=f "
            "checksum=sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709");
        row("url before link", "[{\"link\": \"http://x/\", \"url\": \"http://a.b/1\"}]",
            "1 http://a.b/1");
        row("by content, for all",
            "[{\"img\": \"http://a.b/1.png\", \"n\": 1}, {\"n\": \"http://c/\",\n"
            "\"img\": \"http://a.b/2.png\"}]",
            "1 http://a.b/1.png|1 http://a.b/2.png");
        row("nested headers",
            "[{\"url\": \"http://a.b/\", \"headers\": {\"Referer\": \"http://c/\"}},\n"
            "{\"url\": \"http://a.b/2\", \"headers\": [{\"name\": \"X-A\", \"value\": \"1\"}, "
            "{\"name\": \"X-B\", \"value\": \"2\"}]},\n"
            "{\"url\": \"http://a.b/3\", \"headers\": [\"X-C: 3\"]}]",
            "1 http://a.b/ header=Referer:http://c/|2 http://a.b/2 header=X-A:1 header=X-B:2|"
            "3 http://a.b/3 header=X-C:3");
        row("mirrors", "[{\"url\": \"http://a.b/\", \"mirrors\": [\"http://c/\", \"http://d/\"]}]",
            "1 http://a.b/ mirror=http://c/ mirror=http://d/");
        row("several links of one", "[{\"url\": [\"http://a.b/1\", \"http://a.b/2\"]}]",
            "1 http://a.b/1|1 http://a.b/2");
        row("in an object",
            "{\"title\": \"x\", \"links\": [\"http://a.b/1\", \"note\", \"http://a.b/2\"]}",
            "1 http://a.b/1|1 http://a.b/2");
        row("objects in an object",
            "{\"page\": 1, \"items\": [{\"url\": \"http://a.b/1\"}], \"n\": {}}", "1 http://a.b/1");
        row("one object",
            "{\"url\": \"http://a.b/1\", \"mirrors\": [\"http://c/\"], \"tags\": [\"t\"]}",
            "1 http://a.b/1 mirror=http://c/");
        row("deep beside",
            "[{\"x\": {\"y\": [{\"url\": \"http://no/\"}]}, \"url\": \"http://a.b/1\"}]",
            "1 http://a.b/1");
        row("one behind the other", "{\"url\":\"http://a.b/1\"}\n{\"url\":\"http://a.b/2\"}",
            "1 http://a.b/1|2 http://a.b/2");
        row("without a link", "[{\"url\": \"http://a.b/1\"}, {\"name\": \"x\"}, {\"url\": null}]",
            "1 http://a.b/1");
        row("a bad checksum", "[{\"url\": \"http://a.b/1\", \"sha256\": \"zz\"}]",
            "1 !http://a.b/1: the sha256 has not 64 hexadecimal digits");
    }
    void readsJson()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, links);
        QString error;
        QCOMPARE(joined(readText(text, ListFormat::Json, {}, &error)), links);
        QCOMPARE(error, QString());
    }

    void saysWhereJsonIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("links");
        QTest::addColumn<QString>("error");
        const auto row = [](const char *name, const QByteArray &text, const char *links,
                            const char *error) {
            QTest::newRow(name) << text << QString::fromUtf8(links) << QString::fromUtf8(error);
        };
        row("cut", "[\"http://a.b/1\",\n\"http://a.b", "1 http://a.b/1", "line 2");
        row("cut in an object", "[{\"url\":\"http://a.b/1\"", "", "line 1");
        row("no comma", "[\"http://a.b/1\"\n\"http://a.b/2\"]", "1 http://a.b/1", "comma");
        row("no quotes", "[{url: 1}]", "", "quotes");
        row("wrong bracket", "[\"http://a.b/1\"}", "1 http://a.b/1", "bracket");
        row("bad number", "[01]", "", "word");
        row("bad word", "[nil]", "", "word");
        row("bad escape", "[\"\\x\"]", "", "backslash");
        row("bad unicode", "[\"\\u12g4\"]", "", "hexadecimal");
        row("line end in a text", "[\"a\nb\"]", "", "not closed");
        row("comment", "// x\n[]", "", "sign");
        row("trailing comma", "[\"http://a.b/1\",]", "1 http://a.b/1", "bracket");
        row("NUL", QByteArray("[\"http://a.b/1\",\0]", 18), "1 http://a.b/1", "sign");
        row("too deep", QByteArray("[").repeated(100'000), "!", "too deeply");
        row("deep objects", QByteArray("{\"a\":").repeated(100'000), "", "too deeply");
        row("no link", "[{\"a\": 1}, {\"b\": \"x\"}]", "", "no member named url");
    }
    void saysWhereJsonIsBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, links);
        QFETCH(QString, error);
        QString said;
        const auto read = readText(text, ListFormat::Json, {}, &said);
        if (links == u"!")
            QCOMPARE(read.size(), 1);
        else
            QCOMPARE(joined(read), links);
        QVERIFY2(said.contains(error), qPrintable(said));
    }

    void readsJsonLines()
    {
        const QByteArray text("{\"url\":\"http://a.b/1\",\"name\":\"x\"}\r\n\n"
                              "\"http://a.b/2\"\n"
                              "{\"url\":\"http://a.b/3\"\n"
                              "{\"url\":\"http://a.b/4\"}\n"
                              "nonsense {}\n"
                              "{\"tags\":[\"http://no/\"],\"url\":\"http://a.b/5\"}");
        QString error;
        const auto links = readText(text, ListFormat::JsonLines, {}, &error);
        QCOMPARE(joined(links),
                 QStringLiteral("1 http://a.b/1 name=x|3 http://a.b/2|4 !http://a.b/3: the line is "
                                "no JSON|5 http://a.b/4|6 !nonsense: the line is no JSON|7 "
                                "http://a.b/5"));
        QCOMPARE(error, QString()); // the lines say it themselves
    }

    void anExportComesBackIn_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("json") << QStringLiteral("r.json");
        QTest::newRow("jsonl") << QStringLiteral("r.jsonl");
    }
    void anExportComesBackIn()
    {
        QFETCH(QString, name);
        const QTemporaryDir dir;
        const auto path = dir.filePath(name);
        int left = 3;
        const auto rows = [&left]() -> std::optional<item::Result> {
            if (left-- == 0)
                return std::nullopt;
            item::Result result;
            result.url = "https://a.example/?q=\"&n=" + QByteArray::number(left);
            result.finalUrl = "https://other.example/";
            result.file = QStringLiteral("a/b \\ %1").arg(left);
            return result;
        };
        QVERIFY(exchange::exportFile(path, rows, {*exchange::exportFormat(name), false}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto format = exchange::detectFormat(path, file.peek(1000));
        const auto links = exchange::LinkReader(file, format).next();
        QCOMPARE(links.size(), 3);
        QCOMPARE(links[0].url, QByteArray("https://a.example/?q=%22&n=2"));
        QVERIFY(links[0].options);
        QCOMPARE(links[0].options->folder, QStringLiteral("a"));
        QCOMPARE(links[0].options->name, QStringLiteral("b \\ 2"));
    }

    void aLayoutSaysWhatMembersAre()
    {
        exchange::ReadOptions options;
        options.layout = exchange::TableLayout{.columns = {{"page", exchange::Role::Referer},
                                                           {"img", exchange::Role::Url},
                                                           {"name", exchange::Role::None}}};
        const auto links = readText("[{\"url\": \"http://no/\", \"page\": \"http://p/\", \"img\": "
                                    "\"http://a.b/1\", \"name\": \"x\"}]",
                                    ListFormat::Json, options);
        QCOMPARE(joined(links), QStringLiteral("1 http://a.b/1 header=Referer:http://p/"));
    }

    void standsDamage()
    {
        const QByteArray text("[{\"url\": \"http://a.b/\\u00e9\", \"headers\": {\"A\": \"1\"}},\n"
                              "\"http://a.b/2\", {\"links\": [{\"href\": \"x.example/\"}], \"n\": "
                              "[1.5e3, true, null]}]");
        readDamaged(text, ListFormat::Json);
        readDamaged("{\"url\": \"http://a.b/\"}\n[1, {\"url\": \"b.example\"}]\n\"c.example\"",
                    ListFormat::JsonLines);
    }

    void holdsNoMoreThanAPiece_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("piece");
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<int>("pieces");
        QTest::addColumn<int>("usable");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &piece,
                            const QByteArray &tail, int pieces, int usable) {
            QTest::newRow(name) << head << piece << tail << pieces << usable;
        };
        row("a million objects", "[{\"url\":\"http://x/\"}",
            QByteArray(",{\"name\":\"n\",\"url\":\"http://a.example/path\"}").repeated(1000), "]",
            1000, 1'000'001);
        row("a text of 50 MB", "[\"http://x/\",\"", QByteArray(1'000'000, 'x'), "\",\"http://y/\"]",
            50, 2);
        row("an object of 50 MB", "[{", QByteArray("\"k\":\"vvvvvvvvvv\",").repeated(60'000),
            "\"url\":\"http://y/\"},\"http://x/\"]", 50, 1);
    }
    void holdsNoMoreThanAPiece()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, piece);
        QFETCH(QByteArray, tail);
        QFETCH(int, pieces);
        QFETCH(int, usable);
        Endless device(head, piece, pieces, tail);
        exchange::LinkReader reader(device, ListFormat::Json);
        const auto before = residentKiB();
        int found = 0;
        for (auto links = reader.next(); !links.isEmpty(); links = reader.next()) {
            for (const auto &link : links)
                found += link.ok();
        }
        QCOMPARE(reader.error(), QString());
        QCOMPARE(found, usable);
        QVERIFY2(residentKiB() - before < 24 * 1024, "memory grows with the list");
    }
};

TRAWL_TEST(Guiless, TestJsonList)

} // namespace tst_jsonlist

#include "tst_jsonlist.moc"
