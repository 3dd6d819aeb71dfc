// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/inspection.h"

#include <QWidget>

namespace trawl::windows {

/// A running item's body from its first byte to its last: what is there is filled, what a
/// connection brings now is hatched behind it.
class SegmentMap : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentMap(QWidget *parent = nullptr);

    void setSegments(const QList<item::Segment> &segments, qint64 total);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qint64 length() const;

    QList<item::Segment> m_segments;
    qint64 m_total = -1;
};

} // namespace trawl::windows
