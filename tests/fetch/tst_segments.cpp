// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetchfixture.h"
#include "item/bodyhash.h"
#include "rangefile.h"
#include "support/testmain.h"

namespace tst_segments {

using namespace trawl;
using namespace trawl::tests;
using item::Reason;

namespace {

constexpr qint64 block = item::BodyHash::blockBytes;

QByteArray pattern(qint64 size, int seed = 0)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (qint64 i = 0; i < size; ++i)
        bytes[i] = char((i * 31 + i / 251 + i / 65'521 + seed) & 0xff);
    return bytes;
}

} // namespace

/// One file over several connections, lent by a test in the engine's place.
class TestSegments : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FetchFixture> f;
    std::unique_ptr<RangeFile> m_file;
    int m_wanted = 0; ///< the highest
    int m_wantedLast = 0;
    int m_returned = 0;
    int m_lent = 0;

    [[nodiscard]] QString part() const { return f->directory.filePath(QStringLiteral("1.part")); }
    [[nodiscard]] QByteArray partBytes() const
    {
        QFile file(part());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no part");
    }
    /// Lends what is wanted, at most so many, from the event loop as the engine does.
    std::shared_ptr<Running> start(int most, item::Request request)
    {
        auto running = std::make_shared<Running>();
        auto &lending = running->lending;
        lending.want = [this, most, &lending](int count) {
            m_wanted = std::max(m_wanted, count);
            m_wantedLast = count;
            const auto lent = std::min(count, most);
            if (lent == 0 || m_lent > 0)
                return;
            m_lent = lent;
            QTimer::singleShot(0, this, [&lending, lent] {
                if (lending.grant)
                    lending.grant(lent);
            });
        };
        lending.giveBack = [this](int count) { m_returned += count; };
        return f->start(running, std::move(request));
    }
    std::shared_ptr<Running> start(int most)
    {
        return start(most, {item::ItemId(1), f->server.url("/f"), part(), {}});
    }
    void verifyWhole(const std::shared_ptr<Running> &running, const QByteArray &bytes)
    {
        QTRY_VERIFY(running->outcome);
        QVERIFY2(running->outcome->ok(), qPrintable(running->outcome->failure.detail));
        QVERIFY(partBytes() == bytes);
        item::BodyHash hash;
        hash.add(bytes);
        QCOMPARE(running->outcome->xxh3, hash.value());
        QCOMPARE(m_returned, m_lent);
    }

private Q_SLOTS:
    void init()
    {
        f = std::make_unique<FetchFixture>(item::HttpStack::Curl);
        f->settings.segmentFrom = 8 * block;
        m_file = std::make_unique<RangeFile>();
        m_file->bytes = pattern(20 * block + 77);
        m_file->delayMs = 2;
        m_file->on(f->server, "/f");
        m_wanted = m_wantedLast = m_returned = m_lent = 0;
    }
    void cleanup() { f.reset(); }

