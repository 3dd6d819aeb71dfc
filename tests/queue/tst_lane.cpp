// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/lane.h"
#include "support/testmain.h"

#include <QTest>

#include <random>

namespace tst_lane {

using namespace trawl::queue;
using trawl::item::ItemId;

class LaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstInFirstOut()
    {
        LaneStore store;
        Lane lane;
        for (qint64 i = 0; i < 100; ++i)
            store.pushBack(lane, ItemId(i));
        for (qint64 i = 0; i < 100; ++i)
            QCOMPARE(qint64(store.popFront(lane)), i);
        QCOMPARE(lane.size, 0u);
    }

    void frontGoesFirst()
    {
        LaneStore store;
        Lane lane;
        store.pushBack(lane, ItemId(0));
        for (qint64 i = 1; i <= 20; ++i)
            store.pushFront(lane, ItemId(i));
        for (qint64 i = 20; i >= 0; --i)
            QCOMPARE(qint64(store.popFront(lane)), i);
    }

    /// Lanes that share their memory, against a deque each.
    void sameAsDeques()
    {
        constexpr std::size_t lanes = 5;
        std::mt19937 random(42);
        LaneStore store;
        std::array<Lane, lanes> lane;
        std::array<std::deque<qint64>, lanes> model;
        for (qint64 i = 0; i < 200'000; ++i) {
            const std::size_t l = random() % lanes;
            const auto what = random() % 7;
            if (what < 2) {
                store.pushBack(lane[l], ItemId(i));
                model[l].push_back(i);
            } else if (what < 3 + quint64(i / 10'000) % 2) { // grows for a while, then shrinks
                store.pushFront(lane[l], ItemId(i));
                model[l].push_front(i);
            } else if (!model[l].empty()) {
                QCOMPARE(qint64(store.popFront(lane[l])), model[l].front());
                model[l].pop_front();
            }
            QCOMPARE(std::size_t(lane[l].size), model[l].size());
        }
    }
};

TRAWL_TEST(Appless, LaneTest)

} // namespace tst_lane

#include "tst_lane.moc"
