// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/bench.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_faults_resume {

using namespace trawl;
using namespace trawl::faults;
using support::RawConnection;
using support::RawRequest;

namespace {

constexpr qint64 size = 3'000'000;
constexpr qint64 had = 1'700'001; ///< bytes that came before the connection broke
constexpr int retries = 3;

const QByteArray before = bodyOf("before", size);
const QByteArray after = bodyOf("after", size);
const QByteArray strong = "ETag: \"one\"\r\n";
const QByteArray dated = "Last-Modified: Mon, 01 Jan 2024 00:00:00 GMT\r\n"
                         "Date: Tue, 02 Jan 2024 00:00:00 GMT\r\n";

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

/// The first part of a body that was promised whole.
Answer broken(const QByteArray &body, const QByteArray &fields)
{
    return raw("HTTP/1.1 200 OK\r\nAccept-Ranges: bytes\r\nContent-Type: application/zip\r\n"
               "Content-Length: " +
               number(body.size()) + "\r\n" + fields + "\r\n" + body.first(had));
}

Answer ok(const QByteArray &body, const QByteArray &fields = {})
{
    const auto response = support::okSized(body, fields);
    return [response](RawConnection &connection, const RawRequest &) {
        return connection.send(response);
    };
}

/// Where "bytes=5-…" begins; -1 without a Range.
qint64 askedFrom(const RawRequest &request)
{
    const auto range = request.header("Range");
    return range.startsWith("bytes=") ? range.sliced(6, range.indexOf('-') - 6).toLongLong() : -1;
}

/// Requests with a Range get what `partial` says, the others the whole body.
Answer ranged(const QByteArray &body, const QByteArray &fields,
              const std::function<QByteArray(qint64 from)> &partial)
{
    return [=](RawConnection &connection, const RawRequest &request) {
        const auto from = askedFrom(request);
        return connection.send(from < 0 ? support::okSized(body, fields) : partial(from));
    };
}

QByteArray partialContent(const QByteArray &contentRange, const QByteArray &body,
                          const QByteArray &fields = {})
{
    return "HTTP/1.1 206 Partial Content\r\nContent-Length: " + number(body.size()) + "\r\n" +
           (contentRange.isEmpty() ? QByteArray() : "Content-Range: " + contentRange + "\r\n") +
           fields + "\r\n" + body;
}

QByteArray rangeText(qint64 first, qint64 last, qint64 total)
{
    return "bytes " + number(first) + '-' + number(last) + '/' + number(total);
}

/// A part with a Content-Range of its own making.
Answer partly(const QByteArray &body, const std::function<QByteArray(qint64 from)> &contentRange,
              const QByteArray &fields = {})
{
    return ranged(body, strong, [=](qint64 from) {
        return partialContent(contentRange(from), body.sliced(from), strong + fields);
    });
}

} // namespace

/// What a server may do to a transfer that goes on (rows 3, 4, 5, 8, 9, 40): the bytes are those of
/// one state of the file, or it is not done.
class FaultsResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byTheBook_data();
    void byTheBook();
    void changed_data();
    void changed();
    void noRanges();
    void odd206_data();
    void odd206();
    void newTagEachTime();
    void unsatisfied_data();
    void unsatisfied();
    void captivePortal_data();
    void captivePortal();
    void oneSegmentIgnored();

private:
    enum class Again { SameRun, NextRun };
    static int rangesAsked(Bench &bench);
    static void goOn(Bench &bench, Again again, const std::function<void()> &between);
};

/// Without one the row has shown nothing.
int FaultsResume::rangesAsked(Bench &bench)
{
    const auto all = bench.site().requests();
    return int(std::count_if(all.begin(), all.end(),
                             [](const RawRequest &request) { return askedFrom(request) >= 0; }));
}

/// Runs until the first answer has broken off, and on.
void FaultsResume::goOn(Bench &bench, Again again, const std::function<void()> &between)
{
    if (again == Again::NextRun) {
        QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
        HOLDS(bench, {.requests = 1});
    }
    between();
    (void)bench.get({QStringLiteral("--retries"), QString::number(retries)});
    HOLDS(bench, {.requests = 2 + retries});
    QVERIFY(rangesAsked(bench) > 0);
}

