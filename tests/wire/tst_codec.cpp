// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "wire/codec.h"
#include "wire/fields.h"
#include "wire/frame.h"
#include "wire/samples.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>
#include <QtEndian>

#include <functional>
#include <typeinfo>
#include <utility>

namespace tst_codec {

using namespace trawl;
using namespace trawl::wire;

namespace {

QByteArray payload(const Message &message)
{
    return encode(message).sliced(4);
}

Message readOne(const QByteArray &bytes, ReadResult expected)
{
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    FrameReader reader;
    Message message;
    const auto result = reader.read(buffer, message);
    if (result != expected)
        qWarning("got %d, not %d: %s", int(result), int(expected), qPrintable(reader.error()));
    return result == expected ? message : Message(Log{LogLevel::Error, reader.error()});
}

/// Makes each enum of a message greater than its last for a moment, one after another.
class EnumBreaker
{
public:
    using Broken = std::function<void(const char *type)>;

    explicit EnumBreaker(Broken broken)
        : m_broken(std::move(broken))
    {
    }

    template <typename... Values> void operator()(Values &...values) { (visit(values), ...); }

private:
    template <Bounded E> void visit(E &value)
    {
        using Number = std::underlying_type_t<E>;
        const auto good = std::exchange(value, E(Number(Number(E::Last) + 1)));
        m_broken(typeid(E).name());
        value = good;
    }
    template <Id E> void visit(E &) {}
    template <Number T> void visit(T &) {}
    void visit(bool &) {}
    void visit(QByteArray &) {}
    void visit(QString &) {}
    void visit(Hello &) {} // it has none, and is read in a way of its own
    template <typename T> void visit(QList<T> &list)
    {
        for (auto &value : list)
            visit(value);
    }
    template <typename T> void visit(std::optional<T> &value)
    {
        if (value)
            visit(*value);
    }
    template <typename T>
        requires std::is_class_v<T>
    void visit(T &value)
    {
        serialize(*this, value);
    }

    Broken m_broken;
};

void breakEnums(Message &message, EnumBreaker::Broken broken)
{
    EnumBreaker breaker(std::move(broken));
    std::visit([&](auto &kind) { breaker(kind); }, message);
}

} // namespace

class TestCodec : public QObject
{
    Q_OBJECT

private:
    static void eachMessage()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(samples::all().size()); ++i)
            QTest::addRow("kind %d", i) << i;
    }
    static Message sample()
    {
        QFETCH(const int, index);
        return samples::all()[std::size_t(index)];
    }

