// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"
#include "cli/tally.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tst_report {

using namespace trawl;
using cli::ProgressState;

namespace {

ProgressState halfWay()
{
    ProgressState state;
    state.counts = {400, 90, 0, 500, 7, 3};
    state.bytes = 5'000'000;
    state.bytesPerSecond = 1.5 * 1024 * 1024;
    state.requestsPerSecond = 10;
    state.elapsedMs = 50'000;
    return state;
}

item::Result result(item::Status status, item::Reason reason = item::Reason::None, int code = 200)
{
    item::Result made;
    made.status = status;
    made.reason = reason;
    made.code = code;
    made.bytes = 1024;
    made.arrival = 2000;
    return made;
}

} // namespace

class TestReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bar()
    {
        QCOMPARE(cli::progressBar(halfWay(), 200),
                 QByteArray("510/1000  51 %  7 failed  1.5 MiB/s  10 items/s  49 s left"));
    }
    void barWhileTheListIsRead()
    {
        auto state = halfWay();
        state.importing = true;
        state.counts.failed = 0;
        QCOMPARE(cli::progressBar(state, 200),
                 QByteArray("503/993+  1.5 MiB/s  10 items/s")); // total and time are not known
    }
    void barFitsTheTerminal()
    {
        for (int columns = 0; columns < 80; ++columns)
            QVERIFY(cli::progressBar(halfWay(), columns).size() < qMax(2, columns));
        QCOMPARE(cli::progressBar({}, 80), QByteArray("0/0  0 bytes/s  0 items/s"));
    }
    void whyNothingRuns()
    {
        auto state = halfWay();
        QVERIFY(!cli::progressBar(state, 200).contains("network"));
        state.offline = true;
        state.awaitedFolder = QStringLiteral("/mnt/x");
        QVERIFY(cli::progressBar(state, 200).contains("waiting for the network"));
        const auto object = QJsonDocument::fromJson(cli::progressJson(state)).object();
        QCOMPARE(object.value(u"offline"), QJsonValue(true));
        QCOMPARE(object.value(u"awaited_folder"), QJsonValue(QStringLiteral("/mnt/x")));
        QCOMPARE(object.value(u"off_hours"), QJsonValue(false));
        state.offHours = true;
        QVERIFY(cli::progressBar(state, 200).contains("off by the schedule"));
    }
    void timeLeft()
    {
        auto state = halfWay();
        QCOMPARE(state.secondsLeft(), 49);
        state.requestsPerSecond = 0;
        QCOMPARE(state.secondsLeft(), -1);
    }
    void json()
    {
        const auto line = cli::progressJson(halfWay());
        QVERIFY(line.endsWith('\n'));
        QCOMPARE(line.count('\n'), 1);
        const auto object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.value(u"done"), QJsonValue(500));
        QCOMPARE(object.value(u"failed"), QJsonValue(7));
        QCOMPARE(object.value(u"total"), QJsonValue(1000));
        QCOMPARE(object.value(u"bytes"), QJsonValue(5'000'000));
        QCOMPARE(object.value(u"seconds_left"), QJsonValue(49));
        QCOMPARE(object.value(u"importing"), QJsonValue(false));
        auto unknown = halfWay();
        unknown.importing = true;
        QCOMPARE(
            QJsonDocument::fromJson(cli::progressJson(unknown)).object().value(u"seconds_left"),
            QJsonValue());
    }
    void summary()
    {
        cli::Tally tally(1000);
        for (int i = 0; i < 2048; ++i)
            tally.add(result(item::Status::Done));
        QCOMPARE(tally.summary(2000),
                 QStringLiteral("2048 done: 2.0 MiB in 2.00 s (1.0 MiB/s, 1024 items/s)"));
        QVERIFY(tally.failures({}).isEmpty());
        tally.add(result(item::Status::Skipped, item::Reason::Duplicate));
        tally.add(result(item::Status::Failed, item::Reason::Dns));
        tally.add(result(item::Status::Queued));
        QVERIFY(tally.summary(2000).startsWith(
            QLatin1StringView("2048 done, 1 failed, 1 skipped, 1 not yet: ")));
    }
    void earlierRunsAreNotThisRunsSpeed()
    {
        cli::Tally tally(3000);
        tally.add(result(item::Status::Done));
        QCOMPARE(
            tally.summary(0),
            QStringLiteral("1 done, 1 of them earlier: 0 bytes in 0.00 s (0 bytes/s, 0 items/s)"));
        QCOMPARE(tally.bytesNow(), 0);
    }
    void failuresMostOftenFirst()
    {
        cli::Tally tally(0);
        for (int i = 0; i < 3; ++i)
            tally.add(result(item::Status::Failed, item::Reason::Http, 404));
        for (int i = 0; i < 2; ++i)
            tally.add(result(item::Status::Failed, item::Reason::Dns, 0));
        tally.add(result(item::Status::Failed, item::Reason::Http, 500));
        QCOMPARE(
            tally.failures({QStringLiteral("-"), QStringLiteral("r.csv")}),
            QStringLiteral("6 failed: 3 x HTTP 404, 2 x no such host, 1 x HTTP 500; see r.csv"));
        QVERIFY(tally.failures({}).endsWith(QLatin1StringView("-o results.csv lists them")));
        tally.add(result(item::Status::Failed, item::Reason::Tls));
        tally.add(result(item::Status::Failed, item::Reason::Timeout));
        QVERIFY(tally.failures({}).contains(QLatin1StringView(", ...;")));
    }
};

TRAWL_TEST(Appless, TestReport)

} // namespace tst_report

#include "tst_report.moc"