namespace {

void addAgain()
{
    QTest::addColumn<bool>("nextRun");
}

} // namespace

/// The rest alone is asked for.
void FaultsResume::byTheBook_data()
{
    addAgain();
    QTest::addColumn<QByteArray>("fields");
    for (const bool next : {false, true}) {
        const char *when = next ? "next run" : "same run";
        QTest::addRow("strong ETag, %s", when) << next << strong;
        QTest::addRow("Last-Modified, %s", when) << next << dated;
        QTest::addRow("no validators, %s", when) << next << QByteArray();
    }
}

void FaultsResume::byTheBook()
{
    QFETCH(const bool, nextRun);
    QFETCH(const QByteArray, fields);
    Bench bench;
    const auto rest = ranged(before, fields, [=](qint64 from) {
        return partialContent(rangeText(from, size - 1, size), before.sliced(from), fields);
    });
    bench.site().answer("/x.zip", inTurn({broken(before, fields), rest}));
    const auto url = bench.expect(bench.site().url("/x.zip"), before);
    goOn(bench, nextRun ? Again::NextRun : Again::SameRun, [] {});
    QCOMPARE(bench.count(QStringLiteral("done")), 1);
    const auto requests = bench.site().requests();
    QCOMPARE(requests.size(), 2);
    QVERIFY2(askedFrom(requests.at(1)) > had / 2 && askedFrom(requests.at(1)) <= had,
             requests.at(1).head.constData());
    QVERIFY(!requests.at(1).header("Accept-Encoding").contains("gzip"));
    QCOMPARE(requests.at(1).header("If-Range").isEmpty(), fields.isEmpty());
}

void FaultsResume::changed_data()
{
    addAgain();
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<Answer>("later");
    const QByteArray newTag = "ETag: \"two\"\r\n";
    const QByteArray newDate = "Last-Modified: Mon, 05 Feb 2024 00:00:00 GMT\r\n"
                               "Date: Tue, 06 Feb 2024 00:00:00 GMT\r\n";
    // A server that knows Range and no If-Range.
    const auto careless = [](const QByteArray &fields) {
        return ranged(after, fields, [=](qint64 from) {
            return partialContent(rangeText(from, size - 1, size), after.sliced(from), fields);
        });
    };
    for (const bool next : {false, true}) {
        const char *when = next ? "next run" : "same run";
        QTest::addRow("3 strong ETag, %s", when)
            << next << strong << serving({after, Sending::Length, "\"two\""});
        QTest::addRow("3 strong ETag, If-Range ignored, %s", when)
            << next << strong << careless(newTag);
        QTest::addRow("3 weak ETag, If-Range ignored, %s", when)
            << next << QByteArray("ETag: W/\"one\"\r\n") << careless("ETag: W/\"two\"\r\n");
        QTest::addRow("3 only Last-Modified, %s", when) << next << dated << ok(after, newDate);
        QTest::addRow("3 only Last-Modified, If-Range ignored, %s", when)
            << next << dated << careless(newDate);
        QTest::addRow("3 no validators, %s", when) << next << QByteArray() << careless({});
    }
}

/// Changed on the server, at the same size.
void FaultsResume::changed()
{
    QFETCH(const bool, nextRun);
    QFETCH(const QByteArray, fields);
    QFETCH(const Answer, later);
    Bench bench;
    bench.site().answer("/x.zip", inTurn({broken(before, fields), later}));
    bench.expect(bench.site().url("/x.zip"), after);
    goOn(bench, nextRun ? Again::NextRun : Again::SameRun, [] {});
    QCOMPARE(bench.count(QStringLiteral("done")), 1);
}

void FaultsResume::noRanges()
{
    Bench bench;
    bench.site().answer("/x.zip", inTurn({broken(before, strong), ok(before, strong)}));
    bench.expect(bench.site().url("/x.zip"), before);
    goOn(bench, Again::NextRun, [] {});
    QCOMPARE(bench.count(QStringLiteral("done")), 1);
    QCOMPARE(bench.row(bench.list().at(0).url).bytes, size);
}

