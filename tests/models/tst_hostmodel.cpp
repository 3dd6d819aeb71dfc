// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "models/hostmodel.h"
#include "models/texts.h"
#include "support/growth.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace tst_hostmodel {

using namespace trawl;
using namespace trawl::models;

namespace {

const qint64 now = QDateTime(QDate(2026, 5, 1), QTime(14, 0)).toMSecsSinceEpoch();

engine::HostRow host(const QByteArray &name)
{
    return {.origin = "https://" + name,
            .counts = {.queued = 30, .done = 1200, .failed = 2},
            .inFlight = 4,
            .connections = 6,
            .requestsPerSecond = 12.4,
            .bytesPerSecond = 1.5 * 1024 * 1024,
            .latencyMs = 87};
}

QString cell(const HostModel &model, int row, HostColumn column)
{
    return model.index(row, int(column)).data().toString();
}

QString names(const HostModel &model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << cell(model, row, HostColumn::Host).mid(8);
    return names.join(u' ');
}

} // namespace

class TestHostModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAHost()
    {
        HostModel model;
        QAbstractItemModelTester tester(&model);
        auto row = host("a.example");
        row.limit = {.connections = 1, .bytesPerSecond = 2048, .startsPerSecond = 0.5};
        model.apply({row});
        model.refresh(now);
        QStringList texts;
        for (int column = 0; column < model.columnCount(); ++column) {
            texts << model.index(0, column).data().toString();
            QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        }
        QCOMPARE(texts.join(u'|'),
                 QStringLiteral("https://a.example|Working|4 of 6|12|1.5 MiB/s|87 ms|1,200|2|30|"
                                "1 connection(s), 2.0 KiB/s, 0.5 requests/s"));
        QCOMPARE(model.rowOfHost("https://a.example"), 0);
        QCOMPARE(model.rowOfHost("https://b.example"), -1);
    }

    void saysWhatItWaitsFor_data()
    {
        using engine::HostBreaker;
        QTest::addColumn<int>("breaker");
        QTest::addColumn<qint64>("heldMs");
        QTest::addColumn<bool>("paused");
        QTest::addColumn<int>("inFlight");
        QTest::addColumn<qint64>("queued");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *tag, HostBreaker breaker, qint64 held, bool paused,
                            int inFlight, qint64 queued, const char *words) {
            QTest::newRow(tag) << int(breaker) << held << paused << inFlight << queued
                               << QString::fromLatin1(words);
        };
        row("open", HostBreaker::Open, 11'200, false, 0, 5, "Breaker open, again in 12 s");
        row("open, due", HostBreaker::Open, 0, false, 0, 5, "Breaker open, tries again at once");
        row("trying", HostBreaker::Trying, 0, false, 1, 5, "Breaker open, trying one request");
        row("held", HostBreaker::Closed, 300'000, false, 2, 5, "Asked for patience until 14:05");
        row("paused", HostBreaker::Open, 11'200, true, 0, 5, "Paused");
        row("working", HostBreaker::Closed, 0, false, 2, 5, "Working");
        row("waiting", HostBreaker::Closed, 0, false, 0, 5, "Waiting");
        row("idle", HostBreaker::Closed, -5, false, 0, 0, "Nothing to do");
    }
    void saysWhatItWaitsFor()
    {
        QFETCH(int, breaker);
        QFETCH(qint64, heldMs);
        QFETCH(bool, paused);
        QFETCH(int, inFlight);
        QFETCH(qint64, queued);
        const engine::HostRow row{.origin = "http://h",
                                  .counts = {.queued = queued},
                                  .inFlight = inFlight,
                                  .breaker = engine::HostBreaker(breaker),
                                  .heldUntilMs = now + heldMs,
                                  .paused = paused};
        QTEST(Texts::hostState(row, now), "words");
    }

    void countsDownWithoutAChange()
    {
        HostModel model;
        auto held = host("a.example");
        held.breaker = engine::HostBreaker::Open;
        held.heldUntilMs = now + 12'000;
        model.apply({host("z.example"), held});
        model.refresh(now);
        QCOMPARE(cell(model, 1, HostColumn::State), QStringLiteral("Breaker open, again in 12 s"));
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        model.refresh(now + 5000);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy.first().first().toModelIndex().row(), 1);
        QCOMPARE(cell(model, 1, HostColumn::State), QStringLiteral("Breaker open, again in 7 s"));
    }

    void isReadablePaced()
    {
        HostModel model;
        model.apply({host("a.example"), host("b.example")});
        model.refresh(now);
        QSignalSpy spy(&model, &QAbstractItemModel::dataChanged);
        for (int i = 0; i < 10; ++i) {
            auto changed = host("b.example");
            changed.inFlight = i;
            model.apply({changed});
        }
        QCOMPARE(spy.size(), 0);
        model.refresh(now + 700);
        QCOMPARE(spy.size(), 1);
        QCOMPARE(cell(model, 1, HostColumn::InFlight), QStringLiteral("9 of 6"));
        model.refresh(now + 1400);
        QCOMPARE(spy.size(), 1);
    }

    void sortsWhenAskedToOnly()
    {
        HostModel model;
        QAbstractItemModelTester tester(&model);
        auto a = host("a.example");
        auto b = host("b.example");
        auto c = host("c.example");
        a.latencyMs = 30;
        b.latencyMs = 10;
        c.latencyMs = 20;
        model.apply({a, b, c});
        model.sort(int(HostColumn::Latency), Qt::AscendingOrder);
        QCOMPARE(names(model), QStringLiteral("b.example c.example a.example"));
        b.latencyMs = 99;
        model.apply({b, host("d.example")});
        model.refresh(now);
        QCOMPARE(names(model), QStringLiteral("b.example c.example a.example d.example"));
        QCOMPARE(model.hostAt(0).latencyMs, 99);
        model.sort(int(HostColumn::Host), Qt::AscendingOrder);
        QCOMPARE(names(model), QStringLiteral("a.example b.example c.example d.example"));
        QCOMPARE(model.rowOfHost("https://c.example"), 2);
    }

    void isQuickWithManyHosts()
    {
        const auto cost = support::dearer(2'500, 100'000, [](qint64 hosts) {
            HostModel model;
            std::vector<engine::HostRow> rows;
            for (int i = 0; i < hosts; ++i) {
                rows.push_back(host(QByteArray::number(i) + ".example"));
                rows.back().inFlight = i * 7919 % 1000;
            }
            model.apply(rows);
            model.sort(int(HostColumn::InFlight), Qt::DescendingOrder);
            model.refresh(now);
            QCOMPARE(model.rowCount(), int(hosts));
        });
        QVERIFY2(cost < support::inProportion, qPrintable(QString::number(cost)));
    }

    void aLimitCanBeTypedAgain_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QString();
        QTest::newRow("1.5M") << qint64(1536 * 1024) << QStringLiteral("1.5M");
        QTest::newRow("500k") << qint64(500 * 1024) << QStringLiteral("500k");
        QTest::newRow("2G") << qint64(2) * (1 << 30) << QStringLiteral("2G");
        QTest::newRow("odd") << qint64(1'234'567) << QStringLiteral("1234567");
    }
    void aLimitCanBeTypedAgain()
    {
        QFETCH(qint64, bytes);
        QTEST(Texts::rateInput(bytes), "text");
        QFETCH(QString, text);
        if (!text.isEmpty())
            QCOMPARE(engine::parseRate(text).value_or(-1), bytes);
    }
};

TRAWL_TEST(Gui, TestHostModel)

} // namespace tst_hostmodel

#include "tst_hostmodel.moc"
