// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"
#include "models/sidebarmodel.h"
#include "support/bigtable.h"
#include "support/loopturns.h"
#include "support/testmain.h"
#include "support/viewwatch.h"
#include "windows/facetbar.h"
#include "windows/itemtable.h"
#include "windows/sidebar.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <random>

#include <malloc.h>

namespace tst_livetable {

using namespace trawl;
using namespace trawl::windows;
using bigtable::many;
using models::ItemColumn;
using models::ItemFilter;

namespace {

/// Asked of the allocator; 0 where a sanitizer has taken its place.
qint64 heapBytes()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

} // namespace

/// The parts of the window that grow with the list, with a million rows and 5 000 changes a second:
/// the window's thread sorts and filters nothing, goes through no list of all rows, and paints what
/// is on the screen.
class TestLiveTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto before = heapBytes();
        m_window = std::make_unique<QWidget>();
        m_sidebar = new Sidebar;
        m_facets = new FacetBar;
        m_table = new ItemTable;
        auto *right = new QVBoxLayout;
        right->addWidget(m_facets);
        right->addWidget(m_table, 1);
        auto *all = new QHBoxLayout(m_window.get());
        all->addWidget(m_sidebar);
        all->addLayout(right, 1);
        m_table->setItems(&m_items);
        m_sidebar->setSidebar(&m_jobs);
        connect(&m_items, &models::ItemModel::causesChanged, this,
                [this] { m_facets->setCauses(m_items.causes()); });
        m_window->resize(1240, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        bigtable::load([this](const engine::ChangeSet &changes) {
            m_items.apply(changes);
            m_jobs.apply(changes);
            QCoreApplication::processEvents();
        });
        m_watch = std::make_unique<support::ViewWatch>(*m_table);
        qInfo("memory: %lld bytes a row, the link of %lld characters, view and sidebar included",
              (heapBytes() - before) / many, qint64(bigtable::linkOf(many).size()));
        QVERIFY((heapBytes() - before) / many <= 300);
        m_tick.setInterval(bigtable::tickMs);
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, &TestLiveTable::tick);
        m_tick.start();
    }
    void cleanupTestCase()
    {
        m_tick.stop();
        m_watch.reset();
        m_window.reset();
    }

    void changesCostAFewSignals()
    {
        m_tick.stop();
        // Numbers are told twice a second: that time goes by.
        QTest::qWait(600);
        for (int i = 0; i < 20; ++i) {
            m_watch->reset();
            tick();
            // At most two rounds of 48 ranges each, for what began or ended and for the numbers.
            QVERIFY2(m_watch->counts().changes <= 2 * 48,
                     qPrintable(QString::number(m_watch->counts().changes)));
            QCOMPARE(m_watch->counts().layouts, 0);
            QCOMPARE(m_watch->counts().moves, 0);
            wheel(-120);
            QCoreApplication::processEvents();
            checkPaints();
        }
        m_tick.start();
    }

    void sorts_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        const auto titles = models::ItemModel().columnCount();
        for (int column = titles - 1; column >= 0; --column) {
            const auto key =
                m_items.headerData(column, Qt::Horizontal, models::ItemModel::KeyRole).toString();
            QTest::newRow(qPrintable(key + QStringLiteral(" down")))
                << column << Qt::DescendingOrder;
        }
        QTest::newRow("number up") << int(ItemColumn::Number) << Qt::AscendingOrder;
    }
    void sorts()
    {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        m_table->selectRow(5);
        const auto chosen = m_table->selectedIds();
        work(QTest::currentDataTag(), [&] {
            m_table->sortByColumn(column, order);
            QVERIFY(m_items.isBusy());
        });
        QCOMPARE(m_table->selectedIds(), chosen);
        QVERIFY(m_table->rowAt(0) >= 0);
    }

    void filters_data()
    {
        QTest::addColumn<ItemFilter>("filter");
        const auto search = [](const char *typed) {
            return ItemFilter{.search = models::parseSearch(QString::fromLatin1(typed))};
        };
        QTest::newRow("text") << search("0042");
        QTest::newRow("no text") << ItemFilter();
        QTest::newRow("status") << ItemFilter{.statuses = {item::Status::Done}};
        QTest::newRow("terms") << search("host:files1 -name:99 size:>1M code:200");
        QTest::newRow("job") << ItemFilter{.jobs = {item::JobId(2)}};
        QTest::newRow("host") << ItemFilter{.hosts = {bigtable::hostName(12)}};
        QTest::newRow("cause") << ItemFilter{.cause = models::Cause{item::Reason::Http, 404}};
        QTest::newRow("none") << ItemFilter();
    }
    void filters()
    {
        QFETCH(ItemFilter, filter);
        work(QTest::currentDataTag(), [&] {
            m_items.setFilter(filter);
            QVERIFY(m_items.isBusy());
        });
        QVERIFY(m_items.rowCount() > 0);
    }

    void filtersWithAllSelected()
    {
        work("select all", [this] { m_table->selectAll(); });
        work("all selected, then the done ones",
             [this] { m_items.setFilter({.statuses = {item::Status::Done}}); });
        QVERIFY(m_table->hasSelection());
        m_table->clearSelection();
        work("none", [this] { m_items.setFilter({}); });
    }

    void keepsWhatIsSelectedAllOverTheList()
    {
        work("the done ones", [this] { m_items.setFilter({.statuses = {item::Status::Done}}); });
        m_table->selectAll();
        work("those selected, all shown", [this] { m_items.setFilter({}); });
        const auto chosen = m_table->selectedIds().size();
        QVERIFY(m_table->selected().rowRanges().size() > std::size_t(many) / 50);
        work("those selected, by name",
             [this] { m_table->sortByColumn(int(ItemColumn::Name), Qt::DescendingOrder); });
        QCOMPARE(m_table->selectedIds().size(), chosen);
        // Every cell that is painted looks through all ranges that the view knows of.
        const auto ranges = m_table->selectionModel()->selection().size();
        QVERIFY2(ranges < 1000, qPrintable(QString::number(ranges)));
        m_watch->reset();
        for (int frame = 0; frame < 100; ++frame) {
            wheel(-120);
            QCoreApplication::processEvents();
        }
        QVERIFY(m_table->selectionModel()->selection().size() < 1000);
        checkPaints();
        m_table->selectRow(m_table->rowAt(0));
        QCOMPARE(m_table->selectedIds().size(), 1);
        work("by number",
             [this] { m_table->sortByColumn(int(ItemColumn::Number), Qt::AscendingOrder); });
    }

    void scrolls_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("wheel") << 0;
        QTest::newRow("page") << 1;
        QTest::newRow("drag") << 2;
    }
    void scrolls()
    {
        QFETCH(int, way);
        auto *bar = m_table->verticalScrollBar();
        bar->setValue(0);
        QCoreApplication::processEvents();
        m_watch->reset();
        std::mt19937 random(3);
        for (int frame = 0; frame < 300; ++frame) {
            if (way == 0)
                wheel(-120);
            else if (way == 1)
                bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            else
                bar->setSliderPosition(int(random() % unsigned(many)));
            QCoreApplication::processEvents();
        }
        QCOMPARE(m_watch->counts().layouts, 0);
        QVERIFY(m_watch->counts().paints > 0);
        checkPaints();
        QVERIFY2(bar->value() >= 300, "it did not scroll");
    }

