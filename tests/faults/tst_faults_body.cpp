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
    void notTheFile_data();
    void notTheFile();
    void wholeInSpite_data();
    void wholeInSpite();
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
    const support::Certificate certificate;
    const support::RawServer server(test::H2Stream::serve(script), &certificate, {.http2 = true});
    Bench bench;
    const auto url = bench.distrust(server.url(QStringLiteral("/bad.bin")).toEncoded());
    QCOMPARE(bench.get({QStringLiteral("--retries"), QString::number(retries),
                        QStringLiteral("--cacert"), certificate.certificateFile()}),
             1);
    HOLDS(bench);
    QVERIFY(bench.row(url).reason != QStringLiteral("tls"));
    QCOMPARE(bench.row(url).status, QStringLiteral("failed"));
    QVERIFY(server.connections() <= 1 + retries);
}

/// Answers that are complete, but are not what was asked for: never done.
void FaultsBody::notTheFile_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QString>("reason");
    const auto status = [](const char *line, const QByteArray &body = {}) {
        return "HTTP/1.1 " + QByteArray(line) +
               "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    };
    const auto bare = [](const char *line) { return "HTTP/1.1 " + QByteArray(line) + "\r\n\r\n"; };
    const QByteArray page = "<!doctype html><title>Log in</title>";
    const auto html = support::okSized(page, "Content-Type: text/html; charset=utf-8\r\n");
    QTest::newRow("202") << QByteArray("/a.bin") << status("202 Accepted", "soon")
                         << QStringLiteral("http-202");
    QTest::newRow("204") << QByteArray("/a.bin") << bare("204 No Content")
                         << QStringLiteral("http-204");
    QTest::newRow("205") << QByteArray("/a.bin") << status("205 Reset Content")
                         << QStringLiteral("http-205");
    QTest::newRow("206, not the first")
        << QByteArray("/a.bin")
        << QByteArray("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 5-9/10\r\n"
                      "Content-Length: 5\r\n\r\nhello")
        << QStringLiteral("http-206");
    QTest::newRow("300") << QByteArray("/a.bin") << status("300 Multiple Choices", "a or b")
                         << QStringLiteral("http-300");
    QTest::newRow("304") << QByteArray("/a.bin") << bare("304 Not Modified")
                         << QStringLiteral("http-304");
    for (const char *path : {"/a.jpg", "/setup.exe?v=2", "/data.zip", "/t.csv", "/app.js"})
        QTest::addRow("page for %s", path)
            << QByteArray(path) << html << QStringLiteral("wrong-type");
    QTest::newRow("page without a type")
        << QByteArray("/a.zip") << support::okSized(page) << QStringLiteral("wrong-type");
    QTest::newRow("page named by the server")
        << QByteArray("/get?id=5")
        << support::okSized(page, "Content-Type: text/html\r\n"
                                  "Content-Disposition: attachment; filename=\"x.zip\"\r\n")
        << QStringLiteral("wrong-type");
}

void FaultsBody::notTheFile()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, response);
    QFETCH(const QString, reason);
    Bench bench;
    bench.work(2);
    const auto url = bench.distrust(bench.site().url(path));
    bench.site().answer(path, raw(response));
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
    checkFailed(bench, url, reason, {});
}

/// Heads that are not as they should be, before bodies that are whole.
void FaultsBody::wholeInSpite_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("response");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const QByteArray &name, const QByteArray &response, const QByteArray &body,
                        const QByteArray &path = "/a.bin") {
        QTest::newRow(name.constData()) << path << response << body;
    };
    const QByteArray chunks = "5\r\nhello\r\n0\r\n\r\n";
    for (const char *version : {"1.1", "1.0"}) {
        for (const char *length : {"2", "9", "-", "36893488147419103232"}) {
            const QByteArray head =
                "HTTP/" + QByteArray(version) + " 200 OK\r\n" +
                (*length == '-' ? QByteArray() : "Content-Length: " + QByteArray(length) + "\r\n");
            const auto name = "chunked, length " + QByteArray(length) + ", " + version;
            row(name, head + "Transfer-Encoding: chunked\r\n\r\n" + chunks, "hello");
        }
    }
    row("chunked twice",
        support::ok("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks),
        "hello");
    row("one length twice", support::ok("Content-Length: 5, 5\r\n", "hello"), "hello");
    row("identity", support::okSized("hello", "Transfer-Encoding: identity\r\n"), "hello");
    row("206 of all",
        "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/5\r\n"
        "Content-Length: 5\r\n\r\nhello",
        "hello");
    for (const char *none : {"UTF-8", "none", "binary", "aws-chunked", "identity, none"}) {
        row(none, support::okSized("hello", "Content-Encoding: " + QByteArray(none) + "\r\n"),
            "hello");
    }
    const auto packed = gzipped(whole);
    row("two codings", support::okSized(packed, "Content-Encoding: gzip, identity\r\n"), whole);
    row("gzip twice", support::okSized(gzipped(packed), "Content-Encoding: gzip, gzip\r\n"), whole);
    for (const char *path : {"/a.tar.gz", "/b.tgz", "/c.svgz", "/d.json.gz?x=1"}) {
        row(path, support::okSized(packed, "Content-Encoding: x-gzip\r\n"), packed, path);
    }
    row("an archive by its type",
        support::okSized(packed, "Content-Encoding: gzip\r\nContent-Type: application/x-gzip\r\n"),
        packed, "/get");
    row("an archive by its name",
        support::okSized(packed, "Content-Encoding: gzip\r\n"
                                 "Content-Disposition: attachment; filename=\"a.tgz\"\r\n"),
        packed, "/get");
    row("an archive in another coding too",
        support::okSized(gzipped(packed), "Content-Encoding: gzip, gzip\r\n"), packed, "/a.gz");
    row("a picture called a page",
        support::okSized(QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10),
                         "Content-Type: text/html\r\n"),
        QByteArray("\xff\xd8\xff\xe0\0\x10JFIF", 10), "/a.jpg");
}

void FaultsBody::wholeInSpite()
{
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, response);
    QFETCH(const QByteArray, body);
    Bench bench;
    bench.site().answer(path, raw(response));
    bench.expect(bench.site().url(path), body);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 0);
    HOLDS(bench);
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
    for (const char *length : {"0x20", "5s", "+5", "5,", "5,42", "36893488147419103232"}) {
        QTest::addRow("27 Content-Length: %s", length)
            << raw("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray(length) + "\r\n\r\nhello");
    }
    for (const char *coding : {"chunked, gzip", "gzip, chunked", "x", "chunked;a=b"}) {
        QTest::addRow("27 Transfer-Encoding: %s", coding)
            << raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: " + QByteArray(coding) +
                   "\r\n\r\n5\r\nhello\r\n0\r\n\r\n");
    }
    QTest::newRow("27 two Locations") << raw("HTTP/1.1 302 Found\r\nLocation: /a\r\n"
                                             "Location: /b\r\nContent-Length: 0\r\n\r\n");
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
