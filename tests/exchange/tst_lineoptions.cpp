// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "readtext.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_lineoptions {

using namespace trawl;
using exchange::ListFormat;
using item::Reason;

namespace {

const QByteArray md5("0123456789abcdef0123456789abcdef");
const QByteArray sha256 = md5 + md5;

QString withSum(const char *before, const QByteArray &hex)
{
    return QString::fromUtf8(before + hex);
}

} // namespace

/// What lines and tables say of a file beside its URL.
class TestLineOptions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lines_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("link");
        const auto row = [](const char *title, const QByteArray &line, const QString &link) {
            QTest::newRow(title) << line << link;
        };
        row("sha256", "http://a/x sha256=" + sha256,
            withSum("1 http://a/x checksum=sha256=", sha256));
        row("upper case, dash, colon", "http://a/x\tSHA-256:" + sha256.toUpper(),
            withSum("1 http://a/x checksum=sha256=", sha256));
        row("checksum=", "http://a/x checksum=md5=" + md5,
            withSum("1 http://a/x checksum=md5=", md5));
        row("the strongest", "http://a/x md5=" + md5 + " sha256=" + sha256 + " size=7",
            withSum("1 http://a/x checksum=sha256=", sha256) + QStringLiteral(" size=7"));
        row("fragment", "http://a/x#f md5=" + md5, withSum("1 http://a/x checksum=md5=", md5));
        row("mirrors, name", "http://a/x mirror=http://b/x mirror=http://c/x name=y folder=z",
            QStringLiteral("1 http://a/x name=y folder=z mirror=http://b/x mirror=http://c/x"));
        row("user info", "http://joe:pw@a/x size=7",
            QStringLiteral("1 http://a/x size=7 user=joe password=pw"));
        row("a mirror that is no URL", "http://a/x mirror=notaurl",
            QStringLiteral("1 !http://a/x mirror=notaurl: the mirror \"notaurl\" is no URL"));
        row("a mirror that others fetch", "http://a/x mirror=ftp://b/x mirror=http://b/x",
            QStringLiteral("1 http://a/x mirror=http://b/x"));
        row("user info of a mirror", "http://a/x mirror=http://joe:pw@b/x",
            QStringLiteral("1 http://a/x mirror=http://b/x"));
        row("blanks in a URL", "http://a/x y=1 z", QStringLiteral("1 http://a/x%20y=1%20z"));
        row("blanks in a name", "http://a/my file - copy 1.pdf",
            QStringLiteral("1 http://a/my%20file%20-%20copy%201.pdf"));
        row("blanks in a folder", "http://a/my files/x", QStringLiteral("1 http://a/my%20files/x"));
        row("blanks in a query", "http://a/?q=x y", QStringLiteral("1 http://a/?q=x%20y"));
        row("blanks and size=", "http://a/my file.pdf size=7",
            QStringLiteral("1 http://a/my%20file.pdf size=7"));
        row("comment", "http://a/x # note", QStringLiteral("1 http://a/x"));
        row("comment without a blank", "http://a/x  #note", QStringLiteral("1 http://a/x"));
        row("comment with a link", "http://a/x # was http://b/x", QStringLiteral("1 http://a/x"));
        row("comment behind a checksum", "http://a/x md5=" + md5 + " # official md5",
            withSum("1 http://a/x checksum=md5=", md5));
        row("checksum before and in a comment", "http://a/x md5=" + md5 + " # sha1=old",
            withSum("1 http://a/x checksum=md5=", md5));
        row("comment behind blanks in a name", "http://a/my file.pdf # x",
            QStringLiteral("1 http://a/my%20file.pdf"));
        row("words like checksums", "http://a/x share=1 shape=2",
            QStringLiteral("1 http://a/x%20share=1%20shape=2"));
        row("note behind a tab", "http://a/x\tnote", QStringLiteral("1 http://a/x"));
        row("checksum behind a note", "http://a/x\tnote\tmd5=" + md5,
            withSum("1 http://a/x checksum=md5=", md5));
        row("checksum in the fragment", "http://a/x.whl#sha256=" + sha256,
            withSum("1 http://a/x.whl checksum=sha256=", sha256));
        row("checksum among others in it", "a.example/x#egg=x&md5=" + md5 + "&subdirectory=y",
            withSum("1 https://a.example/x checksum=md5=", md5));
        row("checksums there and behind", "http://a/x#md5=" + md5 + " sha256=" + sha256,
            withSum("1 http://a/x checksum=sha256=", sha256));
        row("checksum of an unknown kind beside a known one",
            "http://a/x crc32=12345678 md5=" + md5, withSum("1 http://a/x checksum=md5=", md5));
        row("a fragment that is no checksum", "http://a/x#sha=abc&tiger",
            QStringLiteral("1 http://a/x"));
        row("no pattern", "http://a/[1-2]", QStringLiteral("1 http://a/[1-2]"));
    }
    void lines()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, link);
        QCOMPARE(shownLinks(readText(line, ListFormat::Lines)), QStringList{link});
        QCOMPARE(shownLinks(readText(line + "\r\n\r\n", ListFormat::Lines)), QStringList{link});
    }
    void mistypedOnesAreNoLinks_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *title, const QByteArray &words, const char *why) {
            QTest::newRow(title) << words << QString::fromLatin1(why);
        };
        row("too short", "sha256=" + sha256.chopped(1), "the sha256 has not 64 hexa");
        row("too long", "md5=" + md5 + "0", "the md5 has not 32 hexa");
        row("not hexadecimal", "md5=" + md5.chopped(1) + "g", "the md5 has not 32 hexa");
        row("empty", "sha256=", "sha256= is empty");
        row("mistyped kind", "sha265=" + sha256,
            "the checksum \"sha265\" is of no known kind; known are md5, sha1, sha256, sha512");
        row("unknown kind", "sha3-256=" + sha256, "the checksum \"sha3-256\" is of no known");
        row("unknown kind with a colon", "SHA3-256:" + sha256, "the checksum \"SHA3-256\" is of");
        row("crc32", "crc32=1234", "the checksum \"crc32\" is of no known kind");
        row("b2sum", "b2sum=" + sha256, "the checksum \"b2sum\" is of no known kind");
        row("whirlpool", "whirlpool:12", "the checksum \"whirlpool\" is of no known kind");
        row("switch", "-o y", "what stands behind the link is not known");
        row("long switch", "--output-document=y", "what stands behind the link is not known");
        row("checksum in a comment", "# md5=" + md5, "its checksum stands in a comment");
        row("checksum at once in a comment", "size=7 #sha256:" + sha256, "its checksum stands in");
        row("words", "is good", "words stand behind the link that are not known");
        row("words and a checksum", "is good md5=" + md5, "words stand behind the link that are");
        row("hyphen and words", "- a note", "words stand behind the link that are not known");
        row("unknown kind of checksum", "checksum=crc=12345678", "the checksum \"crc\" is of no");
        row("no kind", md5, "what stands behind the link is not known");
        row("no kind of checksum", "checksum=" + md5, "a checksum is not written like sha256=");
        row("blank behind the mark", "sha256= " + sha256, "sha256= is empty");
        row("two different ones", "md5=" + md5 + " md5=" + md5.chopped(1) + "0",
            "two different checksums");
        row("bad size", "size=12k", "the size \"12k\" is no number");
        row("negative size", "size=-1", "the size \"-1\" is no number");
        row("huge size", "size=99999999999999999999", "the size \"999999");
        row("word behind", "md5=" + md5 + " x", "what stands behind the link is not known");
        row("folder outside", "folder=../x", "the folder \"../x\" leads out");
    }
    void mistypedOnesAreNoLinks()
    {
        QFETCH(QByteArray, words);
        QFETCH(QString, why);
        const auto links =
            readText("http://joe:pw@a/x " + words + "\nhttp://b/", ListFormat::Lines);
        QCOMPARE(links.size(), 2);
        QCOMPARE(links[0].problem, Reason::BadEntry);
        QCOMPARE(links[0].url, "http://a/x " + words); // its text is kept, the password is not
        QVERIFY2(links[0].detail.startsWith(why), qPrintable(links[0].detail));
        QVERIFY(!links[0].options);
        QVERIFY(links[1].ok());
    }
    /// Their values may be secrets: they are not shown.
    void optionsOfOthersAreNoLinks_data()
    {
        QTest::addColumn<QByteArray>("word");
        for (const char *word : {"out=y", "referer=http://b/", "header=A:b", "password=secret",
                                 "user=joe", "http-passwd=secret", "split=5", "file=y", "url=y"})
            QTest::newRow(word) << QByteArray(word);
    }
    void optionsOfOthersAreNoLinks()
    {
        QFETCH(QByteArray, word);
        QCOMPARE(shownLinks(readText("http://a/x " + word, ListFormat::Lines)),
                 QStringList{QStringLiteral("1 !http://a/x: %1= is not known behind a link")
                                 .arg(QString::fromLatin1(word.left(word.indexOf('='))))});
    }
    void badOnesInTheFragmentAreNoLinks()
    {
        QCOMPARE(
            shownLinks(readText("http://a/x#sha384=" + sha256 + "\nhttp://a/x#sha1=" + md5 +
                                    "\nhttp://a/x#md5=" + md5 + " md5=" + md5.chopped(1) + "0\n",
                                ListFormat::Lines)),
            (QStringList{
                withSum("1 !http://a/x#sha384=", sha256) +
                    QStringLiteral(": the checksum \"sha384\" is of no known kind; known are "
                                   "md5, sha1, sha256, sha512"),
                withSum("2 !http://a/x#sha1=", md5) +
                    QStringLiteral(": the sha1 has not 40 hexadecimal digits"),
                withSum("3 !http://a/x#md5=", md5) + withSum(" md5=", md5.chopped(1)) +
                    QStringLiteral("0: two different checksums")}));
    }
    void aSecretBehindSeveralLinksIsNotShown()
    {
        for (const auto &link :
             readText("http://a/1 http://a/2 size=7 password=secret", ListFormat::Lines)) {
            QCOMPARE(link.problem, Reason::BadEntry);
            QVERIFY2(link.detail.contains(QStringLiteral("\"size=7 password=\"")),
                     qPrintable(link.detail));
        }
    }
    void aChecksumBeforeLinksIsOfNone()
    {
        const auto links = readText(sha256 + "  http://a/x", ListFormat::Lines);
        QCOMPARE(links.size(), 2);
        QVERIFY(!links[0].ok());
        QCOMPARE(links[1].problem, Reason::BadEntry);
    }
    void patternsOnlyWhenAsked()
    {
        const QByteArray text = "http://joe:pw@a/[09-10] size=7\nhttp://[::1]/{a,b}\n"
                                "http://a/\\[1-2\\]\nhttp://a/[2-1]\n";
        QCOMPARE(
            shownLinks(readText(text, ListFormat::Lines, {true})),
            (QStringList{QStringLiteral("1 http://a/09 size=7 user=joe password=pw"),
                         QStringLiteral("1 http://a/10 size=7 user=joe password=pw"),
                         QStringLiteral("2 http://[::1]/a"), QStringLiteral("2 http://[::1]/b"),
                         QStringLiteral("3 http://a/[1-2]"),
                         QStringLiteral("4 !http://a/[2-1]: [2-1] runs backwards")}));
        QCOMPARE(readText(text, ListFormat::Lines).size(), 4);
    }
    void tables_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *title, const QByteArray &text, const QString &link) {
            QTest::newRow(title) << text << QStringList{link};
        };
        row("many columns",
            "Name,URL,DIR,Referer,SHA-256,Size,User,Password\n"
            "a/b,http://a/x,d/e/,http://r/," +
                sha256 + ",7,joe,p w\n",
            withSum("2 http://a/x name=a/b folder=d/e header=Referer:http://r/ checksum=sha256=",
                    sha256) +
                QStringLiteral(" size=7 user=joe password=p w"));
        row("headers and mirrors",
            "link;headers;mirrors\nhttp://a/x;\"A: b\nC: d\";\"http://b/x\r\n"
            "http://c/x ftp://d/x\"\n",
            QStringLiteral("2 http://a/x header=A:b header=C:d mirror=http://b/x "
                           "mirror=http://c/x"));
        row("two mirror columns", "url,mirror,mirror\nhttp://a/x,http://b/x,http://c/x\n",
            QStringLiteral("2 http://a/x mirror=http://b/x mirror=http://c/x"));
        row("file with a folder", "url,file\nhttp://a/x,s/t/u.txt\n",
            QStringLiteral("2 http://a/x name=u.txt folder=s/t"));
        row("checksum with its kind", "href,checksum\nhttp://a/x,md5:" + md5,
            withSum("2 http://a/x checksum=md5=", md5));
        row("checksum by its length", "href,checksum\nhttp://a/x," + sha256,
            withSum("2 http://a/x checksum=sha256=", sha256));
        row("empty cells", "url,md5,size,name\nhttp://a/x,-,,\n", QStringLiteral("2 http://a/x"));
        row("a size for people", "url,size\nhttp://a/x,1.2 MB\n", QStringLiteral("2 http://a/x"));
        row("by content", "name,where\ny,http://a/x\n", QStringLiteral("2 http://a/x name=y"));
        row("sum of a kind", "url,SHA-256 sum\nhttp://a/x," + sha256 + "\n",
            withSum("2 http://a/x checksum=sha256=", sha256));
        row("md5_hash", "url,md5_hash\nhttp://a/x," + md5,
            withSum("2 http://a/x checksum=md5=", md5));
        row("hash", "file_url,hash\nhttp://a/x," + md5, withSum("2 http://a/x checksum=md5=", md5));
        row("size of a shoe", "name,url,size\nn,http://a/x,42\n",
            QStringLiteral("2 http://a/x name=n"));
        row("size of a shoe in quarters", "url,size\nhttp://a/x,38.5\n",
            QStringLiteral("2 http://a/x"));
        for (const auto *size : {"ten", "-3", "10.0", "1 000", "0x10"})
            row(size, QByteArray("url,size,md5\nhttp://a/x,") + size + ",-\n",
                QStringLiteral("2 !http://a/x: the size \"%1\" is no number of bytes")
                    .arg(QString::fromLatin1(size)));
        for (const auto *size : {"1.2 MB", "~ 30K", "5,5 GiB", "n/a", "?", "-"})
            row(size, QByteArray("url,size,md5\nhttp://a/x,\"") + size + "\",-\n",
                QStringLiteral("2 http://a/x"));
        row("size of a small file", "url,size,md5\nhttp://a/x,42,-\n",
            QStringLiteral("2 http://a/x size=42"));
        row("size without a checksum", "url,size\nhttp://a/x,4200\n",
            QStringLiteral("2 http://a/x size=4200"));
        row("file size", "url,file size\nhttp://a/x,42\n", QStringLiteral("2 http://a/x size=42"));
        row("name outside", "url,name\nhttp://a/x,../y\n",
            QStringLiteral("2 !http://a/x: the name \"../y\" leads out of the folder"));
        row("a checksum that nothing names", "http://a/x," + md5 + "\n",
            QStringLiteral("1 !http://a/x: cell 2 looks like a checksum, and nothing says of what "
                           "kind: write a first row that names the columns, like url,sha256"));
        row("no header", "http://a/x,md5\n", QStringLiteral("1 http://a/x"));
        row("bad checksum", "url,md5\nhttp://a/x,12\n",
            QStringLiteral("2 !http://a/x: the md5 has not 32 hexadecimal digits"));
        row("bad checksum by its length", "url,checksum\nhttp://a/x,12\n",
            QStringLiteral("2 !http://a/x: the checksum \"without a name\" is of no known kind; "
                           "known are md5, sha1, sha256, sha512"));
        row("checksum of an unknown kind", "url,crc32\nhttp://a/x,cbf43926\n",
            QStringLiteral("2 !http://a/x: the checksum \"crc32\" is of no known kind; known are "
                           "md5, sha1, sha256, sha512"));
        row("unknown and known kind", "url,sha-384,MD5\nhttp://a/x," + sha256 + "," + md5 + "\n",
            withSum("2 http://a/x checksum=md5=", md5));
        row("a tiger", "url,tiger,md\nhttp://a/x,striped,Dr Doe\n", QStringLiteral("2 http://a/x"));
        row("checksum in the link", "url,n\nhttp://a/x#md5=" + md5 + ",1\n",
            withSum("2 http://a/x checksum=md5=", md5));
        row("file outside", "url,file\nhttp://a/x,../y\n",
            QStringLiteral("2 !http://a/x: the name \"../y\" leads out of the folder"));
        row("header with a line end", "url,referer\nhttp://a/x,\"b\nX: y\"\n",
            QStringLiteral("2 !http://a/x: a header is not \"Name: value\""));
        row("bad header", "url,header\nhttp://a/x,secret\n",
            QStringLiteral("2 !http://a/x: a header is not \"Name: value\""));
    }
    void tables()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, links);
        QCOMPARE(shownLinks(readText(text, ListFormat::Csv)), links);
    }
    void damage()
    {
        readDamaged("http://joe:pw@a/x#f sha256=" + sha256 +
                        " size=7 mirror=http://b/\n"
                        "http://a/{x,y}[1-3]\n",
                    ListFormat::Lines);
        readDamaged("url,name,header,md5\n\"http://a/\",x,\"A: b\"," + md5 + "\nhttp://b/,,,\n",
                    ListFormat::Csv);
    }
};

TRAWL_TEST(Appless, TestLineOptions)

} // namespace tst_lineoptions

#include "tst_lineoptions.moc"
