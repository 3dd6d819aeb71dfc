// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcolours.h"
#include "charts/lines.h"
#include "charts/scale.h"
#include "charts/timerange.h"

#include <QChartView>

#include <optional>

QT_BEGIN_NAMESPACE
class QCategoryAxis;
QT_END_NAMESPACE

namespace trawl::charts {

/// The drawing of ChartPage: a view's curves over seconds back from now. A time range is selected
/// by dragging over it, or with the keys: Left, Right, Home and End move a mark from point to
/// point, with Shift they grow a range, Escape drops it. What stands at the mark or the pointer is
/// told in a tool tip.
class Plot : public QChartView
{
    Q_OBJECT

public:
    explicit Plot(QWidget *parent = nullptr);

    void setSamples(ChartView view, rates::RateHistory::Span span,
                    std::vector<rates::Sample> samples, qint64 nowMs);
    void setColours(const ChartColours &colours);

    [[nodiscard]] std::optional<TimeRange> range() const { return m_range; }
    void clearRange(); ///< rangeCleared() follows if there was one

    [[nodiscard]] const Lines &lines() const { return m_lines; }
    /// What the tool tip tells of a point.
    [[nodiscard]] QString pointText(std::size_t point) const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void rangeSelected(qint64 fromMs, qint64 toMs);
    void rangeCleared();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void scaleAxes();
    void scaleTime(int room);
    void drawRange(QPainter &painter, const QRectF &area) const;
    void drawMark(QPainter &painter, const QRectF &area) const;
    void select(qint64 oneMs, qint64 otherMs);
    void moveMark(std::size_t point, bool extend);
    void showMark(std::size_t point, const QPoint &at);
    void hideMark();
    [[nodiscard]] QRectF area() const; ///< in the viewport
    [[nodiscard]] qint64 timeAt(double x) const;
    [[nodiscard]] double placeOf(qint64 ms) const;
    [[nodiscard]] std::optional<std::size_t> pointAt(double x) const;

    QCategoryAxis *m_timeAxis;
    QCategoryAxis *m_leftAxis;
    QCategoryAxis *m_rightAxis;
    ChartView m_view = ChartView::Throughput;
    rates::RateHistory::Span m_span = rates::RateHistory::Span::Minute;
    std::vector<rates::Sample> m_samples;
    qint64 m_nowMs = 0;
    Lines m_lines;
    ChartColours m_colours;
    double m_left = 1; ///< what the upper ends of the axes stand for
    double m_right = 1;
    std::optional<TimeRange> m_range;
    std::optional<qint64> m_anchorMs; ///< where the range that the keys grow began
    std::optional<qint64> m_markMs;
    std::optional<QPoint> m_pressed;
    bool m_dragged = false;
};

/// The length of a span and the labels along it, "-60 s" … "now", in seconds from now.
[[nodiscard]] std::vector<Tick> timeTicks(rates::RateHistory::Span span);

} // namespace trawl::charts
