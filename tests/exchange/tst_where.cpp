// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/exporter.h"
#include "exchange/where.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

namespace tst_where {

using namespace trawl;
using exchange::Where;

namespace {

const QStringList fields{QStringLiteral("title"), QStringLiteral("price"),
                         QStringLiteral("in stock"), QStringLiteral("tags")};

item::Result sample()
{
    item::Result result;
    result.id = item::ItemId(7);
    result.url = "http://user@Example.ORG:8080/a?b=c";
    result.status = item::Status::Failed;
    result.code = 503;
    result.reason = item::Reason::Http;
    result.bytes = 2 << 20;
    result.startedMs = 1'000'000'000'123;
    result.record = {QStringLiteral("A 'red' \"box\""), 9.5, true,
                     QJsonArray{QStringLiteral("x"), 2}};
    return result;
}

item::Result texts()
{
    item::Result result;
    result.url = "nonsense";
    result.status = item::Status::Done;
    result.record = {QString(), QStringLiteral("12.50"), {}, QStringLiteral("007")};
    return result;
}

} // namespace

class TestWhere : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<bool>("ofSample");
        QTest::addColumn<bool>("ofTexts");
        const auto row = [](const char *text, bool ofSample, bool ofTexts) {
            QTest::newRow(text) << ofSample << ofTexts;
        };
        row("status=failed", true, false);
        row("status!=failed", false, true);
        row(" status = \"failed\" ", true, false);
        row("code>=500", true, false);
        row("code>503", false, false);
        row("code<=503.0", true, false);
        row("code=5.03e2", true, false);
        row("code=\"\"", false, true); // an empty cell
        row("code!=503", false, true);
        row("code<600", true, false); // an empty cell has no order
        row("bytes>1M", true, false);
        row("bytes=2M", true, false);
        row("bytes<2097153", true, true);
        row("bytes>=0.002G", false, false);
        row("bytes>2047K", true, false);
        row("id=7", true, false);
        row("reason=http-503", true, false);
        row("reason~^http", true, false);
        row("reason=dns", false, false);
        row("reason!=dns", true, true);
        row("reason=''", false, true);
        row("host=example.org", true, false);
        row("host~example", true, false);
        row("host=''", false, true);
        row("started>=2001-09-09T01:46:40", true, false);
        row("started<2001-09-10", true, false);
        row("price<10", true, false);
        row("price>10", false, true); // "12.50" is a number as a whole
        row("price=9.5", true, false);
        row("price=9.50", true, false);
        row("price=12.5", false, false); // but a text is itself
        row("price=12.50", false, true);
        row("price<abc", false, true); // as texts; a number has no order with one
        row("tags=7", false, false);
        row("tags=007", false, true);
        row("tags<8", false, true);
        row("title~box", true, false);
        row("title~BOX", false, false);
        row("title~(?i)BOX", true, false);
        row("title!~box", false, true);
        row("title=''", false, true);
        row("title~(red|blue)", true, false);
        row("(title~(red|blue))", true, false);
        row("title='A ''red'' \"box\"'", true, false);
        row("title=\"A 'red' \"\"box\"\"\"", true, false);
        row("title>A", true, false);
        row("title<a", true, false); // by code, with case
        row("'in stock'=true", true, false);
        row("\"in stock\"!=true", false, true);
        row("tags='[\"x\",2]'", true, false);
        row("status=failed and code>=500 and price<10", true, false);
        row("status=done or code=503", true, true);
        row("status=done or status=failed and code=404", false, true);
        row("(status=done or status=failed) and code=404", false, false);
        row("(status=done or(status=failed))AND(id=7 OR id=0)", true, true);
        row("title~and or title~or", false, false);
        row("((((id=7))))", true, false);
    }
    void matches()
    {
        QFETCH(bool, ofSample);
        QFETCH(bool, ofTexts);
        const auto where = Where::parse(QString::fromUtf8(QTest::currentDataTag()), fields);
        QVERIFY2(where, qPrintable(where ? QString() : where.error()));
        QCOMPARE(where->matches(sample()), ofSample);
        QCOMPARE(where->matches(texts()), ofTexts);
    }
    void errors_data()
    {
        QTest::addColumn<QString>("beginning");
        const auto row = [](const char *text, const char *beginning) {
            QTest::newRow(text) << QString::fromLatin1(beginning);
        };
        row("", "character 1: a column is needed");
        row("   ", "character 4: a column is needed");
        row("statsu=done", "character 1: unknown column \"statsu\"; known: host, id, url, ");
        row("id=1 and colour=red", "character 10: unknown column \"colour\"");
        row("status", "character 7: one of = != < <= > >= ~ !~ is needed behind \"status\"");
        row("status==done", "character 1: unknown status \"=done\"");
        row("status=dnoe", "character 1: unknown status \"dnoe\"; known: done, failed");
        row("reason=DNS", "character 1: unknown reason \"DNS\"");
        row("code=abc", "character 1: code is compared with a number");
        row("code=0x1F7", "character 1: code is compared with a number");
        row("code=inf", "character 1: code is compared with a number");
        row("code=", "character 6: a value is needed");
        row("code= and id=1", "character 1: code is compared");
        row("title='x", "character 7: the quote is not closed");
        row("title~(", "character 1: not a regular expression");
        row("title~[", "character 1: not a regular expression");
        row("(id=1", "character 6: \")\" or \"and\" or \"or\" is needed for the \"(\" at 1");
        row("id=1)", "character 5: \"and\" or \"or\" is needed here");
        row("id=1 id=2", "character 6: \"and\" or \"or\" is needed here");
        row("id=1 and", "character 9: a column is needed");
        row("id=1 andid=2", "character 6: \"and\" or \"or\"");
        row("or", "character 3: one of");
        row("=1", "character 1: a column is needed");
        row("()", "character 2: a column is needed");
        row("id!1", "character 3: one of");
    }
    void errors()
    {
        QFETCH(QString, beginning);
        const auto where = Where::parse(QString::fromUtf8(QTest::currentDataTag()), fields);
        QVERIFY(!where);
        QVERIFY2(where.error().startsWith(beginning), qPrintable(where.error()));
    }
    void usualOneTakesAll() { QVERIFY(Where().matches(sample()) && Where().matches({})); }
    void fieldWithTheNameOfHost()
    {
        const auto where = Where::parse(QStringLiteral("host=x"), {QStringLiteral("host")});
        auto result = sample();
        QVERIFY(!where->matches(result));
        result.record = {QStringLiteral("x")};
        QVERIFY(where->matches(result));
    }
    void recordsThatAreTooShort()
    {
        QVERIFY(!Where::parse(QStringLiteral("tags~."), fields)->matches({}));
    }
    void hostileTexts()
    {
        QVERIFY(!Where::parse(QString(1000, u'(') + QStringLiteral("id=1"), fields));
        QVERIFY(!Where::parse(QString(200'000, u' '), fields));
        QString many = QStringLiteral("id=1");
        for (int i = 0; i < 5000; ++i)
            many += QStringLiteral(" or id=7");
        QVERIFY(Where::parse(many, fields)->matches(sample()));
    }
    void patternsThatExplodeEnd_data()
    {
        QTest::addColumn<QString>("text");
        const auto aTimes = [](qsizetype n) { return QString(n, u'a') + u'b'; };
        QTest::newRow("^(a+)+$") << aTimes(30'000);
        QTest::newRow("(a|aa)+$") << aTimes(30'000);
        QTest::newRow("[a]*[^b]c") << aTimes(32'000);
        QTest::newRow("a[^x]*x") << aTimes(5'000'000);
    }
    void patternsThatExplodeEnd()
    {
        QFETCH(QString, text);
        const auto pattern = QString::fromLatin1(QTest::currentDataTag());
        const auto where = Where::parse(QStringLiteral("title~") + pattern, fields);
        QVERIFY(where);
        auto result = sample();
        result.record[0] = text;
        QVERIFY(!where->matches(result));
    }
    /// Any text gives a Where or an error, and nothing worse.
    void randomTexts()
    {
        static const QStringList parts{
            QStringLiteral("id"),  QStringLiteral("="), QStringLiteral("!~"),
            QStringLiteral("("),   QStringLiteral(")"), QStringLiteral(" and"),
            QStringLiteral("or "), QStringLiteral("'"), QStringLiteral("\""),
            QStringLiteral("1"),   QStringLiteral(" "), QString(QChar(0))};
        QRandomGenerator random(4);
        int good = 0;
        for (int i = 0; i < 50'000; ++i) {
            QString text;
            for (int n = random.bounded(9); n > 0; --n)
                text += parts[random.bounded(parts.size())];
            const auto where = Where::parse(text, fields);
            good += where.has_value();
            if (where)
                (void)where->matches(sample());
            else
                QVERIFY2(where.error().startsWith(u"character "), qPrintable(text));
        }
        QVERIFY(good > 10);
    }
    void longIntegersDiffer()
    {
        item::Result result;
        result.record = {QJsonValue(qint64(9007199254740993))};
        const QStringList fields{QStringLiteral("n")};
        const auto matches = [&](const char *text) {
            const auto where = Where::parse({QString::fromUtf8(text)}, fields);
            return where && where->matches(result);
        };
        QVERIFY(matches("n=9007199254740993"));
        QVERIFY(!matches("n=9007199254740992"));
        QVERIFY(matches("n>9007199254740992"));
        QVERIFY(matches("n<9007199254740994"));
    }
    void rowsOfAnExport()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        const exchange::RowSource rows = [n = 0]() mutable -> std::optional<item::Result> {
            item::Result result;
            result.id = item::ItemId(++n);
            return n > 10 ? std::nullopt : std::optional(result);
        };
        const exchange::ExportOptions options{
            .format = exchange::ExportFormat::JsonLines,
            .columns = {QStringLiteral("id")},
            .where = *Where::parse(QStringLiteral("id>3 and id<6 or id=10"))};
        QCOMPARE(exchange::exportRows(buffer, rows, options), 3);
        QCOMPARE(buffer.data(), "{\"id\":4}\n{\"id\":5}\n{\"id\":10}\n");
    }
};

TRAWL_TEST(Appless, TestWhere)

} // namespace tst_where

#include "tst_where.moc"
