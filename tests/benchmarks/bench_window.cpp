// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/figures.h"
#include "models/itemmodel.h"
#include "models/sidebarmodel.h"
#include "support/bigtable.h"
#include "support/loopwatch.h"
#include "windows/facetbar.h"
#include "windows/itemtable.h"
#include "windows/sidebar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

using namespace trawl;
using namespace trawl::windows;
using benchmarks::figure;
using models::ItemFilter;

namespace {

constexpr auto stallGoal = "goal 50";
constexpr auto workGoal = "goal 1000";

double atShare(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::size_t(double(values.size() - 1) * share)];
}

/// The parts of the window that grow with the list.
class Window : public QWidget
{
public:
    Window()
        : m_sidebar(new Sidebar)
        , m_facets(new FacetBar)
        , m_table(new ItemTable)
    {
        auto *right = new QVBoxLayout;
        right->addWidget(m_facets);
        right->addWidget(m_table, 1);
        auto *all = new QHBoxLayout(this);
        all->addWidget(m_sidebar);
        all->addLayout(right, 1);
        m_table->setItems(&m_items);
        m_sidebar->setSidebar(&m_jobs);
        connect(&m_items, &models::ItemModel::causesChanged, this,
                [this] { m_facets->setCauses(m_items.causes()); });
        resize(1240, 760);
        show();
        (void)QTest::qWaitForWindowExposed(this);
        bigtable::load([this](const engine::ChangeSet &changes) { apply(changes); });
        m_tick.setInterval(bigtable::tickMs);
        m_tick.setTimerType(Qt::PreciseTimer);
        connect(&m_tick, &QTimer::timeout, this, [this] { apply(m_feed.next()); });
        m_tick.start();
    }

    void rowsChange(int ms)
    {
        m_watch.reset();
        m_changes = 0;
        benchmarks::Watch watch;
        for (QElapsedTimer timer = started(); timer.elapsed() < ms;) {
            wheel();
            QTest::qWait(50);
        }
        figure("rows that change", double(m_changes) / watch.lap() * 1000, "/s", "goal 5000");
        sayStall("while they change");
    }
    void sorts()
    {
        for (int column = m_items.columnCount() - 1; column >= 0; --column) {
            const auto key =
                m_items.headerData(column, Qt::Horizontal, models::ItemModel::KeyRole).toString();
            work("sort by " + key.toLatin1(),
                 [&] { m_table->sortByColumn(column, Qt::DescendingOrder); });
        }
        work("sort by number, up", [&] { m_table->sortByColumn(0, Qt::AscendingOrder); });
    }
    void filters()
    {
        const auto search = [](const char *typed) {
            return ItemFilter{.search = models::parseSearch(QString::fromLatin1(typed))};
        };
        const auto filter = [this](const char *what, const ItemFilter &wanted) {
            work(QByteArray("filter: ") + what, [&] { m_items.setFilter(wanted); });
        };
        filter("a text", search("0042"));
        filter("terms", search("host:files1 -name:99 size:>1M code:200"));
        filter("a status", {.statuses = {item::Status::Done}});
        filter("a host", {.hosts = {bigtable::hostName(12)}});
        work("select all", [this] { m_table->selectAll(); });
        filter("none, much selected", {});
        m_table->clearSelection();
    }
    void scrolls()
    {
        auto *bar = m_table->verticalScrollBar();
        scroll("wheel", [this] { wheel(); });
        scroll("page", [bar] { bar->triggerAction(QAbstractSlider::SliderPageStepAdd); });
        std::mt19937 random(3);
        scroll("drag", [&] { bar->setSliderPosition(int(random() % unsigned(bigtable::many))); });
    }

private:
    static QElapsedTimer started()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
    void apply(const engine::ChangeSet &changes)
    {
        m_items.apply(changes);
        m_jobs.apply(changes);
        m_changes += qint64(changes.rows.size());
        if (!m_tick.isActive())
            QCoreApplication::processEvents();
    }
    void wheel() const
    {
        const QPointF at(m_table->viewport()->rect().center());
        QWheelEvent event(at, m_table->viewport()->mapToGlobal(at), {}, {0, -120}, {}, {},
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_table->viewport(), &event);
    }
    /// Until it is on the screen, with the changes going on.
    template <typename Ask> void work(const QByteArray &what, Ask ask)
    {
        m_watch.reset();
        benchmarks::Watch watch;
        ask();
        while (m_items.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        figure(what, watch.lap(), "ms", workGoal);
        sayStall(what);
    }
    template <typename Move> void scroll(const QByteArray &way, Move move)
    {
        m_table->verticalScrollBar()->setValue(0);
        QCoreApplication::processEvents();
        m_watch.reset();
        std::vector<double> frames;
        for (int frame = 0; frame < 300; ++frame) {
            benchmarks::Watch watch;
            move();
            QCoreApplication::processEvents();
            frames.push_back(watch.lap());
        }
        const auto sum = std::accumulate(frames.begin(), frames.end(), 0.0);
        figure("scroll by " + way + ", a frame", sum / double(frames.size()), "ms", "goal 16.7");
        figure("scroll by " + way + ", 95 % of them below", atShare(frames, 0.95), "ms");
        sayStall("scroll by " + way);
    }
    void sayStall(const QByteArray &what)
    {
        m_watch.settle();
        figure(what + ", longest stall", m_watch.worstMs(), "ms", stallGoal);
        figure(what + ", of processor", m_watch.worstCpuMs(), "ms");
    }

    models::ItemModel m_items;
    models::SidebarModel m_jobs;
    Sidebar *m_sidebar;
    FacetBar *m_facets;
    ItemTable *m_table;
    QTimer m_tick;
    bigtable::Feed m_feed;
    qint64 m_changes = 0;
    support::LoopWatch m_watch;
};

} // namespace

/// G1: a window with a million rows while 5 000 of them change each second.
int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Window window;
    window.rowsChange(10'000);
    window.scrolls();
    window.sorts();
    window.filters();
}
