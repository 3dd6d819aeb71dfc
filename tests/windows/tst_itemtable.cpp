// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"
#include "support/testmain.h"
#include "support/viewwatch.h"
#include "windows/itemtable.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

namespace tst_itemtable {

using namespace trawl;
using namespace trawl::windows;
using models::ItemColumn;

namespace {

engine::ChangeSet links(int count)
{
    auto block = std::make_shared<item::UrlBlock>(item::ItemId(1), item::JobId(1));
    for (int i = 1; i <= count; ++i)
        block->append(QByteArray("http://a.example/" + QByteArray::number(i)));
    engine::ChangeSet changes;
    changes.added = {block};
    changes.counts.queued = count;
    return changes;
}

engine::ChangeSet status(item::ItemId id, item::Status status)
{
    engine::ChangeSet changes;
    changes.rows = {{.id = id, .status = status}};
    return changes;
}

} // namespace

class TestItemTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<models::ItemModel>();
        m_table = std::make_unique<ItemTable>();
        m_table->setItems(m_model.get());
        m_table->resize(900, 400);
        m_table->show();
    }
    void cleanup()
    {
        m_table.reset();
        m_model.reset();
    }

    void selectsWholeRowsByMouseAndKeyboard()
    {
        m_model->apply(links(100));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(2));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ShiftModifier, centreOf(5));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, Qt::ControlModifier, centreOf(3));
        QCOMPARE(m_table->selectedIds(), idsOf({3, 5, 6}));
        QTest::keyClick(m_table.get(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(m_table->selectedIds().size(), 100);
    }

    void keepsTheSelectionWhileRowsChangeAndCome()
    {
        m_model->apply(links(50));
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(4));
        auto more = std::make_shared<item::UrlBlock>(item::ItemId(51), item::JobId(1));
        more->append("http://a.example/51");
        engine::ChangeSet changes;
        changes.added = {more};
        for (int id = 1; id <= 50; ++id)
            changes.rows.push_back({.id = item::ItemId(id), .status = item::Status::Done});
        m_model->apply(changes);
        QCOMPARE(m_table->selectedIds(), idsOf({5}));
        m_table->sortByColumn(int(ItemColumn::Number), Qt::DescendingOrder);
        QCOMPARE(m_table->selectedIds(), idsOf({5}));
        QCOMPARE(m_table->currentIndex().row(), m_model->rowOf(item::ItemId(5)));
    }

    void answersSelectedIdsByStatus()
    {
        m_model->apply(links(3));
        m_model->apply(status(item::ItemId(2), item::Status::Failed));
        m_table->selectAll();
        QCOMPARE(m_table->selectedIds({item::Status::Failed}), idsOf({2}));
        QCOMPARE(m_table->selectedIds({item::Status::Queued, item::Status::Failed}),
                 idsOf({1, 2, 3}));
        QVERIFY(m_table->selectedIds({item::Status::Done}).isEmpty());
    }

    void sortsAtAClickOnTheHeader()
    {
        m_model->apply(links(20));
        auto *header = m_table->horizontalHeader();
        const QPoint number(header->sectionViewportPosition(int(ItemColumn::Number)) + 9,
                            header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, number);
        QCOMPARE(m_model->idAt(0), item::ItemId(20));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, number);
        QCOMPARE(m_model->idAt(0), item::ItemId(1));
    }

    void choosesColumnsAtARightClick()
    {
        QVERIFY(m_table->isColumnHidden(int(ItemColumn::Url)));
        auto *header = m_table->horizontalHeader();
        Q_EMIT header->customContextMenuRequested({5, 5});
        auto *menu = m_table->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), m_model->columnCount() + 2); // and Reset columns
        menu->actions().at(int(ItemColumn::Url))->trigger();
        menu->actions().at(int(ItemColumn::Host))->trigger();
        QVERIFY(!m_table->isColumnHidden(int(ItemColumn::Url)));
        QVERIFY(m_table->isColumnHidden(int(ItemColumn::Host)));
        QVERIFY(!menu->actions().at(int(ItemColumn::Name))->isEnabled());
        menu->close();
    }

    void resetsItsColumns()
    {
        const auto width = m_table->columnWidth(int(ItemColumn::Name));
        m_table->setColumnHidden(int(ItemColumn::Host), true);
        m_table->setColumnHidden(int(ItemColumn::Url), false);
        m_table->setColumnWidth(int(ItemColumn::Name), 333);
        m_table->horizontalHeader()->moveSection(0, 3);
        m_table->sortByColumn(int(ItemColumn::Size), Qt::DescendingOrder);
        Q_EMIT m_table->horizontalHeader()->customContextMenuRequested({5, 5});
        auto *menu = m_table->findChild<QMenu *>();
        menu->actions().last()->trigger();
        menu->close();
        QVERIFY(!m_table->isColumnHidden(int(ItemColumn::Host)));
        QVERIFY(m_table->isColumnHidden(int(ItemColumn::Url)));
        QCOMPARE(m_table->columnWidth(int(ItemColumn::Name)), width);
        QCOMPARE(m_table->horizontalHeader()->visualIndex(0), 0);
        QCOMPARE(m_table->horizontalHeader()->sortIndicatorSection(), int(ItemColumn::Number));
    }

    void staysWhereThePersonLooks()
    {
        m_model->apply(links(2000));
        QCoreApplication::processEvents();
        m_table->scrollTo(m_model->index(900, 0), QAbstractItemView::PositionAtTop);
        const auto top = m_model->idAt(m_table->rowAt(0));
        m_table->sortByColumn(int(ItemColumn::Number), Qt::DescendingOrder);
        QCOMPARE(m_model->idAt(m_table->rowAt(0)), top);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(m_table->rowAt(0) + 4));
        const auto current = m_table->selectedIds().first();
        m_table->sortByColumn(int(ItemColumn::Number), Qt::AscendingOrder);
        QCOMPARE(m_table->selectedIds(), QList{current});
        QCOMPARE(m_model->idAt(m_table->rowAt(0) + 4), current);
        // Rows that leave above move nothing either.
        m_model->setFilter({.statuses = {item::Status::Queued}});
        for (int id = 1; id <= 600; ++id)
            m_model->apply(status(item::ItemId(id), item::Status::Done));
        QCOMPARE(m_model->rowCount(), 1400);
        QCOMPARE(m_model->idAt(m_table->rowAt(0) + 4), current);
    }

    void nothingTakesThePlaceOfARowThatLeaves()
    {
        m_model->apply(links(20));
        m_model->setFilter({.statuses = {item::Status::Queued}});
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(4));
        QSignalSpy moved(m_table.get(), &ItemTable::selectionMoved);
        m_model->apply(status(item::ItemId(5), item::Status::Done));
        QVERIFY(!m_table->hasSelection());
        QVERIFY(!m_table->currentIndex().isValid());
        QVERIFY(moved.size() > 0);
    }

    void saysThatItSortsWhenThatTakesLong()
    {
        m_model->apply(links(20));
        const auto *label = m_table->findChild<QLabel *>();
        QVERIFY(!label->isVisible());
        Q_EMIT m_model->busyChanged(true);
        QVERIFY(!label->isVisible());
        QTRY_VERIFY(label->isVisible());
        Q_EMIT m_model->busyChanged(false);
        QVERIFY(!label->isVisible());
    }

    void remembersItsColumns()
    {
        m_table->setColumnHidden(int(ItemColumn::Host), true);
        m_table->setColumnWidth(int(ItemColumn::Name), 333);
        m_table->horizontalHeader()->moveSection(0, 3);
        m_table->sortByColumn(int(ItemColumn::Size), Qt::DescendingOrder);
        const auto columns = m_table->saveColumns();

        ItemTable next;
        models::ItemModel model;
        next.setItems(&model);
        next.restoreColumns(columns);
        QVERIFY(next.isColumnHidden(int(ItemColumn::Host)));
        QCOMPARE(next.columnWidth(int(ItemColumn::Name)), 333);
        QCOMPARE(next.horizontalHeader()->visualIndex(0), 3);
        QCOMPARE(next.horizontalHeader()->sortIndicatorSection(), int(ItemColumn::Size));
    }

    /// Settings that people have hold no more than that.
    void takesTheStateOfAHeaderAlone()
    {
        m_table->setColumnWidth(int(ItemColumn::Name), 333);
        ItemTable next;
        models::ItemModel model;
        next.setItems(&model);
        next.restoreColumns(m_table->horizontalHeader()->saveState());
        QCOMPARE(next.columnWidth(int(ItemColumn::Name)), 333);
        next.resize(1700, 400);
        QCOMPARE(next.columnWidth(int(ItemColumn::Name)), 333);
    }

    void fitsAnewWhenItComesBackWithMoreRows()
    {
        m_table->resize(1200, 400);
        m_table->sortByColumn(int(ItemColumn::Size), Qt::DescendingOrder);
        const auto columns = m_table->saveColumns();
        QVERIFY(!columns.isEmpty());

        ItemTable next;
        models::ItemModel model;
        next.setItems(&model);
        next.restoreColumns(columns);
        next.resize(1200, 400);
        next.show();
        QCOMPARE(next.horizontalHeader()->sortIndicatorSection(), int(ItemColumn::Size));
        model.apply(links(500));
        QTRY_VERIFY(next.verticalScrollBar()->isVisible());
        QTRY_VERIFY(!next.horizontalScrollBar()->isVisible());
        // Who has only sorted has set no widths.
        next.resize(1700, 400);
        QVERIFY(next.columnWidth(int(ItemColumn::Name)) >
                m_table->columnWidth(int(ItemColumn::Name)));
    }

    void hasRoomForLongNumbers()
    {
        auto block = std::make_shared<item::UrlBlock>(item::ItemId(9'876'543), item::JobId(1));
        block->append("http://a.example/x");
        engine::ChangeSet changes;
        changes.added = {block};
        m_model->apply(changes);
        const auto index = m_model->index(0, int(ItemColumn::Number));
        QCOMPARE(index.data().toString(), QStringLiteral("9876543"));
        QTRY_VERIFY(m_table->columnWidth(index.column()) >=
                    m_table->sizeHintForIndex(index).width());
    }

    void showsOtherRowsFromTheFirstOn()
    {
        m_model->apply(links(2000));
        QCoreApplication::processEvents();
        m_table->scrollToBottom();
        show({.search = models::parseSearch(QStringLiteral("1"))});
        QVERIFY(m_model->rowCount() > 500);
        QCOMPARE(m_table->rowAt(0), 0);
        // What the person is at stays in sight.
        m_table->scrollTo(m_model->index(300, 0), QAbstractItemView::PositionAtTop);
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(304));
        const auto current = m_table->selectedIds().first();
        show({});
        QCOMPARE(m_model->idAt(m_table->rowAt(0) + 4), current);
        m_table->scrollToTop();
        show({.search = models::parseSearch(QStringLiteral("2"))});
        QCOMPARE(m_table->rowAt(0), 0);
    }

    void givesRoomToNamesAndReasons()
    {
        m_model->apply(links(3));
        const auto widths = [this] {
            QList<int> all;
            for (const auto column : {ItemColumn::Name, ItemColumn::Why, ItemColumn::Status})
                all << m_table->columnWidth(int(column));
            return all;
        };
        m_table->resize(1100, 400);
        const auto narrow = widths();
        m_table->resize(1700, 400);
        const auto wide = widths();
        QVERIFY(wide[0] > narrow[0] + 150 && wide[1] > narrow[1] + 150);
        QCOMPARE(wide[2], narrow[2]);
        QVERIFY(m_table->saveColumns().isEmpty()); // nothing that the person has set
        m_table->setColumnWidth(int(ItemColumn::Name), 200);
        m_table->resize(1300, 400);
        QCOMPARE(m_table->columnWidth(int(ItemColumn::Name)), 200);
        QVERIFY(!m_table->saveColumns().isEmpty());
        m_table->resetColumns();
        QVERIFY(m_table->columnWidth(int(ItemColumn::Name)) > narrow[0] + 50);
        QVERIFY(m_table->saveColumns().isEmpty());
    }

    void keepsASelectionAllOverTheList()
    {
        constexpr int count = 6000;
        auto changes = links(count);
        for (int id = 2; id <= count; id += 2)
            changes.rows.push_back({.id = item::ItemId(id), .status = item::Status::Done});
        m_model->apply(changes);
        show({.statuses = {item::Status::Done}});
        QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, centreOf(1));
        QTest::keyClick(m_table.get(), Qt::Key_A, Qt::ControlModifier);
        show({});
        QCOMPARE(m_table->selectedIds().size(), count / 2);
        m_table->verticalScrollBar()->setValue(4000);
        const auto isLit = [this](int row) {
            const auto cell = m_table->visualRect(m_model->index(row, int(ItemColumn::Left)));
            const auto colour = m_table->viewport()->grab().toImage().pixelColor(cell.center());
            return colour != m_table->palette().color(QPalette::Base) &&
                   colour != m_table->palette().color(QPalette::AlternateBase);
        };
        QVERIFY(isLit(4003) && isLit(4005));
        QVERIFY(!isLit(4002) && !isLit(4004));

        const auto click = [this](int row, Qt::MouseButton button, Qt::KeyboardModifiers keys) {
            QTest::mouseClick(m_table->viewport(), button, keys, centreOf(row));
            return m_table->selectedIds().size();
        };
        QCOMPARE(click(4003, Qt::RightButton, {}), count / 2); // for its menu
        QCOMPARE(click(4003, Qt::LeftButton, Qt::ControlModifier), count / 2 - 1);
        QVERIFY(!isLit(4003));
        QCOMPARE(click(4002, Qt::LeftButton, Qt::ControlModifier), count / 2);
        QCOMPARE(click(4006, Qt::LeftButton, Qt::ShiftModifier), count / 2 + 3);
        QCOMPARE(click(4004, Qt::LeftButton, {}), 1);
        QVERIFY(isLit(4004) && !isLit(4003));
    }

    void respondsWithAMillionRows()
    {
        m_model->apply(links(1'000'000));
        support::ViewWatch watch(*m_table);
        m_table->selectAll();
        QCOMPARE(m_table->selectedIds().size(), 1'000'000);
        QCOMPARE(m_table->selectionModel()->selection().size(), 1); // one range, not one a row
        m_table->scrollToBottom();
        m_table->grab();
        const auto onScreen = m_table->viewport()->height() / m_table->rowHeight(0) + 2;
        QVERIFY(watch.counts().paints > 0);
        QVERIFY(watch.counts().cells <= watch.counts().paints * onScreen * m_model->columnCount());
        QCOMPARE(watch.counts().layouts, 0);
    }

    void drawsProgressOfEveryRow()
    {
        m_model->apply(links(2));
        engine::ChangeSet changes;
        changes.rows = {
            {.id = item::ItemId(1), .status = item::Status::Running, .bytes = 90, .total = 100}};
        m_model->apply(changes);
        const auto image = m_table->viewport()->grab().toImage();
        const auto colourAt = [&](int row) {
            const auto cell = m_table->visualRect(m_model->index(row, int(ItemColumn::Progress)));
            return image.pixelColor(cell.left() + 7, cell.top() + 7);
        };
        const auto plain = image.pixelColor(m_table->visualRect(m_model->index(1, 0)).topLeft());
        QVERIFY(colourAt(0) != m_table->palette().color(QPalette::Base));
        QCOMPARE(colourAt(1), plain);
    }

private:
    void show(const models::ItemFilter &filter)
    {
        m_model->setFilter(filter);
        QTRY_VERIFY(!m_model->isBusy());
    }
    [[nodiscard]] QPoint centreOf(int row) const
    {
        return m_table->visualRect(m_model->index(row, int(ItemColumn::Name))).center();
    }
    static QList<item::ItemId> idsOf(const QList<int> &numbers)
    {
        QList<item::ItemId> ids;
        for (const auto number : numbers)
            ids.append(item::ItemId(number));
        return ids;
    }

    std::unique_ptr<models::ItemModel> m_model;
    std::unique_ptr<ItemTable> m_table;
};

TRAWL_TEST(Gui, TestItemTable)

} // namespace tst_itemtable

#include "tst_itemtable.moc"
