// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "changes.h"
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <random>

namespace tst_itemselectionmodel {

using namespace trawl;
using namespace trawl::models;
using namespace trawl::test;

namespace {

constexpr int many = 12'000;
constexpr int half = many / 2;

using Flags = QItemSelectionModel::SelectionFlags;

const ItemFilter doneOnes{.statuses = {item::Status::Done}};

/// A model whose even ids are done, with a selection, and a plain selection to compare with.
struct Selected
{
    Selected()
    {
        engine::ChangeSet changes;
        changes.added = {numberedBlock(1, many)};
        for (int id = 2; id <= many; id += 2)
            changes.rows.push_back(state(id, item::Status::Done));
        model.apply(changes);
        settle();
    }
    void settle() const { QTRY_VERIFY(!model.isBusy()); }
    void show(const ItemFilter &filter)
    {
        model.setFilter(filter);
        settle();
    }
    [[nodiscard]] QItemSelection rows(int first, int last) const
    {
        return {model.index(first, 0), model.index(last, model.columnCount() - 1)};
    }
    void selectAllDone()
    {
        show(doneOnes);
        selection.select(rows(0, half - 1), QItemSelectionModel::ClearAndSelect);
        show({});
    }
    [[nodiscard]] std::vector<bool> selectedIds() const
    {
        std::vector<bool> ids(many + 1);
        for (const auto &[first, last] : selection.rowRanges()) {
            for (auto row = first; row <= last; ++row)
                ids[std::size_t(model.idAt(int(row)))] = true;
        }
        return ids;
    }
    /// Of the rows about the one that is looked at.
    [[nodiscard]] bool baseAgreesAt(int row)
    {
        selection.look(row, row + 40);
        const auto ids = selectedIds();
        for (int at = row; at <= std::min(row + 40, model.rowCount() - 1); ++at) {
            const bool told = selection.isSelected(model.index(at, 3));
            if (told != ids[std::size_t(model.idAt(at))])
                return false;
        }
        return true;
    }

    ItemModel model;
    ItemSelectionModel selection{&model};
};

std::vector<bool> evenIds()
{
    std::vector<bool> ids(many + 1);
    for (std::size_t id = 2; id <= many; id += 2)
        ids[id] = true;
    return ids;
}

} // namespace

class TestItemSelectionModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsScattered()
    {
        Selected s;
        QSignalSpy changed(&s.selection, &QItemSelectionModel::selectionChanged);
        s.selectAllDone();
        QCOMPARE(changed.size(), 1); // by the command; rearranging changes nothing
        QVERIFY(s.selection.hasRows());
        QCOMPARE(s.selection.rowRanges().size(), std::size_t(half));
        QVERIFY(s.selectedIds() == evenIds());
        s.model.sort(int(ItemColumn::Url), Qt::DescendingOrder);
        s.settle();
        QVERIFY(s.selectedIds() == evenIds());
        s.model.sort(int(ItemColumn::Status), Qt::AscendingOrder);
        s.settle();
        QCOMPARE(s.selection.rowRanges().size(), std::size_t(1));
        QCOMPARE(s.selection.selection().size(), 1); // the base has it all again
        QVERIFY(s.selectedIds() == evenIds());
        QCOMPARE(changed.size(), 1);
    }

    void tellsTheViewOfTheRowsThatItShows()
    {
        Selected s;
        s.selectAllDone();
        QVERIFY(s.selection.selection().size() < 2000);
        for (const int row : {0, 41, 3000, many - 41, many - 3, 5000, 5300, 5600, 0})
            QVERIFY2(s.baseAgreesAt(row), QByteArray::number(row));
    }

    void losesWhatIsNotShownAnyMore()
    {
        Selected s;
        s.selectAllDone();
        QSignalSpy changed(&s.selection, &QItemSelectionModel::selectionChanged);
        s.show({.search = parseSearch(QStringLiteral("file-1"))});
        QCOMPARE(changed.size(), 1);
        const auto kept = s.selection.rowRanges().size();
        QVERIFY(kept > 500 && kept < half);
        s.show({});
        QCOMPARE(s.selection.rowRanges().size(), kept);
        s.show({.statuses = {item::Status::Queued}});
        QVERIFY(!s.selection.hasRows());
        QVERIFY(!s.selection.hasSelection());
    }

