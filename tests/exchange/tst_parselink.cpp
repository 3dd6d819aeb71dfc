// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"

#include "support/testmain.h"
#include <QTest>

namespace tst_parselink {

using namespace trawl;
using exchange::parseLink;
using item::Reason;

class TestParseLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalises_data();
    void normalises();
    void keepsWhatIsNormal_data();
    void keepsWhatIsNormal();
    void takesUserInfoOut_data();
    void takesUserInfoOut();
    void refuses_data();
    void refuses();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void survivesAnyBytes();
};

void TestParseLink::normalises_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("url");
    const auto row = [](const char *name, const QByteArray &text, const QByteArray &url) {
        QTest::newRow(name) << text << url;
    };
    row("upper case", "HTTP://EXAMPLE.Org/Path", "http://example.org/Path");
    row("no path", "http://example.org", "http://example.org/");
    row("query without path", "https://example.org?q=1", "https://example.org/?q=1");
    row("white space around", " \t http://a.b/c \r\n", "http://a.b/c");
    row("tab and newline inside", "http://a.b/c\td\ne", "http://a.b/cde");
    row("backslashes", "http:\\\\a.b\\c\\d?e\\f", "http://a.b/c/d?e\\f");
    row("too few slashes", "http:a.b/c", "http://a.b/c");
    row("too many slashes", "https:////a.b/c", "https://a.b/c");
    row("default port", "http://a.b:80/", "http://a.b/");
    row("default port of https", "https://a.b:443/x", "https://a.b/x");
    row("other port", "https://a.b:80/x", "https://a.b:80/x");
    row("port with zeros", "http://a.b:00081/x", "http://a.b:81/x");
    row("empty port", "http://a.b:/x", "http://a.b/x");
    row("fragment", "http://a.b/c#d?e", "http://a.b/c");
    row("fragment without path", "http://a.b#d", "http://a.b/");
    row("user info", "https://joe:secret@a.b/c", "https://a.b/c");
    row("user info with @", "https://joe:se@cret@a.b:8443/c", "https://a.b:8443/c");
    row("space in path", "http://a.b/c d", "http://a.b/c%20d");
    row("UTF-8 in path", "http://a.b/\xc3\xa9", "http://a.b/%C3%A9");
    row("broken UTF-8 in path", "http://a.b/\xe9\xff", "http://a.b/%E9%FF");
    row("NUL in path", QByteArray("http://a.b/c\0d", 14), "http://a.b/c%00d");
    row("not allowed in path", "http://a.b/\"<>`{}^", "http://a.b/%22%3C%3E%60%7B%7D%5E");
    row("not allowed in query", "http://a.b/?\"<>' {}", "http://a.b/?%22%3C%3E%27%20{}");
    row("a percent sign stays", "http://a.b/100%", "http://a.b/100%");
    row("escapes stay", "http://a.b/%e9%2F", "http://a.b/%e9%2F");
    row("one dot", "http://a.b/./c/.", "http://a.b/c/");
    row("two dots", "http://a.b/c/../d/..", "http://a.b/");
    row("dots above the root", "http://a.b/../../c", "http://a.b/c");
    row("encoded dots", "http://a.b/c/%2e%2E/%2e/d", "http://a.b/d");
    row("three dots are a name", "http://a.b/.../c", "http://a.b/.../c");
    row("hidden file", "http://a.b/.well-known/x", "http://a.b/.well-known/x");
    row("dots in the query", "http://a.b/c?d=/../e", "http://a.b/c?d=/../e");
    row("empty query", "http://a.b/?", "http://a.b/?");
    row("IDN",
        "http://b\xc3\xbc"
        "cher.example/",
        "http://xn--bcher-kva.example/");
    row("upper-case IDN",
        "http://B\xc3\x9c"
        "CHER.example/",
        "http://xn--bcher-kva.example/");
    row("encoded host", "http://ex%41mple.org/", "http://example.org/");
    row("full-width host", "http://\xef\xbc\x91.0.0.1/", "http://1.0.0.1/");
    row("IPv4", "http://127.0.0.1:8080/x", "http://127.0.0.1:8080/x");
    row("IPv4, hexadecimal", "http://0x7f.1/", "http://127.0.0.1/");
    row("IPv4, octal", "http://0177.0.0.01/", "http://127.0.0.1/");
    row("IPv4, one number", "http://2130706433/", "http://127.0.0.1/");
    row("IPv4, last dot", "http://127.0.0.1./", "http://127.0.0.1/");
    row("IPv6", "http://[::1]:8080/x", "http://[::1]:8080/x");
    row("IPv6, long", "http://[0:0:0:0:0:0:0:1]/", "http://[::1]/");
    row("IPv6, upper case", "http://[2001:DB8::A]/", "http://[2001:db8::a]/");
    row("underscore", "http://my_host.example.org/", "http://my_host.example.org/");
    row("hyphens", "http://my-blog-.-a-/", "http://my-blog-.-a-/");
    row("no scheme", "example.org/x", "https://example.org/x");
    row("no scheme, hyphen", "my-blog-.example/x", "https://my-blog-.example/x");
    row("no scheme, port", "example.org:8080/x", "https://example.org:8080/x");
    row("no scheme, localhost", "localhost:3000", "https://localhost:3000/");
    row("no scheme, user info", "joe:secret@example.org/x", "https://example.org/x");
    row("no scheme, IPv6", "[::1]/x", "https://[::1]/x");
    row("scheme-relative", "//example.org/x", "https://example.org/x");
}

