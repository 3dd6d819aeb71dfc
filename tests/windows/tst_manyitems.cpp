// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/bigsession.h"
#include "support/loopwatch.h"
#include "support/testmain.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QMenu>

namespace tst_manyitems {

using namespace trawl;
using namespace trawl::windows;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer items, to look for errors only
constexpr int many = 20'000;
constexpr double mostPasses = 50;
#else
constexpr int many = 1'000'000;
constexpr double mostPasses = 0.5;
#endif

} // namespace

/// What a person does with a million selected items, in a whole window.
class TestManyItems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(support::makeSession(m_fixture.dir.filePath(QStringLiteral("session.trawl")), many,
                                     m_fixture.filesDirectory()));
        QVERIFY(m_fixture.open(false));
        m_watch = std::make_unique<support::LoopWatch>();
        QTRY_COMPARE(m_fixture.items().rowCount(), many);
        m_watch->reset();
        QVERIFY(linksInOneGo().size() > many);
        m_watch->settle();
        m_passMs = m_watch->worstCpuMs();
    }
    void cleanupTestCase()
    {
        m_watch.reset();
        m_fixture.close();
    }

    void selectsAll()
    {
        keys("select all", Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_fixture.table().selectedIds().size(), many);
    }
    void copiesLinks()
    {
        const QSignalSpy copied(QGuiApplication::clipboard(), &QClipboard::dataChanged);
        keys("copy links", Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(copied.size(), 1);
        check("copied");
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), many - 1);
    }
    void opensTheMenu()
    {
        work("menu", [this] {
            Q_EMIT m_fixture.table().customContextMenuRequested({100, 100});
            QTRY_VERIFY(QApplication::activePopupWidget());
        });
        work("menu closed", [] { QApplication::activePopupWidget()->close(); });
    }
    void resumesAndPauses()
    {
        keys("resume", Qt::Key_R, Qt::ControlModifier);
        QTRY_VERIFY(m_fixture.items().causes().isEmpty());
        check("resumed");
        keys("pause", Qt::Key_P, Qt::ControlModifier);
        QTRY_VERIFY(m_fixture.items().statusAt(many - 1) == item::Status::Paused);
        check("paused");
    }
    void inverts()
    {
        keys("invert", Qt::Key_I, Qt::ControlModifier);
        keys("select all", Qt::Key_A, Qt::ControlModifier);
    }
    void moves() { keys("to the top", Qt::Key_PageUp, Qt::ControlModifier); }
    void details() { keys("details", Qt::Key_Return, Qt::AltModifier); }
    void exports()
    {
        keys("export dialog", Qt::Key_E, Qt::ControlModifier);
        work("close",
             [this] { m_fixture.window->findChild<exporting::ExportDialog *>()->reject(); });
    }
    void removes()
    {
        m_fixture.removeAnswer = desktop::RemoveAnswer::Remove;
        keys("remove", Qt::Key_Delete, Qt::NoModifier);
        QTRY_COMPARE(m_fixture.items().rowCount(), 0);
        check("removed");
    }

private:
    [[nodiscard]] QString linksInOneGo()
    {
        const auto &items = m_fixture.items();
        QString links;
        for (int row = 0; row < many; ++row)
            links += items.index(row, 0).data(models::ItemModel::UrlRole).toString() + u'\n';
        return links;
    }
    template <typename Do> void work(const char *what, Do act)
    {
        m_watch->reset();
        act();
        QTest::qWait(300);
        check(what);
    }
    void keys(const char *what, Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        m_fixture.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_fixture.window.get()));
        m_fixture.table().setFocus();
        work(what, [&] { QTest::keyClick(m_fixture.window.get(), key, modifiers); });
    }
    /// Whatever is done with all rows is done elsewhere, or in slices: the longest that this thread
    /// was at one thing is compared with what it takes to read each row's link in one go.
    void check(const char *what)
    {
        m_watch->settle();
        const auto passes = m_watch->worstCpuMs() / m_passMs;
        QVERIFY2(passes < mostPasses,
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1StringView(what)).arg(passes)));
    }

    WindowFixture m_fixture;
    std::unique_ptr<support::LoopWatch> m_watch;
    double m_passMs = 0; ///< of processor, to read each row's link
};

TRAWL_TEST(Gui, TestManyItems)

} // namespace tst_manyitems

#include "tst_manyitems.moc"
