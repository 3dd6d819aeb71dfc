// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/addflow.h"
#include "charts/plot.h"
#include "models/logmodel.h"
#include "support/testmain.h"
#include "support/wheel.h"
#include "windows/facetbar.h"
#include "windows/logpage.h"
#include "windows/searchfield.h"
#include "windows/windowfixture.h"

#include <QAbstractButton>
#include <QChart>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTableView>
#include <QToolBar>
#include <QTreeView>

namespace tst_mainwindow {

using namespace trawl;
using namespace trawl::windows;

namespace {

QString fiveLinks()
{
    QString text;
    for (int i = 1; i <= 5; ++i)
        text += QStringLiteral("http://127.0.0.1:9/%1\n").arg(i);
    return text;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        // Not started: what is added waits, so that a test says when something happens.
        QVERIFY(m_fixture->open(false));
    }
    void cleanup()
    {
        m_fixture->close();
        m_fixture.reset();
    }

    void beginsAsADropTarget()
    {
        auto *pages = m_fixture->window->findChild<QStackedWidget *>(QStringLiteral("listPages"));
        QCOMPARE(pages->currentWidget()->objectName(), QStringLiteral("emptyPage"));
        QCOMPARE(m_fixture->window->windowTitle(), QStringLiteral("Trawl"));
        QTRY_VERIFY2(m_fixture->statusText().startsWith(u"2 "),
                     qPrintable(m_fixture->statusText()));
        dropFive();
        QTRY_COMPARE(pages->currentWidget()->objectName(), QStringLiteral("table"));
    }

    void pastesLinksByKeyboard()
    {
        QGuiApplication::clipboard()->setText(fiveLinks());
        QSignalSpy titles(m_fixture->window.get(), &QWidget::windowTitleChanged);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(m_fixture->acceptDialog());
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        // They fail at once, and then there is no percentage any more.
        QTRY_VERIFY(!titles.isEmpty());
        QVERIFY2(titles[0][0].toString().startsWith(u'0'), qPrintable(titles[0][0].toString()));
    }

    void saysWhenThereIsNothingToPaste()
    {
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(m_fixture->window.get(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!m_fixture->addDialog());
        QVERIFY(!m_fixture->message().isEmpty());
    }

    void opensListsByKeyboard()
    {
        const auto path = m_fixture->dir.filePath(QStringLiteral("papers.txt"));
        QFile list(path);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(fiveLinks().toUtf8());
        list.close();
        m_fixture->listsToOpen = {path};
        QTest::keyClick(m_fixture->window.get(), Qt::Key_O, Qt::ControlModifier);
        QVERIFY(m_fixture->acceptDialog());
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        const auto jobs = sidebar->model()->index(1, 0);
        QTRY_COMPARE(sidebar->model()->index(0, 0, jobs).data().toString(),
                     QStringLiteral("papers"));
    }

    void saysThatAListIsGone()
    {
        const auto path = m_fixture->dir.filePath(QStringLiteral("papers.txt"));
        QFile list(path);
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(fiveLinks().toUtf8());
        list.close();
        m_fixture->window->add({.text = {}, .files = {path}});
        const auto *dialog = m_fixture->addDialog();
        QVERIFY(dialog);
        const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QTRY_VERIFY(ok->isEnabled());
        QVERIFY(list.remove());
        QVERIFY(m_fixture->acceptDialog());
        QTRY_VERIFY2(m_fixture->message().contains(u"could not be read: papers.txt"),
                     qPrintable(m_fixture->message()));
    }

    void aListThatCannotGoToItsFolderIsNotLost()
    {
        const auto before = m_fixture->settings.get<QString>(desktop::Setting::Destination);
        m_fixture->window->add({.text = fiveLinks(), .files = {}});
        const auto folder = m_fixture->dir.filePath(QStringLiteral("taken"));
        m_fixture->addDialog()
            ->findChild<QComboBox *>(QStringLiteral("destination"))
            ->setEditText(folder);
        auto *room = m_fixture->addDialog()->findChild<QLabel *>(QStringLiteral("room"));
        QTRY_VERIFY(room->text().endsWith(u"free"));
        QFile file(folder);
        QVERIFY(file.open(QIODevice::WriteOnly)); // by another program, meanwhile
        QPointer<adding::AddDialog> first = m_fixture->addDialog();
        QVERIFY(m_fixture->acceptDialog());
        QTRY_VERIFY(!first && m_fixture->addDialog());
        QVERIFY2(m_fixture->message().contains(u"taken"), qPrintable(m_fixture->message()));
        QCOMPARE(m_fixture->settings.get<QString>(desktop::Setting::Destination), before);
        QVERIFY(m_fixture->acceptDialog());
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
    }

    void asksAboutOneListAfterTheOther()
    {
        const auto one = QStringLiteral("http://127.0.0.1:9/one");
        m_fixture->window->add({.text = one, .files = {}});
        m_fixture->window->add({.text = fiveLinks(), .files = {}}); // by another start
        QPointer<adding::AddDialog> first = m_fixture->addDialog();
        QVERIFY(m_fixture->acceptDialog());
        QTRY_VERIFY(!first && m_fixture->addDialog());
        QVERIFY(m_fixture->acceptDialog());
        QTRY_COMPARE(m_fixture->items().rowCount(), 6);
        QTRY_VERIFY(!m_fixture->addDialog());
    }

    void saysWhenAListIsThereAlready()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        dropFive();
        QTRY_VERIFY2(m_fixture->message().contains(u"127.0.0.1"), qPrintable(m_fixture->message()));
        QCOMPARE(m_fixture->items().rowCount(), 5);
    }

