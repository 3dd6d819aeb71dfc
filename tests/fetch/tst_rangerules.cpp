// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/contentrange.h"
#include "fetch/digest.h"
#include "fetch/validators.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_rangerules {

using namespace trawl::fetch;
using namespace trawl;

class TestRangeRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentRange_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("ok");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::addColumn<qint64>("total");
        const auto good = [](const char *field, qint64 first, qint64 last, qint64 total) {
            QTest::newRow(field) << QByteArray(field) << true << first << last << total;
        };
        good("bytes 0-0/1", 0, 0, 1);
        good("bytes 5-9/10", 5, 9, 10);
        good("BYTES  5-9/*", 5, 9, -1);
        good(" bytes 0-9223372036854775806/9223372036854775807 ", 0, 9223372036854775806,
             9223372036854775807);
        for (const char *field :
             {"", "bytes", "bytes ", "bytes */10", "bytes 5-9", "bytes 9-5/10", "bytes 5-10/10",
              "bytes 5-9/-1", "bytes -5-9/10", "bytes +5-9/10", "bytes 5 - 9/10", "items 5-9/10",
              "bytes=5-9/10", "bytes 5-9/10x", "bytes 0-9223372036854775808/*", "bytes 5-/10",
              "bytes -9/10", "bytes 1-2/3, bytes 5-9/10"})
            QTest::newRow(field) << QByteArray(field) << false << qint64(0) << qint64(0)
                                 << qint64(0);
    }
    void contentRange()
    {
        QFETCH(QByteArray, field);
        QFETCH(bool, ok);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        QFETCH(qint64, total);
        const auto range = parseContentRange(field);
        QCOMPARE(range.has_value(), ok);
        if (ok)
            QCOMPARE(*range, (ContentRange{first, last, total}));
    }

    void check_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<qint64>("asked");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<QString>("error"); // a part of it; empty = good
        const auto row = [](const char *name, const char *field, qint64 asked, qint64 total,
                            const char *error) {
            QTest::newRow(name) << QByteArray(field) << asked << total
                                << QString::fromLatin1(error);
        };
        row("exact", "bytes 5-9/10", 5, 10, "");
        row("earlier", "bytes 3-9/10", 5, 10, "");
        row("shorter", "bytes 5-7/10", 5, 10, "");
        row("total not told", "bytes 5-9/*", 5, 10, "");
        row("total not known", "bytes 5-9/10", 5, -1, "");
        row("later", "bytes 6-9/10", 5, 10, "from 6 on instead of 5");
        row("all there", "bytes 0-4/10", 5, 10, "which are there");
        row("other total", "bytes 5-9/11", 5, 10, "11 bytes instead of 10");
        row("beyond", "bytes 5-10/*", 5, 10, "of 10");
        row("missing", "", 5, 10, "no Content-Range");
        row("garbage", "bytes x", 5, 10, "no sense");
    }
    void check()
    {
        QFETCH(QByteArray, field);
        QFETCH(qint64, asked);
        QFETCH(qint64, total);
        QFETCH(QString, error);
        const auto range = checkContentRange(field, asked, total);
        QCOMPARE(range.has_value(), error.isEmpty());
        if (!range)
            QVERIFY2(range.error().contains(error), qPrintable(range.error()));
    }
    void unsatisfied()
    {
        QCOMPARE(unsatisfiedTotal("bytes */10"), 10);
        QCOMPARE(unsatisfiedTotal("bytes */*"), -1);
        QCOMPARE(unsatisfiedTotal("bytes 0-4/10"), -1);
        QCOMPARE(unsatisfiedTotal(""), -1);
    }

    void ifRange_data()
    {
        QTest::addColumn<Validators>("validators");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray noon = "Sun, 22 Nov 2026 12:00:00 GMT";
        const QByteArray aMinuteLater = "Sun, 22 Nov 2026 12:01:00 GMT";
        const QByteArray soon = "Sun, 22 Nov 2026 12:00:59 GMT";
        QTest::newRow("strong") << Validators{"\"a\"", noon, soon} << QByteArray("\"a\"");
        QTest::newRow("weak") << Validators{"W/\"a\"", noon, aMinuteLater} << noon;
        QTest::newRow("weak alone") << Validators{"W/\"a\"", {}, {}} << QByteArray();
        QTest::newRow("no quotes") << Validators{"a", {}, {}} << QByteArray();
        QTest::newRow("old enough") << Validators{{}, noon, aMinuteLater} << noon;
        QTest::newRow("too young") << Validators{{}, noon, soon} << QByteArray();
        QTest::newRow("no date") << Validators{{}, noon, {}} << QByteArray();
        QTest::newRow("no date at all") << Validators{{}, "then", "now"} << QByteArray();
        QTest::newRow("none") << Validators() << QByteArray();
    }
    void ifRange()
    {
        QFETCH(Validators, validators);
        QFETCH(QByteArray, expected);
        QCOMPARE(validators.ifRange(), expected);
    }
    void contradictions()
    {
        const Validators one{"\"a\"", "then", {}};
        QVERIFY(!one.contradicts(one));
        QVERIFY(!one.contradicts({}));
        QVERIFY(!one.contradicts({{}, "then", {}}));
        QVERIFY(one.contradicts({"\"b\"", "then", {}}));
        QVERIFY(one.contradicts({"\"a\"", "now", {}}));
        QVERIFY(one.contradicts({"W/\"a\"", {}, {}}));
    }

    void digests_data()
    {
        QTest::addColumn<item::HashAlgorithm>("algorithm");
        QTest::addColumn<QByteArray>("hex");
        // RFC 1321, A.5; FIPS 180-4's "abc".
        QTest::newRow("md5") << item::HashAlgorithm::Md5
                             << QByteArray("900150983cd24fb0d6963f7d28e17f72");
        QTest::newRow("sha1") << item::HashAlgorithm::Sha1
                              << QByteArray("a9993e364706816aba3e25717850c26c9cd0d89d");
        QTest::newRow("sha256")
            << item::HashAlgorithm::Sha256
            << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        QTest::newRow("sha512")
            << item::HashAlgorithm::Sha512
            << QByteArray("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                          "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
    }
    void digests()
    {
        QFETCH(item::HashAlgorithm, algorithm);
        QFETCH(QByteArray, hex);
        Digest digest(algorithm);
        digest.add("a");
        digest.add("bc");
        QCOMPARE(digest.result().toHex(), hex);
    }
};

TRAWL_TEST(Appless, TestRangeRules)

} // namespace tst_rangerules

#include "tst_rangerules.moc"
