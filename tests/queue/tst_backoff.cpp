// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/backoff.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_backoff {

using namespace trawl::queue;

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ceiling_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<qint64>("ceiling");
        QTest::newRow("none counts as one") << 0 << qint64(500);
        QTest::newRow("first") << 1 << qint64(500);
        QTest::newRow("second") << 2 << qint64(1000);
        QTest::newRow("fifth") << 5 << qint64(8000);
        QTest::newRow("cap") << 8 << qint64(60'000);
        QTest::newRow("no overflow") << 1'000'000 << qint64(60'000);
    }

    void ceiling()
    {
        QFETCH(int, failures);
        QFETCH(qint64, ceiling);
        const BackoffOptions options;
        QCOMPARE(backoffMs(options, failures, 0.0), 0);
        QCOMPARE(backoffMs(options, failures, 0.5), ceiling / 2);
        QCOMPARE(backoffMs(options, failures, 1.0 - 0x1p-53), ceiling - 1);
    }
};

TRAWL_TEST(Appless, BackoffTest)

} // namespace tst_backoff

#include "tst_backoff.moc"