void FaultsResume::odd206_data()
{
    QTest::addColumn<Answer>("later");
    QTest::addColumn<bool>("done");
    const auto at = [](qint64 shift, qint64 total) {
        return [=](qint64 from) { return rangeText(from + shift, size - 1 + shift, total); };
    };
    const auto moved = [](qint64 shift, const QByteArray &body) {
        return ranged(before, strong, [=](qint64 from) {
            return partialContent(rangeText(from + shift, size - 1, size),
                                  body.sliced(from + shift), strong);
        });
    };
    auto wrong = before;
    wrong[had - 10] = char(~wrong[had - 10]);
    QTest::newRow("5 earlier, the same bytes") << moved(-1000, before) << true;
    QTest::newRow("5 earlier, other bytes") << moved(-1000, wrong) << false;
    QTest::newRow("5 earlier, said to be later") << partly(before, at(-1000, size)) << false;
    QTest::newRow("5 later") << moved(1000, before) << false;
    QTest::newRow("5 other total") << partly(before, at(0, size + 1000)) << false;
    QTest::newRow("5 missing") << partly(before, [](qint64) { return QByteArray(); }) << false;
    QTest::newRow("5 garbage") << partly(before, [](qint64) { return QByteArray("bytes x-y/z"); })
                               << false;
    QTest::newRow("5 another unit")
        << partly(before, [](qint64 from) { return "items " + number(from) + "-9/10"; }) << false;
    QTest::newRow("5 last before first")
        << partly(before, [](qint64 from) { return rangeText(from, from - 1, size); }) << false;
    QTest::newRow("5 past the end")
        << partly(before, [](qint64 from) { return rangeText(from, size + 9, size); }) << false;
    QTest::newRow("5 overflows") << partly(before, [](qint64) {
        return QByteArray("bytes 99999999999999999999-9/9");
    }) << false;
    QTest::newRow("5 in pieces") << ranged(before, strong, [](qint64 from) {
        const auto piece = before.mid(from, size / 8);
        return partialContent(rangeText(from, from + piece.size() - 1, size), piece, strong);
    }) << true;
    QTest::newRow("5 shorter than its Content-Range") << ranged(before, strong, [](qint64 from) {
        return partialContent(rangeText(from, size - 1, size), before.mid(from, 1000), strong);
    }) << false;
    QTest::newRow("5 multipart/byteranges") << ranged(before, strong, [](qint64 from) {
        const QByteArray part = "--b\r\nContent-Range: " + rangeText(from, size - 1, size) +
                                "\r\n\r\n" + before.sliced(from) + "\r\n--b--\r\n";
        return partialContent({}, part,
                              strong + "Content-Type: multipart/byteranges; boundary=b\r\n");
    }) << false;
    QTest::newRow("5 encoded") << ranged(before, strong, [](qint64 from) {
        return partialContent(rangeText(from, size - 1, size), gzipped(before.sliced(from)),
                              strong + "Content-Encoding: gzip\r\n");
    }) << false;
}

/// No byte at a wrong offset; what cannot be used is not done, or fetched from the start.
void FaultsResume::odd206()
{
    QFETCH(const Answer, later);
    QFETCH(const bool, done);
    Bench bench;
    bench.work(2);
    bench.site().answer("/x.zip", inTurn({broken(before, strong), later}));
    const auto url = bench.expect(bench.site().url("/x.zip"), before);
    (void)bench.get({QStringLiteral("--retries"), QString::number(retries)});
    HOLDS(bench, {.requestsOf = {{url, 10}}});
    QVERIFY(rangesAsked(bench) > 0);
    QVERIFY(!done || bench.row(url).status == u"done");
    if (bench.row(url).status == u"done")
        QCOMPARE(bench.row(url).bytes, size);
}

/// Each answer is another state of the file, and none comes to its end.
void FaultsResume::newTagEachTime()
{
    Bench bench;
    const auto tag = std::make_shared<std::atomic<int>>(0);
    const auto url =
        bench.mislead("/x.zip", [tag](RawConnection &connection, const RawRequest &request) {
            return broken(before, "ETag: \"" + number(++*tag) + "\"\r\n")(connection, request);
        });
    QCOMPARE(bench.get({QStringLiteral("--retries"), QString::number(retries)}), 1);
    HOLDS(bench, {.requests = 1 + retries});
    QVERIFY(rangesAsked(bench) > 0);
    QCOMPARE(bench.row(url).status, QStringLiteral("failed"));
}

