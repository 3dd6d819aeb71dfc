// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/curves.h"
#include "charts/timerange.h"
#include "rates/ratehistory.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace trawl::charts {

/// What went on over the last minute … day, in one of several views, with a table of the same
/// points beside it on request (no chart without its table) and a time range to be selected.
/// Follows the palette, light or dark. Draws nothing while it is hidden.
class ChartPage : public QWidget
{
    Q_OBJECT

public:
    explicit ChartPage(QWidget *parent = nullptr);
    ~ChartPage() override;

    /// Samples of earlier runs, see rates::RateHistory::restore().
    void restore(const std::vector<rates::Sample> &pieces);
    /// Draws anew after models::Texts::setUnits().
    void refreshUnits();
    /// One sample a second; repaints only when the visible span got a point.
    void add(const std::vector<rates::Sample> &samples);

    // What there is not counts as what is nearest to it.
    void setView(ChartView view);
    void setSpan(rates::RateHistory::Span span);
    [[nodiscard]] ChartView view() const;
    [[nodiscard]] rates::RateHistory::Span span() const;
    [[nodiscard]] std::optional<TimeRange> range() const;
    /// When what was shown of the range is shown no longer.
    void clearRange();

Q_SIGNALS:
    /// The person selected this time, since the epoch; comes again when it changes.
    void rangeSelected(qint64 fromMs, qint64 toMs);
    void rangeCleared();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::charts
