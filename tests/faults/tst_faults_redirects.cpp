// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QDir>
#include <QTest>

namespace tst_faults_redirects {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

const QByteArray body = "the body";
constexpr int mostHops = 20;

Answer redirect(const QByteArray &location, const QByteArray &line = "302 Found")
{
    return status(line, "Location: " + location + "\r\n");
}

} // namespace

/// Redirects (rows 14, 16, 24): no secret goes along, no local file is read, and there is an end.
class FaultsRedirects : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsStay_data();
    void secretsStay();
    void refusedTargets_data();
    void refusedTargets();
    void refusedLinks();
    void loops_data();
    void loops();
    void tooManyHops();
    void asManyAsAllowed();
    void changingSchemes();
    void withoutLocation_data();
    void withoutLocation();
};

void FaultsRedirects::secretsStay_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("tls");
    for (const QByteArray code :
         {"301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"}) {
        const auto row = [&](const char *what) { return "14 " + code + ", another " + what; };
        QTest::newRow(row("port").constData()) << code << QByteArray("127.0.0.1") << false;
        QTest::newRow(row("host").constData()) << code << QByteArray("127.0.0.2") << false;
        QTest::newRow(row("scheme").constData()) << code << QByteArray("127.0.0.1") << true;
    }
}

void FaultsRedirects::secretsStay()
{
    QFETCH(const QByteArray, code);
    QFETCH(const QByteArray, address);
    QFETCH(const bool, tls);
    const support::Certificate certificate;
    Bench bench;
    auto &other = bench.addSite({.address = address}, tls ? &certificate : nullptr);
    other.answer("/x.bin", raw(support::okSized(body)));
    bench.site().answer("/x.bin", redirect(other.url("/x.bin"), code));
    bench.expect(bench.site().url("/x.bin"), body);
    QCOMPARE(bench.get({QStringLiteral("--cacert"), certificate.certificateFile(),
                        QStringLiteral("-H"), QStringLiteral("Authorization: Basic c2VjcmV0"),
                        QStringLiteral("-H"), QStringLiteral("Cookie: id=secret"),
                        QStringLiteral("-H"), QStringLiteral("X-Own: secret")}),
             0);
    HOLDS(bench);
    const auto first = bench.site().requests().value(0);
    QCOMPARE(first.header("Authorization"), QByteArray("Basic c2VjcmV0"));
    QCOMPARE(first.header("Cookie"), QByteArray("id=secret"));
    QCOMPARE(first.header("X-Own"), QByteArray("secret"));
    QCOMPARE(other.requests().size(), 1);
    const auto second = other.requests().at(0).head;
    QVERIFY2(!second.contains("secret") && !second.contains("c2VjcmV0"), second.constData());
    QVERIFY2(!second.contains("Referer"), second.constData());
}

void FaultsRedirects::refusedTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("16 file") << QByteArray("file:///etc/passwd");
    QTest::newRow("16 file with a host") << QByteArray("file://localhost/etc/passwd");
    QTest::newRow("16 FILE") << QByteArray("FILE:///etc/passwd");
    QTest::newRow("16 data") << QByteArray("data:text/plain,hello");
    QTest::newRow("16 javascript") << QByteArray("javascript:alert(1)");
    QTest::newRow("16 ftp") << QByteArray("ftp://127.0.0.1/x");
    QTest::newRow("16 gopher") << QByteArray("gopher://127.0.0.1:25/x");
    QTest::newRow("16 scp") << QByteArray("scp://127.0.0.1/etc/passwd");
}

void FaultsRedirects::refusedTargets()
{
    QFETCH(const QByteArray, target);
    Bench bench;
    bench.work(3);
    const auto url = bench.mislead("/bad.bin", redirect(target));
    QCOMPARE(bench.get(), 1);
    HOLDS(bench);
    QCOMPARE(bench.row(url).reason, QStringLiteral("bad-redirect"));
    QCOMPARE(bench.count(QStringLiteral("done")), 3);
}

