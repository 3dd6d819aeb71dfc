// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/webhost.h"
#include "item/weburl.h"

#include "support/testmain.h"
#include <QTest>

#include <array>

namespace tst_weburl {

using namespace trawl;
using item::normalUrl;
using item::resolveUrl;

namespace {

struct Row
{
    const char *reference;
    const char *base;
    const char *url; ///< nullptr = refused
};

constexpr const char *page = "http://example.org/foo/bar";
constexpr const char *deep = "https://example.org:8443/a/b/c/d?q=1";

/// In the manner of the web-platform-tests' urltestdata, as a browser answers, without fragments
/// and user info; what differs on purpose is in `stricter`.
constexpr std::array rows{
    // blanks, tabs, newlines
    Row{"http://example\t.\norg", page, "http://example.org/"},
    Row{"   foo.com  ", page, "http://example.org/foo/foo.com"},
    Row{"\x01\x02http://a.b/ \x1f", page, "http://a.b/"},
    Row{"\t   :foo.com   \n", page, "http://example.org/foo/:foo.com"},
    Row{" \r\n\t", page, "http://example.org/foo/bar"},
    Row{"ht\ntp://a.b/c", page, "http://a.b/c"},
    Row{"h\tt\nt\rp://h\to\ns\rt:9\t0\n0\r0/p\ta\nt\rh?q\tu\ne\rry#f\tr\na\rg", page,
        "http://host:9000/path?query"},
    Row{"a b", page, "http://example.org/foo/a%20b"},
    Row{"/a\x7f"
        "b",
        page, "http://example.org/a%7Fb"},
    // empty, fragment, query
    Row{"", page, "http://example.org/foo/bar"},
    Row{"", "http://example.org/foo/bar?x=1#y", "http://example.org/foo/bar?x=1"},
    Row{"#", page, "http://example.org/foo/bar"},
    Row{"#frag", deep, "https://example.org:8443/a/b/c/d?q=1"},
    Row{"#;?", page, "http://example.org/foo/bar"},
    Row{"#/../?x", deep, "https://example.org:8443/a/b/c/d?q=1"},
    Row{"?", page, "http://example.org/foo/bar?"},
    Row{"?", deep, "https://example.org:8443/a/b/c/d?"},
    Row{"?y=2", deep, "https://example.org:8443/a/b/c/d?y=2"},
    Row{"?y=2#z", deep, "https://example.org:8443/a/b/c/d?y=2"},
    Row{"?a=/../b", page, "http://example.org/foo/bar?a=/../b"},
    Row{"?a?b??c", page, "http://example.org/foo/bar?a?b??c"},
    Row{"?\xc3\xa9='\"<> ", page, "http://example.org/foo/bar?%C3%A9=%27%22%3C%3E"},
    Row{"?a b='\"<>x", page, "http://example.org/foo/bar?a%20b=%27%22%3C%3Ex"},
    Row{"?{}|\\^`[]", page, "http://example.org/foo/bar?{}|\\^`[]"},
    Row{"?%", page, "http://example.org/foo/bar?%"},
    Row{"?next", "http://example.org", "http://example.org/?next"},
    // relative paths
    Row{"baz", page, "http://example.org/foo/baz"},
    Row{"baz/", page, "http://example.org/foo/baz/"},
    Row{"baz?x#y", page, "http://example.org/foo/baz?x"},
    Row{"baz#y?x", page, "http://example.org/foo/baz"},
    Row{"/", page, "http://example.org/"},
    Row{"/baz", deep, "https://example.org:8443/baz"},
    Row{"/baz?x=1&y=2", deep, "https://example.org:8443/baz?x=1&y=2"},
    Row{"./baz", page, "http://example.org/foo/baz"},
    Row{".", page, "http://example.org/foo/"},
    Row{"./", page, "http://example.org/foo/"},
    Row{"..", page, "http://example.org/"},
    Row{"../", page, "http://example.org/"},
    Row{"../baz", page, "http://example.org/baz"},
    Row{"../../../../baz", page, "http://example.org/baz"},
    Row{"../x", deep, "https://example.org:8443/a/b/x"},
    Row{"../..", deep, "https://example.org:8443/a/"},
    Row{"../.?x", deep, "https://example.org:8443/a/b/?x"},
    Row{"...", page, "http://example.org/foo/..."},
    Row{"x/./y/../z", page, "http://example.org/foo/x/z"},
    Row{"x/..", page, "http://example.org/foo/"},
    Row{"x/.", page, "http://example.org/foo/x/"},
    Row{"x/.hidden", page, "http://example.org/foo/x/.hidden"},
    Row{"x/%2e", page, "http://example.org/foo/x/"},
    Row{"x/%2E%2e/y", page, "http://example.org/foo/y"},
    Row{"x/.%2e/y", page, "http://example.org/foo/y"},
    Row{"x/%2e./y", page, "http://example.org/foo/y"},
    Row{"%2e%2e/y", page, "http://example.org/y"},
    Row{"%2e%2e%2e/y", page, "http://example.org/foo/%2e%2e%2e/y"},
    Row{"/a/%2e%2", page, "http://example.org/a/%2e%2"},
    Row{"/..//localhost/", page, "http://example.org//localhost/"},
    Row{"a//b", page, "http://example.org/foo/a//b"},
    Row{"a//../b", page, "http://example.org/foo/a/b"},
    Row{"/a/b/../../../c", page, "http://example.org/c"},
    Row{"x", "http://example.org", "http://example.org/x"},
    Row{"x", "http://example.org/foo/", "http://example.org/foo/x"},
    Row{"x", "http://example.org/a?b/c", "http://example.org/x"},
    Row{"x:80/y", page, nullptr},
    Row{"./x:80/y", page, "http://example.org/foo/x:80/y"},
    Row{"10:20", page, "http://example.org/foo/10:20"},
    Row{"a/b:c", page, "http://example.org/foo/a/b:c"},
    Row{"a?b:c", page, "http://example.org/foo/a?b:c"},
    Row{":", page, "http://example.org/foo/:"},
    Row{":a", page, "http://example.org/foo/:a"},
    Row{":/", page, "http://example.org/foo/:/"},
    Row{":#", page, "http://example.org/foo/:"},
    Row{"@", page, "http://example.org/foo/@"},
    Row{"joe@example.com", page, "http://example.org/foo/joe@example.com"},
    Row{"[61:24:74]:98", page, "http://example.org/foo/[61:24:74]:98"},
    Row{"http", page, "http://example.org/foo/http"},
    Row{"\xe4\xb8\xad\xe6\x96\x87", page, "http://example.org/foo/%E4%B8%AD%E6%96%87"},
    Row{"/\xff\xfe", page, "http://example.org/%FF%FE"},
    Row{"/a%2fb%zz%", page, "http://example.org/a%2fb%zz%"},
    Row{"/\"<>`{}^|", page, "http://example.org/%22%3C%3E%60%7B%7D%5E|"},
    Row{"/~!$&'()*+,;=:@-._", page, "http://example.org/~!$&'()*+,;=:@-._"},
    Row{"a;b=c,d", page, "http://example.org/foo/a;b=c,d"},
    // backslashes
    Row{"\\x", page, "http://example.org/x"},
    Row{"\\x\\y", page, "http://example.org/x/y"},
    Row{"x\\y", page, "http://example.org/foo/x/y"},
    Row{"..\\x", page, "http://example.org/x"},
    Row{"a\\..\\b", page, "http://example.org/foo/b"},
    Row{"\\\\x\\hello", page, "http://x/hello"},
    Row{"/\\x/hello", page, "http://x/hello"},
    Row{"\\/x/hello", page, "http://x/hello"},
    Row{"http:\\\\a.b\\c", page, "http://a.b/c"},
    Row{"http:\\\\a.b\\c?d\\e", page, "http://a.b/c?d\\e"},
    Row{"http://user@\\x/y", page, nullptr},
    // scheme-relative
    Row{"//a.b/c", page, "http://a.b/c"},
    Row{"//a.b", deep, "https://a.b/"},
    Row{"//a.b:443", deep, "https://a.b/"},
    Row{"//a.b:80?x", deep, "https://a.b:80/?x"},
    Row{"///a.b/c", page, "http://a.b/c"},
    Row{"////a.b/c", page, "http://a.b/c"},
    Row{"//", page, nullptr},
    Row{"//?x", page, nullptr},
    Row{"///#x", page, nullptr},
    // schemes
    Row{"http:", page, "http://example.org/foo/bar"},
    Row{"http:baz", page, "http://example.org/foo/baz"},
    Row{"http:baz/../x", page, "http://example.org/foo/x"},
    Row{"http:?x", page, "http://example.org/foo/bar?x"},
    Row{"http:#x", page, "http://example.org/foo/bar"},
    Row{"http:/baz", page, "http://example.org/baz"},
    Row{"HTTP:/baz", page, "http://example.org/baz"},
    Row{"http:.", page, "http://example.org/foo/"},
    Row{"https:baz", page, "https://baz/"},
    Row{"https:/baz/x", page, "https://baz/x"},
    Row{"http:a.b", deep, "http://a.b/"},
    Row{"http:/\\a.b/c", page, "http://a.b/c"},
    Row{"http:///a.b/c", page, "http://a.b/c"},
    Row{"http:////a.b/c", page, "http://a.b/c"},
    Row{"https:///", page, nullptr},
    Row{"HTTPS://EXAMPLE.com/Path", page, "https://example.com/Path"},
    Row{"http://", page, nullptr},
    Row{"http:", "", nullptr},
    Row{"mailto:joe@example.org", page, nullptr},
    Row{"javascript:void(0)", page, nullptr},
    Row{"java\nscript:void(0)", page, nullptr},
    Row{"data:text/html,http://a.b/", page, nullptr},
    Row{"ftp://a.b/c", page, nullptr},
    Row{"blob:http://a.b/1", page, nullptr},
    Row{"file:///etc/passwd", page, nullptr},
    Row{"about:blank", page, nullptr},
    Row{"tel:+49123", page, nullptr},
    Row{"ws://a.b/", page, nullptr},
    Row{"view-source:http://a.b/", page, nullptr},
    Row{"c:\\foo", page, nullptr},
    Row{"a1+-.:x", page, nullptr},
    Row{"1a:x", page, "http://example.org/foo/1a:x"},
    Row{"http//a.b/c", page, "http://example.org/foo/http//a.b/c"},
    // user info goes
    Row{"http://user:pass@foo:21/bar;par?b#c", page, "http://foo:21/bar;par?b"},
    Row{"http://user@a.b/c", page, "http://a.b/c"},
    Row{"http://::@c@d:2", page, "http://d:2/"},
    Row{"http://a:b@c:29/d", page, "http://c:29/d"},
    Row{"http::@c:29", page, "http://example.org/foo/:@c:29"},
    Row{"http://@a.b", page, "http://a.b/"},
    Row{"http://:@a.b", page, "http://a.b/"},
    Row{"//u:p@a.b/x", page, "http://a.b/x"},
    Row{"/x", "http://u:p@a.b/y", "http://a.b/x"},
    Row{"http://u:p@/x", page, nullptr},
    Row{"http://a.b/@c", page, "http://a.b/@c"},
    Row{"http://a%40b:c%2fd@e.f/", page, "http://e.f/"},
    // ports
    Row{"http://f:80/c", page, "http://f/c"},
    Row{"https://f:443/c", page, "https://f/c"},
    Row{"http://f:443/c", page, "http://f:443/c"},
    Row{"http://f:/c", page, "http://f/c"},
    Row{"http://f:00000000000080/c", page, "http://f/c"},
    Row{"http://f:00000000000000000000081/c", page, "http://f:81/c"},
    Row{"http://f:65535/c", page, "http://f:65535/c"},
    Row{"http://f:65536/c", page, nullptr},
    Row{"http://f:b/c", page, nullptr},
    Row{"http://f: /c", page, nullptr},
    Row{"http://f: 21 / b ? d # e ", page, nullptr},
    Row{"http://f:fifty-two/c", page, nullptr},
    Row{"http://f:-1/c", page, nullptr},
    Row{"http://f:8\n1/c", page, "http://f:81/c"},
    Row{"http://:80/", page, nullptr},
    Row{"http://f:99999999999999999999/", page, nullptr},
    // hosts
    Row{"http://GOO \xe3\x80\x80goo.com", page, nullptr},
    Row{"http://a b/", page, nullptr},
    Row{"http://a%20b/", page, nullptr},
    Row{"http://a<b", page, nullptr},
    Row{"http://a%zz/", page, nullptr},
    Row{"http://%'%2e\xc3\xbc/", page, nullptr},
    Row{"http://a%4", page, nullptr},
    Row{"http://a%00b/", page, nullptr},
    Row{"http://a%2fb/", page, nullptr},
    Row{"http://ex%41mple.ORG/", page, "http://example.org/"},
    Row{"http://\xef\xbc\xa7\xef\xbd\x8f.com", page, "http://go.com/"},
    Row{"http://www.foo\xe3\x80\x82"
        "bar.com",
        page, "http://www.foo.bar.com/"},
    Row{"http://\xe4\xbd\xa0\xe5\xa5\xbd\xe4\xbd\xa0\xe5\xa5\xbd", page, "http://xn--6qqa088eba/"},
    Row{"http://%E4%BD%A0%e5%a5%bd", page, "http://xn--6qq79v/"},
    Row{"http://fa\xc3\x9f.ExAmPlE/", page, "http://xn--fa-hia.example/"},
    Row{"http://xn--bcher-kva.example", page, "http://xn--bcher-kva.example/"},
    Row{"http://a\xc2\xad"
        "b.example/",
        page, "http://ab.example/"},
    Row{"http://\xff.example/", page, nullptr},
    Row{"http://my_host.a--b/", page, "http://my_host.a--b/"},
    Row{"http://my-blog-.test/", page, "http://my-blog-.test/"},
    Row{"http://-a.b/", page, "http://-a.b/"},
    Row{"http://-.-/", page, "http://-.-/"},
    Row{"http://_dmarc.-a-._x_/", page, "http://_dmarc.-a-._x_/"},
    Row{"http://My-.\xc3\xbc-x.EXAMPLE/", page, "http://my-.xn---x-wka.example/"},
    Row{"http://r3---sn.a.b/", page, "http://r3---sn.a.b/"},
    Row{"http://a.b.-/", page, "http://a.b.-/"},
    Row{"http://4you.7eleven/", page, "http://4you.7eleven/"},
    // punycode
    Row{"http://xn--a/", page, nullptr},
    Row{"http://a.xn--a/", page, nullptr},
    Row{"http://XN--A.b/", page, nullptr},
    Row{"http://xn--a-/", page, nullptr},
    Row{"http://xn---/", page, nullptr},
    Row{"http://xn--a!b/", page, nullptr},
    Row{"http://xn--zzzzzzzzzzzz9999999/", page, nullptr},
    Row{"http://xn--99999999/", page, nullptr},
    Row{"http://xn--0000000/", page, nullptr},
    Row{"http://xn--fa-hia.xn--6qq79v/", page, "http://xn--fa-hia.xn--6qq79v/"},
    Row{"http://XN--Bcher-KVA.example", page, "http://xn--bcher-kva.example/"},
    Row{"http://xn--mgbh0fb.xn--kgbechtv/", page, "http://xn--mgbh0fb.xn--kgbechtv/"},
    Row{"http://xn--ls8h.la/", page, "http://xn--ls8h.la/"},
    Row{"http://\xef\xbd\x98n--a/", page, nullptr},
    Row{"http://example.org./x", page, "http://example.org./x"},
    // IPv4
    Row{"http://192.0x00A80001", page, "http://192.168.0.1/"},
    Row{"http://0xc0.0250.01", page, "http://192.168.0.1/"},
    Row{"http://0Xc0.0250.01./", page, "http://192.168.0.1/"},
    Row{"http://0x.0x.0", page, "http://0.0.0.0/"},
    Row{"http://256", page, "http://0.0.1.0/"},
    Row{"http://4294967295", page, "http://255.255.255.255/"},
    Row{"http://4294967296", page, nullptr},
    Row{"http://192.168.257", page, "http://192.168.1.1/"},
    Row{"http://192.168.257.com", page, "http://192.168.257.com/"},
    Row{"http://0x100000000/", page, nullptr},
    Row{"http://0x10000000000000000/", page, nullptr},
    Row{"http://0xffffffffffffffffffffffffffffffff1/", page, nullptr},
    Row{"http://a.0x10000000000000000/", page, nullptr},
    Row{"http://0400000000000/", page, nullptr},
    Row{"http://99999999999999999999999/", page, nullptr},
    Row{"http://0x/", page, "http://0.0.0.0/"},
    Row{"http://0xffffffff/", page, "http://255.255.255.255/"},
    Row{"http://037777777777/", page, "http://255.255.255.255/"},
    Row{"http://08/", page, nullptr},
    Row{"http://1.0x100/", page, "http://1.0.1.0/"},
    Row{"http://0x100.1/", page, nullptr},
    Row{"http://0x0x10/", page, "http://0x0x10/"},
    Row{"http://0xg/", page, "http://0xg/"},
    Row{"http://1.2.3.08", page, nullptr},
    Row{"http://1.2.3.256", page, nullptr},
    Row{"http://foo.2.3.4", page, nullptr},
    Row{"http://foo.0x4", page, nullptr},
    Row{"http://1.2.3.4.5", page, nullptr},
    Row{"http://1..2", page, nullptr},
    Row{"http://%30%78%63%30%2e%30%32%35%30.01", page, "http://192.168.0.1/"},
    Row{"http://\xef\xbc\x90\xef\xbc\xb8\xef\xbd\x83\xef\xbc\x90.1", page, "http://192.0.0.1/"},
    // IPv6
    Row{"http://[1::2]:3:4", page, nullptr},
    Row{"http://2001::1", page, nullptr},
    Row{"http://2001::1]", page, nullptr},
    Row{"http://[2001::1]", page, "http://[2001::1]/"},
    Row{"http://[2001::1]:80", page, "http://[2001::1]/"},
    Row{"http://[2001::1]:81/x", page, "http://[2001::1]:81/x"},
    Row{"http://[::127.0.0.1]", page, "http://[::7f00:1]/"},
    Row{"http://[::ffff:1.2.3.4]", page, "http://[::ffff:102:304]/"},
    Row{"http://[0:0:0:0:0:0:13.1.68.3]", page, "http://[::d01:4403]/"},
    Row{"http://[2001:0:0:1:0:0:0:1]", page, "http://[2001:0:0:1::1]/"},
    Row{"http://[1:0::]", page, "http://[1::]/"},
    Row{"http://[0:1:2:3:4:5:6:7]", page, "http://[0:1:2:3:4:5:6:7]/"},
    Row{"http://[1:0:1:0:1:0:1:0]", page, "http://[1:0:1:0:1:0:1:0]/"},
    Row{"http://[::]", page, "http://[::]/"},
    Row{"http://[]", page, nullptr},
    Row{"http://[:]", page, nullptr},
    Row{"http://[::1%eth0]", page, nullptr},
    Row{"http://[::1.2.3]", page, nullptr},
    Row{"http://[::1.2.3.4x]", page, nullptr},
    Row{"http://[google.com]", page, nullptr},
    Row{"http://[::1]x", page, nullptr},
    Row{"/x", "http://[2001:DB8::A]:8080/y", "http://[2001:db8::a]:8080/x"},
    // bases
    Row{"/x", "HTTP://Example.ORG:80/y", "http://example.org/x"},
    Row{"x", "http://example.org/a/../b/./c", "http://example.org/b/x"},
    Row{"x", " http://example.org\\a\\b ", "http://example.org/a/x"},
    Row{"../x", "http://example.org/a b/c", "http://example.org/x"},
    Row{"x", "http://example.org/.well-known/y", "http://example.org/.well-known/x"},
    Row{"x", "no URL", nullptr},
    Row{"x", "", nullptr},
    Row{"//a.b/x", "mailto:joe", nullptr},
    Row{"http://a.b/x", "no URL", "http://a.b/x"},
    Row{"HTTP://A.b/x", "", "http://a.b/x"},
    // stricter than browsers: nothing that can be asked for
    Row{"http://f:0/c", page, nullptr},
    Row{"http://a..b/", page, nullptr},
    Row{"http://./", page, nullptr},
    Row{"http://a!b/", page, nullptr},
    Row{"http://xn--/", page, nullptr},
    Row{"http://a--------------------------------------------------------------b.c/", page,
        nullptr},
};

QByteArray randomText(quint32 &random, int length)
{
    static constexpr char bytes[] = "htps:/\\@[].%2e#? \0\xc3\xff\ta-0x9_\xe3\x80\x82";
    static const QByteArray pieces(bytes, sizeof bytes - 1);
    QByteArray text;
    for (int i = 0; i < length; ++i) {
        random = random * 1664525 + 1013904223;
        text += pieces[(random >> 16) % quint32(pieces.size())];
    }
    return text;
}

} // namespace

class TestWebUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves_data()
    {
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("url"); // empty = refused
        for (const auto &row : rows)
            QTest::addRow("%s on %s", row.reference, row.base)
                << QByteArray(row.reference) << QByteArray(row.base) << QByteArray(row.url);
    }
    void resolves()
    {
        QFETCH(QByteArray, reference);
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, url);
        const auto result = resolveUrl(base, reference);
        QCOMPARE(result.value_or(QByteArray()), url);
        QCOMPARE(result.has_value(), !url.isEmpty());
        if (result) {
            QCOMPARE(normalUrl(*result), result); // the normal form is stable
            QCOMPARE(resolveUrl(base, *result), result);
        }
    }
    void nulIsABlankAtTheEndsOnly()
    {
        QCOMPARE(resolveUrl(page, QByteArray("\0x\0", 3)).value(), "http://example.org/foo/x");
        QCOMPARE(resolveUrl(page, QByteArray("x\0y", 3)).value(), "http://example.org/foo/x%00y");
    }
    void absoluteNeedsAScheme_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("url");
        const auto row = [](const char *text, const char *url) {
            QTest::newRow(text) << QByteArray(text) << QByteArray(url);
        };
        row("http:a.b", "http://a.b/");
        row("http:/a.b/c", "http://a.b/c");
        row("https:\\\\a.b", "https://a.b/");
        row("HTTP://u:p@A.B:80/x/../y?z#f", "http://a.b/y?z");
        row("//a.b/", nullptr);
        row("a.b", nullptr);
        row("", nullptr);
        row(" ", nullptr);
        row("http:", nullptr);
        row("gopher://a.b/", nullptr);
    }
    void absoluteNeedsAScheme()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, url);
        QCOMPARE(normalUrl(text).value_or(QByteArray()), url);
    }
    void lengthIsBounded()
    {
        const QByteArray most(item::maxUrlBytes - 12, 'x');
        QCOMPARE(normalUrl("http://a.bb/" + most).value().size(), item::maxUrlBytes);
        QVERIFY(!normalUrl("http://a.bb/" + most + 'x'));
        QVERIFY(!resolveUrl("http://a.bb/", most + 'x'));
        QVERIFY(!resolveUrl("http://a.bb/", "./" + most + 'x'));
        QVERIFY(!resolveUrl("http://a.bb/" + most, '?' + most));
        QVERIFY(!resolveUrl("http://a.bb/x/", most)); // long enough alone
        QVERIFY(!normalUrl("http://a.bb/" + QByteArray(item::maxUrlBytes / 2, ' ') + 'x'));
        QVERIFY(!item::normalHost(QByteArray(60'000, 'a')));
        QVERIFY(!item::normalHost(QByteArray("\xc3\xbc").repeated(30'000)));
    }
    void survivesAnyBytes()
    {
        quint32 random = 1;
        for (int round = 0; round < 40'000; ++round) {
            const auto base = "http://a.b/" + randomText(random, round % 7);
            const auto text = (round % 3 ? "" : "http://") + randomText(random, round % 23);
            const auto url = resolveUrl(base, text);
            if (!url)
                continue;
            QVERIFY2(normalUrl(*url) == url, text.toPercentEncoding().constData());
            QVERIFY(std::all_of(url->begin(), url->end(),
                                [](char c) { return quint8(c) > 0x20 && quint8(c) < 0x7f; }));
            QVERIFY(!url->contains('#'));
        }
    }
    void whatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("authority");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char *authority, const char *word) {
            QTest::newRow(authority) << QByteArray(authority) << QByteArray(word);
        };
        row("a.b", "");
        row("u:p@a-.b:81", "");
        row("xn--a", "punycode");
        row("0x100000000", "IPv4");
        row("1.2.3.256", "IPv4");
        row("[::1", "character");
        row("[::x]", "IPv6");
        row("a..b", "empty label");
        row("a!b", "character");
        row("a:0", "port");
        row("a:99999", "port");
        row(":80", "no host");
    }
    void whatIsWrong()
    {
        QFETCH(QByteArray, authority);
        QFETCH(QByteArray, word);
        const QByteArray problem(item::authorityProblem(authority));
        QCOMPARE(problem.isEmpty(), word.isEmpty());
        QVERIFY2(problem.contains(word), problem);
        QCOMPARE(item::normalAuthority(authority, false).has_value(), word.isEmpty());
    }
    void parts_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("host");
        const auto row = [](const char *url, const char *origin, const char *host) {
            QTest::newRow(url) << QByteArray(url) << QByteArray(origin) << QByteArray(host);
        };
        row("https://h:1/p?q#f", "https://h:1", "h");
        row("http://a.b?q", "http://a.b", "a.b");
        row("http://a.b", "http://a.b", "a.b");
        row("http://[::1]:8/x", "http://[::1]:8", "::1");
        row("http://u:p@a/x", "http://u:p@a", "a");
        row("no scheme", "no scheme", "");
        row("http://", "http://", "");
        row("", "", "");
    }
    void parts()
    {
        QFETCH(QByteArray, url);
        QTEST(item::originOf(url).toByteArray(), "origin");
        QTEST(item::hostOf(url).toByteArray(), "host");
    }
    void percentSigns()
    {
        QCOMPARE(item::percentDecoded("100%"), QByteArray("100%"));
        QCOMPARE(item::percentDecoded("%zz%4"), QByteArray("%zz%4"));
        QCOMPARE(item::percentDecoded("%41%c3%A9%%20"), QByteArray("A\xc3\xa9% "));
    }
    /// The short cuts must say what the long way says, which a leading "./" or blank inside forces.
    void shortCutsAgree()
    {
        quint32 random = 7;
        for (int round = 0; round < 20'000; ++round) {
            const auto text = "x" + randomText(random, round % 9).replace(':', '_');
            QCOMPARE(resolveUrl(page, text), resolveUrl(page, "./" + text));
            QCOMPARE(resolveUrl(page, '/' + text), resolveUrl(page, "\t/" + text));
            QCOMPARE(resolveUrl(page, "http://h/" + text), resolveUrl(page, "ht\ntp://h/" + text));
        }
    }
};

TRAWL_TEST(Appless, TestWebUrl)

} // namespace tst_weburl

#include "tst_weburl.moc"
