// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"

#include "models/changes.h"
#include "support/testmain.h"

#include <QHeaderView>
#include <QItemSelectionModel>
#include <QTableView>
#include <QTest>

#include <ctime>

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

/// Generous, so that a busy machine does not fail it: what it finds is work per row where there
/// should be none, which costs a hundred times as much.
constexpr int slack = 4;

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

/// Time of this process's own, so that others do not count.
template <typename Work> qint64 milliseconds(const char *what, Work work)
{
    const auto start = std::clock();
    work();
    const auto ms = qint64(std::clock() - start) * 1000 / CLOCKS_PER_SEC;
    qInfo("%s: %lld ms", what, ms);
    return ms;
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
        milliseconds("adding them", [&] { m_model.apply({.added = added}); });
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
    }

    void ticksAreQuick()
    {
        const auto ms = milliseconds("ten ticks of 500 rows", [this] {
            for (int tick = 0; tick < 10; ++tick) {
                m_model.apply({.rows = busyRows(tick)});
                QCoreApplication::processEvents();
            }
        });
        QVERIFY(ms <= 10 * 16 * slack);
    }

    void ticksAreQuickInAnotherOrder()
    {
        m_model.sort(int(ItemColumn::Host));
        settle();
        const auto ms = milliseconds("ten ticks of 500 rows, sorted by host", [this] {
            for (int tick = 0; tick < 10; ++tick) {
                m_model.apply({.rows = busyRows(tick + 10)});
                QCoreApplication::processEvents();
            }
        });
        QVERIFY(ms <= 10 * 16 * slack);
        m_model.sort(int(ItemColumn::Number));
        settle();
    }

    void statusChangesAreQuickUnderAFilter()
    {
        m_model.setFilter({.statuses = {item::Status::Done}});
        settle();
        const auto shown = m_model.rowCount();
        const auto ms = milliseconds("ten ticks of 500 rows that leave", [this] {
            for (int tick = 0; tick < 10; ++tick) {
                m_model.apply({.rows = busyRows(tick + 20)});
                QCoreApplication::processEvents();
            }
        });
        QCOMPARE(m_model.rowCount(), shown - 5000);
        m_model.setFilter({});
        settle();
        QVERIFY(ms <= 10 * 100 * slack);
    }

    void sortsWithinASecond_data()
    {
        QTest::addColumn<int>("column");
        QTest::newRow("size") << int(ItemColumn::Size);
        QTest::newRow("number, descending") << int(ItemColumn::Number);
        QTest::newRow("name") << int(ItemColumn::Name);
        QTest::newRow("url") << int(ItemColumn::Url);
    }
    void sortsWithinASecond()
    {
        QFETCH(int, column);
        m_view.selectRow(4);
        const auto id = m_model.idAt(4);
        const auto ms = milliseconds(QTest::currentDataTag(), [this, column] {
            m_model.sort(column, Qt::DescendingOrder);
            settle();
        });
        QVERIFY(ms <= 1000 * slack);
        const auto rows = m_view.selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(m_model.idAt(rows.first().row()), id);
    }

    void filtersWithinASecond()
    {
        const auto some = milliseconds("filter by text", [this] {
            m_model.setFilter({.search = parseSearch(QStringLiteral("99.bin"))});
            settle();
        });
        QCOMPARE(m_model.rowCount(), many / 100);
        const auto all = milliseconds("no filter", [this] {
            m_model.setFilter({});
            settle();
        });
        QCOMPARE(m_model.rowCount(), many);
        QVERIFY(some <= 1000 * slack && all <= 1000 * slack);
    }

private:
    /// Until the other thread's work is shown and painted.
    void settle()
    {
        QVERIFY(QTest::qWaitFor([this] { return !m_model.isBusy(); }, 60'000));
        QCoreApplication::processEvents();
    }

    ItemModel m_model;
    QTableView m_view;
};

TRAWL_TEST(Gui, TestMillion)

} // namespace tst_million

#include "tst_million.moc"