    void aLargeFileIsSharedOut()
    {
        const auto running = start(3);
        verifyWhole(running, m_file->bytes);
        QCOMPARE(m_wanted, 3);
        QCOMPARE(m_wantedLast, 0);
        QVERIFY(m_file->asked.size() >= 4);
        QCOMPARE(m_file->asked[0].first, -1); // the first one is no probe
        for (const auto &asked : m_file->asked.mid(1)) {
            QCOMPARE(asked.first % block, 0);
            QCOMPARE(asked.ifRange, m_file->etag);
        }
        QCOMPARE(running->outcome->head.code, 200);
    }
    void withoutThemItIsOneStream_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("too small") << 0;
        QTest::newRow("none wanted") << 1;
        QTest::newRow("no validators") << 2;
        QTest::newRow("none taken") << 3;
        QTest::newRow("encoded") << 4;
    }
    void withoutThemItIsOneStream()
    {
        QFETCH(int, how);
        m_file->delayMs = 0;
        if (how == 0)
            f->settings.segmentFrom = 21 * block;
        if (how == 1)
            f->settings.segments = 1;
        if (how == 2)
            m_file->etag.clear();
        if (how == 3) {
            m_file->fields = "Accept-Ranges: none\r\n";
            f->server.on("/f", [this](QTcpSocket &socket, const ScriptServer::Request &) {
                socket.write("HTTP/1.1 200 OK\r\nAccept-Ranges: none\r\nETag: \"a\"\r\n"
                             "Content-Length: " +
                             QByteArray::number(m_file->bytes.size()) + "\r\n\r\n" + m_file->bytes);
            });
        }
        if (how == 4) {
            m_file->bytes = pattern(20 * block); // is no gzip: what counts is that nobody asks on
            m_file->fields = "Content-Encoding: gzip\r\n";
        }
        const auto running = start(3);
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->ok(), how != 4);
        QCOMPARE(m_wanted, 0);
    }
    void oneThatGetsTheWholeFileLeavesItToTheOthers()
    {
        int count = 0;
        f->server.on("/f", [&](QTcpSocket &socket, const ScriptServer::Request &request) {
            auto asked = request;
            if (++count == 3)
                asked.head.insert(asked.head.toLower().indexOf("\r\nrange:") + 2, "X-");
            m_file->answer(socket, asked);
        });
        const auto running = start(3);
        verifyWhole(running, m_file->bytes);
        QCOMPARE(running->outcome->note, QStringLiteral("no ranges: one stream"));
    }
    void noneTakesRangesAfterAll()
    {
        m_file->ranges = false; // whatever Accept-Ranges says
        const auto running = start(3);
        verifyWhole(running, m_file->bytes);
        QVERIFY(m_file->asked.size() <= 4); // the first stream goes on to the end
    }
    void aSlowOneIsHelped()
    {
        // The first segment crawls: the others take its rest, again and again.
        m_file->delayMs = 1;
        int count = 0;
        RangeFile slow = *m_file;
        slow.delayMs = 1000;
        f->server.on("/f", [&](QTcpSocket &socket, const ScriptServer::Request &request) {
            (++count == 2 ? slow : *m_file).answer(socket, request);
        });
        const auto running = start(3);
        verifyWhole(running, m_file->bytes);
        QVERIFY(m_file->asked.size() + slow.asked.size() > 4);
    }
    void oneThatBreaksIsMadeGoodByTheOthers()
    {
        int count = 0;
        RangeFile broken = *m_file;
        broken.cutAt = 11 * block;
        f->server.on("/f", [&](QTcpSocket &socket, const ScriptServer::Request &request) {
            (++count == 2 ? broken : *m_file).answer(socket, request);
        });
        verifyWhole(start(3), m_file->bytes);
    }
    void whatIsLeftIsGoneOnWith()
    {
        m_file->delayMs = 4;
        auto running = start(3);
        QTRY_VERIFY(running->progress.received > 8 * block);
        running->stop.requestStop();
        QTRY_VERIFY(running->outcome);
        QCOMPARE(m_returned, m_lent);
        const auto kept = running->outcome->resumable;
        QVERIFY(kept >= 8 * block);
        m_lent = m_returned = 0;
        m_file->asked.clear();
        m_file->delayMs = 0;
        running = start(3);
        verifyWhole(running, m_file->bytes);
        QCOMPARE(running->outcome->kept, kept);
        for (const auto &asked : m_file->asked)
            QVERIFY(asked.first > 0);
    }
    void aFileThatChangesMeanwhileIsFetchedAnew()
    {
        const auto other = pattern(20 * block + 77, 3);
        int count = 0;
        f->server.on("/f", [&](QTcpSocket &socket, const ScriptServer::Request &request) {
            if (++count == 4) {
                m_file->bytes = other;
                m_file->etag = "\"two\"";
            }
            m_file->answer(socket, request);
        });
        const auto running = start(3);
        verifyWhole(running, other);
        QVERIFY(running->outcome->note.contains(QLatin1StringView("started again")));
    }
    void cancelReturnsThem()
    {
        const auto running = start(3);
        QTRY_VERIFY(running->progress.received > 2 * block);
        running->stop.requestStop();
        QTRY_VERIFY(running->outcome);
        QCOMPARE(running->outcome->failure.reason, Reason::Cancelled);
        QCOMPARE(m_returned, m_lent);
        QVERIFY(!running->lending.grant); // nobody is there to take more
    }
};

TRAWL_TEST(Guiless, TestSegments)

} // namespace tst_segments

#include "tst_segments.moc"
