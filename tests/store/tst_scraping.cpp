// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/files.h"
#include "store/sessions.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

namespace tst_scraping {

using namespace trawl;
using namespace trawl::test;

/// What a session keeps of scraping: records, places of followed links, the order of the ends, how
/// far exports have come.
class ScrapingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("s.trawl"));
    }

    void recordsAreRowsOfTheResults()
    {
        {
            const auto store = open();
            store->import(makeBatch(1, 3));
            auto two = makeUpdate(1);
            two.records = QList<QByteArray>{R"(["ü",1.5,null])", R"([["a","b"],true,{"x":1}])"};
            auto none = makeUpdate(2);
            none.records = QList<QByteArray>();
            store->apply({two, none});
        }
        const auto rows = results();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(qint64(rows[0].id), 1);
        QCOMPARE(qint64(rows[1].id), 1);
        QCOMPARE(rows[0].record, (item::Record{QStringLiteral("ü"), 1.5, QJsonValue()}));
        QCOMPARE(rows[1].record[0].toArray().size(), 2);
        QCOMPARE(rows[1].record[1], QJsonValue(true));
        QVERIFY(rows[2].record.isEmpty());
        QVERIFY(rows[3].record.isEmpty());
        const auto items = results({.records = false});
        QCOMPARE(items.size(), 3);
        QVERIFY(items[0].record.isEmpty());
    }
    void manyRecordsKeepTheirOrder()
    {
        {
            const auto store = open();
            store->import(makeBatch(1, 1));
            auto update = makeUpdate(1);
            update.records.emplace();
            for (int i = 0; i < 1000; ++i)
                update.records->append('[' + QByteArray::number(i) + ']');
            store->apply({update});
        }
        const auto rows = results();
        QCOMPARE(rows.size(), 1000);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(rows[i].record[0].toInt(), i);
    }
    void takenUpAgainTheOldRecordsGo()
    {
        {
            const auto store = open();
            store->import(makeBatch(1, 2));
            auto update = makeUpdate(1);
            update.records = QList<QByteArray>{"[1]", "[2]"};
            auto kept = makeUpdate(2);
            kept.records = QList<QByteArray>{"[3]"};
            store->apply({update, kept});
            auto again = makeUpdate(1, item::Status::Queued);
            again.records = QList<QByteArray>();
            auto renamed = makeUpdate(2); // an update that says nothing of records
            store->apply({again, renamed});
        }
        const auto rows = results();
        QCOMPARE(rows.size(), 2);
        QVERIFY(rows[0].record.isEmpty());
        QCOMPARE(rows[0].arrival, 0);
        QCOMPARE(rows[1].record, item::Record{3});
    }
    void endsAreNumberedAsTheyCome()
    {
        {
            const auto store = open();
            auto batch = makeBatch(1, 5);
            batch.ended.append(
                {item::ItemId(5), item::Status::Skipped, item::Reason::Duplicate, {}});
            store->import(std::move(batch));
            store->apply({makeUpdate(3), makeUpdate(1)});
            store->apply({makeUpdate(4, item::Status::Queued)});
        }
        {
            const auto store = open(); // goes on numbering
            store->indexArrivals();
            store->apply({makeUpdate(2)});
        }
        QCOMPARE(order({}), (QList<qint64>{1, 2, 3, 4, 5}));
        QCOMPARE(order({{}, {}, 0}), (QList<qint64>{5, 3, 1, 2}));
        QCOMPARE(order({{}, {}, 2}), (QList<qint64>{1, 2}));
        QCOMPARE(order({item::JobId(1), item::Status::Done, 2}), (QList<qint64>{1, 2}));
        QCOMPARE(order({item::JobId(2), {}, 0}), QList<qint64>());
        QCOMPARE(store::countArrivals(m_path, 100).value(), 4);
        QCOMPARE(store::countArrivals(m_path, 2).value(), 2);
    }
    void anItemThatEndsAgainIsTheLatest()
    {
        {
            const auto store = open();
            store->import(makeBatch(1, 2));
            store->apply({makeUpdate(1, item::Status::Failed), makeUpdate(2)});
            store->apply({makeUpdate(1)});
        }
        QCOMPARE(order({{}, {}, 0}), (QList<qint64>{2, 1}));
        QCOMPARE(store::countArrivals(m_path, 2).value(), 1); // what an export holds is not so now
    }
    void placesComeBack()
    {
        {
            const auto store = open();
            auto batch = makeBatch(1, 3);
            batch.places = {{item::ItemId(2), item::ItemId(1), 3, 2, R"({"a":"ü"})"},
                            {item::ItemId(3), item::ItemId{}, 255, 0, {}}};
            store->import(std::move(batch));
        }
        QList<store::Place> places;
        open()->loadPlaces([&places](const store::Place &place) { places.append(place); });
        QCOMPARE(places.size(), 2);
        QCOMPARE(places[0].parent, item::ItemId(1));
        QCOMPARE(int(places[0].page), 3);
        QCOMPARE(places[0].depth, 2);
        QCOMPARE(places[0].carried, QByteArray(R"({"a":"ü"})"));
        QCOMPARE(places[1].parent, item::ItemId{});
        QCOMPARE(int(places[1].page), 255);
    }
    void sinksAreKept()
    {
        {
            const auto store = open();
            QVERIFY(!store->sink(QStringLiteral("/a.csv")));
            store->setSink({QStringLiteral("/a.csv"), 5, 4, 1000});
            store->setSink({QStringLiteral("/b.csv"), 1, 1, 10});
            store->setSink({QStringLiteral("/a.csv"), 7, 6, 2000});
        }
        const auto sink = open()->sink(QStringLiteral("/a.csv"));
        QVERIFY(sink);
        QCOMPARE(sink->arrival, 7);
        QCOMPARE(sink->items, 6);
        QCOMPARE(sink->mark, 2000);
    }
    void itemsWithoutAFileAreNotChecked()
    {
        {
            const auto store = open();
            store->import(makeBatch(1, 2));
            auto scraped = makeUpdate(1);
            scraped.file.clear();
            store->apply({scraped, makeUpdate(2)});
            store->distrust();
        }
        const auto files = open()->unsyncedFiles();
        QCOMPARE(files.size(), 1);
        QCOMPARE(files[0].id, item::ItemId(2));
    }

private:
    std::unique_ptr<store::Store> open()
    {
        auto store = store::Store::open(m_path);
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        if ((*store)->jobs().isEmpty())
            (*store)->addJob(makeJob(1));
        return std::move(*store);
    }
    QList<item::Result> results(const store::ResultReader::Filter &filter = {})
    {
        const auto reader = store::ResultReader::open(m_path, filter);
        QList<item::Result> rows;
        for (auto row = (*reader)->next(); row; row = (*reader)->next())
            rows.append(*row);
        return rows;
    }
    QList<qint64> order(const store::ResultReader::Filter &filter)
    {
        QList<qint64> ids;
        for (const auto &row : results(filter))
            ids.append(qint64(row.id));
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

TRAWL_TEST(Guiless, ScrapingTest)

} // namespace tst_scraping

#include "tst_scraping.moc"
