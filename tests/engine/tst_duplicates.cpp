// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocks.h"
#include "engine/duplicates.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_duplicates {

using namespace trawl;
using namespace trawl::engine;

class TestDuplicates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameUrlOfTheSameJobIsADuplicate()
    {
        ItemTable table;
        DuplicateIndex index(table);
        item::UrlBlock block(item::ItemId(1), item::JobId(1));
        QVERIFY(index.insert(item::JobId(1), "http://a/", {}, item::ItemId(1), block));
        block.append("http://a/");
        QVERIFY(!index.insert(item::JobId(1), "http://a/", {}, item::ItemId(2), block));
        block.append("http://a/");
        QVERIFY(index.insert(item::JobId(1), "http://a", {}, item::ItemId(3), block));
        block.append("http://a");
        QVERIFY(index.insert(item::JobId(2), "http://a/", {}, item::ItemId(4), block));
    }
    void aJobMayHaveKeysOfItsOwn()
    {
        ItemTable table;
        table.append(makeBlock(1, 1, {"http://a/?b=2&a=1"}));
        const auto keyOf = [](item::JobId job, QByteArrayView url) {
            return job == item::JobId(1) ? url.first(url.indexOf('?')).toByteArray() : QByteArray();
        };
        DuplicateIndex index(table, keyOf);
        index.load(*table.blocks().front());
        item::UrlBlock block(item::ItemId(2), item::JobId(1));
        QVERIFY(!index.insert(item::JobId(1), "http://a/?c", {}, item::ItemId(2), block));
        QVERIFY(index.insert(item::JobId(1), "http://b/?c", {}, item::ItemId(2), block));
        block.append("http://b/?c");
        QVERIFY(!index.insert(item::JobId(1), "http://b/?d", {}, item::ItemId(3), block));
        QVERIFY(index.insert(item::JobId(2), "http://a/?c", {}, item::ItemId(3), block));
    }
    void keysSurviveGrowth()
    {
        ItemTable table;
        const auto keyOf = [](item::JobId, QByteArrayView url) {
            return url.toByteArray().toLower();
        };
        DuplicateIndex index(table, keyOf);
        item::UrlBlock block(item::ItemId(1), item::JobId(1));
        for (int i = 0; i < 3000; ++i) {
            const auto url = "http://a/P" + QByteArray::number(i);
            QVERIFY(index.insert(item::JobId(1), url, {}, item::ItemId(i + 1), block));
            block.append(url);
        }
        for (int i = 0; i < 3000; ++i)
            QVERIFY(!index.insert(item::JobId(1), "http://a/p" + QByteArray::number(i), {},
                                  item::ItemId(3001), block));
    }
    void otherOptionsAreAnotherWish()
    {
        ItemTable table;
        const auto old = makeBlock(1, 1, {"http://a/", "http://a/"});
        item::LinkOptions one;
        one.name = QStringLiteral("1");
        auto two = one;
        two.folder = QStringLiteral("2");
        table.setOptions(item::ItemId(2), std::make_shared<const item::LinkOptions>(one));
        table.append(old);
        DuplicateIndex index(table);
        index.load(*old);
        const item::UrlBlock block(item::ItemId(3), item::JobId(1));
        QVERIFY(!index.insert(item::JobId(1), "http://a/", {}, item::ItemId(3), block));
        QVERIFY(
            !index.insert(item::JobId(1), "http://a/", item::toJson(one), item::ItemId(3), block));
        QVERIFY(
            index.insert(item::JobId(1), "http://a/", item::toJson(two), item::ItemId(3), block));
    }
    void whatASessionHeldIsKnown()
    {
        ItemTable table;
        const auto old = makeBlock(1, 1, {"http://a/1", "http://a/2", "http://a/1"});
        table.append(old);
        DuplicateIndex index(table);
        index.load(*old);
        item::UrlBlock block(item::ItemId(4), item::JobId(1));
        QVERIFY(!index.insert(item::JobId(1), "http://a/2", {}, item::ItemId(4), block));
        QVERIFY(index.insert(item::JobId(1), "http://a/3", {}, item::ItemId(4), block));
    }
    void growsThroughManyBlocks()
    {
        ItemTable table;
        DuplicateIndex index(table);
        constexpr int blocks = 100;
        constexpr int each = 500;
        for (int b = 0; b < blocks; ++b) {
            auto block = std::make_shared<item::UrlBlock>(table.nextId(), item::JobId(1));
            for (int i = 0; i < each; ++i) {
                const QByteArray url = "http://host/" + QByteArray::number(b * each + i);
                const auto id = item::ItemId(qint64(block->first()) + block->size());
                QVERIFY(index.insert(item::JobId(1), url, {}, id, *block));
                block->append(url);
            }
            table.append(block);
        }
        item::UrlBlock next(table.nextId(), item::JobId(1));
        for (int n = 0; n < blocks * each; ++n) {
            const QByteArray url = "http://host/" + QByteArray::number(n);
            QVERIFY(!index.insert(item::JobId(1), url, {}, next.first(), next));
        }
    }
};

TRAWL_TEST(Appless, TestDuplicates)

} // namespace tst_duplicates

#include "tst_duplicates.moc"
