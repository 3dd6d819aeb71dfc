// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QTest>

namespace tst_metalink {

using namespace trawl;
using exchange::ListFormat;

namespace {

const QByteArray md5("0123456789abcdef0123456789abcdef");
const QByteArray sha1 = md5 + "01234567";
const QByteArray sha256 = md5 + md5;

/// RFC 5854, with what must not be taken for the file's own hash and URL.
const QByteArray four = R"(<?xml version="1.0" encoding="UTF-8"?>
<metalink xmlns="urn:ietf:params:xml:ns:metalink">
  <published>2009-05-15T12:23:23Z</published>
  <file name="dir/example.ext">
    <size> 14471447 </size>
    <identity>Example</identity>
    <hash type="md5">)" +
                        md5 +
                        R"(</hash>
    <hash type="sha-256">)" +
                        sha256 + R"(</hash>
    <hash type="sha-384">00</hash>
    <pieces length="1048576" type="sha-1"><hash>)" +
                        sha1 + R"(</hash></pieces>
    <url priority="5">http://worst.example/x</url>
    <url location="de" priority="2">http://second.example/a?b&amp;c</url>
    <url priority="1">ftp://ftp.example/x</url>
    <url location="fr" priority="1"><![CDATA[http://joe:pw@best.example/x]]></url>
    <url>http://last.example/x</url>
    <metaurl mediatype="torrent" priority="1">http://torrent.example/x.torrent</metaurl>
  </file>
  <file name="example2.ext"><url>http://a.example/y</url></file>
</metalink>
)";

const QByteArray three = R"(<?xml version="1.0" encoding="utf-8"?>
<metalink version="3.0" xmlns="http://www.metalinker.org/">
  <files>
    <file name="example.ext">
      <size>7</size>
      <verification>
        <hash type="sha1">)" +
                         sha1 + R"(</hash>
        <pieces length="262144" type="sha256"><hash piece="0">)" +
                         sha256 + R"(</hash></pieces>
      </verification>
      <resources maxconnections="2">
        <url type="bittorrent" preference="100">http://torrent.example/x.torrent</url>
        <url type="http" location="us" preference="10">http://worse.example/x</url>
        <url type="ftp" preference="95">ftp://ftp.example/x</url>
        <url type="http" location="gb" preference="90">http://best.example/x</url>
      </resources>
    </file>
  </files>
</metalink>
)";

QByteArray withFile(const QByteArray &inner, const QByteArray &name = "x")
{
    return "<metalink><file name=\"" + name + "\">" + inner + "</file></metalink>";
}

const QByteArray url("<url>http://a/x</url>");

QString noteOf(QByteArray text)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    exchange::LinkReader reader(buffer, ListFormat::Metalink);
    while (!reader.next().isEmpty()) {
    }
    return reader.note();
}

} // namespace

} // namespace tst_metalink

