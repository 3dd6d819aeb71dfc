// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartcolours.h"

#include <QStringList>
#include <QWidget>

namespace trawl::charts {

/// The curves of a view in words, each beside a piece of itself; goes on in another line where
/// there is no room.
class Legend : public QWidget
{
    Q_OBJECT

public:
    explicit Legend(QWidget *parent = nullptr);

    void setView(ChartView view, const ChartColours &colours);
    /// One a curve, "Requests/s: 12".
    void setTexts(const QStringList &texts);
    [[nodiscard]] QStringList texts() const { return m_texts; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Where each entry goes; the last one's bottom is the height.
    [[nodiscard]] QList<QRect> entries(int width) const;
    [[nodiscard]] QList<int> widths() const;

    ChartView m_view = ChartView::Throughput;
    ChartColours m_colours;
    QStringList m_texts;
    QList<int> m_widths; ///< only grow while a view is on show: nothing moves with each number
};

} // namespace trawl::charts
