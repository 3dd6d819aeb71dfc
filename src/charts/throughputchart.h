// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "rates/ratehistory.h"

#include <QWidget>

#include <memory>

namespace trawl::charts {

/// Bytes/s and requests/s over the last minute … day (Qt Charts), with a table of the same points
/// beside it on request (no chart without its table). Follows the palette, light or dark.
class ThroughputChart : public QWidget
{
    Q_OBJECT

public:
    explicit ThroughputChart(QWidget *parent = nullptr);
    ~ThroughputChart() override;

    /// One sample a second; repaints only when the visible span got a point.
    void add(const std::vector<rates::Sample> &samples);
    void setSpan(rates::RateHistory::Span span);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::charts
