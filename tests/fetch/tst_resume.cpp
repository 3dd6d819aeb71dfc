// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchfixture.h"
#include "item/bodyhash.h"
#include "rangefile.h"

#include "fetch/partstate.h"
#include "support/testmain.h"

#include <sys/xattr.h>

namespace tst_resume {

using namespace trawl;
using namespace trawl::tests;
using item::Reason;

namespace {

constexpr qint64 block = item::BodyHash::blockBytes;
const QByteArray longAgo = "Sun, 22 Nov 2020 12:00:00 GMT";

QByteArray pattern(qint64 size, int seed = 0)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char((i * 31 + i / 251 + i / 65'521 + seed) & 0xff);
    return bytes;
}

quint64 hashOf(const QByteArray &bytes)
{
    item::BodyHash hash;
    hash.add(bytes);
    return hash.value();
}

} // namespace

/// Attempts at one item, one after another, as the engine makes them.
class TestResume : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FetchFixture> f;
    std::unique_ptr<RangeFile> m_file;

    [[nodiscard]] item::Request request() const
    {
        return {item::ItemId(1), f->server.url("/f"), part(), {}};
    }
    [[nodiscard]] QString part() const { return f->directory.filePath(QStringLiteral("1.part")); }
    [[nodiscard]] QByteArray partBytes() const
    {
        QFile file(part());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no part");
    }
    [[nodiscard]] QStringList left() const
    {
        return QDir(f->directory.path()).entryList(QDir::Files);
    }
    item::Outcome attempt(const item::Request &asked)
    {
        const auto running = f->start(asked);
        QElapsedTimer clock;
        clock.start();
        while (!running->outcome && clock.elapsed() < 15'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        return running->outcome.value_or(item::Outcome());
    }
    item::Outcome attempt() { return attempt(request()); }
    /// The connection breaks at `at`.
    void breakAt(qint64 at)
    {
        m_file->cutAt = at;
        const auto outcome = attempt();
        QCOMPARE(outcome.failure.reason, Reason::Truncated);
        QVERIFY(outcome.failure.temporary);
        QCOMPARE(outcome.resumable, at);
        m_file->cutAt = -1;
        m_file->asked.clear();
    }
    void verifyWhole(const item::Outcome &outcome, const QByteArray &bytes)
    {
        QVERIFY2(outcome.ok(), qPrintable(outcome.failure.detail));
        QVERIFY(partBytes() == bytes);
        QCOMPARE(outcome.bytes, bytes.size());
        QCOMPARE(outcome.xxh3, hashOf(bytes));
        QVERIFY(left().filter(QStringLiteral(".fresh")).isEmpty());
    }

private Q_SLOTS:
    void init()
    {
        // Qt's own stack loses what it has buffered when a connection breaks.
        f = std::make_unique<FetchFixture>(item::HttpStack::Curl);
        m_file = std::make_unique<RangeFile>();
        m_file->bytes = pattern(5 * block + 77);
        m_file->on(f->server, "/f");
    }
    void cleanup() { f.reset(); }

    void goesOnBehindABreak_data()
    {
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QByteArray>("lastModified");
        QTest::addColumn<QByteArray>("ifRange");
        QTest::addColumn<qint64>("overlap");
        QTest::newRow("strong tag")
            << QByteArray("\"x\"") << longAgo << QByteArray("\"x\"") << qint64(0);
        QTest::newRow("old date") << QByteArray("W/\"x\"") << longAgo << longAgo << qint64(0);
        QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << qint64(4096);
    }
    void goesOnBehindABreak()
    {
        QFETCH(QByteArray, etag);
        QFETCH(QByteArray, lastModified);
        QFETCH(QByteArray, ifRange);
        QFETCH(qint64, overlap);
        m_file->etag = etag;
        m_file->lastModified = lastModified;
        m_file->fields = "Content-Disposition: attachment; filename=x\r\nContent-Type: a/b\r\n";
        const qint64 broken = 2 * block + 5000;
        breakAt(broken);
        const auto outcome = attempt();
        verifyWhole(outcome, m_file->bytes);
        QCOMPARE(m_file->asked.size(), 1);
        QCOMPARE(m_file->asked[0].first, broken - overlap);
        QCOMPARE(m_file->asked[0].ifRange, ifRange);
        QCOMPARE(outcome.kept, broken);
        QCOMPARE(outcome.head.contentDisposition, QByteArray("attachment; filename=x"));
        QCOMPARE(outcome.verdict, item::Verdict::SizeOnly);
        QVERIFY(f->server.seen.last().has("Accept-Encoding: identity"));
        QCOMPARE(left(), QStringList{QStringLiteral("1.part")});
    }
    void aStopKeepsWhatIsThere()
    {
        m_file->delayMs = 5;
        const auto running = f->start(request());
        QTRY_VERIFY(running->progress.received > block);
        running->stop.requestStop();
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->failure.reason, Reason::Cancelled);
        const auto kept = running->outcome->resumable;
        QVERIFY(kept > block);
        QCOMPARE(QFile(part()).size(), kept);
        m_file->delayMs = 0;
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.last().first, kept);
    }
    void aFewBytesAreNotKept()
    {
        m_file->cutAt = 1000;
        const auto outcome = attempt();
        QCOMPARE(outcome.resumable, 0);
        QVERIFY(left().isEmpty());
    }
    void ofAnotherUrlNothingIsUsed()
    {
        breakAt(block);
        RangeFile other;
        other.bytes = pattern(2 * block, 5);
        other.on(f->server, "/g");
        auto asked = request();
        asked.url = f->server.url("/g");
        verifyWhole(attempt(asked), other.bytes);
        QCOMPARE(other.asked[0].first, -1);
    }

