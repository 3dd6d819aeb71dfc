// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/tries.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_tries {

using namespace trawl::queue;
using trawl::item::ItemId;

class TriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachFailureCounts()
    {
        Tries tries;
        for (int i = 1; i <= 4; ++i)
            QCOMPARE(tries.failed(ItemId(1), {}), i);
        QCOMPARE(tries.failed(ItemId(2), {}), 1);
        tries.forget(ItemId(1));
        QCOMPARE(tries.failed(ItemId(1), {}), 1);
    }

    /// 40 GB in pieces of 100 kB: as many breaks as it takes.
    void progressStartsAnew()
    {
        Tries tries;
        for (qint64 at = 100'000; at < 40'000'000'000; at += 1'000'000'000)
            QCOMPARE(tries.failed(ItemId(1), {.resumable = at}), 1);
        QCOMPARE(tries.failed(ItemId(1), {.resumable = 39'000'100'000 + 65'535}), 2);
        QCOMPARE(tries.failed(ItemId(1), {.resumable = 0}), 3);
        QCOMPARE(tries.failed(ItemId(1), {.resumable = 39'000'000'000}), 4); // there before
        QCOMPARE(tries.failed(ItemId(1), {.resumable = 39'000'100'000 + 65'536}), 1);
    }

    /// It starts over each time and gets as far as before: that comes to an end.
    void startingOverIsNoProgress()
    {
        Tries tries;
        QCOMPARE(tries.failed(ItemId(1), {.resumable = 10'000'000}), 1);
        for (int i = 2; i < 9; ++i)
            QCOMPARE(tries.failed(ItemId(1), {.resumable = 10'000'000 + i * 5000}), i);
    }

    void whatTheServerPutsOffDoesNotCount()
    {
        Tries tries;
        QCOMPARE(tries.failed(ItemId(1), {}), 1);
        for (int i = 0; i < 30; ++i)
            QCOMPARE(tries.failed(ItemId(1), {.toldWhen = true}), 1);
        QCOMPARE(tries.failed(ItemId(1), {.toldWhen = true}), 2); // but not for ever
        QCOMPARE(tries.failed(ItemId(1), {.toldWhen = true}), 3);
    }

    void anOutageDoesNotCount()
    {
        Tries tries;
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(tries.failed(ItemId(1), {.offline = true}), 0);
        QCOMPARE(tries.failed(ItemId(1), {}), 1);
    }
};

TRAWL_TEST(Appless, TriesTest)

} // namespace tst_tries

#include "tst_tries.moc"