void TestParseLink::normalises()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, url);
    auto link = parseLink(text, 7);
    link.options.reset(); // takesUserInfoOut() looks at them
    QCOMPARE(link, (item::Link{7, url, Reason::None}));
    QCOMPARE(parseLink(link.url), (item::Link{0, url, Reason::None})); // normal form is stable
}

void TestParseLink::keepsWhatIsNormal_data()
{
    QTest::addColumn<QByteArray>("url");
    for (const char *url :
         {"http://a/", "https://a.b.c/d/e.html?f=g&h=%20", "http://a-b.c:8080/x.y/..z",
          "https://a.b/!$&'()*+,;=:@-._~|[]%41", "http://a.b/?!$&()*+,;=:@-._~|[]{}\\^`/?%27",
          "https://1a.b2/", "http://10.0.0.255/", "https://a.b:65535/", "http://a.b:1/"})
        QTest::newRow(url) << QByteArray(url);
}

void TestParseLink::keepsWhatIsNormal()
{
    QFETCH(QByteArray, url);
    QCOMPARE(parseLink(url).url, url);
    QVERIFY(parseLink(url).ok());
    QCOMPARE(parseLink(QByteArray(' ' + url)).url, url); // the way past the short cut agrees
}

void TestParseLink::takesUserInfoOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *text, const QString &user, const QString &password) {
        QTest::newRow(text) << QByteArray(text) << user << password;
    };
    const auto joe = QStringLiteral("joe");
    row("https://joe:secret@a.b/c", joe, QStringLiteral("secret"));
    row("https://joe@a.b/c", joe, {});
    row("https://:secret@a.b/c", {}, QStringLiteral("secret"));
    row("joe:secret@a.b/c", joe, QStringLiteral("secret"));
    row("https://joe:se@cr:et@a.b/c", joe, QStringLiteral("se@cr:et"));
    row("https://j%6Fe:%C3%A9%3A%40%2f@a.b/c", joe, QStringLiteral("\u00e9:@/"));
    row("https://joe:50%off%@a.b/c", joe, QStringLiteral("50%off%"));
    row("https://@a.b/c", {}, {});
    row("https://:@a.b/c", {}, {});
    row("https://a.b/c", {}, {});
}

void TestParseLink::takesUserInfoOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, user);
    QFETCH(QString, password);
    const auto link = parseLink(text);
    QCOMPARE(link.url, QByteArray("https://a.b/c"));
    QCOMPARE(link.options != nullptr, !user.isEmpty() || !password.isEmpty());
    if (link.options)
        QCOMPARE(link.options->credentials, (item::Credentials{user, password}));
}

