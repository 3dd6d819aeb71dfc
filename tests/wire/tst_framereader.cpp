// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "wire/frame.h"
#include "wire/samples.h"

#include <QTest>

namespace tst_framereader {

using namespace trawl;
using namespace trawl::wire;

namespace {

/// A recorded stream of which only a part has arrived yet, as on a socket.
class Recording : public QIODevice
{
public:
    explicit Recording(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    void arrive(qsizetype count) { m_arrived = qMin(m_arrived + count, m_bytes.size()); }
    [[nodiscard]] bool atEnd() const override { return m_read == m_bytes.size(); }
    [[nodiscard]] bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 size) override
    {
        const auto count = qMin(size, qint64(m_arrived - m_read));
        std::copy_n(m_bytes.constData() + m_read, count, data);
        m_read += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qsizetype m_arrived = 0;
    qsizetype m_read = 0;
};

std::vector<Message> conversation()
{
    std::vector<Message> messages;
    for (int i = 0; i < 20; ++i) {
        for (auto &message : samples::all())
            messages.push_back(std::move(message));
    }
    return messages;
}

QByteArray record(const std::vector<Message> &messages)
{
    QByteArray bytes;
    for (const auto &message : messages)
        bytes += encode(message);
    return bytes;
}

} // namespace

class TestFrameReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAStreamInPieces_data()
    {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 61, 1000, 70'001, 1 << 30})
            QTest::addRow("%d bytes at once", piece) << piece;
    }
    void readsAStreamInPieces()
    {
        QFETCH(const int, piece);
        const auto sent = conversation();
        Recording device(record(sent));
        std::vector<Message> got;
        FrameReader reader;
        while (!device.atEnd()) {
            device.arrive(piece);
            Message message;
            ReadResult result{};
            while ((result = reader.read(device, message)) == ReadResult::Value)
                got.push_back(message);
            QCOMPARE(result, ReadResult::Incomplete);
        }
        QVERIFY(got == sent);
    }

    void nothingIsIncomplete()
    {
        Recording device({});
        FrameReader reader;
        Message message;
        QCOMPARE(reader.read(device, message), ReadResult::Incomplete);
        QVERIFY(reader.error().isEmpty());
    }

    void aLongFrameIsTaken()
    {
        Finished finished;
        finished.outcomes.append(samples::outcome());
        finished.outcomes[0].finalUrl = QByteArray(maxFrame - 1000, 'u');
        Recording device(encode(finished) + encode(Ping{5}));
        device.arrive(1 << 30);
        FrameReader reader;
        Message message;
        QCOMPARE(reader.read(device, message), ReadResult::Value);
        QVERIFY(message == Message(finished));
        QCOMPARE(reader.read(device, message), ReadResult::Value);
        QVERIFY(message == Message(Ping{5}));
    }

    void badBytesAreRefusedForGood_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("4 GB") << QByteArray::fromHex("ffffffff0000");
        QTest::newRow("one more than the limit") << QByteArray::fromHex("001000010000");
        QTest::newRow("no kind") << QByteArray::fromHex("00000000");
        QTest::newRow("half a kind") << QByteArray::fromHex("0000000100");
        QTest::newRow("unknown kind") << QByteArray::fromHex("00000002ffff");
        QTest::newRow("a browser") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    }
    void badBytesAreRefusedForGood()
    {
        QFETCH(const QByteArray, bytes);
        Recording device(encode(Ping{1}) + bytes + encode(Ping{2}));
        device.arrive(1 << 30);
        FrameReader reader;
        Message message;
        QCOMPARE(reader.read(device, message), ReadResult::Value);
        QCOMPARE(reader.read(device, message), ReadResult::Invalid);
        QVERIFY(!reader.error().isEmpty());
        QCOMPARE(reader.read(device, message), ReadResult::Invalid);
    }

    /// The largest legal frame is not asked for before its bytes are there.
    void anAnnouncedLengthReservesNothing()
    {
        Recording device(QByteArray::fromHex("00100000") + QByteArray(100, 'x'));
        device.arrive(1 << 30);
        FrameReader reader;
        Message message;
        QCOMPARE(reader.read(device, message), ReadResult::Incomplete);
    }
};

TRAWL_TEST(Appless, TestFrameReader)

} // namespace tst_framereader

#include "tst_framereader.moc"