    void rowsThatComeAreNotSelected()
    {
        Selected s;
        s.selectAllDone();
        engine::ChangeSet changes;
        changes.added = {numberedBlock(many + 1, 3)};
        s.model.apply(changes);
        s.settle();
        QCOMPARE(s.model.rowCount(), many + 3);
        QCOMPARE(s.selection.rowRanges().size(), std::size_t(half));
        s.selection.select(s.rows(many + 1, many + 1), QItemSelectionModel::Toggle);
        QCOMPARE(s.selection.rowRanges().back().first, quint32(many + 1));
    }

    void aNewSelectionTakesItsPlace_data()
    {
        QTest::addColumn<bool>("near"); // whether the base knows of some of it
        QTest::newRow("looked at") << true;
        QTest::newRow("far away") << false;
    }
    void aNewSelectionTakesItsPlace()
    {
        QFETCH(bool, near);
        Selected s;
        if (!near)
            s.selection.look(many * 3, many * 3 + 20);
        s.selectAllDone();
        QCOMPARE(s.selection.hasSelection(), near);
        QSignalSpy changed(&s.selection, &QItemSelectionModel::selectionChanged);
        s.selection.select(s.rows(7, 9), QItemSelectionModel::ClearAndSelect);
        QVERIFY(!changed.isEmpty());
        QCOMPARE(s.selection.rowRanges(), (std::vector<RowRange>{{7, 9}}));
        s.selectAllDone();
        changed.clear();
        s.selection.select(QItemSelection(), QItemSelectionModel::Clear);
        QVERIFY(!changed.isEmpty());
        QVERIFY(!s.selection.hasRows() && !s.selection.hasSelection());
        s.selectAllDone();
        s.selection.clear();
        QVERIFY(!s.selection.hasRows() && !s.selection.hasSelection());
    }

    /// Any series of commands leaves what it leaves with Qt's own model.
    void commandsDoWhatQtsDo()
    {
        using Model = QItemSelectionModel;
        static constexpr std::array commands{
            Flags(Model::Select),   Flags(Model::SelectCurrent),
            Flags(Model::Deselect), Flags(Model::Deselect | Model::Current),
            Flags(Model::Toggle),   Flags(Model::ToggleCurrent)};
        Selected s;
        s.selectAllDone();
        QItemSelectionModel plain(&s.model);
        for (int row = 1; row < 400; row += 2) // of those that the commands reach
            plain.select(s.rows(row, row), QItemSelectionModel::Select);
        std::mt19937 random(5);
        Flags before = Model::Select;
        for (int step = 0; step < 60; ++step) {
            auto command = commands[random() % commands.size()];
            // A drag goes on with the command that its press began with.
            if (command.testFlag(Model::Current))
                command = step == 0 ? before : before | Model::Current;
            before = command & ~Flags(Model::Current);
            const int first = int(random() % 300);
            const auto rows = s.rows(first, first + int(random() % 60));
            plain.select(rows, command);
            s.selection.select(rows, command);
            for (int row = 0; row < 400; ++row) {
                const auto index = s.model.index(row, 0);
                QVERIFY2(plain.isSelected(index) == s.selection.isSelected(index),
                         qPrintable(QStringLiteral("step %1, row %2").arg(step).arg(row)));
            }
        }
        QVERIFY(s.baseAgreesAt(0) && s.baseAgreesAt(200));
    }

    void aRowOfMovedColumnsCountsOnce()
    {
        Selected s;
        QItemSelection cells;
        cells.append({s.model.index(4, 0), s.model.index(4, 2)});
        cells.append({s.model.index(4, 5), s.model.index(5, 8)});
        s.selection.select(cells, QItemSelectionModel::Select);
        QCOMPARE(s.selection.rowRanges(), (std::vector<RowRange>{{4, 5}}));
    }
};

TRAWL_TEST(Guiless, TestItemSelectionModel)

} // namespace tst_itemselectionmodel

#include "tst_itemselectionmodel.moc"
