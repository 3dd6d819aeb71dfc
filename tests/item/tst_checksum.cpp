// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/checksum.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_checksum {

using namespace trawl::item;

class TestChecksum : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAlgorithmHasItsWordAndSize()
    {
        const QList<qsizetype> sizes{16, 20, 32, 64};
        for (int i = 0; i <= int(HashAlgorithm::Last); ++i) {
            const auto algorithm = HashAlgorithm(i);
            QCOMPARE(digestSize(algorithm), sizes.value(i));
            QCOMPARE(algorithmFromWord(algorithmWord(algorithm)), algorithm);
            const Checksum sum{algorithm, QByteArray(digestSize(algorithm), '\xa5')};
            QCOMPARE(parseChecksum(checksumText(sum)), sum);
        }
    }
    void words_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<std::optional<HashAlgorithm>>("algorithm");
        const auto row = [](const char *word, std::optional<HashAlgorithm> algorithm) {
            QTest::newRow(word) << QByteArray(word) << algorithm;
        };
        row("SHA-256", HashAlgorithm::Sha256);
        row("Sha512", HashAlgorithm::Sha512);
        row("sha-1", HashAlgorithm::Sha1);
        row("MD5", HashAlgorithm::Md5);
        row("sha", std::nullopt);
        row("sha3-256", std::nullopt);
        row("sha2560", std::nullopt);
        row("", std::nullopt);
    }
    void words()
    {
        QFETCH(QByteArray, word);
        QFETCH(std::optional<HashAlgorithm>, algorithm);
        QCOMPARE(algorithmFromWord(word), algorithm);
    }
    void texts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        const QByteArray hex(32, 'F');
        QTest::newRow("=") << "md5=" + hex << true;
        QTest::newRow(":") << "MD-5:" + hex.toLower() << true;
        QTest::newRow("short") << "md5=" + hex.chopped(1) << false;
        QTest::newRow("long") << "md5=" + hex + "ff" << false;
        QTest::newRow("not hexadecimal") << "md5=" + hex.chopped(1) + "g" << false;
        QTest::newRow("blank in it") << "md5=" + hex.chopped(1) + " " << false;
        QTest::newRow("NUL in it") << "md5=" + hex.chopped(1) + QByteArray(1, '\0') << false;
        QTest::newRow("another's length") << "sha1=" + hex << false;
        QTest::newRow("no mark") << hex << false;
        QTest::newRow("no digest") << QByteArray("md5=") << false;
        QTest::newRow("no algorithm") << "=" + hex << false;
        QTest::newRow("empty") << QByteArray() << false;
    }
    void texts()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto sum = parseChecksum(text);
        QCOMPARE(sum.has_value(), good);
        if (sum)
            QCOMPARE(sum->digest, QByteArray(16, '\xff'));
    }
};

TRAWL_TEST(Appless, TestChecksum)

} // namespace tst_checksum

#include "tst_checksum.moc"