    void aChangedFileStartsAgain_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("dates");
        QTest::newRow("tag") << QByteArray("\"a\"") << QByteArray("\"b\"") << false;
        QTest::newRow("date") << QByteArray() << QByteArray() << true;
        QTest::newRow("nothing to tell it by") << QByteArray() << QByteArray() << false;
        QTest::newRow("weak tag") << QByteArray("W/\"a\"") << QByteArray("W/\"b\"") << false;
    }
    void aChangedFileStartsAgain()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(bool, dates);
        m_file->etag = before;
        if (dates)
            m_file->lastModified = longAgo;
        breakAt(3 * block);
        m_file->etag = after;
        if (dates)
            m_file->lastModified = "Sun, 22 Nov 2020 12:00:01 GMT";
        m_file->bytes = pattern(m_file->bytes.size(), 9); // of the same size
        const auto outcome = attempt();
        verifyWhole(outcome, m_file->bytes);
        QVERIFY2(outcome.note.contains(QLatin1StringView("started again")),
                 qPrintable(outcome.note));
        QVERIFY(m_file->asked.size() <= 2);
    }
    void aChangeThatIfRangeHidesIsSeen()
    {
        breakAt(3 * block);
        // A server that honours any If-Range, but sends the new tag.
        m_file->conditions = true;
        m_file->bytes = pattern(m_file->bytes.size(), 9);
        m_file->etag = "\"new\"";
        f->server.on("/f", [this](QTcpSocket &socket, const ScriptServer::Request &request) {
            auto lie = request;
            lie.head.replace("\"one\"", "\"new\"");
            m_file->answer(socket, lie);
        });
        verifyWhole(attempt(), m_file->bytes);
    }
    void aServerThatIgnoresRangesStartsAgain()
    {
        breakAt(3 * block);
        m_file->ranges = false;
        const auto outcome = attempt();
        verifyWhole(outcome, m_file->bytes);
        QCOMPARE(m_file->asked.size(), 1); // the 200 is used as it comes
        QVERIFY(outcome.note.contains(QLatin1StringView("started again")));
    }
    void theOldPartStaysUntilTheNewOneIsLarger()
    {
        breakAt(3 * block);
        const auto old = partBytes();
        m_file->ranges = false;
        m_file->bytes = pattern(m_file->bytes.size(), 9);
        m_file->cutAt = 2 * block;
        QCOMPARE(attempt().resumable, 3 * block);
        QVERIFY(partBytes() == old);
        m_file->cutAt = 4 * block;
        QCOMPARE(attempt().resumable, 4 * block);
        QVERIFY(partBytes() == m_file->bytes.first(4 * block));
        m_file->cutAt = -1;
        m_file->ranges = true;
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.last().first, 4 * block);
    }
    void aLoginPageIsNotTheFile()
    {
        m_file->fields = "Content-Type: application/zip\r\n";
        breakAt(3 * block);
        f->server.body("/f", "<html>log in</html>", "Content-Type: text/html\r\n");
        auto outcome = attempt();
        QCOMPARE(outcome.failure.reason, Reason::Changed);
        QVERIFY(outcome.failure.temporary);
        QVERIFY(outcome.failure.detail.contains(QLatin1StringView("type changed")));
        QCOMPARE(outcome.resumable, 3 * block);
        f->server.redirect("/f", "/login");
        f->server.body("/login", "<html>log in</html>", "Content-Type: text/html\r\n");
        QCOMPARE(attempt().failure.reason, Reason::Changed);
        m_file->on(f->server, "/f");
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.last().first, 3 * block);
    }
    void aFailureKeepsThePart_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("503") << QByteArray("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("404") << QByteArray("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("nothing") << QByteArray();
    }
    void aFailureKeepsThePart()
    {
        QFETCH(QByteArray, answer);
        breakAt(3 * block);
        f->server.send("/f", answer, true);
        const auto outcome = attempt();
        QVERIFY(!outcome.ok());
        QCOMPARE(outcome.resumable, 3 * block);
        m_file->on(f->server, "/f");
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.last().first, 3 * block);
    }

    void wrongRangesNeverLand_data()
    {
        QTest::addColumn<QByteArray>("told"); // "" = none
        QTest::addColumn<qint64>("shift");
        QTest::addColumn<bool>("ends"); // well, in the same attempt
        QTest::newRow("earlier") << QByteArray("right") << qint64(1000) << true;
        QTest::newRow("later") << QByteArray("bytes 3145729-5242956/5242957") << qint64(0) << false;
        QTest::newRow("other total")
            << QByteArray("bytes 3145728-5242956/9999999") << qint64(0) << false;
        QTest::newRow("missing") << QByteArray() << qint64(0) << false;
        QTest::newRow("garbage") << QByteArray("bytes all") << qint64(0) << false;
        QTest::newRow("shorter than the body")
            << QByteArray("bytes 3145728-3145800/5242957") << qint64(0) << false;
        // It says that it sends what was asked for, and sends what comes before.
        QTest::newRow("a lie") << QByteArray("bytes 3144728-5242956/5242957") << qint64(0) << false;
    }
    void wrongRangesNeverLand()
    {
        QFETCH(QByteArray, told);
        QFETCH(qint64, shift);
        QFETCH(bool, ends);
        breakAt(3 * block);
        m_file->shift = shift;
        if (told != "right")
            m_file->contentRange = [told](qint64, qint64) { return told; };
        auto outcome = attempt();
        if (ends) {
            verifyWhole(outcome, m_file->bytes);
            return;
        }
        // Either it failed and the part is as it was, or a fresh one was fetched as a whole.
        if (!outcome.ok()) {
            QVERIFY(!outcome.failure.detail.isEmpty());
            QVERIFY(partBytes() == m_file->bytes.first(3 * block));
            m_file->contentRange = nullptr;
            outcome = attempt();
        }
        verifyWhole(outcome, m_file->bytes);
    }
    void aPartThatIsEncodedIsRefused()
    {
        breakAt(3 * block);
        m_file->fields = "Content-Encoding: gzip\r\n";
        const auto outcome = attempt();
        QVERIFY(!outcome.ok());
        QVERIFY(partBytes() == m_file->bytes.first(3 * block));
    }
    void aShortRangeIsAskedOn()
    {
        breakAt(block);
        f->server.on("/f", [this](QTcpSocket &socket, const ScriptServer::Request &request) {
            auto some = request; // never more than one block
            const auto first = RangeFile::fieldOf(request.head, "Range").mid(6).chopped(1);
            const auto last = QByteArray::number(first.toLongLong() + block - 1);
            some.head.replace("bytes=" + first + '-', "bytes=" + first + '-' + last);
            m_file->answer(socket, some);
        });
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.size(), 5);
    }

    void unsatisfiableRanges_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::newRow("shrunk") << 2 * block;
        QTest::newRow("empty") << qint64(0);
    }
    void unsatisfiableRanges()
    {
        QFETCH(qint64, size);
        breakAt(3 * block);
        m_file->bytes = pattern(size);
        m_file->conditions = true;
        verifyWhole(attempt(), m_file->bytes);
        QVERIFY(m_file->asked.size() <= 2);
    }
    void aWholeBodyWithoutALengthIsKept()
    {
        // No length, and the connection broke behind its last byte.
        const auto bytes = pattern(2 * block);
        f->server.on("/f", [bytes](QTcpSocket &socket, const ScriptServer::Request &request) {
            if (request.has("Range:")) {
                socket.write("HTTP/1.1 416 No\r\nContent-Range: bytes */2097152\r\n"
                             "Content-Length: 0\r\n\r\n");
                return;
            }
            socket.write("HTTP/1.1 200 OK\r\nETag: \"a\"\r\nTransfer-Encoding: chunked\r\n\r\n"
                         "200000\r\n" +
                         bytes + "\r\n1");
            socket.disconnectFromHost();
        });
        const auto first = attempt();
        QVERIFY(!first.ok());
        QCOMPARE(first.resumable, bytes.size());
        verifyWhole(attempt(), bytes);
    }

    void aPartThatIsGoneStartsAgain_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("deleted") << 0;
        QTest::newRow("truncated") << 1;
        QTest::newRow("overwritten") << 2;
        QTest::newRow("state damaged") << 3;
        QTest::newRow("folder gone") << 4;
    }
    void aPartThatIsGoneStartsAgain()
    {
        QFETCH(int, how);
        breakAt(3 * block);
        const auto state = fetch::statePath(part());
        if (how == 0)
            QVERIFY(QFile::remove(part()));
        if (how == 1)
            QVERIFY(QFile::resize(part(), block + 100));
        if (how == 2 || how == 3) {
            QFile file(how == 2 ? part() : state);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2) &&
                    file.write("oops") == 4);
        }
        if (how == 4) {
            QVERIFY(QFile::remove(part()));
            QVERIFY(QFile::remove(state));
        }
        verifyWhole(attempt(), m_file->bytes);
    }
    void meddlingWhileItRunsIsSeen_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("deleted") << 0;
        QTest::newRow("emptied") << 1;
        QTest::newRow("a stranger's file") << 2;
    }
    void meddlingWhileItRunsIsSeen()
    {
        QFETCH(int, how);
        m_file->delayMs = 2;
        const auto running = f->start(request());
        QTRY_VERIFY(running->progress.received > 2 * block);
        if (how == 1)
            QVERIFY(QFile::resize(part(), 0));
        else
            QVERIFY(QFile::remove(part()));
        if (how == 2) {
            QFile stranger(part());
            QVERIFY(stranger.open(QIODevice::WriteOnly) && stranger.write("mine") == 4);
        }
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->failure.reason, Reason::Changed);
        QVERIFY(running->outcome->failure.temporary);
        QCOMPARE(running->outcome->resumable, 0);
        QCOMPARE(partBytes(), how == 2 ? QByteArray("mine") : QByteArray("no part"));
        m_file->delayMs = 0;
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.last().first, -1);
        QCOMPARE(left(), QStringList{QStringLiteral("1.part")});
    }
    void aCutPartIsNotTrusted()
    {
        m_file->delayMs = 2;
        const auto running = f->start(request());
        QTRY_VERIFY(running->progress.received > 2 * block);
        QVERIFY(QFile::resize(part(), 100));
        const auto cut = running->progress.received;
        QTRY_VERIFY(running->progress.received > cut + block / 2);
        running->stop.requestStop();
        QTRY_VERIFY(running->outcome);
        m_file->delayMs = 0;
        verifyWhole(attempt(), m_file->bytes);
    }
    void aKilledWorkersStateIsEnough()
    {
        // What a checkpoint has left: a state without a time, a part that has grown since.
        breakAt(3 * block);
        auto state = fetch::loadPartState(fetch::statePath(part()));
        QVERIFY(state);
        state->changedNs = 0;
        state->extents[0].size = 2 * block;
        state->extents[0].blocks.resize(2);
        QVERIFY(fetch::savePartState(fetch::statePath(part()), *state));
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.last().first, 2 * block);
    }
    void checkpointsAreWrittenOnTheWay()
    {
        m_file->bytes = pattern(12 * block);
        m_file->delayMs = 100; // of 48 pieces
        const auto running = f->start(request());
        QTRY_VERIFY(fetch::loadPartState(fetch::statePath(part())));
        const auto state = fetch::loadPartState(fetch::statePath(part()));
        QVERIFY(state->bytes() > block);
        QVERIFY(state->bytes() <= QFile(part()).size());
        running->stop.requestStop();
        QTRY_VERIFY(running->outcome);
    }

    void checksums_data()
    {
        QTest::addColumn<bool>("right");
        QTest::addColumn<bool>("resumed");
        QTest::newRow("right") << true << false;
        QTest::newRow("right, in two goes") << true << true;
        QTest::newRow("wrong") << false << false;
        QTest::newRow("wrong, in two goes") << false << true;
    }
    void checksums()
    {
        QFETCH(bool, right);
        QFETCH(bool, resumed);
        f->settings.sha256 = true;
        const auto sha256 = QCryptographicHash::hash(m_file->bytes, QCryptographicHash::Sha256);
        auto digest = QCryptographicHash::hash(m_file->bytes, QCryptographicHash::Md5);
        if (!right)
            digest[0] = char(digest[0] + 1);
        if (resumed)
            breakAt(3 * block);
        auto asked = request();
        asked.checksum = item::Checksum{item::HashAlgorithm::Md5, digest};
        const auto outcome = attempt(asked);
        QVERIFY(partBytes() ==
                m_file->bytes); // also the wrong one is there, for the engine to name
        QCOMPARE(outcome.sha256, sha256);
        QCOMPARE(outcome.failure.reason, right ? Reason::None : Reason::Checksum);
        QVERIFY(!outcome.failure.temporary);
        QCOMPARE(outcome.verdict, right ? item::Verdict::Verified : item::Verdict::None);
    }
    void sumsBesideTheFile_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<bool>("right");
        QTest::newRow("SHA256SUMS") << QByteArray("/SHA256SUMS") << true;
        QTest::newRow("MD5SUMS") << QByteArray("/MD5SUMS") << true;
        QTest::newRow("wrong") << QByteArray("/SHA256SUMS") << false;
        QTest::newRow("none") << QByteArray() << true;
    }
    void sumsBesideTheFile()
    {
        QFETCH(QByteArray, list);
        QFETCH(bool, right);
        f->settings.sums = true;
        const auto algorithm =
            list == "/MD5SUMS" ? QCryptographicHash::Md5 : QCryptographicHash::Sha256;
        const auto sum = QCryptographicHash::hash(right ? m_file->bytes : "x", algorithm).toHex();
        if (!list.isEmpty())
            f->server.body(list, sum + "  f\n" + sum + " *other\n", "Content-Type: text/plain\r\n");
        // Several at once ask for the list once.
        RangeFile other = *m_file;
        other.on(f->server, "/other");
        auto second = request();
        second.id = item::ItemId(2);
        second.url = f->server.url("/other");
        second.partPath = f->directory.filePath(QStringLiteral("2.part"));
        const auto running = f->start(second);
        const auto outcome = attempt();
        QTRY_VERIFY(running->outcome);
        for (const auto &each : {outcome, *running->outcome}) {
            QCOMPARE(each.failure.reason, right ? Reason::None : Reason::Checksum);
            const auto good = list.isEmpty() ? item::Verdict::SizeOnly : item::Verdict::Verified;
            QCOMPARE(each.verdict, right ? good : item::Verdict::None);
        }
        int asked = 0;
        for (const auto &seen : f->server.seen)
            asked += seen.target.endsWith("SUMS") ? 1 : 0;
        QCOMPARE(asked, list == "/SHA256SUMS" ? 1 : 2);
    }
    void aSizeThatIsNotTheListsIsAFailure()
    {
        auto asked = request();
        asked.size = m_file->bytes.size() + 1;
        const auto outcome = attempt(asked);
        QCOMPARE(outcome.failure.reason, Reason::WrongSize);
        QVERIFY(!outcome.failure.temporary);
        QVERIFY(outcome.failure.detail.contains(QLatin1StringView("the list says")));
        QCOMPARE(left(), QStringList());
        QCOMPARE(m_file->asked.size(), 1);
    }
    // Only at its end is it known how long it is.
    void aSizeThatNobodyToldIsNotTheLists()
    {
        f->server.send("/open", "HTTP/1.1 200 OK\r\n\r\nall of it", true);
        auto asked = request();
        asked.url = f->server.url("/open");
        asked.size = 10;
        const auto outcome = attempt(asked);
        QCOMPARE(outcome.failure.reason, Reason::WrongSize);
        QCOMPARE(left(), QStringList());
    }
    // Without a condition it says nothing, with one it says that the file is here already.
    void notModified_data()
    {
        QTest::addColumn<bool>("condition");
        QTest::newRow("unasked") << false;
        QTest::newRow("asked") << true;
    }
    void notModified()
    {
        QFETCH(const bool, condition);
        breakAt(3 * block);
        f->server.send("/f", "HTTP/1.1 304 Not Modified\r\n\r\n");
        auto asked = request();
        if (condition)
            asked.headers = {{"If-Modified-Since", longAgo}};
        const auto outcome = attempt(asked);
        QCOMPARE(outcome.failure.reason, condition ? Reason::Exists : Reason::Http);
        QVERIFY(!outcome.failure.temporary);
        QCOMPARE(outcome.resumable, condition ? 0 : 3 * block);
        QCOMPARE(left().isEmpty(), condition);
    }
    // Asked for the file, the server sends parts of it: they are put together.
    void unaskedParts_data()
    {
        QTest::addColumn<qint64>("most");
        QTest::newRow("all of it") << (qint64(1) << 40);
        QTest::newRow("a large part") << 2 * block;
        QTest::newRow("a few bytes") << qint64(100);
    }
    void unaskedParts()
    {
        QFETCH(const qint64, most);
        f->server.on("/f", [this, most](QTcpSocket &socket, const ScriptServer::Request &asked) {
            if (asked.has("\r\nRange:"))
                return m_file->answer(socket, asked);
            const auto part = m_file->bytes.first(std::min(most, m_file->bytes.size()));
            socket.write("HTTP/1.1 206 Partial Content\r\nETag: " + m_file->etag +
                         "\r\nContent-Range: bytes 0-" + QByteArray::number(part.size() - 1) + '/' +
                         QByteArray::number(m_file->bytes.size()) + "\r\nContent-Length: " +
                         QByteArray::number(part.size()) + "\r\n\r\n" + part);
        });
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(m_file->asked.size(), most < m_file->bytes.size() ? 1 : 0);
    }
    void badUnaskedParts_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("no range") << QByteArray("Content-Length: 5\r\n");
        QTest::newRow("not the first")
            << QByteArray("Content-Length: 5\r\nContent-Range: bytes 5-9/10\r\n");
        QTest::newRow("of nobody knows what")
            << QByteArray("Content-Length: 5\r\nContent-Range: bytes 0-4/*\r\n");
        QTest::newRow("another length")
            << QByteArray("Content-Length: 5\r\nContent-Range: bytes 0-5/6\r\n");
        QTest::newRow("two ranges")
            << QByteArray("Content-Length: 5\r\nContent-Range: bytes 0-4/5\r\n"
                          "Content-Range: bytes 0-4/6\r\n");
    }
    void badUnaskedParts()
    {
        QFETCH(const QByteArray, fields);
        f->server.send("/f", "HTTP/1.1 206 Partial Content\r\n" + fields + "\r\nhello");
        const auto outcome = attempt();
        QCOMPARE(outcome.failure.reason, Reason::Http);
        QCOMPARE(outcome.failure.httpCode, 206);
        QCOMPARE(left(), QStringList());
    }
    void mirrors()
    {
        f->server.send("/dead", "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
        auto asked = request();
        asked.url = f->server.url("/dead");
        asked.mirrors = {f->server.url("/dead"), f->server.url("/f")};
        verifyWhole(attempt(asked), m_file->bytes);
    }
    void aMirrorGoesOnWhereAnotherBroke()
    {
        m_file->cutAt = 3 * block;
        RangeFile other;
        other.bytes = m_file->bytes;
        other.etag = "\"another server's\"";
        other.on(f->server, "/g");
        auto asked = request();
        asked.mirrors = {f->server.url("/g")};
        verifyWhole(attempt(asked), m_file->bytes);
        QCOMPARE(other.asked.size(), 1);
        QCOMPARE(other.asked[0].first, 3 * block - 4096); // compared: its tag says nothing to us
        QVERIFY(other.asked[0].ifRange.isEmpty());
    }
    void tooLargeIsNotFetched()
    {
        f->settings.maxBytes = block;
        const auto outcome = attempt();
        QCOMPARE(outcome.failure.reason, Reason::TooLarge);
        QVERIFY(!outcome.failure.temporary);
        QVERIFY(left().isEmpty());
    }
    void limitsOfTime_data()
    {
        QTest::addColumn<bool>("total");
        QTest::newRow("total") << true;
        QTest::newRow("least speed") << false;
    }
    void limitsOfTime()
    {
        QFETCH(bool, total);
        m_file->delayMs = 400; // 640 kB/s
        if (total)
            f->settings.totalTimeoutMs = 700;
        else
            f->settings.minBytesPerSecond = 2'000'000;
        f->settings.minSpeedWindowMs = 500;
        const auto outcome = attempt();
        QCOMPARE(outcome.failure.reason, total ? Reason::Timeout : Reason::TooSlow);
        QVERIFY(outcome.failure.temporary);
        QVERIFY(outcome.durationMs >= 500);
        QVERIFY(outcome.resumable > 0); // it may go on in the next attempt
        f->settings = {};
    }
    void aSlowOneMayEndBeforeItIsMeasured()
    {
        m_file->delayMs = 100;
        f->settings.minBytesPerSecond = 1'000'000'000;
        f->settings.minSpeedWindowMs = 60'000;
        verifyWhole(attempt(), m_file->bytes);
    }
    void fastEnough()
    {
        m_file->bytes = pattern(block);
        m_file->delayMs = 100;
        f->settings.minBytesPerSecond = 100'000;
        f->settings.minSpeedWindowMs = 300;
        verifyWhole(attempt(), m_file->bytes);
    }
    void xattrAndTime()
    {
        f->settings.xattr = f->settings.times = true;
        m_file->lastModified = longAgo;
        verifyWhole(attempt(), m_file->bytes);
        QCOMPARE(QFileInfo(part()).lastModified().toUTC(),
                 QDateTime::fromString(QStringLiteral("2020-11-22T12:00:00Z"), Qt::ISODate));
        QByteArray origin(200, '\0');
        const auto size = ::getxattr(QFile::encodeName(part()).constData(), "user.xdg.origin.url",
                                     origin.data(), std::size_t(origin.size()));
        QCOMPARE(origin.first(std::max<qsizetype>(0, size)), f->server.url("/f"));
    }
};

TRAWL_TEST(Guiless, TestResume)

} // namespace tst_resume

#include "tst_resume.moc"
