// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcolours.h"
#include "charts/scale.h"
#include "rates/ratehistory.h"

#include <QChartView>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QCategoryAxis;
class QLineSeries;
QT_END_NAMESPACE

namespace trawl::charts {

/// The drawing of ThroughputChart: bytes/s as an area on the left axis, requests/s as a line on the
/// right one, over seconds back from the newest point.
class ThroughputPlot : public QChartView
{
    Q_OBJECT

public:
    explicit ThroughputPlot(QWidget *parent = nullptr);

    void setPoints(const std::vector<rates::Sample> &samples, rates::RateHistory::Span span);
    void setColours(const ChartColours &colours);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void scaleAxes();

    QLineSeries *m_bytes;
    QLineSeries *m_requests;
    QAreaSeries *m_area;
    QCategoryAxis *m_timeAxis;
    QCategoryAxis *m_bytesAxis;
    QCategoryAxis *m_requestsAxis;
    double m_largestBytes = 0;
    double m_largestRequests = 0;
};

/// The length of a span and the labels along it, "-60 s" … "now", in seconds from the newest point.
[[nodiscard]] std::vector<Tick> timeTicks(rates::RateHistory::Span span);

} // namespace trawl::charts
