// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordsmodel.h"
#include "recipes/recordspage.h"
#include "store/store.h"
#include "support/growth.h"
#include "support/loopturns.h"
#include "support/manyrecords.h"
#include "support/testmain.h"
#include "support/viewwatch.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

#include <atomic>
#include <random>
#include <thread>

#include <malloc.h>

namespace tst_manyrecords {

using namespace trawl;
using namespace trawl::recipes;

namespace {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer rows, to look for errors only
constexpr int usualMany = 30'000;
#else
constexpr int usualMany = 100'000;
#endif
constexpr int itemsATick = 500 / support::recordsAnItem; ///< ten times a second: 5 000 records
const QStringList fields{QStringLiteral("name"), QStringLiteral("price"), QStringLiteral("brand"),
                         QStringLiteral("text")};

int wantedMany()
{
    return qEnvironmentVariableIsSet("TRAWL_LONG") ? 1'000'000 : usualMany;
}

qint64 heapBytes()
{
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
}

} // namespace

/// The Records tab at a million records (TRAWL_LONG), at fewer without, while others arrive.
class TestManyRecords : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<desktop::Session> m_session;
    std::unique_ptr<RecordsPage> m_page;
    std::unique_ptr<support::ViewWatch> m_watch;
    support::LoopTurns m_turns;
    double m_sorting = 0; ///< what it takes
    desktop::Prompts m_prompts;
    std::thread m_feeder;
    std::atomic_bool m_feeding = false;
    std::atomic<qint64> m_items = 0; ///< that ended
    QTimer m_tick;
    const int m_many = wantedMany();

    [[nodiscard]] QString path() const { return m_dir.filePath(QStringLiteral("s.trawl")); }
    [[nodiscard]] RecordsModel &model() const { return *m_page->findChild<RecordsModel *>(); }
    [[nodiscard]] QTableView &table() const { return *m_page->findChild<QTableView *>(); }
    template <typename T> [[nodiscard]] T &part(const char *name) const
    {
        return *m_page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] QString text(int row, int column) const
    {
        return model().index(row, column).data().toString();
    }