private Q_SLOTS:
    void everyKindHasASample()
    {
        const auto all = samples::all();
        QCOMPARE(all.size(), std::variant_size_v<Message>);
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].index(), i);
    }

    void comesBackTheSame_data() { eachMessage(); }
    void comesBackTheSame()
    {
        const auto message = sample();
        const auto decoded = decodePayload(payload(message));
        QVERIFY2(decoded, decoded ? "" : qPrintable(decoded.error()));
        QVERIFY(*decoded == message);
        QVERIFY(readOne(encode(message), ReadResult::Value) == message);
    }

    void aPrefixIsNeverAMessage_data() { eachMessage(); }
    void aPrefixIsNeverAMessage()
    {
        const auto frame = encode(sample());
        for (qsizetype size = 0; size < frame.size(); ++size) {
            QByteArray part = frame.first(size);
            QBuffer buffer(&part);
            buffer.open(QIODevice::ReadOnly);
            FrameReader reader;
            Message message;
            QCOMPARE(reader.read(buffer, message), ReadResult::Incomplete);
        }
    }

    void aShortPayloadIsRefused_data() { eachMessage(); }
    void aShortPayloadIsRefused()
    {
        const auto whole = payload(sample());
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY2(!decodePayload(whole.first(size)), qPrintable(QString::number(size)));
    }

    void trailingBytesAreRefused_data() { eachMessage(); }
    void trailingBytesAreRefused() { QVERIFY(!decodePayload(payload(sample()) + '\0')); }

    void anUnknownKindIsRefused()
    {
        QVERIFY(!decodePayload(QByteArray::fromHex("ffff")));
        QVERIFY(!decodePayload(QByteArray::fromHex("000b")));
    }

    void aBooleanIsZeroOrOne()
    {
        auto bytes = payload(Finished{{samples::outcome()}});
        const qsizetype at = 2 + 4 + 8 + 1 + 4; // kind, count, id, reason, code
        QCOMPARE(bytes[at], '\1');
        bytes[at] = '\2';
        QVERIFY(!decodePayload(bytes));
    }

    void anEnumBeyondItsLastIsRefused_data() { eachMessage(); }
    void anEnumBeyondItsLastIsRefused()
    {
        auto message = sample();
        breakEnums(message,
                   [&](const char *type) { QVERIFY2(!decodePayload(payload(message)), type); });
        QVERIFY(decodePayload(payload(message)));
    }

    void everyEnumIsInASample()
    {
        QSet<QByteArray> seen;
        for (auto &message : samples::all())
            breakEnums(message, [&](const char *type) { seen.insert(type); });
        const QSet<QByteArray> all{
            typeid(item::Reason).name(),       typeid(item::HttpVersion).name(),
            typeid(item::HttpStack).name(),    typeid(item::HashAlgorithm).name(),
            typeid(item::Verdict).name(),      typeid(item::RateScope).name(),
            typeid(item::Look).name(),         typeid(item::RecipePart).name(),
            typeid(item::SegmentState).name(), typeid(item::Referrer).name(),
            typeid(LogLevel).name(),
        };
        QCOMPARE(seen, all);
    }

    /// A count is believed only as far as the frame could hold it: no allocation of gigabytes.
    void anAbsurdCountAllocatesNothing_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<quint32>("count");
        for (const int kind : {1, 2, 6, 7}) {
            QTest::addRow("kind %d, 2^31", kind) << kind << (1U << 31);
            QTest::addRow("kind %d, 2^32 - 1", kind) << kind << ~0U;
            QTest::addRow("kind %d, 9", kind) << kind << 9U;
        }
    }
    void anAbsurdCountAllocatesNothing()
    {
        QFETCH(const int, kind);
        QFETCH(const quint32, count);
        QByteArray bytes(6 + 64, '\0');
        qToBigEndian(quint16(kind), bytes.data());
        qToBigEndian(count, bytes.data() + 2);
        QVERIFY(!decodePayload(bytes));
    }

    void anAbsurdStringLengthIsRefused()
    {
        auto bytes = payload(Log{LogLevel::Info, QStringLiteral("abc")});
        qToBigEndian(quint32(0x7fff'fffe), bytes.data() + 3);
        QVERIFY(!decodePayload(bytes));
        qToBigEndian(quint32(5), bytes.data() + 3); // half a UTF-16 unit
        QVERIFY(!decodePayload(bytes));
    }

    void aStrangersHelloIsNamed()
    {
        auto bytes = payload(Hello{});
        bytes[2] = 'X';
        QVERIFY(!decodePayload(bytes));
    }

    /// Its version is readable even when the fields behind it are not ours.
    void anotherVersionsHelloTellsItsVersion()
    {
        auto bytes = payload(Hello{protocolVersion, "t", 1}).first(6);
        bytes += QByteArray::fromHex("0063") + "fields of the future";
        const auto decoded = decodePayload(bytes);
        QVERIFY(decoded);
        QCOMPARE(std::get<Hello>(*decoded).protocol, 0x63);
        QVERIFY(std::get<Hello>(*decoded).token.isEmpty());
    }

    /// Whatever is flipped, decoding ends without a crash (run under the sanitizers).
    void flippedBitsDoNoHarm()
    {
        QRandomGenerator random(20261122);
        int understood = 0;
        for (int round = 0; round < 300; ++round) {
            for (const auto &message : samples::all()) {
                auto bytes = payload(message);
                for (int flips = random.bounded(1, 4); flips > 0; --flips)
                    bytes[random.bounded(int(bytes.size()))] ^= char(1 << random.bounded(8));
                understood += decodePayload(bytes).has_value();
            }
        }
        QVERIFY(understood > 0);
    }

    void aBatchIsSplitIntoFramesThatFit()
    {
        Assign assign;
        for (int i = 0; i < 50; ++i)
            assign.tasks.append({item::ItemId(i), QByteArray(64 * 1024, 'u'), {}, {}});
        const auto batches = encodeBatches(assign);
        QVERIFY(batches.tooLarge.isEmpty());
        QCOMPARE(batches.frames.size(), 4);
        Assign joined;
        for (const auto &frame : batches.frames) {
            QVERIFY(quint32(frame.size()) <= maxFrame + 4);
            joined.tasks += std::get<Assign>(readOne(frame, ReadResult::Value)).tasks;
        }
        QCOMPARE(joined, assign);
    }

    void aBatchThatFitsIsTheOrdinaryFrame()
    {
        const Finished finished{{samples::outcome(1), samples::outcome(2)}};
        QCOMPARE(encodeBatches(finished).frames, QList{encode(finished)});
        const ProgressBatch progress{{{item::ItemId(1), 2, 3}}};
        QCOMPARE(encodeBatches(progress).frames, QList{encode(progress)});
        const Cancel cancel{{item::ItemId(1)}};
        QCOMPARE(encodeBatches(cancel).frames, QList{encode(cancel)});
        QVERIFY(encodeBatches(Cancel{}).frames.isEmpty());
    }

    void anElementLongerThanAFrameIsLeftOutAndNamed()
    {
        Assign assign{{samples::request(1), samples::request(2), samples::request(3)}};
        assign.tasks[1].url = QByteArray(maxFrame, 'u');
        const auto batches = encodeBatches(assign);
        QCOMPARE(batches.tooLarge, QList<qsizetype>{1});
        QCOMPARE(batches.frames, QList{encode(Assign{{assign.tasks[0], assign.tasks[2]}})});
    }

    void anOutcomeThereAndBack()
    {
        Finished finished;
        for (int i = 0; i < 100; ++i)
            finished.outcomes.append(samples::outcome(i));
        QBENCHMARK
        {
            const auto decoded = decodePayload(payload(finished));
            QVERIFY(decoded);
        }
    }
};

TRAWL_TEST(Appless, TestCodec)

} // namespace tst_codec

#include "tst_codec.moc"
