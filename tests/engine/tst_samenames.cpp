// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/blocks.h"
#include "engine/samenames.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_samenames {

using namespace trawl;
using namespace trawl::engine;
using item::ItemId;

class TestSameNames : public QObject
{
    Q_OBJECT

    ItemTable m_items;
    SameNames m_names;
    int m_read = 0;

    int before(qint64 id)
    {
        return m_names.before(m_items, ItemId(id), [this](ItemId each) {
            ++m_read;
            const auto url = m_items.url(each);
            return url.isEmpty() ? 0 : quint64(url.front());
        });
    }

private Q_SLOTS:
    void init()
    {
        m_items = {};
        m_names = {};
        m_read = 0;
        m_items.append(makeBlock(1, 1, {"a", "b", "a", ""}));
        m_items.append(makeBlock(5, 2, {"a", "a"}));
        m_items.append(makeBlock(7, 1, {"b", "a", "", "c"}));
    }
    void countsThoseBefore()
    {
        QList<int> numbers;
        for (const qint64 id : {1, 2, 3, 4, 7, 8, 9, 10})
            numbers.append(before(id));
        QCOMPARE(numbers, (QList<int>{0, 0, 1, 0, 1, 2, 0, 0}));
    }
    void theOrderOfAskingDoesNotMatter()
    {
        QCOMPARE(before(10), 0);
        QCOMPARE(before(8), 2);
        QCOMPARE(before(1), 0);
        QCOMPARE(before(3), 1);
    }
    void eachIsReadOnceAndNoneAhead()
    {
        (void)before(3);
        QCOMPARE(m_read, 3);
        (void)before(8);
        (void)before(8);
        (void)before(2);
        QCOMPARE(m_read, 6);
    }
    void itemsThatComeLater()
    {
        QCOMPARE(before(10), 0);
        m_items.append(makeBlock(11, 2, {"b"}));
        m_items.append(makeBlock(12, 1, {"b", "c"}));
        QCOMPARE(before(13), 1);
        QCOMPARE(before(12), 2);
    }
};

TRAWL_TEST(Guiless, TestSameNames)

} // namespace tst_samenames

#include "tst_samenames.moc"
