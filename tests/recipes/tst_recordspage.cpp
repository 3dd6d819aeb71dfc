// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recordspage.h"

#include "engine/importer.h"
#include "recipes/recordsmodel.h"
#include "support/rawserver.h"
#include "support/testmain.h"
#include "support/viewwatch.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace tst_recordspage {

using namespace trawl;
using namespace trawl::recipes;
using support::RawConnection;
using support::RawServer;

namespace {

constexpr int manyRows = 50'000;

/// "/1" … have three rows each, "/many" many, "/0" has none.
void shop(RawConnection &connection)
{
    while (const auto request = connection.readRequest()) {
        const auto name = request->target.mid(1);
        QByteArray body = "<title>Shop</title>";
        const int rows = name == "many" ? manyRows : name == "0" ? 0 : 3;
        for (int i = 0; i < rows; ++i) {
            const auto number = QByteArray::number(i);
            body += "<li><b>Cup " + name + '-' + number + "</b><i>" + number + "</i></li>";
        }
        connection.send(support::okSized(body, "Content-Type: text/html\r\n"));
    }
}

} // namespace

/// The Records tab over real scrapes.
class TestRecordsPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<desktop::Session> m_session;
    std::unique_ptr<RecordsPage> m_page;
    desktop::Prompts m_prompts;
    QList<QUrl> m_opened;
    qint64 m_jobs = 0;

    template <typename T> [[nodiscard]] T &part(const char *name) const
    {
        return *m_page->findChild<T *>(QLatin1StringView(name));
    }
    [[nodiscard]] RecordsModel &model() const { return *m_page->findChild<RecordsModel *>(); }
    [[nodiscard]] QTableView &table() const { return part<QTableView>("table"); }
    [[nodiscard]] QString text(int row, int column) const
    {
        return model().index(row, column).data().toString();
    }
    [[nodiscard]] QStringList column(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts << text(row, column);
        return texts;
    }
    /// What stands in the table's place; empty = the table is there.
    [[nodiscard]] QString word() const
    {
        auto &pages = part<QStackedWidget>("pages");
        return pages.currentWidget()->objectName() == QStringLiteral("tablePage")
                   ? QString()
                   : part<QLabel>("word").text();
    }
    /// A job with the fields "name" and "number" over these pages.
    bool scrape(const QStringList &paths)
    {
        engine::JobOptions options;
        options.save = false;
        options.recipe.pages = {
            {.rows = QStringLiteral("li"),
             .fields = {{QStringLiteral("name"), QStringLiteral("b"), false, {}},
                        {QStringLiteral("number"),
                         QStringLiteral("i"),
                         false,
                         {{item::StepKind::Number, {}}}}}}};
        QList<item::Link> links;
        for (const auto &path : paths)
            links.append({links.size() + 1, m_server->url(path).toEncoded()});
        const std::atomic_bool cancel = false;
        const auto name = QStringLiteral("job %1").arg(++m_jobs);
        const auto result = engine::importLinks(
            m_session->thread(), {name, m_dir->path(), name.toUtf8(), options, {}},
            [links]() mutable { return std::exchange(links, {}); }, cancel);
        return result.has_value();
    }

    /// With the mouse, at the right edge of its title.
    [[nodiscard]] int widenFirstColumn() const
    {
        auto *header = table().horizontalHeader();
        const QPoint edge(header->sectionViewportPosition(0) + header->sectionSize(0) - 1, 8);
        QTest::mouseMove(header->viewport(), edge);
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, edge);
        QTest::mouseMove(header->viewport(), edge + QPoint(50, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, edge + QPoint(100, 0));
        return table().columnWidth(0);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<RawServer>(shop);
        m_prompts.openUrl = [this](const QUrl &url) {
            m_opened.append(url);
            return true;
        };
        m_opened.clear();
        m_jobs = 0;
        engine::EngineOptions options;
        options.sessionPath = m_dir->filePath(QStringLiteral("session.trawl"));
        options.workerProgram = QStringLiteral(WORKER_PROGRAM);
        options.workers = 2;
        m_session = std::make_unique<desktop::Session>(options);
        QSignalSpy opened(m_session.get(), &desktop::Session::opened);
        m_session->open();
        QVERIFY(opened.wait(support::patienceMs));
        m_page = std::make_unique<RecordsPage>();
        m_page->setUp(*m_session, m_prompts);
        new QAbstractItemModelTester(&model(), &model());
        connect(m_session.get(), &desktop::Session::changed, m_page.get(),
                [this](const engine::ChangeSet &changes) {
                    m_page->apply(changes);
                    m_session->requestChanges();
                });
        m_page->resize(800, 300);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_session->start();
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void recordsComeWhileTheJobRuns()
    {
        QVERIFY(word().contains(QStringLiteral("recipe")));
        QVERIFY(scrape({QStringLiteral("/1"), QStringLiteral("/0"), QStringLiteral("/2")}));
        QTRY_COMPARE(model().rowCount(), 6);
        QTRY_COMPARE(word(), QString());
        QTRY_VERIFY(text(0, 0).startsWith(QStringLiteral("Cup ")));
        QCOMPARE(model().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("number"));
        QCOMPARE(text(2, 1), QStringLiteral("2"));
        QVERIFY(text(0, 2).startsWith(m_server->url(QStringLiteral("/")).toString()));
        QVERIFY(part<QLabel>("count").text().contains(u'6'));
        QVERIFY(table().columnWidth(1) < table().columnWidth(2)); // as their values need
        table().setCurrentIndex(model().index(4, 1));
        QVERIFY(scrape({QStringLiteral("/3")})); // another job: this one stays
        QTRY_VERIFY(part<QComboBox>("job").count() == 2);
        QCOMPARE(model().rowCount(), 6);
        QCOMPARE(table().currentIndex().row(), 4);
        m_page->showJob(item::JobId(2));
        QTRY_COMPARE(model().rowCount(), 3);
        QTRY_VERIFY(text(0, 0).startsWith(QStringLiteral("Cup 3")));
    }
    void columnsAreAsWideAsTheFirstRowsNeed()
    {
        QVERIFY(scrape({QStringLiteral("/1"), QStringLiteral("/2")}));
        QTRY_VERIFY(model().rowCount() > 0 && text(0, 0).startsWith(QStringLiteral("Cup ")));
        const auto needed = table().fontMetrics().horizontalAdvance(QStringLiteral("Cup 1-0"));
        QVERIFY2(table().columnWidth(0) > needed,
                 qPrintable(QString::number(table().columnWidth(0))));
    }
    void widthsAreThePersonsOnceSet()
    {
        m_page->hide();
        QVERIFY(scrape({QStringLiteral("/1")}));
        QTRY_COMPARE(part<QComboBox>("job").count(), 1);
        m_page->show();
        QTRY_COMPARE(model().columnCount(), 3);
        const auto width = widenFirstColumn();
        QTRY_VERIFY(model().rowCount() > 0 && text(0, 0).startsWith(QStringLiteral("Cup ")));
        QCOMPARE(table().columnWidth(0), width);
        // Elsewhere and back.
        QVERIFY(scrape({QStringLiteral("/2")}));
        QTRY_COMPARE(part<QComboBox>("job").count(), 2);
        m_page->showJob(item::JobId(2));
        QTRY_VERIFY(text(0, 0).startsWith(QStringLiteral("Cup 2")));
        QCOMPARE(table().columnWidth(0), width);
    }
    void nothingYet()
    {
        QVERIFY(scrape({QStringLiteral("/0")}));
        QTRY_VERIFY(word().contains(QStringLiteral("yet")));
        QVERIFY(!part<QAbstractButton>("exportRecords").isEnabled());
    }
    void filtered()
    {
        QVERIFY(scrape({QStringLiteral("/1"), QStringLiteral("/2")}));
        QTRY_COMPARE(model().rowCount(), 6);
        auto &filter = part<QLineEdit>("filter");
        filter.setFocus();
        QTest::keyClicks(&filter, QStringLiteral("cup 2-"));
        QTRY_COMPARE(model().rowCount(), 3);
        QTRY_VERIFY(text(0, 0).startsWith(QStringLiteral("Cup 2-")));
        QTest::keyClicks(&filter, QStringLiteral("zzz"));
        QTRY_VERIFY(word().contains(QStringLiteral("this text")));
        filter.clear();
        QTRY_COMPARE(model().rowCount(), 6);
        QTRY_COMPARE(word(), QString());
    }
    void sortedByAClickOnTheHeader()
    {
        QVERIFY(scrape({QStringLiteral("/1"), QStringLiteral("/2")}));
        QTRY_COMPARE(model().rowCount(), 6);
        QTRY_VERIFY(!column(0).contains(QStringLiteral("\u2026")));
        const auto asTheyCame = column(0);
        const auto click = [this](int section) {
            auto *header = table().horizontalHeader();
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                              {header->sectionViewportPosition(section) + 20, 8});
        };
        const auto numbers = QStringLiteral("0 0 1 1 2 2").split(u' ');
        click(1);
        QTRY_COMPARE(column(1), numbers);
        QCOMPARE(model().rowCount(), 6);
        click(1);
        QTRY_COMPARE(column(1), QStringList(numbers.rbegin(), numbers.rend()));
        click(1);
        QTRY_COMPARE(column(0), asTheyCame);
        click(2); // the link
        QTRY_COMPARE(column(2).size(), 6);
        QTRY_VERIFY(std::ranges::is_sorted(column(2)) && column(2)[0].endsWith(u'1') &&
                    column(2)[5].endsWith(u'2'));
        // Another job is shown as its records came.
        QVERIFY(scrape({QStringLiteral("/3")}));
        QTRY_COMPARE(part<QComboBox>("job").count(), 2);
        m_page->showJob(item::JobId(2));
        QTRY_COMPARE(model().rowCount(), 3);
        QCOMPARE(table().horizontalHeader()->sortIndicatorSection(), -1);
    }
    void copiedAsTsv()
    {
        QVERIFY(scrape({QStringLiteral("/1")}));
        QTRY_COMPARE(model().rowCount(), 3);
        QTRY_COMPARE(text(2, 1), QStringLiteral("2"));
        table().setFocus();
        table().selectionModel()->select(QItemSelection(model().index(0, 0), model().index(1, 1)),
                                         QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     QStringLiteral("Cup 1-0\t0\nCup 1-1\t1"));
    }
    void aDoubleClickOpensOrShows()
    {
        QVERIFY(scrape({QStringLiteral("/1")}));
        QTRY_COMPARE(text(0, 1), QStringLiteral("0"));
        const auto click = [this](int column) {
            const auto at = table().visualRect(model().index(0, column)).center();
            QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, at);
            QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, at);
        };
        click(2);
        QTRY_COMPARE(m_opened, QList<QUrl>{m_server->url(QStringLiteral("/1"))});
        click(0);
        QTRY_VERIFY(m_page->findChild<QDialog *>());
        const auto *dialog = m_page->findChild<QDialog *>();
        QCOMPARE(dialog->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("Cup 1-0"));
    }
    void exported()
    {
        QVERIFY(scrape({QStringLiteral("/1")}));
        QTRY_COMPARE(model().rowCount(), 3);
        QSignalSpy wanted(m_page.get(), &RecordsPage::exportWanted);
        QTest::mouseClick(&part<QAbstractButton>("exportRecords"), Qt::LeftButton);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted[0][0].value<item::JobId>(), item::JobId(1));
    }
    void hiddenItReadsNothing()
    {
        m_page->hide();
        QVERIFY(scrape({QStringLiteral("/1")}));
        QTRY_COMPARE(part<QComboBox>("job").count(), 1);
        QTest::qWait(800);
        QCOMPARE(model().rowCount(), 0);
        m_page->show();
        QTRY_COMPARE(model().rowCount(), 3);
    }
    void scrollingOverManyPaintsWhatIsOnTheScreen()
    {
        QVERIFY(scrape({QStringLiteral("/many")}));
        QTRY_COMPARE(model().rowCount(), manyRows);
        const support::ViewWatch watch(table());
        for (int row = 0; row < manyRows; row += manyRows / 40) {
            table().scrollTo(model().index(row, 0), QAbstractItemView::PositionAtTop);
            QTest::qWait(5);
        }
        // What is on the screen is painted, and nothing makes the view go through all rows.
        const auto onScreen = table().viewport()->height() / table().rowHeight(0) + 2;
        const auto &counts = watch.counts();
        QVERIFY(counts.paints > 0);
        QVERIFY2(counts.cells <= counts.paints * onScreen * model().columnCount(),
                 qPrintable(QString::number(counts.cells)));
        QCOMPARE(counts.layouts + counts.moves, 0);
        table().scrollToBottom();
        const auto last = QStringLiteral("Cup many-%1").arg(manyRows - 1);
        QTRY_COMPARE(text(manyRows - 1, 0), last);
    }
};

TRAWL_TEST(Gui, TestRecordsPage)

} // namespace tst_recordspage

#include "tst_recordspage.moc"