    void write(int items)
    {
        support::writeRecords(*m_store, m_items + 1, items);
        m_items += items;
    }
    void settle()
    {
        while (m_store->backlog() > 0)
            QThread::msleep(5);
    }
    void tick()
    {
        engine::ChangeSet changes;
        engine::JobState job{.id = item::JobId(1), .name = QStringLiteral("shop")};
        job.fields = fields;
        job.counts.done = m_items;
        changes.jobs.append(job);
        m_page->apply(changes);
    }
    void showPage()
    {
        m_page = std::make_unique<RecordsPage>();
        m_page->setUp(*m_session, m_prompts);
        m_page->resize(1000, 500);
        tick();
        m_page->show();
    }
    /// Until it is on the screen, while others arrive: the window lives meanwhile.
    template <typename Ask, typename Until> void work(const char *what, Ask ask, Until until)
    {
        m_turns.reset();
        ask();
        QVERIFY2(!until(), what); // that takes its time, elsewhere
        wait(what, until);
    }
    template <typename Until> void wait(const char *what, Until until)
    {
        if (m_watch)
            m_watch->reset();
        QTRY_VERIFY2(until(), what);
        QVERIFY2(m_turns.count() > 0, what);
        if (m_watch)
            checkPaints();
    }
    /// What is on the screen, and nothing made the view go through all rows.
    void checkPaints() const
    {
        const auto onScreen = table().viewport()->height() / table().rowHeight(0) + 2;
        const auto &counts = m_watch->counts();
        QVERIFY(counts.cells <= counts.paints * onScreen * model().columnCount());
        QCOMPARE(counts.layouts, 0);
    }
    [[nodiscard]] bool isShown() const
    {
        return !model().isListing() && text(0, 0) != QStringLiteral("\u2026") &&
               !text(0, 0).isEmpty();
    }
    void click(int section) const
    {
        auto *header = table().horizontalHeader();
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(section) + 20, 8});
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto store = store::Store::open(path());
        QVERIFY2(store, qPrintable(store ? QString() : store.error().detail));
        m_store = std::move(*store);
        m_store->addJob({.id = item::JobId(1), .name = QStringLiteral("shop")});
        m_store->indexArrivals();
        while (m_items < m_many / support::recordsAnItem) {
            write(1000);
            if (m_store->backlog() > 20'000)
                settle();
        }
        settle();
        engine::EngineOptions options;
        options.sessionPath = path();
        m_session = std::make_unique<desktop::Session>(options);
        m_tick.setInterval(100);
        connect(&m_tick, &QTimer::timeout, this, &TestManyRecords::tick);
    }
    void cleanupTestCase()
    {
        m_feeding = false;
        if (m_feeder.joinable())
            m_feeder.join();
        m_watch.reset();
        m_page.reset();
        m_session.reset();
        m_store.reset();
    }

    void opened()
    {
        const auto before = heapBytes();
        work(
            "first rows", [this] { showPage(); },
            [this] { return model().rowCount() > 0 && text(0, 0).startsWith(u"Caf"); });
        m_watch = std::make_unique<support::ViewWatch>(table());
        wait("all rows", [this] { return model().rowCount() >= m_many; });
        malloc_trim(0);
        const auto bytes = heapBytes() - before;
        qInfo("memory: %.1f bytes a record", double(bytes) / m_many);
        m_tick.start();
        m_feeding = true;
        m_feeder = std::thread([this] {
            while (m_feeding) {
                write(itemsATick);
                QThread::msleep(100);
            }
        });
        wait("arriving", [this] { return model().rowCount() > m_many + 5000; });
    }
    void scrolled_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("wheel") << 0;
        QTest::newRow("page") << 1;
        QTest::newRow("drag") << 2;
    }
    void scrolled()
    {
        QFETCH(int, way);
        auto *bar = table().verticalScrollBar();
        bar->setValue(0);
        m_watch->reset();
        std::mt19937 random(3);
        for (int frame = 0; frame < 150; ++frame) {
            const QPointF at(table().viewport()->rect().center());
            QWheelEvent event(at, table().viewport()->mapToGlobal(at), {}, {0, -120}, {}, {},
                              Qt::NoScrollPhase, false);
            if (way == 0)
                QCoreApplication::sendEvent(table().viewport(), &event);
            else if (way == 1)
                bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
            else
                bar->setSliderPosition(int(random() % unsigned(m_many)));
            QTest::qWait(5);
        }
        checkPaints();
        QVERIFY(bar->value() > 100);
        const auto row = table().rowAt(20);
        QTRY_VERIFY(text(row, 0) != QStringLiteral("\u2026"));
        bar->setValue(0);
    }
    void filtered()
    {
        const auto type = [this](const QString &words) {
            return [this, words] { part<QLineEdit>("filter").setText(words); };
        };
        const auto at = [this](const char *start) {
            return isShown() && text(0, 0).startsWith(QString::fromUtf8(start));
        };
        work("filter: many", type(QStringLiteral("brand 3")), [&] {
            return model().filter() == u"brand 3" && isShown() && model().rowCount() > m_many / 20;
        });
        work("filter: all", type(QStringLiteral("caf\u00c9")),
             [&] { return model().filter().startsWith(u"caf") && model().rowCount() >= m_many; });
        work("filter: few", type(QStringLiteral("cup 4242")),
             [&] { return model().filter().contains(u"4242") && at("Caf\u00e9 cup 4242"); });
        QVERIFY(model().rowCount() < m_many / 50);
        work("no filter", type({}), [&] { return isShown() && model().rowCount() >= m_many; });
    }
    void saysHowManyWereCopied()
    {
        QSignalSpy said(m_page.get(), &RecordsPage::said);
        table().selectAll();
        table().setFocus();
        work(
            "copy all", [&] { QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier); },
            [&] { return !said.isEmpty(); });
        const auto sentence = said.first().first().toString();
        QVERIFY2(sentence.startsWith(u"Copied the first "), qPrintable(sentence));
        const auto lines = QGuiApplication::clipboard()->text().count(u'\n') + 1;
        QVERIFY2(sentence.contains(m_page->locale().toString(lines)), qPrintable(sentence));
        table().clearSelection();
        table().setCurrentIndex(model().index(3, 1));
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(said.size(), 2);
        QVERIFY(said.last().first().toString().startsWith(u"Copied 1 record"));
    }
    void sorted()
    {
        const auto inOrder = [this](int column, auto isBefore) {
            for (int row = 1; row < 20; ++row) {
                if (isBefore(text(row, column), text(row - 1, column)))
                    return false;
            }
            return isShown() && model().rowCount() >= m_many;
        };
        const auto byText = [](const QString &a, const QString &b) {
            return a.compare(b, Qt::CaseInsensitive) < 0;
        };
        const auto byNumber = [](const QString &a, const QString &b) {
            return a.toDouble() < b.toDouble();
        };
        m_sorting = support::spent([&] {
            work("sort by a text", [this] { click(0); }, [&] { return inOrder(0, byText); });
        });
        work(
            "sort by a text, down", [this] { click(0); },
            [&] { return inOrder(0, [&](auto a, auto b) { return byText(b, a); }); });
        work("sort by a number", [this] { click(1); }, [&] { return inOrder(1, byNumber); });
        work("sort by a long text", [this] { click(3); }, [&] { return inOrder(3, byText); });
        work("sort by the link", [this] { click(4); }, [&] { return inOrder(4, byText); });
    }
    void closedWhileItSorts()
    {
        click(0);
        QVERIFY(model().isReplacing());
        QTest::qWait(5);
        m_tick.stop();
        const auto more = support::spent([this] {
            m_watch.reset();
            m_page.reset();
        });
        QVERIFY2(more < m_sorting / 2, qPrintable(QString::number(more / m_sorting)));
    }
};

TRAWL_TEST(Gui, TestManyRecords)

} // namespace tst_manyrecords

#include "tst_manyrecords.moc"
