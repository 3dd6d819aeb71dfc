// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/search.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_search {

using namespace trawl;
using namespace trawl::models;
using item::Reason;
using item::Status;
using Field = SearchTerm::Field;

namespace {

SearchTerm one(const char *typed)
{
    const auto search = parseSearch(QString::fromUtf8(typed));
    return search.terms.size() == 1 ? search.terms.first()
                                    : SearchTerm{.text = QStringLiteral("?")};
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainWordsAreTexts()
    {
        const auto search = parseSearch(u"  one  two-three ");
        QCOMPARE(search.terms.size(), 2);
        QCOMPARE(search.terms[0], (SearchTerm{.text = QStringLiteral("one")}));
        QCOMPARE(search.terms[1].text, QStringLiteral("two-three"));
        QVERIFY(search.hints.isEmpty());
        QVERIFY(parseSearch(u"   ").terms.isEmpty());
        QVERIFY(parseSearch({}).terms.isEmpty());
    }

    void quotesKeepSpacesAndColons()
    {
        QCOMPARE(one("\"a b\"").text, QStringLiteral("a b"));
        QCOMPARE(one("\"status:failed\""), (SearchTerm{.text = QStringLiteral("status:failed")}));
        QCOMPARE(one("name:\"a b\"").field, Field::Name);
        QCOMPARE(one("name:\"a b\"").text, QStringLiteral("a b"));
        QCOMPARE(one("\"never closed").text, QStringLiteral("never closed"));
        QVERIFY(parseSearch(u"\"\"").terms.isEmpty());
    }

    void aMinusLeavesOut()
    {
        QVERIFY(one("-pdf").negated);
        QCOMPARE(one("-pdf").text, QStringLiteral("pdf"));
        QVERIFY(one("-host:a.example").negated);
        QCOMPARE(one("-host:a.example").field, Field::Host);
        QCOMPARE(one("-").text, QStringLiteral("-"));
        QVERIFY(!one("a-b").negated);
        QVERIFY(!one("\"-b\"").negated);
    }

    void addressesAreTexts_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"https://a.example/x", "localhost:8080", "a.example:80", "10:30",
                                  "C:\\files", ":", ":x", "[::1]:80"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void addressesAreTexts()
    {
        QFETCH(QString, typed);
        const auto search = parseSearch(typed);
        QCOMPARE(search.terms.size(), 1);
        QCOMPARE(search.terms[0], SearchTerm{.text = typed});
        QVERIFY(search.hints.isEmpty());
    }

    void readsStatuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QList<Status>>("statuses");
        const auto row = [](const char *typed, const QList<Status> &statuses) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << statuses;
        };
        row("status:failed", {Status::Failed});
        row("STATUS:Done", {Status::Done});
        row("status:running", {Status::Running});
        row("status:queued", {Status::Queued});
        row("status:f", {Status::Failed});
        row("status:s", {Status::Skipped});
    }
    void readsStatuses()
    {
        QFETCH(QString, typed);
        const auto search = parseSearch(typed);
        QCOMPARE(search.terms.size(), 1);
        QTEST(search.terms[0].statuses, "statuses");
    }

    void readsRanges_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("least");
        QTest::addColumn<qint64>("most");
        constexpr auto end = std::numeric_limits<qint64>::max();
        const auto row = [](const char *typed, qint64 least, qint64 most) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << least << most;
        };
        row("code:404", 404, 404);
        row("code:4xx", 400, 499);
        row("code:5XX", 500, 599);
        row("code:>=500", 500, end);
        row("code:>500", 501, end);
        row("code:<400", 1, 399);
        row("code:<=399", 1, 399);
        row("code:400-410", 400, 410);
        row("size:>10M", 10 * 1024 * 1024 + 1, end);
        row("size:>=1k", 1024, end);
        row("size:<1.5K", 0, 1535);
        row("size:<=0", 0, 0);
        row("size:1M-5M", 1024 * 1024, 5 * 1024 * 1024);
    }
    void readsRanges()
    {
        QFETCH(QString, typed);
        const auto search = parseSearch(typed);
        QCOMPARE(search.terms.size(), 1);
        QVERIFY(search.hints.isEmpty());
        QTEST(search.terms[0].least, "least");
        QTEST(search.terms[0].most, "most");
    }

    void readsReasons()
    {
        QCOMPARE(one("why:dns").reasons, QList{Reason::Dns});
        QCOMPARE(one("why:429").codes, QList{429});
        QVERIFY(one("why:429").reasons.isEmpty());
        QCOMPARE(one("why:http-429").codes, QList{429});
        QVERIFY(one("why:http").reasons.contains(Reason::Http));
        QVERIFY(one("why:certificate").reasons.contains(Reason::Tls));
        QVERIFY(one("why:\"too many requests\"").codes.contains(429));
        QVERIFY(one("why:maintenance").codes.contains(503));
    }

    void whatMakesNoSenseIsSaid_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *typed, const char *word) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(word);
        };
        row("pdf status:never", "never");
        row("pdf size:10M", "10M");
        row("pdf size:>big", ">big");
        row("pdf size:5M-1M", "5M-1M");
        row("pdf code:abc", "abc");
        row("pdf code:9999", "9999");
        row("pdf code:500-400", "500-400");
        row("pdf why:zzz", "zzz");
        row("pdf why:9999", "9999");
    }
    void whatMakesNoSenseIsSaid()
    {
        QFETCH(QString, typed);
        QFETCH(QString, word);
        const auto search = parseSearch(typed);
        QCOMPARE(search.terms.size(), 1); // the rest still works
        QCOMPARE(search.terms[0].text, QStringLiteral("pdf"));
        QCOMPARE(search.hints.size(), 1);
        QVERIFY2(search.hints[0].contains(word), qPrintable(search.hints[0]));
    }

    void anUnknownWordIsATextWithAHint()
    {
        const auto search = parseSearch(u"stat:failed");
        QCOMPARE(search.terms.size(), 1);
        QCOMPARE(search.terms[0].text, QStringLiteral("stat:failed"));
        QCOMPARE(search.hints.size(), 1);
    }

    void aWordThatIsBeingTypedSaysNothing()
    {
        const auto search = parseSearch(u"pdf status:");
        QCOMPARE(search.terms.size(), 1);
        QVERIFY(search.hints.isEmpty());
    }

    void completesWords()
    {
        QCOMPARE(searchCompletions(u"st"), QStringList(QStringLiteral("status:")));
        QVERIFY(searchCompletions(u"").isEmpty());
        QVERIFY(searchCompletions(u"zz").isEmpty());
        QCOMPARE(searchCompletions(u"status:f"), QStringList(QStringLiteral("status:failed")));
        QVERIFY(searchCompletions(u"status:failed").isEmpty());
        QCOMPARE(searchCompletions(u"-sta"), QStringList(QStringLiteral("-status:")));
        QVERIFY(searchCompletions(u"why:http-4").contains(QStringLiteral("why:http-429")));
        QVERIFY(searchCompletions(u"why:").contains(QStringLiteral("why:dns")));
        QVERIFY(searchCompletions(u"Status:").contains(QStringLiteral("status:running")));
    }

    void everyCompletionIsUnderstood()
    {
        for (const char *start : {"status:", "why:", "code:", "size:"}) {
            const auto words = searchCompletions(QString::fromLatin1(start));
            QVERIFY(!words.isEmpty());
            for (const auto &word : words) {
                const auto search = parseSearch(word);
                QVERIFY2(search.terms.size() == 1 && search.hints.isEmpty(), qPrintable(word));
            }
        }
    }
};

TRAWL_TEST(Gui, TestSearch)

} // namespace tst_search

#include "tst_search.moc"
