// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

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
        row("no URL", withFile(""), "1 !x: the metalink names no URL for it");
        row("no scheme", withFile("<url>example.ext</url>"),
            "1 !example.ext: it does not begin with http:// or https://");
        row("only ftp", withFile("<url>ftp://joe:pw@a/x</url>"), "1 !ftp://a/x");
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
        row("wrong tags", "<metalink>\n<file></metalink>", "is no good XML in line 2");
        row("unknown entity", withFile("<url>&x;</url>"), "is no good XML");
        row("NUL", QByteArray("<metalink>\0</metalink>", 22), "is no good XML");
        row("entity bomb",
            "<!DOCTYPE m [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>" +
                withFile("<url>&b;</url>"),
            "has a document type");
        row("external entity",
            "<!DOCTYPE m [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + withFile("&a;"),
            "has a document type");
        row("deep", "<metalink>" + QByteArray("<a>").repeated(100'000), "is nested too deeply");
        row("long text", withFile("<url>" + QByteArray(3'000'000, 'x')), "more than 1 MiB");
        row("long attribute", withFile({}, QByteArray(3'000'000, 'x')), "more than 1 MiB");
        row("long document type", "<!DOCTYPE m [<!-- " + QByteArray(3'000'000, 'x'),
            "more than 1 MiB");
        row("UTF-16", "\xff\xfe<\0m\0", "is in UTF-16");
    }
    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        QString error;
        (void)readText(text, ListFormat::Metalink, {}, &error);
        QVERIFY2(error.contains(message), qPrintable(error));
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