    void searchesAndShowsByStatus()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(m_fixture->window->focusWidget(), QStringLiteral("/3"));
        QTRY_COMPARE(m_fixture->items().rowCount(), 1);
        QTest::keyClick(m_fixture->window->focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(m_fixture->window->focusWidget(), Qt::Key_Backspace);
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        const auto statuses = sidebar->model()->index(2, 0);
        sidebar->setCurrentIndex(sidebar->model()->index(0, 0, statuses));
        QCOMPARE(m_fixture->items().rowCount(), 0);
        sidebar->setCurrentIndex(sidebar->model()->index(0, 0));
        QCOMPARE(m_fixture->items().rowCount(), 5);
    }

    void theSearchIsThereHoweverNarrowTheWindow()
    {
        auto *search = m_fixture->window->findChild<SearchField *>();
        auto *bar = m_fixture->window->findChild<QToolBar *>();
        for (const int width : {1200, 860, 700, 1}) {
            m_fixture->window->resize(width, 600);
            QTRY_VERIFY2(search->isVisible() && search->geometry().right() < bar->width(),
                         qPrintable(QString::number(m_fixture->window->width())));
            m_fixture->table().setFocus();
            QTest::keyClick(m_fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
            QVERIFY(search->hasFocus());
        }
        m_fixture->window->resize(1200, 600);
        QTRY_COMPARE(bar->toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
        // Who has put the tool bar away and searches gets it back.
        m_fixture->trigger("actionShowToolBar");
        QVERIFY(!search->isVisible());
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(search->isVisible() && search->hasFocus());
    }

    void saysWhatIsWrongWithASearch()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        auto *bar = m_fixture->window->findChild<FacetBar *>();
        QVERIFY(!bar->isVisible());
        QTest::keyClick(m_fixture->window.get(), Qt::Key_F, Qt::ControlModifier);
        auto *field = m_fixture->window->focusWidget();
        QTest::keyClicks(field, QStringLiteral("/3 size:big"));
        QTRY_COMPARE(m_fixture->items().rowCount(), 1);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(bar->findChild<QLabel *>()->text().contains(u"big"));
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(m_fixture->items().rowCount(), 5);
        QVERIFY(!bar->isVisible());
    }

    void pausesTheSelectedAndResumesThem()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        m_fixture->click(1);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Space);
        QTRY_COMPARE(m_fixture->statusOf(1), item::Status::Paused);
        QCOMPARE(m_fixture->rowsWith(item::Status::Paused), 1);
        QCOMPARE(m_fixture->table().selectedIds(), QList{item::ItemId(2)});
        QTest::keyClick(m_fixture->window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 0);
    }

    void pausesAllWithoutASelection()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY2(m_fixture->statusText().contains(u"5 paused"),
                     qPrintable(m_fixture->statusText()));
        QTest::keyClick(m_fixture->window.get(), Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY2(!m_fixture->statusText().contains(u"paused"),
                     qPrintable(m_fixture->statusText()));
    }

