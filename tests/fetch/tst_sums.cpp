// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/sums.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_sums {

using namespace trawl;
using item::HashAlgorithm;

namespace {

const QByteArray one(32, '1');
const QByteArray two(32, 'a');

} // namespace

class TestSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("digest"); ///< empty = none
        const auto row = [](const char *title, const QByteArray &text, const QByteArray &name,
                            const QByteArray &digest) {
            QTest::newRow(title) << text << name << digest;
        };
        row("coreutils", one + "  x\n" + two + "  y\n", "y", two);
        row("binary", one + " *x\n", "x", one);
        row("one blank", one + " x\n", "x", one);
        row("upper case", two.toUpper() + "  x\n", "x", two);
        row("no last line end", one + "  x", "x", one);
        row("CRLF", one + "  x\r\n" + two + "  y\r\n", "x", one);
        row("BOM", "\xef\xbb\xbf" + one + "  x\n", "x", one);
        row("leading ./", one + "  ./x\n", "x", one);
        row("another folder", one + "  sub/x\n", "x", {});
        row("blanks in the name", one + "  a  b \n", "a  b ", one);
        row("escaped", '\\' + one + "  a\\\\b\\nc\\rd\n", "a\\b\nc\rd", one);
        row("not escaped", one + "  a\\nb\n", "a\\nb", one);
        row("BSD", "MD5 (x) = " + one + "\n", "x", one);
        row("BSD, odd name", "MD5 (a) = (b) = " + one + "\n", "a) = (b", one);
        row("BSD, escaped", "\\MD5 (a\\\\b) = " + one + "\n", "a\\b", one);
        row("BSD, other kind", "SHA1 (x) = " + one + "11111111\n", "x", {});
        row("several kinds", "SHA1 (x) = " + one + "11111111\nMD5 (x) = " + two + "\n", "x", two);
        row("signed", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + one + "  x\n-----\n",
            "x", one);
        row("comment", "# " + one + "  x\n", "x", {});
        row("twice the same", one + "  x\n" + one + "  x\n", "x", one);
        row("two different ones", one + "  x\n" + two + "  x\n", "x", {});
        row("too short", one.chopped(2) + "  x\n", "x", {});
        row("too long", one + "11  x\n", "x", {});
        row("not hexadecimal", one.chopped(1) + "g  x\n", "x", {});
        row("not there", one + "  x\n", "xx", {});
        row("no name", one + "\n" + one + " \n" + one + "  \n", "x", {});
        row("empty", "", "x", {});
        row("only marks", "\\\n()\n (\n) = \n( ) = \n", "x", {});
    }
    void finds()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, digest);
        const auto sum = fetch::findSum(text, name, HashAlgorithm::Md5);
        QCOMPARE(sum.has_value(), !digest.isEmpty());
        if (sum) {
            QCOMPARE(sum->digest.toHex(), digest);
            QCOMPARE(sum->algorithm, HashAlgorithm::Md5);
        }
        for (qsizetype length = 0; length < text.size(); ++length) // a cut digest is none
            (void)fetch::findSum(QByteArrayView(text).first(length), name, HashAlgorithm::Md5);
    }
    void eachKindHasItsLength()
    {
        for (int i = 0; i <= int(HashAlgorithm::Last); ++i) {
            const auto kind = HashAlgorithm(i);
            const QByteArray hex(item::digestSize(kind) * 2, 'c');
            QVERIFY(fetch::findSum(hex + "  x", "x", kind));
            const auto other = HashAlgorithm((i + 1) % (int(HashAlgorithm::Last) + 1));
            QVERIFY(!fetch::findSum(hex + "  x", "x", other));
        }
    }
    void longTextsAreReadOnce()
    {
        const auto text = (one + "  y\n").repeated(300'000) + two + "  x\n";
        QVERIFY(fetch::findSum(text, "x", HashAlgorithm::Md5));
        QVERIFY(!fetch::findSum(QByteArray(10'000'000, '1'), "x", HashAlgorithm::Md5));
    }
};

TRAWL_TEST(Appless, TestSums)

} // namespace tst_sums

#include "tst_sums.moc"
