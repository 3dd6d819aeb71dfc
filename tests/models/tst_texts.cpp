// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/texts.h"
#include "support/testmain.h"

#include <QLocale>
#include <QSet>
#include <QTest>

#include <limits>

namespace tst_texts {

using namespace trawl;
using namespace trawl::models;
using item::Reason;
using item::Status;

namespace {

constexpr qint64 KiB = 1024;
constexpr qint64 MiB = 1024 * KiB;

engine::RowState row(Status status, Reason reason, int code = 0)
{
    return {.status = status, .reason = reason, .code = qint16(code)};
}

} // namespace

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatAHostIsPaused()
    {
        const engine::RowState waiting{.status = item::Status::Queued, .hostPaused = true};
        QCOMPARE(Texts::why(waiting), QStringLiteral("Its host is paused"));
    }

    void causesAreAWordOrTwo()
    {
        QCOMPARE(Texts::cause(item::Reason::Http, 429), QStringLiteral("HTTP 429"));
        QCOMPARE(Texts::cause(item::Reason::Dns), QStringLiteral("DNS"));
        QCOMPARE(Texts::cause(item::Reason::None), QString());
        for (int i = 1; i <= int(item::Reason::Last); ++i)
            QVERIFY2(!Texts::cause(item::Reason(i)).isEmpty(), qPrintable(QString::number(i)));
    }

    void momentsOfTodayHaveNoDate()
    {
        const QDateTime noon(QDate(2026, 3, 4), QTime(12, 0));
        QCOMPARE(Texts::moment(0, noon), QString());
        QCOMPARE(Texts::moment(noon.addSecs(-3).toMSecsSinceEpoch(), noon),
                 QStringLiteral("11:59:57"));
        QVERIFY(Texts::moment(noon.addDays(-1).toMSecsSinceEpoch(), noon).size() > 8);
    }

    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void everyReasonHasItsOwnSentence()
    {
        QSet<QString> seen;
        for (int i = 1; i <= int(Reason::Last); ++i) {
            const auto sentence = Texts::failure({.reason = Reason(i)});
            QVERIFY2(sentence.size() > 8 && !seen.contains(sentence), qPrintable(sentence));
            QVERIFY(sentence.at(0).isUpper());
            seen.insert(sentence);
        }
        QCOMPARE(Texts::failure({}), QString());
        QCOMPARE(Texts::failure({.reason = Reason(200)}), QString());
    }

    void everyStatusHasItsOwnWord()
    {
        QSet<QString> seen;
        for (int i = 0; i <= int(Status::Last); ++i)
            seen.insert(Texts::status(Status(i)));
        QCOMPARE(seen.size(), int(Status::Last) + 1);
        QVERIFY(!seen.contains(QString()));
        QCOMPARE(Texts::status(Status(99)), QString());
    }

    void everyWorkerStateHasItsOwnWord()
    {
        using engine::WorkerState;
        QSet<QString> seen;
        for (const auto state :
             {WorkerState::Starting, WorkerState::Ready, WorkerState::Draining, WorkerState::Dead})
            seen.insert(Texts::workerState(state));
        QCOMPARE(seen.size(), 4);
    }

    void everyHttpCodeIsNamed()
    {
        for (int code = 100; code < 600; ++code) {
            const auto sentence = Texts::failure({.reason = Reason::Http, .httpCode = code});
            QVERIFY2(sentence.contains(QString::number(code)), qPrintable(sentence));
            QVERIFY(!sentence.contains(u'%'));
        }
        QCOMPARE(Texts::failure({.reason = Reason::Http, .httpCode = 404}),
                 QStringLiteral("Not there (404): check the URL"));
        QVERIFY(!Texts::failure({.reason = Reason::Http}).contains(u'%'));
    }

    void theDetailComesBehind()
    {
        QCOMPARE(
            Texts::failure({.reason = Reason::Network, .detail = QStringLiteral("reset %1 %2")}),
            QStringLiteral("The connection broke (reset %1 %2)"));
    }

