// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/shortage.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_shortage {

using trawl::queue::Shortage;

class TestShortage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutItAllRoomIsFree()
    {
        Shortage shortage;
        QVERIFY(!shortage.any());
        QCOMPARE(shortage.room(500, 1000, 0), 500);
    }
    void asManyRunAsStillDo()
    {
        Shortage shortage;
        for (int running = 999; running >= 300; --running) // of 1 000 all but 300 end so
            shortage.told(running, 10);
        QVERIFY(shortage.any());
        QCOMPARE(shortage.room(700, 300, 10), 0);  // nothing begins for a moment
        QCOMPARE(shortage.room(700, 300, 500), 0); // and then as many as end
        QCOMPARE(shortage.room(800, 200, 500), 100);
        QCOMPARE(shortage.room(50, 200, 500), 50); // the pool has no room for more
    }
    void itIsOverWhenAsManyRunAsBefore()
    {
        Shortage shortage;
        shortage.told(8, 0); // the ninth
        QCOMPARE(shortage.room(10, 8, 1199), 0);
        QCOMPARE(shortage.room(10, 8, 1200), 10);
        QVERIFY(!shortage.any());
    }
    void itGrowsByTheSecond()
    {
        Shortage shortage;
        shortage.told(39, 0);
        shortage.told(16, 0);
        QCOMPARE(shortage.room(100, 0, 1200), 18);
        QCOMPARE(shortage.room(100, 0, 3199), 20);
        QCOMPARE(shortage.room(100, 0, 3200), 22);
        shortage.told(21, 3500); // still too many
        QCOMPARE(shortage.room(100, 0, 4000), 21);
        QCOMPARE(shortage.room(100, 0, 60'000), 100);
        QVERIFY(!shortage.any());
    }
    void whereNothingRunsTheTrialsAreFurtherApart()
    {
        Shortage shortage;
        qint64 now = 0;
        QList<qint64> pauses;
        for (int i = 0; i < 8; ++i) {
            shortage.told(0, now);
            QCOMPARE(shortage.room(10, 0, shortage.notBeforeMs() - 1), 0);
            QVERIFY(shortage.room(10, 0, shortage.notBeforeMs()) >= 1 || !shortage.any());
            pauses.append(shortage.notBeforeMs() - now);
            now = shortage.notBeforeMs();
        }
        QCOMPARE(pauses, (QList<qint64>{200, 400, 800, 1600, 3200, 6400, 10'000, 10'000}));
    }
};

TRAWL_TEST(Guiless, TestShortage)

} // namespace tst_shortage

#include "tst_shortage.moc"
