// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"
#include "transport/h2server.h"

#include <QTest>

namespace tst_faults_body {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

const QByteArray whole = bodyOf("whole", 10'000);
const QByteArray half = whole.first(5000);

constexpr int retries = 1;
constexpr qint64 mostMemory = 150 << 20;

enum class Ends { Fin, Rst, CloseNotify, NoCloseNotify };

Answer cutAfter(const QByteArray &response, Ends end)
{
    return [response, end](RawConnection &connection, const RawRequest &) {
        connection.send(response);
        if (end == Ends::Rst)
            connection.reset();
        else if (end == Ends::NoCloseNotify)
            connection.cut();
        return false; // what is left open ends with a FIN, or with a close_notify
    };
}

const QByteArray halfSized = "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + half;

Answer head(const QByteArray &fields)
{
    return raw("HTTP/1.1 200 OK\r\n" + fields + "Content-Length: 5\r\n\r\nhello");
}

/// Sends the pieces as long as somebody takes them.
Answer endless(const QByteArray &start, const QByteArray &piece, int times)
{
    return [=](RawConnection &connection, const RawRequest &) {
        bool taken = connection.send(start);
        for (int i = 0; i < times && taken; ++i)
            taken = connection.send(piece);
        return false;
    };
}

} // namespace

/// Bodies and heads that are not what they say (rows 6, 7, 27): never done, never a large part
/// of the memory, and never in the way of what is good.
class FaultsBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverDone_data();
    void neverDone();
    void overTls_data();
    void overTls();
    void overHttp2_data();
    void overHttp2();
    void endsByItsEnd();
    void heads_data();
    void heads();
    void foldedHead();

private:
    static void checkFailed(Bench &bench, const QByteArray &url, const QString &reason,
                            const Allowed &allowed);
};

void FaultsBody::checkFailed(Bench &bench, const QByteArray &url, const QString &reason,
                             const Allowed &allowed)
{
    HOLDS(bench, allowed);
    QCOMPARE(bench.row(url).status, QStringLiteral("failed"));
    QCOMPARE(bench.row(url).reason, reason);
    QCOMPARE(bench.count(QStringLiteral("done")), int(bench.list().size()) - 1);
}

void FaultsBody::neverDone_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<QString>("reason");
    const auto truncated = QStringLiteral("truncated");
    const auto framing = QStringLiteral("bad-framing");
    const QByteArray chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    const auto chunk = [&](const QByteArray &size) {
        return raw(chunks + "1388\r\n" + half + "\r\n" + size + "\r\n" + half + "\r\n0\r\n\r\n");
    };
    const auto cutGzip = gzipped(whole).chopped(200);

    QTest::newRow("6 FIN") << cutAfter(halfSized, Ends::Fin) << truncated;
    QTest::newRow("6 RST") << cutAfter(halfSized, Ends::Rst) << truncated;
    QTest::newRow("6 no byte of it")
        << cutAfter("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n", Ends::Fin) << truncated;
    QTest::newRow("6 gzip stream cut, right length")
        << raw(support::okSized(cutGzip, "Content-Encoding: gzip\r\n"))
        << QStringLiteral("bad-encoding");
    QTest::newRow("6 gzip without its last byte")
        << raw(support::okSized(gzipped(whole).chopped(1), "Content-Encoding: gzip\r\n"))
        << QStringLiteral("bad-encoding");
    QTest::newRow("7 cut in a chunk") << raw(chunks + "2710\r\n" + half) << truncated;
    QTest::newRow("7 cut between chunks") << raw(chunks + "1388\r\n" + half + "\r\n") << truncated;
    QTest::newRow("7 garbage size") << chunk("ZZ") << framing;
    QTest::newRow("7 negative size") << chunk("-5") << framing;
    QTest::newRow("7 size overflows") << chunk("1ffffffffffffffff") << framing;
    QTest::newRow("7 size of 2^63") << chunk("8000000000000000") << framing;
    QTest::newRow("7 no line end after a chunk")
        << raw(chunks + "1388\r\n" + half + "XX1388\r\n" + half + "\r\n0\r\n\r\n") << framing;
}

void FaultsBody::neverDone()
{
    QFETCH(const Answer, answer);
    QFETCH(const QString, reason);
    Bench bench;
    bench.work(4);
    const auto url = bench.mislead("/bad.bin", answer);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QString::number(retries)}), 1);
    checkFailed(bench, url, reason, {.requestsOf = {{url, 1 + retries}}});
}

void FaultsBody::overTls_data()
{
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<bool>("closeNotify");
    QTest::newRow("6 short, close_notify") << halfSized << true;
    QTest::newRow("6 short, no close_notify") << halfSized << false;
    QTest::newRow("6 no length, no close_notify") << support::ok({}, half) << false;
}

