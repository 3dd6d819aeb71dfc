// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/segmentmap.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace trawl::windows {

SegmentMap::SegmentMap(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SegmentMap::setSegments(const QList<item::Segment> &segments, qint64 total)
{
    m_segments = segments;
    m_total = total;
    update();
}

QSize SegmentMap::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(u'0') * 20, fontMetrics().height() + 4};
}

qint64 SegmentMap::length() const
{
    auto length = m_total;
    for (const auto &segment : m_segments)
        length = std::max({length, segment.end, segment.first + segment.written});
    return std::max<qint64>(1, length);
}

void SegmentMap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto bar = rect().adjusted(0, 2, 0, -2);
    painter.fillRect(bar, palette().base());
    const auto at = [&, all = double(length())](qint64 byte) {
        return int(double(bar.width()) * double(byte) / all);
    };
    const auto draw = [&](qint64 from, qint64 to, const QBrush &brush) {
        const QRect part(at(from), bar.top(), std::max(1, at(to) - at(from)), bar.height());
        painter.fillRect(QStyle::visualRect(layoutDirection(), bar, part), brush);
    };
    for (const auto &segment : m_segments) {
        const auto there = segment.first + segment.written;
        const auto end = segment.end < 0 ? length() : segment.end;
        if (segment.written > 0)
            draw(segment.first, there, palette().highlight());
        if (segment.state == item::SegmentState::Loading && end > there)
            draw(there, end, QBrush(palette().color(QPalette::Highlight), Qt::BDiagPattern));
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    for (const auto &segment : m_segments) {
        const auto x = layoutDirection() == Qt::RightToLeft ? bar.right() - at(segment.first)
                                                            : at(segment.first);
        painter.drawLine(x, bar.top(), x, bar.bottom());
    }
}

} // namespace trawl::windows

#include "moc_segmentmap.cpp"