private:
    void tick()
    {
        const auto changes = m_feed.next();
        m_items.apply(changes);
        m_jobs.apply(changes);
    }
    void wheel(int delta) const
    {
        const QPointF at(m_table->viewport()->rect().center());
        QWheelEvent event(at, m_table->viewport()->mapToGlobal(at), {}, {0, delta}, {}, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_table->viewport(), &event);
    }
    /// Until it is on the screen, with the changes going on.
    template <typename Ask> void work(const char *what, Ask ask)
    {
        m_watch->reset();
        const support::LoopTurns turns;
        ask();
        if (m_items.isBusy()) { // it returned before the work was done
            while (m_items.isBusy())
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            QVERIFY2(turns.count() > 0, what);
        }
        QCoreApplication::processEvents();
        QCOMPARE(m_watch->counts().layouts, 0);
        checkPaints();
    }
    /// Only what is on the screen is painted.
    void checkPaints()
    {
        const auto rows = m_table->viewport()->height() / m_table->rowHeight(0) + 2;
        const auto &counts = m_watch->counts();
        QVERIFY2(counts.cells <= counts.paints * rows * m_items.columnCount(),
                 qPrintable(QStringLiteral("%1 cells in %2").arg(counts.cells).arg(counts.paints)));
    }

    models::ItemModel m_items;
    models::SidebarModel m_jobs;
    std::unique_ptr<QWidget> m_window;
    Sidebar *m_sidebar = nullptr;
    FacetBar *m_facets = nullptr;
    ItemTable *m_table = nullptr;
    std::unique_ptr<support::ViewWatch> m_watch;
    QTimer m_tick;
    bigtable::Feed m_feed;
};

TRAWL_TEST(Gui, TestLiveTable)

} // namespace tst_livetable

#include "tst_livetable.moc"