// Again, because moc 6.4 loses a namespace in which some raw strings stand.
namespace tst_metalink {

class TestMetalink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsVersion4()
    {
        QString error;
        QCOMPARE(shownLinks(readText(four, ListFormat::Metalink, {}, &error)),
                 (QStringList{
                     QStringLiteral("4 http://best.example/x name=example.ext folder=dir "
                                    "mirror=http://second.example/a?b&c "
                                    "mirror=http://worst.example/x mirror=http://last.example/x "
                                    "checksum=sha256=") +
                         QString::fromLatin1(sha256) +
                         QStringLiteral(" size=14471447 user=joe password=pw"),
                     QStringLiteral("18 http://a.example/y name=example2.ext")}));
        QCOMPARE(error, QString());
    }
    void readsVersion3()
    {
        QString error;
        QCOMPARE(shownLinks(readText("\xef\xbb\xbf" + three, ListFormat::Metalink, {}, &error)),
                 QStringList{QStringLiteral("4 http://best.example/x name=example.ext "
                                            "mirror=http://worse.example/x checksum=sha1=") +
                             QString::fromLatin1(sha1) + QStringLiteral(" size=7")});
        QCOMPARE(error, QString());
    }
    void badFilesAreFailedLinks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("link");
        const auto row = [](const char *title, const QByteArray &text, const QByteArray &link) {
            QTest::newRow(title) << text << QString::fromLatin1(link);
        };
        const auto name = [&row](const char *bad) {
            row(bad, withFile(url, bad),
                "1 !http://a/x: the name \"" + QByteArray(bad) + "\" leads out of the folder");
        };
        name("../x");
        name("/etc/x");
        name("a/../../x");
        name("a/..");
        name("..");
        name("..\\x");
        name("C:\\x");
        row("name of a folder", withFile(url, "x/"), "1 !http://a/x: its name is that of a folder");
        row("bad hash", withFile(url + "<hash type='sha-1'>12</hash>"),
            "1 !http://a/x: the sha1 has not 40 hexadecimal digits");
        row("bad hash beside a good one",
            withFile(url + "<hash type='md5'>" + md5 + "</hash><hash type='sha-1'/>"),
            "1 !http://a/x: the sha1 has not 40 hexadecimal digits");
        row("two hashes of a kind",
            withFile(url + "<hash type='md5'>" + md5 + "</hash><hash type='md5'>" + md5.chopped(1) +
                     "0</hash>"),
            "1 !http://a/x: two different checksums");
        row("bad size", withFile(url + "<size>7 MB</size>"),
            "1 !http://a/x: the size \"7 MB\" is no number of bytes");
        row("only unknown hashes", withFile(url + "<hash type='sha-384'>12</hash>"),
            "1 !http://a/x: the checksum \"sha-384\" is of no known kind; known are md5, sha1, "
            "sha256, sha512");
        row("hash without a type", withFile(url + "<hash>12</hash>"),
            "1 !http://a/x: the checksum \"without a type\" is of no known kind; known are md5, "
            "sha1, sha256, sha512");
        row("hash that is not ended", withFile(url + "<hash type='md5'>" + md5 + "</hsh>"),
            "1 !http://a/x: its <hash> is not ended");
        row("URL that is not ended", withFile("<url>http://a/x<hash type='md5'>" + md5 + "</hash>"),
            "");
        row("tag that is not closed", withFile(url + "<hash type='md5' " + md5 + "</hash>"),
            "1 !http://a/x: the md5 has not 32 hexadecimal digits");
        row("element in a hash", withFile(url + "<hash type='md5'>" + md5 + "<br/></hash>"),
            "1 !http://a/x: an element stands inside of a text");
        row("no URL", withFile(""), "1 !x: the metalink names no URL for it");
        row("no scheme", withFile("<url>example.ext</url>"),
            "1 !example.ext: it does not begin with http:// or https://");
        row("only ftp", withFile("<url>ftp://joe:pw@a/x</url>"), "1 !ftp://a/x");
        row("very long URL", withFile("<url>" + QByteArray(3'000'000, 'x') + "</url>"), "");
        row("long URL", withFile("<url>http://a/" + QByteArray(100'000, 'x') + "</url>" + url), "");
    }
    void badFilesAreFailedLinks()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, link);
        QString error;
        const auto links = readText(text.chopped(11) + "<file name='y'><url>http://b/y</url></file>"
                                                       "</metalink>",
                                    ListFormat::Metalink, {}, &error);
        QCOMPARE(error, QString());
        QCOMPARE(links.size(), 2);
        QVERIFY(!links[0].ok());
        if (!link.isEmpty())
            QCOMPARE(shownLinks(links).first(), link);
        QCOMPARE(shownLinks(links).last(), QStringLiteral("1 http://b/y name=y"));
    }
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *title, const QByteArray &text, const char *message) {
            QTest::newRow(title) << text << QString::fromLatin1(message);
        };
        row("empty", "", "ends in the middle of line 1");
        row("cut", four.first(four.size() / 2), "ends in the middle of line 1");
        row("last tag cut", "<metalink></metalink", "ends in the middle of line 1");
        row("other XML", "<rss/>", "is no metalink");
        row("no XML", "http://a/\n", "is no good XML in line 1");
        row("entity bomb",
            "<!DOCTYPE m [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" +
                withFile("<url>&b;</url>"),
            "has a document type");
        row("external entity",
            "<!DOCTYPE m [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + withFile("&a;"),
            "has a document type");
        row("deep", "<metalink>" + QByteArray("<a>").repeated(100'000), "is nested too deeply");
        row("quote that is not closed", "<metalink><file name='x>" + url + "</file></metalink>",
            "ends in the middle of line 1");
        row("long tag", "<metalink><file name=\"" + QByteArray(3'000'000, 'x'), "more than 1 MiB");
        row("long attribute", withFile({}, QByteArray(3'000'000, 'x')), "more than 1 MiB");
        row("long document type", "<!DOCTYPE m [<!-- " + QByteArray(3'000'000, 'x'),
            "more than 1 MiB");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        QString error;
        (void)readText(text, ListFormat::Metalink, {}, &error);
        QVERIFY2(error.contains(message), qPrintable(error));
    }
    void readsOnBehindWhatIsBroken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<QString>("note");
        const auto row = [](const char *title, const QByteArray &text, const QStringList &links,
                            const char *note) {
            QTest::newRow(title) << text << links << QString::fromLatin1(note);
        };
        const auto hash = "<hash type='md5'>" + md5 + "</hash>";
        const auto x = "<file name='x'>" + url + hash + "</file>\n";
        const auto y = "<file name='y'><url>http://b/y</url>" + hash + "</file>\n";
        const auto checked = QStringLiteral(" checksum=md5=") + QString::fromLatin1(md5);
        const auto goodX = QStringLiteral("1 http://a/x name=x") + checked;
        const auto goodY = QStringLiteral("2 http://b/y name=y") + checked;
        const auto four = [](const QByteArray &files) {
            return "<metalink>" + files + "</metalink>";
        };
        const auto three = [](const QByteArray &files) {
            return "<metalink version='3.0'><files>" + files + "</files></metalink>";
        };
        const QByteArray bare("<file name='x'><url>http://a/x?a=1&b=2</url>");
        const auto asked = QStringLiteral("1 http://a/x?a=1&b=2 name=x") + checked;
        row("sound", four(x + y), {goodX, goodY}, "");
        row("bare &", four(bare + hash + "</file>\n" + y), {asked, goodY},
            "is no good XML in line 1: an \"&\" that is not written \"&amp;\"");
        row("bare & in version 3",
            three("<file name='x'><resources><url>http://a/x?a=1&b=2</url></resources>"
                  "<verification>" +
                  hash + "</verification></file>\n" + y),
            {asked, goodY}, "is no good XML in line 1: an \"&\"");
        row("unknown entity", four(x + "<file name='a&nbsp;b'><url>http://b/&x;</url></file>"),
            {goodX, QStringLiteral("2 http://b/&x; name=a&nbsp;b")},
            "is no good XML in line 2: an \"&\"");
        row("end tag between files", four(x + "</p></resources>" + y), {goodX, goodY},
            "is no good XML in line 2: </p> ends nothing, and in 1 more places");
        row("end tag between files of version 3", three(x + "</p>" + y), {goodX, goodY},
            "is no good XML in line 2: </p> ends nothing");
        row("two byte order marks", "\xef\xbb\xbf\xef\xbb\xbf" + four(x + y), {goodX, goodY}, "");
        row("text and a comment between files", four(x + "a < b <!-- & -->" + y), {goodX, goodY},
            "is no good XML in line 2: a \"<\"");
        row("a file in a file", four("<file name='x'>" + url + hash + "\n" + y),
            {QStringLiteral("1 !http://a/x: its <file> is not ended"), goodY},
            "is no good XML in line 2: <file> is not ended");
        row("files end before the file", three("<file name='x'>" + url),
            {QStringLiteral("1 !http://a/x: its <file> is not ended")},
            "is no good XML in line 1: <file> is not ended");
        row("resources end with the file",
            three("<file name='x'><resources>" + url + "<verification>" + hash +
                  "</verification></file>\n" + y),
            {QStringLiteral("1 !http://a/x: its <resources> is not ended"), goodY},
            "is no good XML in line 1: <resources> is not ended");
        row("two lists in one", four(x) + four(y), {goodX, goodY},
            "is no good XML in line 2: it goes on behind its end");
        row("NUL", four(x + QByteArray("\0", 1) + y), {goodX, goodY}, "");
        row("prefixes",
            "<m:metalink><m:file name='x'><m:url>http://a/x</m:url></m:file></m:metalink>",
            {QStringLiteral("1 http://a/x name=x")}, "");
    }
    void readsOnBehindWhatIsBroken()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, links);
        QFETCH(QString, note);
        QString error;
        QCOMPARE(shownLinks(readText(text, ListFormat::Metalink, {}, &error)), links);
        QCOMPARE(error, QString());
        QCOMPARE(exchange::detectFormat({}, text), ListFormat::Metalink);
        const auto found = noteOf(text);
        QVERIFY2(found.left(note.size()) == note && note.isEmpty() == found.isEmpty(),
                 qPrintable(found));
    }
    void readsUtf16()
    {
        QByteArray wide("\xff\xfe", 2);
        for (const char c : three) {
            wide += c;
            wide += '\0';
        }
        QCOMPARE(shownLinks(readText(wide, ListFormat::Metalink)),
                 shownLinks(readText(three, ListFormat::Metalink)));
        QCOMPARE(exchange::detectFormat({}, wide), ListFormat::Metalink);
    }
    void aFileThatIsCutFails()
    {
        const auto end = three.indexOf("</verification>");
        for (const auto &text : {three.first(end), three.first(three.indexOf("</file>")),
                                 four.first(four.indexOf("<hash"))}) {
            QString error;
            const auto links = readText(text, ListFormat::Metalink, {}, &error);
            QCOMPARE(links.size(), 1);
            QVERIFY(!links[0].ok());
            QCOMPARE(links[0].detail, QStringLiteral("its <file> is not ended"));
            QVERIFY(error.startsWith(QStringLiteral("ends in the middle of line ")));
        }
    }
    void manyUrlsAreBounded()
    {
        QByteArray urls;
        for (int i = 5000; i > 0; --i)
            urls += "<url priority='" + QByteArray::number(i) + "'>http://a/" +
                    QByteArray::number(i) + "</url>";
        const auto links = readText(withFile(urls), ListFormat::Metalink);
        QCOMPARE(links.value(0).options->mirrors.size(), 100);
    }
    void damage()
    {
        readDamaged(four, ListFormat::Metalink);
        readDamaged(three, ListFormat::Metalink);
    }
};

TRAWL_TEST(Appless, TestMetalink)

} // namespace tst_metalink

#include "tst_metalink.moc"