void TestParseLink::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reason>("problem");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const QByteArray &text, Reason problem,
                        const QByteArray &shown) {
        QTest::newRow(name) << text << problem << shown;
    };
    const auto invalid = [&row](const char *name, const QByteArray &text) {
        row(name, text, Reason::InvalidUrl, text);
    };
    const auto unsupported = [&row](const char *name, const QByteArray &text) {
        row(name, text, Reason::UnsupportedScheme, text);
    };
    invalid("empty", "");
    invalid("no host", "http://");
    invalid("no host, port", "http://:80/x");
    invalid("no host, query", "https://?x");
    invalid("space in host", "http://a b/c");
    invalid("bad port", "http://a.b:8o/");
    invalid("port 0", "http://a.b:0/");
    invalid("port too large", "http://a.b:65536/");
    invalid("huge port", "http://a.b:99999999999999999999/");
    invalid("negative port", "http://a.b:-1/");
    invalid("open bracket", "http://[::1/");
    invalid("bad IPv6", "http://[1::2::3]/");
    invalid("IPv6 zone", "http://[fe80::1%25eth0]/");
    invalid("text behind IPv6", "http://[::1]x/");
    invalid("IPv4 part too large", "http://256.0.0.1/");
    invalid("five parts", "http://1.2.3.4.5/");
    invalid("empty label", "http://a..b/");
    invalid("leading dot", "http://.a.b/");
    invalid("forbidden in host", "http://a<b>.c/");
    invalid("encoded slash in host", "http://a%2fb/");
    invalid("long host", "http://" + QByteArray(300, 'a') + "/");
    invalid("long label", "http://" + QByteArray(64, 'a') + ".org/");
    invalid("no punycode", "http://xn--a/");
    invalid("beyond IPv4", "http://0x100000000/");
    invalid("far beyond IPv4", "http://0x10000000000000000/");
    invalid("item of a list", "-a.b");
    invalid("option", "--out.file");
    invalid("a word", "garbage");
    invalid("words", "this is no link. really");
    invalid("path", "/etc/passwd");
    invalid("punctuation", "???");
    unsupported("ftp", "ftp://example.org/x");
    unsupported("file", "file:///etc/passwd");
    unsupported("mailto", "mailto:joe@example.org");
    unsupported("data", "data:text/plain,http://x");
    unsupported("javascript", "javascript:alert(1)");
    unsupported("tel", "tel:112");
    unsupported("Windows path", "C:\\list.txt");
    unsupported("unknown scheme", "foo+bar://x/y");
    row("user info of ftp", "ftp://joe:secret@h/x", Reason::UnsupportedScheme, "ftp://h/x");
    row("user info of a bad host", "http://joe:secret@h h/", Reason::InvalidUrl, "http://h h/");
    row("slash in the password", "http://joe:sec/ret@h/", Reason::InvalidUrl, "http://h/");
    row("controls", QByteArray("\x01no\0link\x7f", 9), Reason::InvalidUrl,
        "no\xef\xbf\xbdlink\xef\xbf\xbd");
    row("broken UTF-8", "\xff\xfe", Reason::InvalidUrl, "\xef\xbf\xbd\xef\xbf\xbd");
    row("white space around", "  no link\n", Reason::InvalidUrl, "no link");
    row("long", QByteArray(100'000, 'x'), Reason::InvalidUrl, QByteArray(2048, 'x'));
    row("long password", "http://joe:" + QByteArray(5000, 'x') + "@h h", Reason::InvalidUrl,
        "http://h h");
}

void TestParseLink::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(Reason, problem);
    QFETCH(QByteArray, shown);
    auto link = parseLink(text, 3);
    link.detail.clear(); // saysWhatIsWrong() looks at it
    QCOMPARE(link, (item::Link{3, shown, problem}));
}

void TestParseLink::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("word"); // empty = nothing is said
    const auto row = [](const char *text, const QString &word) {
        QTest::newRow(text) << QByteArray(text) << word;
    };
    row("http://xn--a/", QStringLiteral("punycode"));
    row("http://0x100000000/", QStringLiteral("IPv4"));
    row("http://0x10000000000000000/", QStringLiteral("IPv4"));
    row("http://joe:secret@a..b/", QStringLiteral("empty label"));
    row("http://a.b:99999/", QStringLiteral("port"));
    row("http://a b/", QStringLiteral("character"));
    row("a..b", {}); // nobody said that it was a URL
    row("garbage", {});
    row("ftp://a..b/", {});
}

void TestParseLink::saysWhatIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, word);
    const auto link = parseLink(text);
    QVERIFY(!link.ok());
    QCOMPARE(link.detail.isEmpty(), word.isEmpty());
    QVERIFY2(link.detail.contains(word), qPrintable(link.detail));
    QVERIFY(!link.detail.contains(QStringLiteral("secret")));
}

void TestParseLink::survivesAnyBytes()
{
    quint32 random = 1;
    static constexpr char bytes[] = "htp:/\\@[].%2e#? \0\xc3\xff\ta-09_";
    const QByteArray pieces(bytes, sizeof bytes - 1);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = round % 2 ? "http://" : "";
        for (int i = 0; i < round % 23; ++i) {
            random = random * 1664525 + 1013904223;
            text += pieces[(random >> 16) % quint32(pieces.size())];
        }
        const auto link = parseLink(text);
        QVERIFY(QByteArrayView(link.url).isValidUtf8());
        if (link.ok())
            QVERIFY2(parseLink(link.url).url == link.url, text.toPercentEncoding().constData());
    }
}

TRAWL_TEST(Appless, TestParseLink)
} // namespace tst_parselink
#include "tst_parselink.moc"
