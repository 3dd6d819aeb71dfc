// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/number.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_number {

using namespace trawl::extract;
using trawl::support::dearer;
using trawl::support::inProportion;

namespace {

struct Row
{
    const char *text;
    const char *expected; ///< as JSON has it; "" = no number
    DecimalSign sign = DecimalSign::Guess;
};

const Row rows[] = {
    {"5", "5"},
    {"no", ""},
    {"", ""},
    {"-", ""},
    {".", ""},
    {"0", "0"},
    {"007", "7"},
    {"-3", "-3"},
    {"−3", "-3"},
    {"－３", "-3"},
    {"+3", "3"},
    {"(5)", "5"},
    {"12%", "12"},
    {"-12,5 %", "-12.5"},
    {"1e3", "1000"},
    {"1.5E-3", "0.0015"},
    {"1e999", ""},
    {"3e", "3"},
    {"2eggs", "2"},
    {"1.0", "1"},
    {"1.50", "1.5"},
    {".5", "0.5"},
    {"-.5", "-0.5"},
    {"5.", "5"},
    {"5,", "5"},
    {"1.234,50 €", "1234.5"},
    {"1,234.50", "1234.5"},
    {"$1,234,567.89", "1234567.89"},
    {"1.234.567,89", "1234567.89"},
    {"1.234.567", "1234567"},
    {"1,234,567", "1234567"},
    {"1,23,456.7", "123456.7"},
    {"1,234", "1234"},
    {"0,234", "0.234"},
    {"1,23", "1.23"},
    {"1,2345", "1.2345"},
    {"12345,6", "12345.6"},
    {"1.234", "1.234"},
    {"0.234", "0.234"},
    {"1234.567", "1234.567"},
    {"1.234 €", "1234"},
    {"€1.234", "1234"},
    {"€ 1.234", "1234"},
    {"-€ 1.234", "-1234"},
    {"0.999 €", "0.999"},
    {"1.23 €", "1.23"},
    {"1 234,5", "1234.5"},
    {"1\u202f234,5", "1234.5"},
    {"1\u00a0234\u00a0567.8", "1234567.8"},
    {"1'234'567.80", "1234567.8"},
    {"1’234.50 CHF", "1234.5"},
    {"1 2345", "1"},
    {"12 34", "12"},
    {"1234 567", "1234"},
    {"0 123", "0"},
    {"-$5.00", "-5"},
    {"-$ 5", "-5"},
    {"$-5", "-5"},
    {"Price: USD 12.90 each", "12.9"},
    {"EUR12", "12"},
    {"A-4", "4"},
    {"3-5", "3"},
    {"x - 5", "5"},
    {"m² 7", "7"},
    {"٣٫٥", "3.5"},
    {"١٢٬٣٤٥", "12345"},
    {"１，２３４．５", "1234.5"},
    {"𝟙𝟚", "12"},
    {"9007199254740993", "9007199254740993"},
    {"123456789012345678901234567890", "1.2345678901234568e+29"},
    {"v1.2.3", "1.2"},
    {"Rp 31.500", "31500"},
    {"Rp31.500", "31500"},
    {"Rp. 31.500", "31500"},
    {"Rp.31.500", "31500"},
    {"Rp 31.500.000", "31500000"},
    {"Rp 31.500,50", "31500.5"},
    {"-Rp 31.500", "-31500"},
    {"Rp -31.500", "-31500"},
    {"1.727 Ft", "1727"},
    {"1.727Ft/db", "1727"},
    {"200.000 đ", "200000"},
    {"200.000đ", "200000"},
    {"200.000₫", "200000"},
    {"200.000 VNĐ", "200000"},
    {"1.899,-", "1899"},
    {"1.899,--", "1899"},
    {"1.899,–", "1899"},
    {"1.899,—", "1899"},
    {"CHF 1’899.–", "1899"},
    {"99,-", "99"},
    {"kr 1.299", "1299"},
    {"1.299 kr.", "1299"},
    {"1.299:-", "1299"},
    {"2.500 din.", "2500"},
    {"2.500 руб.", "2500"},
    {"1.234 EUR", "1234"},
    {"R$ 1.500", "1500"},
    {"150.000 FCFA", "150000"},
    {"KWD 12.500", "12.5"},
    {"12.500 TND", "12.5"},
    {"1.234 km", "1.234"},
    {"1.234 kg", "1.234"},
    {"Frame 1.234", "1.234"},
    {"1ʼ234ʼ567", "1234567"},
    {"5‘200", "5200"},
    {"₹1,00,000", "100000"},
    {"₹ 12,34,567.50", "1234567.5"},
    {"1\u2009234\u2009567", "1234567"},
    {"1\u2007234,5", "1234.5"},
    {"1\u3000234", "1234"},
    {"1\u200b,234", "1234"},
    {"\u200e-5", "-5"},
    {"1\n234", "1"},
    {"1.234,56-", "-1234.56"},
    {"1.234,56- EUR", "-1234.56"},
    {"12.50-", "-12.5"},
    {"3- 5", "3"},
    {"1.234", "1234", DecimalSign::Comma},
    {"1.234,5", "1234.5", DecimalSign::Comma},
    {"1,234", "1.234", DecimalSign::Comma},
    {"1.5", "1", DecimalSign::Comma},
    {"1 234,5", "1234.5", DecimalSign::Comma},
    {"1.234", "1.234", DecimalSign::Point},
    {"1.234 €", "1.234", DecimalSign::Point},
    {"1,234.5", "1234.5", DecimalSign::Point},
    {"1,5", "1", DecimalSign::Point},
};

} // namespace

class TestNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<DecimalSign>("sign");
        for (const auto &row : rows) {
            QTest::addRow("%s, %d", row.text, int(row.sign))
                << QString::fromUtf8(row.text) << QByteArray(row.expected) << row.sign;
        }
    }

    void reads()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, expected);
        QFETCH(DecimalSign, sign);
        const auto number = readNumber(text, sign);
        QCOMPARE(number.has_value(), !expected.isEmpty());
        if (!number)
            return;
        bool whole = false;
        const qint64 integer = expected.toLongLong(&whole);
        if (whole)
            QCOMPARE(number->toVariant().typeId(), int(QMetaType::LongLong));
        QCOMPARE(*number, whole ? QJsonValue(integer) : QJsonValue(expected.toDouble()));
    }

    void longTexts()
    {
        for (const auto &part : {QStringLiteral("1"), QStringLiteral("1 "), QStringLiteral("1,"),
                                 QStringLiteral("111,"), QStringLiteral("-"), QStringLiteral("$ "),
                                 QStringLiteral("1.111")})
            QVERIFY2(dearer(2'500, 100'000,
                            [&part](qint64 times) {
                                std::ignore = readNumber(part.repeated(qsizetype(times)));
                            }) < inProportion,
                     qPrintable(part));
        QVERIFY(!readNumber(QString(1'000'000, u'x')));
    }
};

TRAWL_TEST(Appless, TestNumber)

} // namespace tst_number

#include "tst_number.moc"
