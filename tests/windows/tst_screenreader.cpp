// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"
#include "support/testmain.h"
#include "windows/everywindow.h"
#include "windows/itemtable.h"
#include "windows/mainwindow.h"

#include <QAccessible>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

namespace tst_screenreader {

using namespace trawl;
using namespace trawl::windows;
using models::ItemColumn;

/// The main window as it is read aloud.
class TestScreenReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_stage = std::make_unique<Stage>();
        m_window = std::make_unique<MainWindow>(m_stage->session(), m_stage->settings(),
                                                m_stage->prompts());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        Q_EMIT m_stage->session().changed(Stage::changes());
        QTRY_VERIFY(m_window->findChild<ItemTable *>()->items().rowCount() > 10);
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_stage.reset();
    }

    void theTableHasACurrentRowOnceItHasTheKeyboard()
    {
        table().setFocus(Qt::TabFocusReason);
        QVERIFY(table().currentIndex().isValid());
        QVERIFY(table().selectedIds().isEmpty()); // nothing is chosen by looking
    }

    void theTableTellsItsSize()
    {
        auto *face = QAccessible::queryAccessibleInterface(&table());
        QVERIFY(face);
        QCOMPARE(face->role(), QAccessible::Table);
        QVERIFY(!face->text(QAccessible::Name).isEmpty());
        QCOMPARE(face->tableInterface()->rowCount(), table().items().rowCount());
        QCOMPARE(face->tableInterface()->columnDescription(int(ItemColumn::Status)),
                 QStringLiteral("Status"));
    }

    void aFailureIsToldWithItsReason()
    {
        const auto cell = cellText(table().items().rowOf(item::ItemId(4)), ItemColumn::Status);
        QVERIFY2(cell.startsWith(u"Failed: "), qPrintable(cell));
        QVERIFY2(cell.contains(u"404"), qPrintable(cell));
    }

    void theKeysMoveWhatIsRead()
    {
        table().setFocus();
        table().setCurrentIndex(table().items().index(2, int(ItemColumn::Name)));
        QTest::keyClick(&table(), Qt::Key_Down);
        QCOMPARE(table().currentIndex().row(), 3);
        auto *face = QAccessible::queryAccessibleInterface(&table())->tableInterface();
        QVERIFY(face->cellAt(3, int(ItemColumn::Name))->state().focused);
        QVERIFY(!face->cellAt(2, int(ItemColumn::Name))->state().focused);
        QVERIFY(face->cellAt(3, int(ItemColumn::Name))->state().selected);
    }

    void theCurrentRowStaysWhenRowsChange()
    {
        table().setCurrentIndex(table().items().index(5, int(ItemColumn::Name)));
        const auto id = table().items().idAt(5);
        engine::ChangeSet changes = Stage::changes();
        changes.added.clear();
        for (auto &row : changes.rows)
            row.status = item::Status::Done;
        Q_EMIT m_stage->session().changed(changes);
        QTest::qWait(50);
        QCOMPARE(table().items().idAt(table().currentIndex().row()), id);
    }

    void theSidebarIsReadWithItsCounts()
    {
        auto *sidebar = m_window->findChild<QTreeView *>(QStringLiteral("sidebar"));
        const auto all = sidebar->model()->index(0, 0);
        const auto text = all.data(Qt::AccessibleTextRole).toString();
        QVERIFY2(text.contains(QString::number(Stage::changes().counts.total())), qPrintable(text));
        QVERIFY(sidebar->currentIndex().isValid());
    }

    void everyTabHasAName()
    {
        const auto bars = m_window->findChildren<QTabBar *>();
        QVERIFY(!bars.isEmpty());
        for (auto *bar : bars) {
            auto *face = QAccessible::queryAccessibleInterface(bar);
            for (int i = 0; i < bar->count(); ++i)
                QVERIFY(!face->child(i)->text(QAccessible::Name).isEmpty());
        }
    }

private:
    [[nodiscard]] ItemTable &table() const { return *m_window->findChild<ItemTable *>(); }
    [[nodiscard]] QString cellText(int row, ItemColumn column) const
    {
        auto *face = QAccessible::queryAccessibleInterface(&table())->tableInterface();
        return face->cellAt(row, int(column))->text(QAccessible::Name);
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<MainWindow> m_window;
};

TRAWL_TEST(Gui, TestScreenReader)

} // namespace tst_screenreader

#include "tst_screenreader.moc"
