// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailfacts.h"
#include "models/segmentmodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace tst_detailfacts {

using namespace trawl;
using namespace trawl::models;

namespace {

const QDateTime now(QDate(2026, 5, 1), QTime(14, 0));

ItemFacts doneFacts()
{
    ItemFacts facts;
    facts.now = {.id = item::ItemId(7),
                 .status = item::Status::Done,
                 .code = 200,
                 .attempts = 2,
                 .bytes = 5000,
                 .total = 5000,
                 .file = QStringLiteral("x/a.txt")};
    auto &stored = facts.stored;
    stored.result.url = "https://a.example/1";
    stored.result.finalUrl = "https://b.example/2";
    stored.result.status = item::Status::Done;
    stored.result.file = facts.now.file;
    stored.result.mime = "text/plain";
    stored.result.startedMs = now.addSecs(-60).toMSecsSinceEpoch();
    stored.result.finishedMs = now.addSecs(-50).toMSecsSinceEpoch();
    stored.result.durationMs = 10'000;
    stored.hops = {"https://a.example/h1", "https://a.example/h2"};
    stored.fields = "HTTP/1.1 200 OK\r\nServer: x\r\n\r\n";
    stored.verdict = item::Verdict::Verified;
    stored.xxh3 = 0xab;
    stored.timings = {3, 20, -1, 120};
    facts.job = {QStringLiteral("papers"), QStringLiteral("/home/ada"), {}};
    return facts;
}

QString text(DetailFact fact, const ItemFacts &facts)
{
    return Details::text(fact, facts, now);
}

} // namespace

class TestDetailFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsAFinishedItem()
    {
        const auto facts = doneFacts();
        QCOMPARE(text(DetailFact::Link, facts), QStringLiteral("https://a.example/1"));
        QCOMPARE(text(DetailFact::FinalLink, facts), QStringLiteral("https://b.example/2"));
        QCOMPARE(text(DetailFact::Redirects, facts),
                 QStringLiteral("https://a.example/h1\nhttps://a.example/h2"));
        QCOMPARE(text(DetailFact::Job, facts), QStringLiteral("papers"));
        QCOMPARE(text(DetailFact::Status, facts), QStringLiteral("Done"));
        QCOMPARE(text(DetailFact::Size, facts), QStringLiteral("4.9 KiB\n5,000 bytes"));
        QCOMPARE(text(DetailFact::File, facts), QStringLiteral("/home/ada/x/a.txt"));
        QCOMPARE(text(DetailFact::Checksum, facts), QStringLiteral("xxh3=00000000000000ab"));
        QCOMPARE(text(DetailFact::Times, facts),
                 QStringLiteral("Started 13:59:00\nEnded 13:59:10\nTook 10.0 s"));
        QCOMPARE(text(DetailFact::FoundOn, facts), QString());
        QCOMPARE(Details::head(facts), QStringLiteral("HTTP/1.1 200 OK\nServer: x"));
    }

    void everyLineHasItsName()
    {
        for (int fact = 0; fact <= int(DetailFact::Last); ++fact) {
            QVERIFY(!Details::label(DetailFact(fact)).isEmpty());
            QVERIFY(text(DetailFact(fact), {}).isEmpty() || DetailFact(fact) == DetailFact::Status);
        }
    }

    void tellsAFailureWithItsDetail()
    {
        ItemFacts facts;
        facts.now = {.status = item::Status::Failed, .reason = item::Reason::Http, .code = 404};
        facts.stored.detail = QStringLiteral("answered by a proxy");
        QCOMPARE(text(DetailFact::Status, facts),
                 QStringLiteral("Failed: Not there (404): check the URL\nanswered by a proxy"));
        // The detail of an attempt that is over says nothing of the next.
        facts.now = {.status = item::Status::Running};
        QCOMPARE(text(DetailFact::Status, facts), QStringLiteral("Running"));
    }

    void tellsWhereACrawlFoundIt()
    {
        auto facts = doneFacts();
        facts.stored.foundAt = item::FoundAt{item::ItemId(1), "https://a.example/index", 2};
        QCOMPARE(text(DetailFact::FoundOn, facts),
                 QStringLiteral("https://a.example/index\n2 link(s) from the start"));
        facts.stored.foundAt = item::FoundAt{};
        QVERIFY(text(DetailFact::FoundOn, facts).contains(u"sitemap"));
    }

    void aRunningOneIsToldByItsWorker()
    {
        auto facts = doneFacts();
        facts.now = {.status = item::Status::Running, .bytes = 2048, .total = 4096};
        engine::Inspection running;
        running.finalUrl = "https://c.example/3";
        running.kept = 1024;
        running.head.code = 206;
        running.head.mime = "image/png";
        running.head.fields = "HTTP/2 206\r\n\r\n";
        facts.running = running;
        QCOMPARE(text(DetailFact::FinalLink, facts), QStringLiteral("https://c.example/3"));
        QCOMPARE(text(DetailFact::Redirects, facts), QString());
        QCOMPARE(text(DetailFact::Type, facts), QStringLiteral("image/png"));
        QCOMPARE(text(DetailFact::Size, facts),
                 QStringLiteral("2.0 KiB of 4.0 KiB\n2,048 bytes\n1.0 KiB of it from an earlier "
                                "attempt"));
        QCOMPARE(Details::head(facts), QStringLiteral("HTTP/2 206"));
    }

    void partsTheTime()
    {
        auto stored = doneFacts().stored;
        const auto words = [&stored] {
            QStringList parts;
            const auto phases = Details::phases(stored);
            for (const auto &phase : phases)
                parts << phase.name + u' ' + Details::length(phase);
            return parts.join(QStringLiteral(", "));
        };
        QCOMPARE(words(), QStringLiteral("Name lookup 3 ms, Connection 17 ms, First byte 100 ms, "
                                         "Body 9.9 s"));
        stored.timings = {-1, -1, -1, 40};
        QCOMPARE(words(), QStringLiteral("First byte 40 ms, Body 10.0 s"));
        stored.timings = {3, -1, -1, -1};
        QCOMPARE(words(), QStringLiteral("Name lookup 3 ms, No answer 10.0 s"));
        stored.timings = {0, 0, -1, 0};
        stored.result.durationMs = 0;
        QCOMPARE(words(), QStringLiteral("Name lookup 0 ms, Connection 0 ms, First byte 0 ms, "
                                         "Body 0 ms"));
        stored.result.startedMs = 0; // none was made
        QCOMPARE(words(), QString());
    }

    void listsThePieces()
    {
        using item::SegmentState;
        SegmentModel model;
        QAbstractItemModelTester tester(&model);
        model.setSegments({{0, 1024, 1024, SegmentState::Written},
                           {1024, 4096, 768, SegmentState::Loading},
                           {4096, -1, 0, SegmentState::Waiting}});
        QCOMPARE(line(model, 0), QStringLiteral("1|0 B|1.0 KiB|1.0 KiB|100 %|There"));
        QCOMPARE(line(model, 1), QStringLiteral("2|1.0 KiB|3.0 KiB|768 B|25 %|Loading"));
        QCOMPARE(line(model, 2), QStringLiteral("3|4.0 KiB||0 B||Waiting"));
        for (const int count : {1, 3, 0, 2}) {
            model.setSegments(QList<item::Segment>(count));
            QCOMPARE(model.rowCount(), count);
        }
    }

private:
    static QString line(const SegmentModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        return cells.join(u'|');
    }
};

TRAWL_TEST(Gui, TestDetailFacts)

} // namespace tst_detailfacts

#include "tst_detailfacts.moc"