void FaultsResume::unsatisfied_data()
{
    QTest::addColumn<Answer>("first");
    QTest::addColumn<QByteArray>("total");
    QTest::addColumn<QByteArray>("now");
    const QByteArray chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + strong + "\r\n";
    // All of it is there, but its end was not seen.
    const auto allButTheEnd = raw(chunks + QByteArray::number(size, 16) + "\r\n" + before + "\r\n");
    const auto small = before.first(1000);
    QTest::newRow("9 complete") << allButTheEnd << "bytes */" + number(size) << before;
    QTest::newRow("9 complete, no total told") << allButTheEnd << QByteArray() << before;
    QTest::newRow("9 shrunk") << broken(before, strong) << QByteArray("bytes */1000") << small;
    QTest::newRow("9 shrunk, no total told") << broken(before, strong) << QByteArray() << small;
    QTest::newRow("9 of a file as long as it was")
        << broken(before, strong) << "bytes */" + number(size) << before;
}

void FaultsResume::unsatisfied()
{
    QFETCH(const Answer, first);
    QFETCH(const QByteArray, total);
    QFETCH(const QByteArray, now);
    Bench bench;
    const auto fields = total.isEmpty() ? QByteArray() : "Content-Range: " + total + "\r\n";
    const auto refusal = "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n" + fields +
                         (now == before ? strong : QByteArray("ETag: \"two\"\r\n")) + "\r\n";
    const auto later = ranged(now, now == before ? strong : QByteArray("ETag: \"two\"\r\n"),
                              [=](qint64) { return refusal; });
    bench.site().answer("/x.zip", inTurn({first, later}));
    bench.expect(bench.site().url("/x.zip"), now);
    goOn(bench, Again::NextRun, [] {});
    QCOMPARE(bench.count(QStringLiteral("done")), 1);
}

void FaultsResume::captivePortal_data()
{
    QTest::addColumn<bool>("redirects");
    QTest::newRow("40 200 and HTML for everything") << false;
    QTest::newRow("40 302 to a login") << true;
}

/// What was there is gone on with when the portal is gone.
void FaultsResume::captivePortal()
{
    QFETCH(const bool, redirects);
    Bench bench;
    const auto login = ok("<html>Please log in", "Content-Type: text/html\r\n");
    bench.site().answer("/x.zip", broken(before, strong));
    const auto url = bench.expect(bench.site().url("/x.zip"), before);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
    bench.site().answerAll(login);
    bench.site().answer("/x.zip", redirects ? status("302 Found", "Location: /login\r\n") : login);
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 1);
    HOLDS(bench, {.requests = 2});
    bench.site().answer("/x.zip", serving({before, Sending::Length, "\"one\""}));
    QCOMPARE(bench.get({QStringLiteral("--retries"), QStringLiteral("0")}), 0);
    HOLDS(bench, {.requests = 3});
    const auto last = bench.site().requests().last();
    QVERIFY2(askedFrom(last) > had / 2, last.head.constData());
}

/// One of the ranges is answered with everything.
void FaultsResume::oneSegmentIgnored()
{
    constexpr qint64 large = 20 << 20;
    const auto body = bodyOf("large", large);
    Bench bench;
    const auto ranges = std::make_shared<std::atomic<int>>(0);
    bench.site().answer("/x.zip", [=](RawConnection &connection, const RawRequest &request) {
        const auto whole = ok(body, "Accept-Ranges: bytes\r\n" + strong);
        if (askedFrom(request) >= 0 && ++*ranges == 2)
            return whole(connection, request);
        return serving({body, Sending::Length, "\"one\""})(connection, request);
    });
    const auto url = bench.expect(bench.site().url("/x.zip"), body);
    QCOMPARE(bench.get({QStringLiteral("--limit"), QStringLiteral("20M")}), 0);
    HOLDS(bench, {.requests = 40});
    QVERIFY(*ranges > 0);
}

TRAWL_TEST(Guiless, FaultsResume)

} // namespace tst_faults_resume

#include "tst_faults_resume.moc"
