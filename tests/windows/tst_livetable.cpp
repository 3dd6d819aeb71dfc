// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemmodel.h"
#include "models/itemselectionmodel.h"
#include "models/sidebarmodel.h"
#include "support/cputimer.h"
#include "support/loopwatch.h"
#include "support/testmain.h"
#include "windows/facetbar.h"
#include "windows/itemtable.h"
#include "windows/sidebar.h"

#include <QHBoxLayout>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>
#include <random>

#include <malloc.h>

namespace tst_livetable {

using namespace trawl;
using namespace trawl::windows;
using models::ItemColumn;
using models::ItemFilter;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer rows, to look for errors only
constexpr int many = 60'000;
constexpr double slack = 20;
#else
constexpr int many = 1'000'000;
constexpr double slack = 1;
#endif

constexpr int blockSize = 4000;
constexpr int hosts = 1000;
constexpr int tickMs = 100;
constexpr int changesATick = 500;
constexpr double mostStallMs = 50;
constexpr double frameMs = 1000.0 / 60;

QByteArray hostName(qint64 id)
{
    return "https://files" + QByteArray::number(id * 7919 % hosts) + ".example.org";
}

/// About 75 characters, as links to files have.
QByteArray linkOf(qint64 id)
{
    return hostName(id) + "/archive/2024/measurements/" +
           QByteArray::number(id * 104'729 % many).rightJustified(7, '0') + "-report.csv.gz";
}

std::vector<item::UrlBlockPtr> links()
{
    std::vector<item::UrlBlockPtr> blocks;
    for (qint64 first = 1; first <= many; first += blockSize) {
        auto block =
            std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(1 + first % 3));
        for (auto id = first; id < first + blockSize; ++id)
            block->append(linkOf(id));
        block->squeeze();
        blocks.push_back(block);
    }
    return blocks;
}

/// What an engine would tell ten times a second: most rows go on, some begin, some end.
class Feed
{
public:
    [[nodiscard]] engine::ChangeSet next()
    {
        engine::ChangeSet changes;
        for (int i = 0; i < changesATick; ++i)
            changes.rows.push_back(i < 300 ? going(i) : i < 400 ? beginning() : ending(i));
        for (int i = 0; i < 100; ++i) {
            const auto host = (m_tick * 100 + i) % hosts;
            changes.hosts.push_back(
                {.origin = hostName(host),
                 .counts = {.queued = many / hosts - m_tick % 50, .done = m_tick % 50}});
        }
        for (int job = 1; job <= 3; ++job)
            changes.jobs.append({.id = item::JobId(job),
                                 .name = QStringLiteral("job %1").arg(job),
                                 .directory = QStringLiteral("/data"),
                                 .counts = {.queued = many / 3 - m_tick, .done = m_tick}});
        changes.counts = {.queued = many - m_ended, .running = 400, .done = m_ended};
        ++m_tick;
        return changes;
    }

    /// How a session looks that has come half way.
    [[nodiscard]] static engine::RowState known(qint64 id)
    {
        const auto kind = id % 20;
        if (kind < 10)
            return {.id = item::ItemId(id)};
        if (kind == 10)
            return failed(id);
        return done(id);
    }

private:
    static engine::RowState done(qint64 id)
    {
        return {.id = item::ItemId(id),
                .status = item::Status::Done,
                .code = 200,
                .attempts = 1,
                .bytes = id * 31 % 9'000'000,
                .total = id * 31 % 9'000'000,
                .file = QStringLiteral("2024/%1-report.csv.gz").arg(id),
                .endedMs = 1'700'000'000'000 + id * 17};
    }
    static engine::RowState failed(qint64 id)
    {
        const bool http = id % 3 != 0;
        return {.id = item::ItemId(id),
                .status = item::Status::Failed,
                .reason = http ? item::Reason::Http : item::Reason(4 + id % 4),
                .code = qint16(http ? 400 + id % 30 : 0),
                .attempts = 5,
                .endedMs = 1'700'000'000'000 + id * 17};
    }
    [[nodiscard]] engine::RowState going(int i) const
    {
        return {.id = item::ItemId(1 + qint64(i) * (many / 300)),
                .status = item::Status::Running,
                .attempts = 1,
                .bytes = m_tick * 50'000 % 9'000'000,
                .total = 9'000'000,
                .bytesPerSecond = 400'000 + m_tick % 100};
    }
    [[nodiscard]] engine::RowState beginning()
    {
        return {.id = item::ItemId(1 + qint64(m_random() % many)),
                .status = item::Status::Running,
                .attempts = 1,
                .total = 9'000'000};
    }
    [[nodiscard]] engine::RowState ending(int i)
    {
        ++m_ended;
        const auto id = 1 + qint64(m_random() % many);
        return i % 5 == 0 ? failed(id) : done(id);
    }

    std::mt19937 m_random{11};
    qint64 m_tick = 0;
    qint64 m_ended = 0;
};

/// Asked of the allocator; 0 where a sanitizer has taken its place.
qint64 heapBytes()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

/// Processor time of this thread.
double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double atShare(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::size_t(double(values.size() - 1) * share)];
}

} // namespace

