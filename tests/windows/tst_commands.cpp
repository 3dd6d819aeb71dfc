// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/jobsettingsdialog.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "windows/hostlimitdialog.h"
#include "windows/searchfield.h"
#include "windows/windowfixture.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>
#include <QStatusBar>
#include <QTabWidget>
#include <QTreeView>
#include <QWindow>

#include <algorithm>

namespace tst_commands {

using namespace trawl;
using namespace trawl::windows;

namespace {

QStringList links(const QString &base)
{
    QStringList links;
    for (int i = 1; i <= 5; ++i)
        links << base + QString::number(i);
    return links;
}

QByteArray notFound()
{
    return "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
}

QAction *actionOf(const QMenu &menu, const QString &text)
{
    const auto actions = menu.actions();
    for (auto *action : actions) {
        if (action->text() == text)
            return action;
        if (auto *found = action->menu() ? actionOf(*action->menu(), text) : nullptr)
            return found;
    }
    return nullptr;
}

} // namespace

/// What can be done with items and jobs, by keys and menus, on a session in which nothing runs.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->open(false));
        QVERIFY(m_fixture->addLinks(links(QStringLiteral("http://127.0.0.1:9/"))));
    }
    void cleanup()
    {
        m_fixture->close();
        m_fixture.reset();
    }

    void removesTheSelectedAfterAQuestion()
    {
        m_fixture->click(1);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Delete);
        QVERIFY(m_fixture->removeQuestion);
        QCOMPARE(m_fixture->removeQuestion->text, QStringLiteral("Remove 2 link(s)?"));
        QVERIFY(!m_fixture->removeQuestion->hasFiles);
        QTest::qWait(50);
        QCOMPARE(m_fixture->items().rowCount(), 5);
        m_fixture->removeAnswer = desktop::RemoveAnswer::Remove;
        QTest::keyClick(&m_fixture->table(), Qt::Key_Delete);
        QTRY_COMPARE(m_fixture->items().rowCount(), 3);
        QCOMPARE(urls(), QStringLiteral("/1 /4 /5"));
    }

    void removesAllThatIsDone()
    {
        auto *action =
            m_fixture->window->findChild<QAction *>(QStringLiteral("actionRemoveFinished"));
        QVERIFY(!action->isEnabled());
        const support::RawServer server(support::RawServer::always(support::okSized("x")));
        QVERIFY(m_fixture->addLinks(links(server.url().toString())));
        m_fixture->session->start();
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 5);
        QTRY_VERIFY(action->isEnabled());
        // What the search holds back is removed, too.
        auto *search = m_fixture->window->findChild<SearchField *>();
        search->setText(QStringLiteral("status:failed"));
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Done), 0);
        chooseInMenuBar(QStringLiteral("Remove a&ll finished…"));
        QTRY_VERIFY(m_fixture->removeQuestion);
        QCOMPARE(m_fixture->removeQuestion->text,
                 QStringLiteral("Remove 5 link(s)? 5 have files."));
        QVERIFY(m_fixture->removeQuestion->hasFiles);
        m_fixture->removeQuestion.reset();
        QVERIFY(action->isEnabled());
        m_fixture->removeAnswer = desktop::RemoveAnswer::Remove;
        chooseInMenuBar(QStringLiteral("Remove a&ll finished…"));
        QTRY_VERIFY(!action->isEnabled());
        search->clear();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        QCOMPARE(m_fixture->rowsWith(item::Status::Done), 0);
        QCOMPARE(QDir(m_fixture->filesDirectory()).entryList(QDir::Files).size(), 5);
    }

    void aMenuActsOnWhatWasSelectedWhenItOpened()
    {
        m_fixture->removeAnswer = desktop::RemoveAnswer::Remove;
        m_fixture->click(0);
        auto *menu = openItemMenu(0);
        QVERIFY(menu);
        // Rows change and the selection moves while it is open.
        m_fixture->table().selectRow(4);
        m_fixture->session->post(
            [](engine::Engine &engine) { engine.pauseItems({item::ItemId(2)}); });
        QTRY_COMPARE(m_fixture->statusOf(1), item::Status::Paused);
        QVERIFY(menu->isVisible());
        actionOf(*menu, QStringLiteral("Remove…"))->trigger();
        QTRY_COMPARE(m_fixture->items().rowCount(), 4);
        QCOMPARE(urls(), QStringLiteral("/2 /3 /4 /5"));
    }

    void opensTheDetailsOfWhatIsNotDone()
    {
        auto *tabs = m_fixture->window->findChild<QTabWidget *>(QStringLiteral("tabs"));
        for (const bool byEnter : {true, false}) {
            tabs->setCurrentIndex(0);
            m_fixture->click(2);
            if (byEnter)
                QTest::keyClick(&m_fixture->table(), Qt::Key_Return);
            else
                QTest::keyClick(&m_fixture->table(), Qt::Key_Return, Qt::AltModifier);
            QCOMPARE(tabs->currentWidget()->objectName(), QStringLiteral("details"));
        }
        tabs->setCurrentIndex(0);
        const auto cell = m_fixture->table().visualRect(m_fixture->items().index(1, 1)).center();
        QTest::mouseClick(m_fixture->table().viewport(), Qt::LeftButton, {}, cell);
        QTest::mouseDClick(m_fixture->table().viewport(), Qt::LeftButton, {}, cell);
        QCOMPARE(tabs->currentWidget()->objectName(), QStringLiteral("details"));
        QVERIFY(m_fixture->opened.isEmpty());
    }

    void copiesAsCurl()
    {
        m_fixture->click(0);
        QTest::keyClick(&m_fixture->table(), Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->clear();
        QTest::keyClick(&m_fixture->table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 4);
        const auto lines = QGuiApplication::clipboard()->text().split(u'\n');
        QVERIFY2(lines[4].startsWith(u"curl ") && lines[4].endsWith(u"--url http://127.0.0.1:9/5"),
                 qPrintable(lines[4]));
    }

    void invertsTheSelection()
    {
        m_fixture->click(1);
        QTest::keyClick(&m_fixture->table(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(m_fixture->table().selectedIds().size(), 4);
        QVERIFY(!m_fixture->table().selectedIds().contains(item::ItemId(2)));
        QTest::keyClick(&m_fixture->table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_fixture->table().selectedIds().size(), 5);
    }

    void showsItsHost()
    {
        QMimeData mime;
        mime.setText(QStringLiteral("http://127.0.0.2:9/a\nhttp://127.0.0.2:9/b\n"));
        m_fixture->drop(mime);
        QVERIFY(m_fixture->acceptDialog());
        QTRY_COMPARE(m_fixture->items().rowCount(), 7);
        m_fixture->click(6);
        auto *menu = openItemMenu(6);
        QVERIFY(menu);
        actionOf(*menu, QStringLiteral("Show its host"))->trigger();
        QTRY_COMPARE(m_fixture->items().rowCount(), 2);
    }

    void movesItemsInTheQueue()
    {
        const support::RawServer server(support::RawServer::always(support::okSized("x")));
        QVERIFY(m_fixture->addLinks(links(server.url().toString())));
        m_fixture->session->post([](engine::Engine &engine) {
            auto options = engine.options();
            options.perHost = 1;
            engine.setOptions(options);
        });
        const auto move = [this](int row, Qt::Key key) {
            m_fixture->click(5 + row);
            QTest::keyClick(&m_fixture->table(), key, Qt::ControlModifier);
            QCOMPARE(m_fixture->table().selectedIds(), QList{item::ItemId(6 + row)});
        };
        const auto *bar = m_fixture->window->findChild<QStatusBar *>();
        move(4, Qt::Key_PageUp);
        QTRY_VERIFY2(bar->currentMessage().contains(u"place 1 of 5"),
                     qPrintable(bar->currentMessage()));
        move(0, Qt::Key_PageDown);
        QTRY_VERIFY2(bar->currentMessage().contains(u"place 5 of 5"),
                     qPrintable(bar->currentMessage()));
        move(3, Qt::Key_Up);
        move(1, Qt::Key_Down);
        m_fixture->session->start();
        QTRY_COMPARE(server.requests().size(), 5);
        QByteArray order;
        for (const auto &request : server.requests())
            order += request.target;
        QCOMPARE(order, QByteArray("/5/4/2/3/1"));
    }

    void saysThatNothingWaitsWhereNothingCanBeMoved()
    {
        const support::RawServer server(support::RawServer::always(notFound()));
        QVERIFY(m_fixture->addLinks({server.url().toString()}));
        m_fixture->session->start();
        QTRY_COMPARE(m_fixture->statusOf(5), item::Status::Failed);
        m_fixture->click(5);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Up, Qt::ControlModifier);
        const auto *bar = m_fixture->window->findChild<QStatusBar *>();
        QTRY_VERIFY2(bar->currentMessage().contains(u"Only links that wait"),
                     qPrintable(bar->currentMessage()));
    }

    void actsOnTheJobInTheSidebar()
    {
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        selectJob(*sidebar);
        QTest::keyClick(sidebar, Qt::Key_Space);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 5);
        QTest::keyClick(sidebar, Qt::Key_Space);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 0);
        QTest::keyClick(sidebar, Qt::Key_Delete);
        QVERIFY(m_fixture->removeQuestion);
        QVERIFY2(m_fixture->removeQuestion->text.contains(u"5 link(s)"),
                 qPrintable(m_fixture->removeQuestion->text));
        QCOMPARE(m_fixture->items().rowCount(), 5);
        m_fixture->removeAnswer = desktop::RemoveAnswer::Remove;
        QTest::keyClick(sidebar, Qt::Key_Delete);
        QTRY_COMPARE(m_fixture->items().rowCount(), 0);
    }

    void renamesAJob()
    {
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        const auto index = selectJob(*sidebar);
        m_fixture->textAnswer = QStringLiteral("  papers  ");
        auto *menu = openSidebarMenu(*sidebar, index);
        QVERIFY(menu);
        actionOf(*menu, QStringLiteral("Rename…"))->trigger();
        QCOMPARE(m_fixture->askedText, QStringLiteral("127.0.0.1:9"));
        QTRY_COMPARE(index.data().toString(), QStringLiteral("papers"));
        menu = openSidebarMenu(*sidebar, index);
        QVERIFY(menu);
        actionOf(*menu, QStringLiteral("Open folder"))->trigger();
        QCOMPARE(m_fixture->opened, QList{QUrl::fromLocalFile(m_fixture->filesDirectory())});
    }

    void saysWhatTheDesktopDoesNotOpen()
    {
        m_fixture->opens = false;
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        auto *menu = openSidebarMenu(*sidebar, selectJob(*sidebar));
        QVERIFY(menu);
        actionOf(*menu, QStringLiteral("Open folder"))->trigger();
        QVERIFY2(m_fixture->message().contains(m_fixture->filesDirectory()),
                 qPrintable(m_fixture->message()));
        sidebar->setCurrentIndex(sidebar->model()->index(0, 0));
        const support::RawServer server(support::RawServer::always(support::okSized("x")));
        m_fixture->session->start();
        QVERIFY(m_fixture->addLinks({server.url(QStringLiteral("/paper.pdf")).toString()}));
        QTRY_COMPARE(m_fixture->items().rowCount(), 6);
        QTRY_COMPARE(m_fixture->statusOf(5), item::Status::Done);
        m_fixture->click(5);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Return);
        QVERIFY2(m_fixture->message().contains(u"“paper.pdf”") &&
                     m_fixture->message().contains(m_fixture->filesDirectory() +
                                                   QStringLiteral("/paper.pdf")),
                 qPrintable(m_fixture->message()));
    }

    void changesTheSettingsOfAJob()
    {
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        const auto index = selectJob(*sidebar);
        const auto settings = [&]() -> adding::JobSettingsDialog * {
            auto *menu = openSidebarMenu(*sidebar, index);
            actionOf(*menu, QStringLiteral("Settings…"))->trigger();
            const auto dialog = [this] {
                return m_fixture->window->findChild<adding::JobSettingsDialog *>();
            };
            return support::comes([&] { return dialog() != nullptr; }) ? dialog() : nullptr;
        };
        QPointer<adding::JobSettingsDialog> dialog = settings();
        QVERIFY(dialog);
        QVERIFY(dialog->windowTitle().contains(u"127.0.0.1:9"));
        dialog->findChild<QLineEdit *>(QStringLiteral("userAgent"))->setText(QStringLiteral("me"));
        dialog->accept();
        QTRY_VERIFY(!dialog);
        dialog = settings();
        QVERIFY(dialog);
        QCOMPARE(dialog->options().transfer.userAgent, QByteArray("me"));
    }

    void pausingAllLeavesWhatHasEndedAlone()
    {
        const support::RawServer server(support::RawServer::always(notFound()));
        QVERIFY(m_fixture->addLinks(links(server.url().toString())));
        m_fixture->session->start();
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Failed), 5);
        chooseInMenuBar(QStringLiteral("Pa&use all"));
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 5);
        QCOMPARE(pausedJobs(), 1);
        // What failed is fetched anew, not kept waiting.
        m_fixture->trigger("actionRetry");
        QTRY_COMPARE(server.requests().size(), 10);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Failed), 5);
        chooseInMenuBar(QStringLiteral("S&tart all"));
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 0);
    }

    void startsAllWithWhatWasPausedOneByOne()
    {
        m_fixture->click(1);
        QTest::keyClick(&m_fixture->table(), Qt::Key_Space);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 1);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_P,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 5);
        QTest::keyClick(m_fixture->window.get(), Qt::Key_S,
                        Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 0);
    }

    void whatIsSelectedIsInView()
    {
        m_fixture->click(1);
        QCOMPARE(m_fixture->table().selectedIds(), QList{item::ItemId(2)});
        auto *search = m_fixture->window->findChild<SearchField *>();
        search->setText(QStringLiteral("/4"));
        QTRY_COMPARE(m_fixture->items().rowCount(), 1);
        search->clear();
        QTRY_COMPARE(m_fixture->items().rowCount(), 5);
        QVERIFY(!m_fixture->table().hasSelection());
        QTest::keyClick(m_fixture->window.get(), Qt::Key_P, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->rowsWith(item::Status::Paused), 5);
    }

    void exportsOneJob()
    {
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        auto *menu = openSidebarMenu(*sidebar, selectJob(*sidebar));
        QVERIFY(menu);
        actionOf(*menu, QStringLiteral("Export…"))->trigger();
        const auto *dialog = m_fixture->window->findChild<exporting::ExportDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->plan().filter.job, std::optional(item::JobId(1)));
    }

    void limitsAHostInTheSidebar()
    {
        auto *sidebar = m_fixture->window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        const auto hosts = sidebar->model()->index(3, 0);
        QTRY_COMPARE(sidebar->model()->rowCount(hosts), 1);
        auto *menu = openSidebarMenu(*sidebar, sidebar->model()->index(0, 0, hosts));
        QVERIFY(menu);
        actionOf(*menu, QStringLiteral("Limit…"))->trigger();
        QVERIFY(m_fixture->window->findChild<HostLimitDialog *>());
    }