void FaultsRedirects::refusedLinks()
{
    Bench bench;
    bench.work(3);
    for (const QByteArray url : {"file:///etc/passwd", "data:text/plain,hello",
                                 "javascript:alert(1)", "gopher://127.0.0.1/x"})
        bench.distrust(url);
    QCOMPARE(bench.get(), 1);
    HOLDS(bench);
    QCOMPARE(bench.count(QStringLiteral("failed")), 4);
    QCOMPARE(QDir(bench.out()).entryList(QDir::Files).size(), 3);
}

void FaultsRedirects::loops_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("24 to itself") << 1;
    QTest::newRow("24 of two") << 2;
    QTest::newRow("24 of five") << 5;
}

void FaultsRedirects::loops()
{
    QFETCH(const int, length);
    Bench bench;
    bench.work(2);
    const auto path = [](int i) { return "/loop" + QByteArray::number(i); };
    for (int i = 0; i < length; ++i)
        bench.site().answer(path(i), redirect(path((i + 1) % length)));
    const auto url = bench.distrust(bench.site().url(path(0)));
    QCOMPARE(bench.get(), 1);
    Allowed allowed;
    allowed.requestsOf.insert(url, mostHops / length + 1); // they are counted, not remembered
    HOLDS(bench, allowed);
    QCOMPARE(bench.row(url).reason, QStringLiteral("too-many-redirects"));
    QCOMPARE(bench.site().requests().size(), 2 + mostHops + 1);
}

void FaultsRedirects::tooManyHops()
{
    Bench bench;
    for (int i = 0; i <= mostHops; ++i)
        bench.site().answer("/" + QByteArray::number(i), redirect("/" + QByteArray::number(i + 1)));
    bench.site().answer("/" + QByteArray::number(mostHops + 1), raw(support::okSized(body)));
    const auto url = bench.distrust(bench.site().url("/0"));
    QCOMPARE(bench.get(), 1);
    HOLDS(bench);
    QCOMPARE(bench.row(url).reason, QStringLiteral("too-many-redirects"));
    QCOMPARE(bench.site().requests().size(), mostHops + 1);
}

void FaultsRedirects::asManyAsAllowed()
{
    Bench bench;
    for (int i = 0; i < mostHops; ++i)
        bench.site().answer("/" + QByteArray::number(i), redirect("/" + QByteArray::number(i + 1)));
    bench.site().answer("/" + QByteArray::number(mostHops), raw(support::okSized(body)));
    bench.expect(bench.site().url("/0"), body);
    QCOMPARE(bench.get(), 0);
    HOLDS(bench);
}

/// Up is allowed; down again is not, unasked.
void FaultsRedirects::changingSchemes()
{
    const support::Certificate certificate;
    Bench bench;
    auto &secure = bench.addSite({}, &certificate);
    bench.site().answer("/x", redirect(secure.url("/x")));
    secure.answer("/x", redirect(bench.site().url("/y")));
    bench.site().answer("/y", raw(support::okSized(body)));
    const auto url = bench.distrust(bench.site().url("/x"));
    QCOMPARE(bench.get({QStringLiteral("--cacert"), certificate.certificateFile()}), 1);
    HOLDS(bench);
    QCOMPARE(bench.row(url).reason, QStringLiteral("bad-redirect"));
    QCOMPARE(bench.site().requestsFor("/y"), 0);
}

void FaultsRedirects::withoutLocation_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("24 none") << status("302 Found");
    QTest::newRow("24 empty") << redirect("");
    QTest::newRow("24 no host") << redirect("http://");
    QTest::newRow("24 no URL") << redirect("http://[::1/x");
}

void FaultsRedirects::withoutLocation()
{
    QFETCH(const Answer, answer);
    Bench bench;
    const auto url = bench.mislead("/bad.bin", answer);
    QCOMPARE(bench.get(), 1);
    HOLDS(bench);
    QCOMPARE(bench.row(url).reason, QStringLiteral("bad-redirect"));
}

TRAWL_TEST(Guiless, FaultsRedirects)

} // namespace tst_faults_redirects

#include "tst_faults_redirects.moc"