    void whyIsSaidWhenThereIsOne_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("said");
        QTest::newRow("queued") << int(Status::Queued) << true;
        QTest::newRow("running") << int(Status::Running) << false;
        QTest::newRow("paused") << int(Status::Paused) << true;
        QTest::newRow("done") << int(Status::Done) << false;
        QTest::newRow("failed") << int(Status::Failed) << true;
        QTest::newRow("skipped") << int(Status::Skipped) << true;
    }
    void whyIsSaidWhenThereIsOne()
    {
        QFETCH(int, status);
        QFETCH(bool, said);
        QCOMPARE(!Texts::why(row(Status(status), Reason::Dns)).isEmpty(), said);
        QVERIFY(Texts::why(row(Status(status), Reason::None)).isEmpty());
    }

    void waitingSaysWhen()
    {
        const QDateTime now(QDate(2026, 3, 4), QTime(13, 59));
        auto waiting = row(Status::Queued, Reason::Http, 429);
        waiting.retryAtMs = QDateTime(now.date(), QTime(14, 5)).toMSecsSinceEpoch();
        QCOMPARE(Texts::why(waiting, now),
                 QStringLiteral("Too many requests (429), again at 14:05"));
        const auto dayBefore = now.addDays(-1);
        QVERIFY(Texts::why(waiting, dayBefore).contains(QStringLiteral("2026")));
        waiting.status = Status::Failed;
        QCOMPARE(Texts::why(waiting, now), QStringLiteral("Too many requests (429)"));
    }

    void bytes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 bytes, const QString &text) {
            QTest::newRow(qPrintable(QString::number(bytes))) << bytes << text;
        };
        row(-1, QString());
        row(0, QStringLiteral("0 B"));
        row(1, QStringLiteral("1 B"));
        row(1023, QStringLiteral("1023 B"));
        row(KiB, QStringLiteral("1.0 KiB"));
        row(MiB - 1, QStringLiteral("1.0 MiB"));
        row(MiB - 60, QStringLiteral("1023.9 KiB"));
        row(1'468'006, QStringLiteral("1.4 MiB"));
        row(5 * 1024 * MiB, QStringLiteral("5.0 GiB"));
        row(std::numeric_limits<qint64>::max(), QStringLiteral("8.0 EiB"));
    }
    void bytes()
    {
        QFETCH(qint64, bytes);
        QTEST(Texts::bytes(bytes), "text");
    }

    void rates()
    {
        QCOMPARE(Texts::rate(0), QString());
        QCOMPARE(Texts::rate(0.2), QString());
        QCOMPARE(Texts::rate(1.4 * double(MiB)), QStringLiteral("1.4 MiB/s"));
    }

    void timeLeft_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        const auto row = [](qint64 seconds, const QString &text) {
            QTest::newRow(qPrintable(QString::number(seconds))) << seconds << text;
        };
        row(-1, QStringLiteral("∞"));
        row(0, QStringLiteral("0 s"));
        row(59, QStringLiteral("59 s"));
        row(60, QStringLiteral("1 min 00 s"));
        row(3599, QStringLiteral("59 min 59 s"));
        row(7500, QStringLiteral("2 h 05 min"));
        row(86'399, QStringLiteral("23 h 59 min"));
        row(100 * 3600, QStringLiteral("4 d 04 h"));
    }
    void timeLeft()
    {
        QFETCH(qint64, seconds);
        QTEST(Texts::timeLeft(seconds), "text");
    }

    void numbersAreGroupedAsTheLocaleDoes()
    {
        QLocale::setDefault(QLocale(QLocale::German));
        QCOMPARE(Texts::count(1'204), QStringLiteral("1.204"));
        QCOMPARE(Texts::bytes(1536), QStringLiteral("1,5 KiB"));
        QLocale::setDefault(QLocale::c());
    }
};

TRAWL_TEST(Appless, TestTexts)

} // namespace tst_texts

#include "tst_texts.moc"