private:
    [[nodiscard]] QString urls() const
    {
        QStringList urls;
        for (int row = 0; row < m_fixture->items().rowCount(); ++row) {
            const auto url =
                m_fixture->items().index(row, 0).data(models::ItemModel::UrlRole).toUrl();
            urls << url.path();
        }
        return urls.join(u' ');
    }
    [[nodiscard]] qsizetype pausedJobs() const
    {
        const auto jobs =
            m_fixture->session->thread().call([](engine::Engine &e) { return e.jobs(); });
        return std::ranges::count_if(jobs, &engine::JobState::paused);
    }
    /// With the mouse.
    void chooseInMenuBar(const QString &text) const
    {
        auto *bar = m_fixture->window->findChild<QMenuBar *>();
        const auto entries = bar->actions();
        for (auto *entry : entries) {
            auto *chosen = actionOf(*entry->menu(), text);
            if (!chosen)
                continue;
            QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(entry).center());
            auto *menu = entry->menu();
            QVERIFY(menu->isVisible());
            // Down the menu, as a hand goes: where the mouse has not moved Qt 6.8 takes no click.
            const auto at = menu->actionGeometry(chosen).center();
            constexpr int step = 10;
            for (int y = 0; y < at.y(); y += step)
                QTest::mouseMove(menu->windowHandle(), {at.x(), y});
            QTest::mouseMove(menu->windowHandle(), at);
            QCOMPARE(menu->activeAction(), chosen);
            QTest::mouseClick(menu->windowHandle(), Qt::LeftButton, {}, at);
            return;
        }
        QFAIL("no menu has it");
    }
    [[nodiscard]] QMenu *newestMenu() const
    {
        const auto menus = m_fixture->window->findChildren<QMenu *>();
        for (auto *menu : menus) {
            if (menu->isVisible())
                return menu;
        }
        return nullptr;
    }
    QMenu *openItemMenu(int row) const
    {
        auto &table = m_fixture->table();
        const auto at = table.visualRect(m_fixture->items().index(row, 1)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, table.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(table.viewport(), &event);
        return newestMenu();
    }
    QMenu *openSidebarMenu(QTreeView &sidebar, const QModelIndex &index) const
    {
        const auto at = sidebar.visualRect(index).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, sidebar.viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(sidebar.viewport(), &event);
        return newestMenu();
    }
    static QModelIndex selectJob(QTreeView &sidebar)
    {
        const auto jobs = sidebar.model()->index(1, 0);
        const auto index = sidebar.model()->index(0, 0, jobs);
        QTest::mouseClick(sidebar.viewport(), Qt::LeftButton, {},
                          sidebar.visualRect(index).center());
        sidebar.setFocus();
        return index;
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

TRAWL_TEST(Gui, TestCommands)

} // namespace tst_commands

#include "tst_commands.moc"
