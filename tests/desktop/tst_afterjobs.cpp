// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/afterjobs.h"
#include "desktop/jobends.h"
#include "desktop/offerbar.h"
#include "support/testmain.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_afterjobs {

using namespace trawl;
using namespace trawl::desktop;

namespace {

engine::JobState job(int id, engine::Counts counts, qint64 endedMs)
{
    return {.id = item::JobId(id), .counts = counts, .endedMs = endedMs};
}

} // namespace

class TestAfterJobs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store.clear();
        m_commands.clear();
        m_prompts.runCommand = [this](const QString &command) { m_commands << command; };
        m_bar = std::make_unique<OfferBar>(QStringLiteral("done"));
        m_after = std::make_unique<AfterJobs>(m_settings, m_prompts, *m_bar);
    }

    void eachEndIsToldOnce()
    {
        JobEnds ends;
        // What had ended before the start is no news.
        QVERIFY(ends.take({job(1, {.done = 3}, 7)}).isEmpty());
        QVERIFY(ends.take({job(1, {.done = 3}, 7), job(2, {.running = 1}, 0)}).isEmpty());
        const auto ended = ends.take({job(1, {.done = 3}, 7), job(2, {.done = 1}, 9)});
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.first().id, item::JobId(2));
        QVERIFY(ends.take({job(1, {.done = 3}, 7), job(2, {.done = 1}, 9)}).isEmpty());
        // A retry and its end.
        QVERIFY(ends.take({job(1, {.queued = 1, .done = 2}, 0)}).isEmpty());
        QCOMPARE(ends.take({job(1, {.done = 3}, 12)}).size(), 1);
        // So quick that it was never seen to run.
        QCOMPARE(ends.take({job(3, {.failed = 1}, 15)}).size(), 1);
    }

    void pausedAndReadJobsHaveNotEnded()
    {
        QVERIFY(JobEnds::allEnded({job(1, {.done = 1}, 1), job(2, {.failed = 2}, 2)}));
        QVERIFY(!JobEnds::allEnded({job(1, {.done = 1}, 1), job(2, {.paused = 1}, 0)}));
        auto reading = job(3, {}, 0);
        reading.importing = true;
        QVERIFY(!JobEnds::allEnded({reading}));
    }

    void doesNothingByItself()
    {
        m_after->begin();
        QVERIFY(!m_after->isCounting());
        QVERIFY(m_bar->isHidden());
    }

    void quitsAfterThirtySeconds()
    {
        m_settings.setChoice(Setting::AfterJobs, int(AfterJobsAction::Quit));
        const QSignalSpy quits(m_after.get(), &AfterJobs::quitWanted);
        m_after->begin();
        QVERIFY2(m_bar->text().contains(u"30"), qPrintable(m_bar->text()));
        for (int second = 1; second < AfterJobs::countdownSeconds; ++second)
            m_after->tick();
        QVERIFY2(m_bar->text().contains(u" 1 "), qPrintable(m_bar->text()));
        QCOMPARE(quits.count(), 0);
        m_after->tick();
        QCOMPARE(quits.count(), 1);
        QVERIFY(m_bar->isHidden());
        m_after->tick();
        QCOMPARE(quits.count(), 1);
    }

    void countsByItself()
    {
        m_settings.setChoice(Setting::AfterJobs, int(AfterJobsAction::Quit));
        m_after->begin();
        QTRY_VERIFY(m_bar->text().contains(u"29"));
    }

    void canBeStopped()
    {
        m_settings.setChoice(Setting::AfterJobs, int(AfterJobsAction::Quit));
        const QSignalSpy quits(m_after.get(), &AfterJobs::quitWanted);
        m_after->begin();
        QTest::mouseClick(m_bar->findChildren<QPushButton *>().first(), Qt::LeftButton);
        QVERIFY(!m_after->isCounting());
        QVERIFY(m_bar->isHidden());
        for (int second = 0; second < 40; ++second)
            m_after->tick();
        QCOMPARE(quits.count(), 0);
    }

    void newWorkStopsIt()
    {
        m_settings.setChoice(Setting::AfterJobs, int(AfterJobsAction::Quit));
        m_after->begin();
        m_after->cancel();
        QVERIFY(m_bar->isHidden());
        QVERIFY(!m_after->isCounting());
    }

    void runsACommandAtOnceWhenAsked()
    {
        m_settings.setChoice(Setting::AfterJobs, int(AfterJobsAction::Command));
        m_settings.set(Setting::AfterJobsCommand, QStringLiteral("systemctl suspend"));
        m_after->begin();
        QVERIFY2(m_bar->text().contains(u"systemctl suspend"), qPrintable(m_bar->text()));
        QTest::mouseClick(m_bar->findChildren<QPushButton *>().last(), Qt::LeftButton);
        QCOMPARE(m_commands, QStringList(QStringLiteral("systemctl suspend")));
        m_after->tick();
        QCOMPARE(m_commands.size(), 1);
    }

private:
    QTemporaryDir m_dir;
    QSettings m_store{m_dir.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    Settings m_settings{m_store};
    Prompts m_prompts;
    QStringList m_commands;
    std::unique_ptr<OfferBar> m_bar;
    std::unique_ptr<AfterJobs> m_after;
};

TRAWL_TEST(Gui, TestAfterJobs)

} // namespace tst_afterjobs

#include "tst_afterjobs.moc"
