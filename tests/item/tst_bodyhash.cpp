// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/bodyhash.h"
#include "support/testmain.h"

#include <QTest>
#include <QtEndian>

#include <xxhash.h>

namespace tst_bodyhash {

using namespace trawl::item;

namespace {

constexpr qint64 block = BodyHash::blockBytes;

QByteArray body(qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 1;
    for (auto &byte : bytes)
        byte = char((state = state * 1'664'525 + 1'013'904'223) >> 24);
    return bytes;
}

/// The rule, written down a second time.
quint64 expected(const QByteArray &bytes)
{
    if (bytes.size() <= block)
        return XXH3_64bits(bytes.constData(), std::size_t(bytes.size()));
    QByteArray hashes;
    for (qint64 at = 0; at < bytes.size(); at += block) {
        const auto piece = bytes.mid(at, block);
        const auto hash =
            qToLittleEndian(quint64(XXH3_64bits(piece.constData(), std::size_t(piece.size()))));
        hashes.append(reinterpret_cast<const char *>(&hash), sizeof hash);
    }
    return XXH3_64bits(hashes.constData(), std::size_t(hashes.size()));
}

void sizes()
{
    QTest::addColumn<qint64>("size");
    for (const qint64 size :
         {qint64(0), qint64(1), block - 1, block, block + 1, 2 * block, 3 * block + 12'345})
        QTest::addRow("%lld", static_cast<long long>(size)) << size;
}

} // namespace

class TestBodyHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hashesAtOnceAndInPieces_data() { sizes(); }
    void hashesAtOnceAndInPieces()
    {
        QFETCH(qint64, size);
        const auto bytes = body(size);
        BodyHash whole;
        whole.add(bytes);
        QCOMPARE(whole.value(), expected(bytes));
        QCOMPARE(whole.size(), size);
        for (const qint64 piece : {qint64(4'000), qint64(65'536), block - 1, block + 7}) {
            BodyHash hash;
            for (qint64 at = 0; at < size; at += piece) {
                hash.add(QByteArrayView(bytes).sliced(at, std::min(piece, size - at)));
                std::ignore = hash.value(); // asking in between changes nothing
            }
            QCOMPARE(hash.value(), expected(bytes));
        }
    }

    void goesOnBehindKnownBlocks_data() { sizes(); }
    void goesOnBehindKnownBlocks()
    {
        QFETCH(qint64, size);
        const auto bytes = body(size);
        BodyHash first;
        first.add(bytes);
        BodyHash second;
        for (const auto hash : first.blocks())
            second.addBlock(hash);
        const auto tail = QByteArrayView(bytes).sliced(second.size());
        QCOMPARE(BodyHash::ofBlock(tail), first.tail());
        second.add(tail);
        QCOMPARE(second.value(), expected(bytes));
        auto all = first.blocks();
        if (!tail.isEmpty())
            all.append(first.tail());
        QCOMPARE(BodyHash::ofBlocks(all), expected(bytes));
    }

    void tellsOneChangedByte()
    {
        auto bytes = body(2 * block + 5);
        BodyHash before;
        before.add(bytes);
        bytes[block + 3] = char(bytes[block + 3] ^ 1);
        BodyHash after;
        after.add(bytes);
        QVERIFY(before.value() != after.value());
    }
};

TRAWL_TEST(Appless, TestBodyHash)

} // namespace tst_bodyhash

#include "tst_bodyhash.moc"
