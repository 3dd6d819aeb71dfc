// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/clipboardwatch.h"
#include "desktop/offerbar.h"
#include "desktop/preferencesdialog.h"
#include "models/texts.h"
#include "support/testmain.h"
#include "windows/aboutdialog.h"
#include "windows/presence.h"
#include "windows/shortcutsdialog.h"
#include "windows/windowfixture.h"

#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QComboBox>
#include <QLabel>
#include <QToolBar>
#include <QTreeView>

namespace tst_presence {

using namespace trawl;
using namespace trawl::windows;
using desktop::Setting;

namespace {

engine::ChangeSet jobsAre(const QList<engine::JobState> &jobs)
{
    engine::ChangeSet changes;
    changes.jobs = jobs;
    for (const auto &job : jobs) {
        changes.counts.running += job.counts.running;
        changes.counts.done += job.counts.done;
        changes.counts.failed += job.counts.failed;
    }
    return changes;
}

engine::JobState papers(engine::Counts counts, qint64 endedMs = 0)
{
    return {.id = item::JobId(1),
            .name = QStringLiteral("papers"),
            .counts = counts,
            .endedMs = endedMs};
}

} // namespace

/// Trawl outside of its window, and what the menus open beside it.
class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_notices.clear();
        m_commands.clear();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->prompts.hasTray = [] { return true; };
        m_fixture->prompts.runCommand = [this](const QString &command) { m_commands << command; };
        m_fixture->prompts.notify = [this](const desktop::Notice &notice,
                                           const std::function<void()> &clicked) {
            m_notices << notice.text;
            m_clicked = clicked;
        };
        QVERIFY(m_fixture->open(false));
        // What is shown is what the test says.
        QObject::disconnect(m_fixture->session->thread().engine(), &engine::Engine::changed,
                            m_fixture->session.get(), nullptr);
        QCoreApplication::processEvents();
    }
    void cleanup()
    {
        m_clicked = nullptr;
        m_fixture->close();
        m_fixture.reset();
    }

    void oneMessageAJob()
    {
        m_fixture->settings.set(Setting::NotifyInFront, true);
        QSignalSpy logged(m_fixture->window->findChild<Presence *>(), &Presence::logged);
        show({papers({.running = 2, .done = 1})});
        show({papers({.running = 1, .done = 2})});
        QVERIFY(m_notices.isEmpty());
        show({papers({.done = 9988, .failed = 12}, 5)});
        QCOMPARE(m_notices, QStringList(QStringLiteral("papers: 9,988 done, 12 failed")));
        show({papers({.done = 9988, .failed = 12}, 5)});
        QCOMPARE(m_notices.size(), 1);
        QCOMPARE(logged.count(), 1);
        QVERIFY(logged.first().first().toString().contains(u"9,988 done"));
    }

    void noMessageWhileTheWindowIsInFrontOrNoneAreWanted()
    {
        m_fixture->window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture->window.get()));
        endPapers(5);
        QVERIFY(m_notices.isEmpty());
        m_fixture->settings.set(Setting::Notifications, false);
        m_fixture->settings.set(Setting::NotifyInFront, true);
        endPapers(6);
        QVERIFY(m_notices.isEmpty());
        m_fixture->settings.set(Setting::Notifications, true);
        endPapers(7);
        QCOMPARE(m_notices.size(), 1);
    }

    void aClickOnTheMessageShowsItsJob()
    {
        m_fixture->settings.set(Setting::NotifyInFront, true);
        endPapers(5);
        m_fixture->window->hide();
        m_clicked();
        QVERIFY(m_fixture->window->isVisible());
        const auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        QCOMPARE(sidebar->currentIndex().data().toString(), QStringLiteral("papers"));
    }

    void closingHidesWhenItIsWanted()
    {
        QSignalSpy closed(m_fixture->window.get(), &MainWindow::closed);
        m_fixture->settings.set(Setting::CloseToTray, true);
        m_fixture->window->close();
        QVERIFY(!m_fixture->window->isVisible());
        QCOMPARE(closed.count(), 0);
        QCOMPARE(m_notices.size(), 1); // that it works on, the first time
        toggleByTray();
        QVERIFY(m_fixture->window->isVisible());
        m_fixture->window->close();
        QCOMPARE(m_notices.size(), 1);
        m_fixture->trigger("actionQuit");
        QCOMPARE(closed.count(), 1);
    }

    void closingQuitsWithoutATray()
    {
        m_fixture->close();
        m_fixture->prompts.hasTray = [] { return false; };
        m_fixture->settings.set(Setting::CloseToTray, true);
        QVERIFY(m_fixture->open(false));
        QSignalSpy closed(m_fixture->window.get(), &MainWindow::closed);
        m_fixture->window->close();
        QCOMPARE(closed.count(), 1);
        QVERIFY(m_notices.isEmpty());
    }

    void trayTogglesTheWindow()
    {
        toggleByTray();
        QVERIFY(!m_fixture->window->isVisible());
        toggleByTray();
        QVERIFY(m_fixture->window->isVisible());
    }

    void trayTellsHowFarItIs()
    {
        engine::ChangeSet changes = jobsAre({papers({.running = 1'588, .done = 8'412})});
        changes.bytesPerSecond = 84 << 20;
        QCOMPARE(trayText(StatusFacts::of(changes)), QStringLiteral("8,412/10,000 · 84.0 MiB/s"));
        QCOMPARE(trayText(StatusFacts()), QStringLiteral("Trawl"));
        Q_EMIT m_fixture->session->changed(changes);
        QTRY_VERIFY(tray().toolTip().startsWith(u"8,412/10,000"));
    }

    void limitOfTheTrayIsThatOfTheToolBar()
    {
        Q_EMIT tray().limitChosen(5 << 20);
        const auto *limit = m_fixture->window->findChild<QComboBox *>(QStringLiteral("limit"));
        QCOMPARE(limit->currentData().toLongLong(), qint64(5 << 20));
        QCOMPARE(m_fixture->settings.get<qint64>(Setting::RateLimit), qint64(5 << 20));
    }

    void quitsAfterTheLastJob()
    {
        m_fixture->settings.setChoice(Setting::AfterJobs, int(desktop::AfterJobsAction::Quit));
        QSignalSpy closed(m_fixture->window.get(), &MainWindow::closed);
        endPapers(5);
        const auto bar = barWith(u"quits");
        QVERIFY(bar);
        QTest::mouseClick(bar->findChildren<QPushButton *>().last(), Qt::LeftButton);
        QCOMPARE(closed.count(), 1);
    }

    void newWorkStopsTheCountdown()
    {
        m_fixture->settings.setChoice(Setting::AfterJobs, int(desktop::AfterJobsAction::Quit));
        endPapers(5);
        QVERIFY(barWith(u"quits"));
        show({papers({.running = 1, .done = 1})});
        QVERIFY(!barWith(u"quits"));
    }

    void doesNotAskAgainWhenToldSo()
    {
        m_fixture->prompts.confirmQuit = {};
        m_fixture->close();
        int questions = 0;
        m_fixture->prompts.confirmQuit = [&](QWidget *, const QString &) {
            ++questions;
            return desktop::QuitAnswer(questions > 1, questions == 1);
        };
        QVERIFY(m_fixture->open(false));
        QSignalSpy closed(m_fixture->window.get(), &MainWindow::closed);
        show({papers({.running = 3})});
        m_fixture->trigger("actionQuit");
        QCOMPARE(closed.count(), 0);
        QVERIFY(m_fixture->settings.get<bool>(Setting::AskBeforeQuit));
        m_fixture->trigger("actionQuit");
        QCOMPARE(closed.count(), 1);
        QVERIFY(!m_fixture->settings.get<bool>(Setting::AskBeforeQuit));
        m_fixture->trigger("actionQuit");
        QCOMPARE(questions, 2);
    }

    void offersLinksOfTheClipboard()
    {
        auto *watch = m_fixture->window->findChild<adding::ClipboardWatch *>();
        watch->look(QStringLiteral("https://a.example/1\nhttps://a.example/2\n"));
        auto *bar = barWith(u"2 link");
        QVERIFY(bar);
        QTest::mouseClick(bar->findChildren<QPushButton *>().last(), Qt::LeftButton);
        QVERIFY(bar->isHidden());
        watch->look(QStringLiteral("https://a.example/3\n"));
        QTest::mouseClick(barWith(u"1 link")->findChildren<QPushButton *>().constLast(),
                          Qt::LeftButton);
        watch->look(QStringLiteral("https://a.example/4\n"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::mouseClick(barWith(u"1 link")->findChildren<QPushButton *>().constFirst(),
                          Qt::LeftButton);
        QVERIFY(m_fixture->addDialog());
    }

    void preferencesActAtOnce()
    {
        QTest::keyClick(m_fixture->window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(m_fixture->window->findChild<desktop::PreferencesDialog *>());
        m_fixture->settings.setChoice(Setting::Units, int(models::Units::Si));
        const auto *limit = m_fixture->window->findChild<QComboBox *>(QStringLiteral("limit"));
        QVERIFY(limit->findText(QStringLiteral("1.0 MB/s")) > 0);
        QVERIFY(
            m_fixture->window->findChild<QAction *>(QStringLiteral("actionSiUnits"))->isChecked());
        QVERIFY2(chartTop().endsWith(u"kB/s"), qPrintable(chartTop()));
        m_fixture->trigger("actionSiUnits");
        QVERIFY(limit->findText(QStringLiteral("1.0 MiB/s")) > 0);
        QVERIFY2(chartTop().endsWith(u"KiB/s"), qPrintable(chartTop()));
    }

    void emptyPageMakesANewJob()
    {
        auto *button = m_fixture->window->findChild<QPushButton *>(QStringLiteral("newJob"));
        QVERIFY(button->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(m_fixture->addDialog());
    }

    void partsCanBeHiddenAndStaySo()
    {
        m_fixture->trigger("actionShowToolBar");
        m_fixture->trigger("actionShowSidebar");
        QVERIFY(!m_fixture->window->findChild<QToolBar *>()->isVisible());
        m_fixture->close();
        QVERIFY(m_fixture->open(false));
        QVERIFY(!m_fixture->window->findChild<QToolBar *>()->isVisible());
        QVERIFY(!m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"))->isVisible());
        m_fixture->trigger("actionShowToolBar");
        QVERIFY(m_fixture->window->findChild<QToolBar *>()->isVisible());
    }

    void listsEveryKey()
    {
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F1);
        auto *dialog = m_fixture->window->findChild<ShortcutsDialog *>();
        QVERIFY(dialog);
        auto *view = dialog->findChild<QTreeView *>();
        QStringList keys;
        for (int row = 0; row < view->model()->rowCount(); ++row)
            keys << view->model()->index(row, 0).data().toString();
        const auto actions = m_fixture->window->findChildren<QAction *>();
        for (const auto *action : actions) {
            const auto shown = action->shortcut().toString(QKeySequence::NativeText);
            if (action->objectName().startsWith(u"action") && !shown.isEmpty())
                QVERIFY2(keys.join(u' ').contains(shown), qPrintable(action->objectName()));
        }
        QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("preferences"));
        QCOMPARE(view->model()->rowCount(), 1);
        QCOMPARE(view->model()->index(0, 0).data().toString(), QStringLiteral("Ctrl+,"));
    }

    void tellsWhatItIs()
    {
        m_fixture->trigger("actionAbout");
        const auto *dialog = m_fixture->window->findChild<AboutDialog *>();
        QVERIFY(dialog);
        const auto facts = dialog->findChild<QLabel *>(QStringLiteral("facts"))->text();
        QVERIFY(facts.contains(QLatin1StringView(qVersion())));
        QVERIFY(facts.contains(u"libcurl"));
    }

private:
    /// The upper end of the chart's left axis.
    [[nodiscard]] QString chartTop() const
    {
        const auto *plot = m_fixture->window->findChild<QChartView *>();
        auto *axis = plot->chart()->axes(Qt::Vertical).constFirst();
        return qobject_cast<QCategoryAxis *>(axis)->categoriesLabels().constLast();
    }
    void show(const QList<engine::JobState> &jobs)
    {
        Q_EMIT m_fixture->session->changed(jobsAre(jobs));
    }
    void endPapers(qint64 atMs)
    {
        show({papers({.running = 1})});
        show({papers({.done = 1}, atMs)});
    }
    [[nodiscard]] desktop::Tray &tray() const
    {
        return m_fixture->window->findChild<Presence *>()->tray();
    }
    void toggleByTray() const { Q_EMIT tray().toggleWanted(); }
    [[nodiscard]] desktop::OfferBar *barWith(QStringView text) const
    {
        const auto bars = m_fixture->window->findChildren<desktop::OfferBar *>();
        for (auto *bar : bars) {
            if (bar->text().contains(text))
                return bar;
        }
        return nullptr;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    QStringList m_notices;
    QStringList m_commands;
    std::function<void()> m_clicked;
};

TRAWL_TEST(Gui, TestPresence)

} // namespace tst_presence

#include "tst_presence.moc"