/// The parts of the window that grow with the list, with a million rows and 5 000 changes a second.
/// Processor time decides, so that other work on the machine does not; real time is printed.
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
        m_watch = std::make_unique<support::LoopWatch>();
        load();
        qInfo("memory: %lld bytes a row, the link of %lld characters, view and sidebar included",
              (heapBytes() - before) / many, qint64(linkOf(many).size()));
        QVERIFY((heapBytes() - before) / many <= 300);
        m_tick.setInterval(tickMs);
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

    void neverStallsWhileRowsChange()
    {
        const auto ms = qEnvironmentVariableIsSet("TRAWL_LONG") ? 60'000 : 10'000;
        m_watch->reset();
        m_changes = 0;
        const support::CpuTimer cpu;
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < ms) {
            wheel(-120);
            QTest::qWait(50);
        }
        const auto seconds = double(timer.elapsed()) / 1000;
        qInfo("%.0f s, %.0f changes a second: %.0f %% of a core", seconds,
              double(m_changes) / seconds, double(cpu.elapsedMs()) / seconds / 10);
        QVERIFY(double(m_changes) / seconds > 4000 / slack);
        sayStalls("changes");
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
        work(QTest::currentDataTag(), [&] { m_table->sortByColumn(column, order); });
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
        QTest::newRow("host") << ItemFilter{.hosts = {hostName(12)}};
        QTest::newRow("cause") << ItemFilter{.cause = models::Cause{item::Reason::Http, 404}};
        QTest::newRow("none") << ItemFilter();
    }
    void filters()
    {
        QFETCH(ItemFilter, filter);
        work(QTest::currentDataTag(), [&] { m_items.setFilter(filter); });
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
        m_watch->reset();
        for (int frame = 0; frame < 100; ++frame) {
            wheel(-120);
            QCoreApplication::processEvents();
        }
        sayStalls("scrolling over them");
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
        std::vector<double> cpu;
        std::vector<double> real;
        for (int frame = 0; frame < 300; ++frame) {
            QElapsedTimer timer;
            timer.start();
            const auto started = threadMs();
            if (way == 0)
                wheel(-120);
            else if (way == 1)
                bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            else
                bar->setSliderPosition(int(random() % unsigned(many)));
            QCoreApplication::processEvents();
            cpu.push_back(threadMs() - started);
            real.push_back(double(timer.nsecsElapsed()) / 1e6);
        }
        qInfo("a frame: %.1f ms of processor in the mean, 95 %% below %.1f ms; real %.1f and %.1f",
              std::accumulate(cpu.begin(), cpu.end(), 0.0) / double(cpu.size()), atShare(cpu, 0.95),
              std::accumulate(real.begin(), real.end(), 0.0) / 300, atShare(real, 0.95));
        QVERIFY(atShare(cpu, 0.5) <= frameMs * slack);
        QVERIFY(atShare(cpu, 0.95) <= 2 * frameMs * slack); // ticks of changes come in between
        sayStalls("scrolling");
        QVERIFY2(bar->value() >= 300, "it did not scroll");
    }

private:
    /// In pieces, as the engine tells of a session.
    void load()
    {
        const auto blocks = links();
        m_watch->reset();
        constexpr qint64 piece = 20'000;
        for (qint64 first = 1; first <= many; first += piece) {
            engine::ChangeSet changes;
            for (auto block = first; block < first + piece; block += blockSize)
                changes.added.push_back(blocks[std::size_t((block - 1) / blockSize)]);
            for (auto id = first; id < first + piece; ++id) {
                if (id % 20 >= 10)
                    changes.rows.push_back(Feed::known(id));
            }
            m_items.apply(changes);
            m_jobs.apply(changes);
            QCoreApplication::processEvents();
        }
        qInfo("loading: longest stall %.0f ms, %.0f ms of processor", m_watch->worstMs(),
              m_watch->worstCpuMs());
    }
    void tick()
    {
        const auto changes = m_feed.next();
        m_items.apply(changes);
        m_jobs.apply(changes);
        m_changes += qint64(changes.rows.size());
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
        QElapsedTimer timer;
        timer.start();
        const support::CpuTimer cpu;
        ask();
        while (m_items.isBusy())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::processEvents();
        m_watch->settle();
        qInfo("%s: shown after %lld ms, %lld ms of processor; longest stall %.0f ms, %.0f ms of "
              "processor",
              what, timer.elapsed(), cpu.elapsedMs(), m_watch->worstMs(), m_watch->worstCpuMs());
        QVERIFY(double(cpu.elapsedMs()) < 1000 * slack);
        QVERIFY(m_watch->worstCpuMs() < mostStallMs * slack);
    }
    void sayStalls(const char *what)
    {
        m_watch->settle();
        qInfo("%s: longest stall %.0f ms, %.0f ms of processor; %d over 50 ms", what,
              m_watch->worstMs(), m_watch->worstCpuMs(), m_watch->over50Ms());
        QVERIFY(m_watch->worstCpuMs() < mostStallMs * slack);
    }

    models::ItemModel m_items;
    models::SidebarModel m_jobs;
    std::unique_ptr<QWidget> m_window;
    Sidebar *m_sidebar = nullptr;
    FacetBar *m_facets = nullptr;
    ItemTable *m_table = nullptr;
    std::unique_ptr<support::LoopWatch> m_watch;
    QTimer m_tick;
    Feed m_feed;
    qint64 m_changes = 0;
};

TRAWL_TEST(Gui, TestLiveTable)

} // namespace tst_livetable

#include "tst_livetable.moc"
