// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartpage.h"

#include "charts/legend.h"
#include "charts/plot.h"
#include "charts/sampletable.h"
#include "charts/waves.h"
#include "models/texts.h"
#include "support/testmain.h"

#include <QCategoryAxis>
#include <QChart>
#include <QComboBox>
#include <QLabel>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

namespace tst_chartpage {

using namespace trawl::charts;
using trawl::models::Texts;
using trawl::models::Units;
using trawl::rates::RateHistory;
using trawl::rates::Sample;
using Span = RateHistory::Span;

namespace {

QPalette darkPalette()
{
    QPalette palette(QColor(0x2b, 0x2b, 0x2b));
    palette.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    palette.setColor(QPalette::Text, Qt::white);
    return palette;
}

/// A shown chart with its parts.
struct Shown
{
    ChartPage page;
    Plot *plot = page.findChild<Plot *>();
    SampleTable *table = page.findChild<SampleTable *>();

    explicit Shown(const std::vector<Sample> &samples = {})
    {
        page.resize(900, 300);
        page.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&page)); }();
        page.add(samples);
        QCoreApplication::processEvents();
    }
    [[nodiscard]] qsizetype points(std::size_t curve = 0) const
    {
        qsizetype count = 0;
        for (const auto &segment : plot->lines().curves[curve])
            count += segment.top.size();
        return count;
    }
    /// At the upper end of the axis.
    [[nodiscard]] QString leftLabel() const
    {
        auto *axis = plot->chart()->axes(Qt::Vertical).front();
        return qobject_cast<QCategoryAxis *>(axis)->categoriesLabels().last();
    }
    [[nodiscard]] QString emptyWord() const
    {
        const auto *label = plot->findChild<QLabel *>();
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] QStringList legend() const { return page.findChild<Legend *>()->texts(); }
    [[nodiscard]] QToolButton *button(const char *name) const
    {
        return page.findChild<QToolButton *>(QLatin1StringView(name));
    }
    [[nodiscard]] QPoint at(double share) const
    {
        const auto area = plot->chart()->plotArea();
        return {int(area.left() + share * area.width()), int(area.center().y())};
    }
    void drag(double from, double to) const
    {
        auto *viewport = plot->viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, at(from));
        QTest::mouseMove(viewport, at((from + to) / 2));
        QTest::mouseMove(viewport, at(to));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, at(to));
    }
};

std::vector<Sample> pieces(qint64 from, int count)
{
    std::vector<Sample> result;
    for (int i = 0; i < count; ++i)
        result.push_back(waveAt(from + i * 10));
    return result;
}

} // namespace

class TestChartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatNothingCameYet()
    {
        Shown shown;
        QCOMPARE(shown.emptyWord(), QStringLiteral("Nothing has been fetched yet"));
        shown.page.add({{.atMs = waveStart}});
        QCOMPARE(shown.emptyWord(), QStringLiteral("Nothing has been fetched yet"));
        shown.page.add({{.atMs = waveStart + 1000, .requestsPerSecond = 1}});
        QCOMPARE(shown.emptyWord(), QString());
        shown.page.setSpan(Span::Day);
        QVERIFY(!shown.emptyWord().isEmpty());
    }

    void everySpanHasItsPoints()
    {
        Shown shown(wave(0, 4000));
        QCOMPARE(shown.points(), 60);
        shown.page.setSpan(Span::FiveMinutes);
        QCOMPARE(shown.points(), 300);
        shown.page.setSpan(Span::Hour);
        QVERIFY(shown.points() >= 359);
        shown.page.setSpan(Span::Day);
        QVERIFY(shown.points() >= 65);
        auto *span = shown.page.findChild<QComboBox *>(QStringLiteral("span"));
        QCOMPARE(span->currentIndex(), 3);
        QTest::keyClick(span, Qt::Key_Home);
        QCOMPARE(shown.points(), 60);
        QCOMPARE(shown.page.span(), Span::Minute);
    }

    void everyViewHasItsCurves()
    {
        Shown shown(wave(0, 90));
        auto *view = shown.page.findChild<QComboBox *>(QStringLiteral("view"));
        const QStringList first{QStringLiteral("Bytes/s"), QStringLiteral("In flight"),
                                QStringLiteral("p50"), QStringLiteral("2xx")};
        for (int i = 0; i < 4; ++i) {
            view->setCurrentIndex(i);
            const auto curves = Curves::of(ChartView(i));
            QCOMPARE(shown.plot->lines().curves.size(), curves.size());
            QCOMPARE(shown.legend().size(), qsizetype(curves.size()));
            QVERIFY(shown.legend().front().startsWith(first[i] + QStringLiteral(": ")));
            QVERIFY(!view->toolTip().isEmpty());
            QVERIFY(shown.plot->accessibleName().contains(view->currentText()));
            for (std::size_t curve = 0; curve < curves.size(); ++curve)
                QCOMPARE(shown.points(curve), 60);
        }
        shown.page.setView(ChartView(99)); // a setting that somebody wrote
        QCOMPARE(shown.page.view(), ChartView::Last);
    }

    void theTableEqualsTheChart()
    {
        Shown shown(wave(0, 30));
        QVERIFY(!shown.table->isVisible());
        QTest::mouseClick(shown.button("showTable"), Qt::LeftButton);
        QVERIFY(shown.table->isVisible());
        QVERIFY(shown.plot->width() > shown.table->width());
        QVERIFY(shown.table->width() > 200);
        for (const auto span : {Span::FiveMinutes, Span::Minute, Span::Hour, Span::Minute}) {
            shown.page.setSpan(span);
            shown.page.add(wave(shown.table->model()->rowCount() + 100, 50));
            const auto rows = shown.table->model()->rowCount();
            QCOMPARE(rows, int(shown.points()));
            QList<QPointF> points;
            for (const auto &segment : shown.plot->lines().curves[0])
                points += segment.top;
            for (int row = 0; row < rows; ++row)
                QCOMPARE(
                    shown.table->model()->index(row, 1).data(SampleModel::ValueRole).toDouble(),
                    points[rows - 1 - row].y());
        }
    }

    void earlierRunsAreShownWithTheirGap()
    {
        Shown shown;
        shown.page.restore(pieces(-1200, 60)); // ten minutes, ten minutes ago
        shown.page.add(wave(0, 120));
        shown.page.setSpan(Span::Hour);
        QCOMPARE(shown.plot->lines().curves[0].size(), 2U);
        QCOMPARE(shown.plot->lines().curves[0][0].top.size(), 60);
        QVERIFY(shown.emptyWord().isEmpty());
        shown.page.setSpan(Span::Day);
        QCOMPARE(shown.plot->lines().curves[0].size(), 2U);
        QCOMPARE(shown.plot->lines().curves[0][0].top.size(), 10);
    }

    void drawsOnlyWhenTheSpanGotAPoint()
    {
        Shown shown(wave(0, 60));
        const auto newest = [&] { return shown.plot->pointText(shown.points() - 1); };
        shown.page.setSpan(Span::Hour);
        const auto before = newest();
        shown.page.add(wave(60, 1));
        QVERIFY(newest() != before);
        const auto then = newest();
        shown.page.add(wave(61, 1));
        QCOMPARE(newest(), then);
        shown.page.setSpan(Span::Minute);
        shown.page.hide();
        const auto atHiding = newest();
        shown.page.add(wave(92, 5));
        QCOMPARE(newest(), atHiding);
        shown.page.show();
        QVERIFY(newest() != atHiding);
    }

    void legendHasWordsAndTheNewestValues()
    {
        Shown shown;
        shown.page.add({{.atMs = waveStart, .bytesPerSecond = 1536, .requestsPerSecond = 12}});
        QCOMPARE(shown.legend()[0], QStringLiteral("Bytes/s: 1.5 KiB/s"));
        QCOMPARE(shown.legend()[1], QStringLiteral("Requests/s: 12"));
        shown.page.setView(ChartView::Latency);
        QCOMPARE(shown.legend()[0], QStringLiteral("p50: –"));
    }

    void unitsChangeAtOnce()
    {
        const auto back = qScopeGuard([] { Texts::setUnits(Units::Iec); });
        Shown shown(wave(0, 60));
        QVERIFY2(shown.leftLabel().endsWith(u" MiB/s"), qPrintable(shown.leftLabel()));
        Texts::setUnits(Units::Si);
        shown.page.refreshUnits();
        QVERIFY2(shown.leftLabel().endsWith(u" MB/s"), qPrintable(shown.leftLabel()));
        QVERIFY2(shown.legend()[0].endsWith(u" MB/s"), qPrintable(shown.legend()[0]));
        shown.page.hide();
        Texts::setUnits(Units::Iec);
        shown.page.refreshUnits();
        shown.page.show();
        QTRY_VERIFY2(shown.leftLabel().endsWith(u" MiB/s"), qPrintable(shown.leftLabel()));
    }

    void legendGoesOnBelowWhereThereIsNoRoom()
    {
        Shown shown(wave(0, 60));
        shown.page.setView(ChartView::StatusMix);
        auto *legend = shown.page.findChild<Legend *>();
        const auto line = legend->fontMetrics().height();
        QVERIFY(legend->heightForWidth(2000) <= line + 1);
        QVERIFY(legend->heightForWidth(legend->minimumSizeHint().width()) >= 5 * line);
    }

    void pointerTellsTheValues()
    {
        Shown shown(wave(0, 60));
        QTest::mouseMove(shown.plot->viewport(), shown.at(0.5));
        QTRY_VERIFY(QToolTip::isVisible());
        QVERIFY2(QToolTip::text().contains(QStringLiteral("Bytes/s")),
                 qPrintable(QToolTip::text()));
        const auto text = QToolTip::text();
        QTest::mouseMove(shown.plot->viewport(), shown.at(0.9));
        QVERIFY(QToolTip::text() != text);
        QTest::mouseMove(shown.plot->viewport(), QPoint(1, 1)); // beside the axes
        QTRY_VERIFY(!QToolTip::isVisible());
    }

    void draggingSelectsATime()
    {
        Shown shown(wave(0, 60));
        QSignalSpy selected(&shown.page, &ChartPage::rangeSelected);
        QSignalSpy cleared(&shown.page, &ChartPage::rangeCleared);
        QVERIFY(!shown.button("clearRange")->isVisible());
        shown.drag(0.75, 0.25); // also backwards
        QCOMPARE(selected.size(), 1);
        const auto from = selected[0][0].toLongLong() - waveStart;
        const auto to = selected[0][1].toLongLong() - waveStart;
        QVERIFY2(qAbs(from - 14'000) < 600, qPrintable(QString::number(from)));
        QVERIFY2(qAbs(to - 44'000) < 600, qPrintable(QString::number(to)));
        QVERIFY(shown.button("clearRange")->isVisible());
        QVERIFY(shown.button("clearRange")->text().contains(u':'));

        const auto range = shown.plot->range();
        shown.page.add(wave(60, 30));
        shown.page.setView(ChartView::Latency);
        shown.page.setSpan(Span::FiveMinutes);
        QVERIFY(shown.plot->range() == range); // a time stays that time
        QCOMPARE(cleared.size(), 0);

        QTest::mouseClick(shown.plot->viewport(), Qt::LeftButton, {}, shown.at(0.5));
        QCOMPARE(cleared.size(), 1);
        QVERIFY(!shown.plot->range());
        QVERIFY(!shown.button("clearRange")->isVisible());
        QTest::mouseClick(shown.plot->viewport(), Qt::LeftButton, {}, shown.at(0.5));
        QCOMPARE(cleared.size(), 1);
        QCOMPARE(selected.size(), 1);
    }

    void escapeAndTheButtonForgetIt()
    {
        Shown shown(wave(0, 60));
        QSignalSpy cleared(&shown.page, &ChartPage::rangeCleared);
        shown.drag(0.2, 0.4);
        QTest::keyClick(shown.plot, Qt::Key_Escape);
        QCOMPARE(cleared.size(), 1);
        shown.drag(0.2, 0.4);
        QTest::mouseClick(shown.button("clearRange"), Qt::LeftButton);
        QCOMPARE(cleared.size(), 2);
        shown.drag(0.2, 0.4);
        shown.page.clearRange();
        QCOMPARE(cleared.size(), 3);
    }

    void keysGrowARange()
    {
        Shown shown(wave(0, 60));
        shown.plot->setFocus();
        QSignalSpy selected(&shown.page, &ChartPage::rangeSelected);
        QTest::keyClick(shown.plot, Qt::Key_End);
        QTest::keyClick(shown.plot, Qt::Key_Left);
        QCOMPARE(selected.size(), 0);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(shown.plot, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(selected.size(), 3);
        QCOMPARE(*shown.plot->range(), (TimeRange{waveStart + 55'000, waveStart + 59'000}));
        QTest::keyClick(shown.plot, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(*shown.plot->range(), (TimeRange{waveStart + 56'000, waveStart + 59'000}));
        QTest::keyClick(shown.plot, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(*shown.plot->range(), (TimeRange{waveStart, waveStart + 59'000}));
        QTest::keyClick(shown.plot, Qt::Key_Right);
        QTest::keyClick(shown.plot, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(*shown.plot->range(), (TimeRange{waveStart + 1000, waveStart + 3000}));
    }

    void keysDoNothingWithoutPoints()
    {
        Shown shown;
        for (const auto key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})
            QTest::keyClick(shown.plot, key, Qt::ShiftModifier);
        shown.drag(0.2, 0.8); // nor does the mouse
        QVERIFY(!shown.plot->range());
    }

    void followsThePalette()
    {
        Shown shown(wave(0, 60));
        const auto corner = [&shown] {
            return shown.plot->grab().toImage().pixelColor(1, 1).lightness();
        };
        shown.page.setPalette(QPalette(Qt::white));
        QVERIFY(corner() > 200);
        shown.page.setPalette(darkPalette());
        QVERIFY(corner() < 60);
    }

    void drawsEveryView_data()
    {
        QTest::addColumn<int>("view");
        for (int view = 0; view <= int(ChartView::Last); ++view)
            QTest::addRow("%d", view) << view;
    }
    void drawsEveryView()
    {
        QFETCH(int, view);
        Shown shown(wave(0, 60));
        shown.page.setView(ChartView(view));
        const auto area = shown.plot->chart()->plotArea();
        const auto image = shown.plot->grab().toImage();
        const auto colours = ChartColours::of(shown.page.palette(), ChartView(view));
        int curvesSeen = 0;
        for (std::size_t i = 0; i < Curves::of(ChartView(view)).size(); ++i) {
            bool seen = false;
            for (int x = int(area.left()); x < int(area.right()) && !seen; ++x) {
                for (int y = int(area.top()); y < int(area.bottom()) && !seen; ++y)
                    seen = image.pixelColor(x, y) == colours.curves[i];
            }
            curvesSeen += seen ? 1 : 0;
        }
        QCOMPARE(curvesSeen, int(Curves::of(ChartView(view)).size()));
    }

    void aDayHasNoMorePointsThanAreSeen()
    {
        Shown shown;
        shown.page.restore(pieces(-86'400, 8640));
        shown.page.add(wave(0, 61));
        shown.page.setSpan(Span::Day);
        for (int view = 0; view <= int(ChartView::Last); ++view) {
            shown.page.setView(ChartView(view));
            for (int minute = 1; minute <= 10; ++minute) {
                shown.page.add({waveAt((view * 10 + minute) * 60 + 1)});
                const auto points = shown.points(); // one a minute, whatever came in it
                QVERIFY2(points >= 1400 && points <= 1500, qPrintable(QString::number(points)));
            }
        }
    }

    void worksWhenLow()
    {
        Shown shown(wave(0, 60));
        QVERIFY2(shown.page.minimumSizeHint().height() <= 140,
                 qPrintable(QString::number(shown.page.minimumSizeHint().height())));
        shown.page.resize(500, 120);
        QVERIFY(!shown.page.grab().isNull());
    }

    void labelsOfTheTimeDoNotLieUponOneAnother()
    {
        Plot plot;
        auto *axis = qobject_cast<QCategoryAxis *>(plot.chart()->axes(Qt::Horizontal).front());
        plot.show();
        for (const int size : {8, 12, 20}) { // as fonts of all kinds are wide
            auto font = axis->labelsFont();
            font.setPixelSize(size);
            axis->setLabelsFont(font);
            const QFontMetricsF metrics(font);
            for (int width = plot.minimumSizeHint().width(); width <= 1200; width += 20) {
                plot.resize(width, 200);
                QCoreApplication::processEvents();
                const auto labels = axis->categoriesLabels();
                const auto apart = plot.chart()->plotArea().width() / double(labels.size() - 1);
                for (qsizetype i = 1; i < labels.size(); ++i) {
                    const auto both = metrics.horizontalAdvance(labels[i - 1]) +
                                      metrics.horizontalAdvance(labels[i]);
                    QVERIFY2(both / 2 < apart,
                             qPrintable(QStringLiteral("%1 px, font %2").arg(width).arg(size)));
                }
            }
            QCOMPARE(axis->categoriesLabels().size(), 5); // there is room for all
        }
        plot.resize(plot.minimumSizeHint().width(), 200);
        QCOMPARE(axis->categoriesLabels().size(), 2);
    }

    void everyControlHasAName()
    {
        Shown shown;
        QVERIFY(!shown.plot->accessibleName().isEmpty());
        QVERIFY(!shown.table->accessibleName().isEmpty());
        for (const auto *box : shown.page.findChildren<QComboBox *>())
            QVERIFY(!box->accessibleName().isEmpty());
        for (const char *name : {"clearRange", "showTable"})
            QVERIFY(!shown.button(name)->accessibleName().isEmpty());
    }
};

TRAWL_TEST(Gui, TestChartPage)

} // namespace tst_chartpage

#include "tst_chartpage.moc"
