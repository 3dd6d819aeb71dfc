// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/pagetable.h"

#include "models/hostmodel.h"
#include "support/looks.h"
#include "support/testmain.h"
#include "windows/mainwindow.h"
#include "windows/stage.h"

#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>

namespace tst_pagetable {

using namespace trawl;
using namespace trawl::windows;
using models::HostColumn;

namespace {

int widthOfCells(const QAbstractItemView &table, int column)
{
    return table.sizeHintForColumn(column);
}

} // namespace

/// The columns of the bottom tabs: they fill what there is until the person sets them.
class TestPageTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        looks::setTheme(looks::Theme::Light);
        m_stage = std::make_unique<Stage>();
    }
    void cleanup()
    {
        m_window.reset();
        for (const auto setting : {desktop::Setting::HostColumns, desktop::Setting::WorkerColumns})
            m_stage->settings().set(setting, QByteArray());
    }
    void cleanupTestCase() { m_stage.reset(); }

    void nothingScrollsSideways_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("tab");
        for (const auto &locale : {looks::english(), looks::chinese()}) {
            for (const auto *tab : {"hosts", "workers", "log"})
                QTest::addRow("%s %s", tab, qPrintable(locale.name()))
                    << locale << QString::fromLatin1(tab);
        }
    }
    void nothingScrollsSideways()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, tab);
        const looks::Language language(locale);
        checkNothingScrolls(open(tab));
    }
    /// Fonts are narrow and wide.
    void nothingIsCutInAnyFont_data() { nothingScrollsSideways_data(); }
    void nothingIsCutInAnyFont()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, tab);
        const looks::Language language(locale);
        auto &table = open(tab);
        for (const auto stretch : {75, 95, 105}) {
            auto font = table.font();
            font.setStretch(stretch);
            table.setFont(font);
            QTest::qWait(20);
            checkNothingScrolls(table);
        }
    }

    void theStateOfAHostIsReadWhole_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("English") << looks::english();
        QTest::newRow("Chinese") << looks::chinese();
    }
    void theStateOfAHostIsReadWhole()
    {
        QFETCH(QLocale, locale);
        const looks::Language language(locale);
        const auto &table = open(QStringLiteral("hosts"));
        const auto state = int(HostColumn::State);
        QVERIFY(widthOfCells(table, state) <= table.columnWidth(state));
    }

    void moreRoomGoesToWordsNotToNumbers()
    {
        auto &table = open(QStringLiteral("hosts"));
        const auto host = table.columnWidth(int(HostColumn::Host));
        const auto done = table.columnWidth(int(HostColumn::Done));
        m_window->resize(1600, 800);
        QTRY_VERIFY(table.columnWidth(int(HostColumn::Host)) > host + 50);
        QCOMPARE(table.columnWidth(int(HostColumn::Done)), done);
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
        QVERIFY(table.saveColumns().isEmpty()); // nothing that the person has set
    }

    void aNarrowWindowScrolls()
    {
        auto &table = open(QStringLiteral("hosts"));
        m_window->resize(800, 700);
        QTRY_VERIFY(table.horizontalScrollBar()->maximum() > 0);
        QVERIFY(table.columnWidth(int(HostColumn::Host)) > 100);
    }

    void whatThePersonSetsStays()
    {
        {
            auto &table = open(QStringLiteral("hosts"));
            dragEdge(table, int(HostColumn::Host), 60);
            QCOMPARE(table.columnWidth(int(HostColumn::Host)), m_dragged);
            m_window->resize(1500, 800);
            QTest::qWait(20);
            QCOMPARE(table.columnWidth(int(HostColumn::Host)), m_dragged);
            m_window->saveState();
        }
        const auto &next = open(QStringLiteral("hosts"));
        QCOMPARE(next.columnWidth(int(HostColumn::Host)), m_dragged);
    }

    void aHiddenColumnIsRemembered()
    {
        {
            auto &table = open(QStringLiteral("workers"));
            const auto at = QPoint(5, 5);
            Q_EMIT table.horizontalHeader()->customContextMenuRequested(at);
            auto *menu = table.findChild<QMenu *>();
            QVERIFY(menu);
            menu->actions().at(1)->trigger();
            menu->close();
            QVERIFY(table.isColumnHidden(1));
            m_window->saveState();
        }
        QVERIFY(open(QStringLiteral("workers")).isColumnHidden(1));
    }

    void theSortIsRemembered()
    {
        {
            auto &table = open(QStringLiteral("hosts"));
            table.sortByColumn(int(HostColumn::Failed), Qt::DescendingOrder);
            m_window->saveState();
        }
        const auto *header = open(QStringLiteral("hosts")).horizontalHeader();
        QCOMPARE(header->sortIndicatorSection(), int(HostColumn::Failed));
        QCOMPARE(header->sortIndicatorOrder(), Qt::DescendingOrder);
    }

private:
    /// Of a window as large as many screens, with its sidebar.
    PageTable &open(const QString &tab)
    {
        m_window = std::make_unique<MainWindow>(m_stage->session(), m_stage->settings(),
                                                m_stage->prompts());
        m_window->resize(1240, 800);
        m_window->show();
        Q_EMIT m_stage->session().changed(Stage::changes());
        m_stage->log();
        auto *tabs = m_window->findChild<QTabWidget *>(QStringLiteral("tabs"));
        auto *page = tabs->findChild<QWidget *>(tab);
        tabs->setCurrentWidget(page);
        QTest::qWait(20);
        return *page->findChild<PageTable *>();
    }
    static void checkNothingScrolls(const PageTable &table)
    {
        // What is painted first may be wider than expected.
        QTRY_VERIFY2(cutColumns(table).isEmpty(), qPrintable(cutColumns(table).join(u' ')));
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
        QCOMPARE(table.horizontalHeader()->length(), table.viewport()->width());
    }
    /// Whose title or numbers have not enough room.
    static QStringList cutColumns(const PageTable &table)
    {
        QStringList cut;
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            const auto title = table.model()->headerData(column, Qt::Horizontal).toString();
            const auto align =
                table.model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
            const bool isNumber = (Qt::Alignment(align) & Qt::AlignRight) != 0;
            const auto width = table.columnWidth(column);
            if (width < table.fontMetrics().horizontalAdvance(title) + 4 ||
                (isNumber && widthOfCells(table, column) > width))
                cut << title;
        }
        return cut;
    }
    void dragEdge(PageTable &table, int column, int by)
    {
        auto *header = table.horizontalHeader();
        const auto edge = header->sectionViewportPosition(column) + header->sectionSize(column) - 1;
        const QPoint from(edge, header->height() / 2);
        m_dragged = table.columnWidth(column) + by;
        QTest::mousePress(header->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseMove(header->viewport(), from + QPoint(by, 0));
        QTest::mouseRelease(header->viewport(), Qt::LeftButton, {}, from + QPoint(by, 0));
    }

    std::unique_ptr<Stage> m_stage;
    std::unique_ptr<MainWindow> m_window;
    int m_dragged = 0;
};

TRAWL_TEST(Gui, TestPageTable)

} // namespace tst_pagetable

#include "tst_pagetable.moc"
