// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"

#include "models/changes.h"
#include "support/growth.h"
#include "support/testmain.h"
#include "support/viewwatch.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>
#include <QTest>

#include <malloc.h>

namespace tst_million {

using namespace trawl;
using namespace trawl::models;
using namespace trawl::test;

namespace {

/// A sanitizer makes it another program: fewer rows then, to look for errors only.
#ifdef __SANITIZE_ADDRESS__
constexpr int many = 100'000;
#else
constexpr int many = 1'000'000;
#endif

std::vector<item::UrlBlockPtr> blocks()
{
    std::vector<item::UrlBlockPtr> result;
    for (int first = 1; first <= many; first += 10'000)
        result.push_back(numberedBlock(first, 10'000));
    return result;
}

/// Asked of the allocator; 0 where a sanitizer has taken its place.
qint64 heapBytes()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

/// 500 of them in 50 clusters, another lot each tick.
std::vector<engine::RowState> busyRows(int tick)
{
    std::vector<engine::RowState> rows;
    for (int cluster = 0; cluster < 50; ++cluster) {
        for (int i = 0; i < 10; ++i)
            rows.push_back(running(cluster * (many / 50) + tick * 10 + i + 1, 500 + tick));
    }
    return rows;
}

} // namespace

/// A million rows in a view.
class TestMillion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto added = blocks();
        const auto before = heapBytes();
        m_model.apply({.added = added});
        for (int first = 1; first <= many; first += 10'000) {
            std::vector<engine::RowState> rows;
            for (int id = first; id < first + 10'000; ++id)
                rows.push_back(done(id, QStringLiteral("file-%1.bin").arg(id)));
            m_model.apply({.rows = rows});
        }
        QCOMPARE(m_model.rowOf(item::ItemId(many)), many - 1);
        const auto perRow = (heapBytes() - before) / many;
        qInfo("%lld bytes a row beside its URL", perRow);
        QVERIFY(perRow <= 300);
        m_view.verticalHeader()->hide();
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.setModel(&m_model);
        auto *former = m_view.selectionModel();
        m_view.setSelectionModel(new ItemSelectionModel(&m_model, &m_view));
        delete former;
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.resize(1000, 600);
        m_view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_view));
        m_watch = std::make_unique<support::ViewWatch>(m_view);
    }
    void init() { m_watch->reset(); }
    /// Nothing of it all made the view go through its rows, or paint what is not on the screen.
    void cleanup()
    {
        const auto onScreen = m_view.viewport()->height() / m_view.rowHeight(0) + 2;
        const auto &counts = m_watch->counts();
        QCOMPARE(counts.layouts, 0);
        QVERIFY(counts.cells <= counts.paints * onScreen * m_model.columnCount());
    }
    void cleanupTestCase() { m_watch.reset(); }

    void aTickCostsAFewSignals()
    {
        tick(0);
        // Of 50 clusters of rows.
        QVERIFY2(m_watch->counts().changes <= 10 * 50, counted());
    }

    void aTickCostsAFewSignalsInAnotherOrder()
    {
        m_model.sort(int(ItemColumn::Host));
        settle();
        m_watch->reset();
        tick(10);
        QVERIFY2(m_watch->counts().changes <= 10 * 50, counted());
        m_model.sort(int(ItemColumn::Number));
        settle();
    }

    void rowsThatLeaveAFilterCostAFewSignals()
    {
        m_model.setFilter({.statuses = {item::Status::Done}});
        settle();
        const auto shown = m_model.rowCount();
        m_watch->reset();
        tick(20);
        QCOMPARE(m_model.rowCount(), shown - 5000);
        QVERIFY2(m_watch->counts().changes + m_watch->counts().moves <= 10 * 50, counted());
        m_model.setFilter({});
        settle();
    }

    /// On a thread of its own; the former order is shown until then.
    void sortsBesideTheWindow_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("size") << int(ItemColumn::Size);
        QTest::newRow("number, descending") << int(ItemColumn::Number);
        QTest::newRow("name") << int(ItemColumn::Name);
        QTest::newRow("url") << int(ItemColumn::Url);
    }
    void sortsBesideTheWindow()
    {
        QFETCH(int, column);
        m_view.selectRow(4);
        const auto id = m_model.idAt(4);
        m_model.sort(column, Qt::DescendingOrder);
        QVERIFY(m_model.isBusy());
        QCOMPARE(m_model.idAt(4), id);
        settle();
        QVERIFY2(m_watch->counts().changes <= 5, counted());
        const auto rows = m_view.selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(m_model.idAt(rows.first().row()), id);
    }

    void filtersBesideTheWindow()
    {
        m_model.setFilter({.search = parseSearch(QStringLiteral("99.bin"))});
        QVERIFY(m_model.isBusy());
        QCOMPARE(m_model.rowCount(), many);
        settle();
        QCOMPARE(m_model.rowCount(), many / 100);
        m_model.setFilter({});
        QVERIFY(m_model.isBusy());
        settle();
        QCOMPARE(m_model.rowCount(), many);
    }

    void aRowOfManyIsSortedAsOneOfFew_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("size") << int(ItemColumn::Size);
        QTest::newRow("url") << int(ItemColumn::Url);
    }
    void aRowOfManyIsSortedAsOneOfFew()
    {
        QFETCH(int, column);
        const auto cost = support::dearer(many / 50, many, [this, column](qint64 rows) {
            ItemModel few;
            auto &model = rows == many ? m_model : few;
            if (rows < many)
                few.apply({.added = {numberedBlock(1, rows)}});
            model.sort(column, Qt::DescendingOrder);
            QVERIFY(support::comes([&] { return !model.isBusy(); }));
        });
        QVERIFY2(cost < support::inProportion, qPrintable(QString::number(cost)));
    }

private:
    /// Ten of them, of 500 rows each.
    void tick(int first)
    {
        for (int i = first; i < first + 10; ++i) {
            m_model.apply({.rows = busyRows(i)});
            QCoreApplication::processEvents();
        }
    }
    [[nodiscard]] const char *counted() const
    {
        static QByteArray text;
        const auto &counts = m_watch->counts();
        text = QByteArray::number(counts.changes) + '+' + QByteArray::number(counts.moves);
        return text.constData();
    }
    /// Until the other thread's work is shown and painted.
    void settle()
    {
        QVERIFY(support::comes([this] { return !m_model.isBusy(); }));
        QCoreApplication::processEvents();
    }

    ItemModel m_model;
    QTableView m_view;
    std::unique_ptr<support::ViewWatch> m_watch;
};

TRAWL_TEST(Gui, TestMillion)

} // namespace tst_million

#include "tst_million.moc"