void FaultsBody::overTls()
{
    QFETCH(const QByteArray, response);
    QFETCH(const bool, closeNotify);
    const support::Certificate certificate;
    Bench bench;
    bench.work(3);
    auto &site = bench.addSite({}, &certificate);
    site.answer("/bad.bin",
                cutAfter(response, closeNotify ? Ends::CloseNotify : Ends::NoCloseNotify));
    const auto url = bench.distrust(site.url("/bad.bin"));
    QCOMPARE(bench.get({QStringLiteral("--retries"), QString::number(retries),
                        QStringLiteral("--cacert"), certificate.certificateFile()}),
             1);
    checkFailed(bench, url, QStringLiteral("truncated"), {.requestsOf = {{url, 1 + retries}}});
}

void FaultsBody::overHttp2_data()
{
    using test::H2Stream;
    QTest::addColumn<H2Stream::Script>("script");
    QTest::newRow("6 END_STREAM early") << H2Stream::Script(
        [](H2Stream &stream) { stream.respond(half, whole.size(), H2Stream::End::Yes); });
    QTest::newRow("6 RST_STREAM") << H2Stream::Script([](H2Stream &stream) {
        stream.respond(half, whole.size(), H2Stream::End::No);
        stream.reset(NGHTTP2_INTERNAL_ERROR);
    });
    QTest::newRow("6 RST_STREAM without a length") << H2Stream::Script([](H2Stream &stream) {
        stream.respond(half, -1, H2Stream::End::No);
        stream.reset(NGHTTP2_INTERNAL_ERROR);
    });
    QTest::newRow("6 RST_STREAM without an error or a length")
        << H2Stream::Script([](H2Stream &stream) {
               stream.respond(half, -1, H2Stream::End::No);
               stream.reset(NGHTTP2_NO_ERROR);
           });
    QTest::newRow("6 longer than promised") << H2Stream::Script(
        [](H2Stream &stream) { stream.respond(whole, half.size(), H2Stream::End::Yes); });
}

void FaultsBody::overHttp2()
{
    QFETCH(const test::H2Stream::Script, script);
    const support::RawServer server(test::H2Stream::serve(script));
    Bench bench;
    const auto url = bench.distrust(server.url(QStringLiteral("/bad.bin")).toEncoded());
    QCOMPARE(bench.get({QStringLiteral("--retries"), QString::number(retries),
                        QStringLiteral("--http"), QStringLiteral("2")}),
             1);
    HOLDS(bench);
    QCOMPARE(bench.row(url).status, QStringLiteral("failed"));
    QVERIFY(server.connections() <= 1 + retries);
}

/// What only the connection's end ends is whole when it ends well.
void FaultsBody::endsByItsEnd()
{
    const support::Certificate certificate;
    Bench bench;
    auto &site = bench.addSite({}, &certificate);
    site.answer("/good.bin", raw(support::ok({}, whole)));
    bench.expect(site.url("/good.bin"), whole);
    QCOMPARE(bench.get({QStringLiteral("--cacert"), certificate.certificateFile()}), 0);
    HOLDS(bench);
}

void FaultsBody::heads_data()
{
    QTest::addColumn<Answer>("answer");
    const QByteArray start = "HTTP/1.1 200 OK\r\n";
    QTest::newRow("27 a line of 100 MB")
        << endless(start + "X-Long: ", QByteArray(100'000, 'x'), 1000);
    QTest::newRow("27 100 MB of lines")
        << endless(start, "X-Line: " + QByteArray(10'000, 'x') + "\r\n", 10'000);
    QTest::newRow("27 a million lines")
        << endless(start, QByteArray("X: y\r\n").repeated(1000), 1000);
    QTest::newRow("27 no colon") << head("what is this\r\n");
    QTest::newRow("27 NUL") << head(QByteArray("X-Nul: a\0b\r\n", 12));
    QTest::newRow("27 no HTTP") << raw("SSH-2.0-OpenSSH_9.2p1\r\n");
    QTest::newRow("27 two lengths") << head("Content-Length: 7\r\n");
    QTest::newRow("27 1 000 000 x 1xx") << endless(
        {}, QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n").repeated(1000), 1000);
}

void FaultsBody::heads()
{
    QFETCH(const Answer, answer);
    Bench bench;
    bench.work(4);
    const auto url = bench.mislead("/bad.bin", answer);
    qint64 peak = 0;
    QCOMPARE(bench.getWatched({QStringLiteral("--retries"), QStringLiteral("0")}, peak), 1);
    checkFailed(bench, url, QStringLiteral("bad-head"), {});
    QVERIFY2(peak < mostMemory, qPrintable(QString::number(peak)));
}

/// Obsolete, and read as one line (RFC 9112, 5.2).
void FaultsBody::foldedHead()
{
    Bench bench;
    const auto url = bench.site().url("/folded.bin");
    bench.site().answer("/folded.bin", head("X-Folded: a\r\n  b\r\n"));
    bench.expect(url, "hello");
    QCOMPARE(bench.get(), 0);
    HOLDS(bench);
}

TRAWL_TEST(Guiless, FaultsBody)

} // namespace tst_faults_body

#include "tst_faults_body.moc"