    void copiesLinksOfTheSelected()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        m_fixture->click(0);
        QTest::keyClick(&m_fixture->table(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:9/1"));
    }

    void selectedTimeOfTheChartFilters()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        auto *plot = m_fixture->window->findChild<charts::Plot *>();
        QTRY_VERIFY(!plot->lines().curves[0].empty());
        const auto area = plot->chart()->plotArea().toRect();
        QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, area.center());
        QTest::mouseMove(plot->viewport(), area.center() - QPoint(30, 0));
        QTest::mouseMove(plot->viewport(), area.center() - QPoint(60, 0));
        QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, area.center() - QPoint(60, 0));
        QVERIFY(plot->range());
        const auto filter = m_fixture->items().filter();
        QVERIFY(filter.endedFromMs > 0 && filter.endedToMs > filter.endedFromMs);
        QTest::keyClick(plot, Qt::Key_Escape);
        QCOMPARE(m_fixture->items().filter().endedToMs, 0);
    }

    void theWheelOverAFieldWithoutTheKeyboardChangesNothing()
    {
        auto *workers = m_fixture->window->findChild<QSpinBox *>(QStringLiteral("workerCount"));
        auto *limit = m_fixture->window->findChild<QComboBox *>(QStringLiteral("limit"));
        QTRY_COMPARE(workers->value(), 2);
        m_fixture->table().setFocus();
        support::turnWheel(*workers);
        support::turnWheel(*limit);
        support::turnWheel(*limit->lineEdit());
        QCOMPARE(workers->value(), 2);
        QCOMPARE(limit->currentIndex(), 0);
        QVERIFY(!workers->hasFocus() && !limit->hasFocus());
        QVERIFY(!m_fixture->store.contains(desktop::Settings::name(desktop::Setting::Workers)));
        QVERIFY(!m_fixture->store.contains(desktop::Settings::name(desktop::Setting::RateLimit)));
        workers->setFocus();
        support::turnWheel(*workers);
        QCOMPARE(workers->value(), 1);
    }

    void exportsWhatIsShown()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        models::ItemFilter filter;
        filter.search = models::parseSearch(QStringLiteral("/4"));
        m_fixture->items().setFilter(filter);
        QCOMPARE(exported(QStringLiteral("shown")), QStringList(QStringLiteral("4")));
        QCOMPARE(exported(QStringLiteral("all")).size(), 5);
        QCOMPARE(exported(QStringLiteral("failed")).size(), 0);
    }

    void saysWhyAnExportFailed()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        m_fixture->exportPath = m_fixture->dir.filePath(QStringLiteral("no/such/folder/x.csv"));
        QVERIFY(m_fixture->startExport(QStringLiteral("all")));
        QTRY_VERIFY2(m_fixture->exportMessage().startsWith(u"x.csv"),
                     qPrintable(m_fixture->exportMessage()));
    }

    void workersComeAndGoAtOnce()
    {
        QTRY_VERIFY2(m_fixture->statusText().startsWith(u"2 "),
                     qPrintable(m_fixture->statusText()));
        m_fixture->settings.set(desktop::Setting::Workers, 3);
        QTRY_VERIFY2(m_fixture->statusText().startsWith(u"3 "),
                     qPrintable(m_fixture->statusText()));
        m_fixture->settings.set(desktop::Setting::Workers, 1);
        QTRY_VERIFY2(m_fixture->statusText().startsWith(u"1 "),
                     qPrintable(m_fixture->statusText()));
    }

    void saysOnceWhatSettingCouldNotBeRead()
    {
        m_fixture->close();
        const auto name = desktop::Settings::name(desktop::Setting::PerHost);
        m_fixture->store.setValue(name, QStringLiteral("lots"));
        QVERIFY(m_fixture->open(false));
        QVERIFY2(m_fixture->message().contains(u"lots"), qPrintable(m_fixture->message()));
        const auto *log = m_fixture->window->findChild<LogPage *>()->findChild<QTableView *>();
        const auto line = log->model()->index(0, int(models::LogColumn::Text)).data().toString();
        QVERIFY2(line.contains(u"lots"), qPrintable(line));
        m_fixture->close();
        QVERIFY(m_fixture->open(false));
        QCOMPARE(m_fixture->message(), QString());
    }

    void quitsWithoutAQuestionWhenNothingRuns()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        QTRY_VERIFY(!m_fixture->window->findChild<adding::AddFlow *>()->isImporting());
        m_fixture->session->post([](engine::Engine &engine) { engine.pauseAll(); });
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 5);
        QVERIFY(m_fixture->window->close());
        QCOMPARE(m_fixture->quitQuestions, 0);
    }

    void isAsItWasAfterARestart()
    {
        dropFive();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        m_fixture->table().setColumnWidth(int(models::ItemColumn::Name), 321);
        auto *limit = m_fixture->window->findChild<QComboBox *>(QStringLiteral("limit"));
        QTest::keyClick(limit, Qt::Key_Down);
        QVERIFY(limit->currentData().toLongLong() > 0);
        const auto chosen = limit->currentData();
        m_fixture->close();

        QVERIFY(m_fixture->open(false));
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        QCOMPARE(m_fixture->table().columnWidth(int(models::ItemColumn::Name)), 321);
        QCOMPARE(m_fixture->window->findChild<QComboBox *>(QStringLiteral("limit"))->currentData(),
                 chosen);
        QCOMPARE(m_fixture->message(), QString());
    }

private:
    void dropFive()
    {
        QMimeData mime;
        mime.setText(fiveLinks());
        m_fixture->drop(mime);
        QVERIFY(m_fixture->acceptDialog());
        QTRY_VERIFY(!m_fixture->addDialog());
    }
    /// The ids in a CSV of this scope.
    QStringList exported(const QString &scope)
    {
        m_fixture->exportPath = m_fixture->dir.filePath(scope + QStringLiteral(".csv"));
        if (!m_fixture->startExport(scope))
            return {};
        [&] { QTRY_VERIFY(QFile::exists(m_fixture->exportPath)); }();
        QFile file(m_fixture->exportPath);
        QStringList ids;
        if (file.open(QIODevice::ReadOnly)) {
            const auto lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
            for (const auto &line : lines.mid(1))
                ids << line.section(u',', 0, 0);
        }
        return ids;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

TRAWL_TEST(Gui, TestMainWindow)

} // namespace tst_mainwindow

#include "tst_mainwindow.moc"
