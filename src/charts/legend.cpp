// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/legend.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace trawl::charts {

namespace {

constexpr int swatchWidth = 20;
constexpr int swatchGap = 5;
constexpr int entryGap = 14;

/// A piece of the curve as it is drawn: an area with its edge, or a line.
void drawSwatch(QPainter &painter, const QRectF &rect, const QPen &pen, const QBrush &brush)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool area = brush.style() != Qt::NoBrush;
    const auto y = area ? rect.top() : rect.center().y();
    if (area)
        painter.fillRect(rect, brush);
    painter.setPen(pen);
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    painter.restore();
}

} // namespace

Legend::Legend(QWidget *parent)
    : QWidget(parent)
{
    auto policy = QSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::setView(ChartView view, const ChartColours &colours)
{
    if (view != m_view)
        m_widths.clear();
    m_view = view;
    m_colours = colours;
    update();
}

void Legend::setTexts(const QStringList &texts)
{
    if (texts == m_texts)
        return;
    m_texts = texts;
    const auto needed = widths();
    bool grown = m_widths.size() != needed.size();
    m_widths.resize(needed.size(), 0);
    for (qsizetype i = 0; i < needed.size(); ++i) {
        grown = grown || needed[i] > m_widths[i];
        m_widths[i] = std::max(m_widths[i], needed[i]);
    }
    if (grown)
        updateGeometry();
    update();
}

QList<int> Legend::widths() const
{
    QList<int> result;
    for (const auto &text : m_texts)
        result.append(swatchWidth + swatchGap + fontMetrics().horizontalAdvance(text));
    return result;
}

QList<QRect> Legend::entries(int width) const
{
    const auto height = fontMetrics().height();
    QList<QRect> rects;
    QPoint at;
    for (const auto entry : m_widths) {
        if (at.x() > 0 && at.x() + entry > width)
            at = {0, at.y() + height + 2};
        rects.append(QRect(at, QSize(std::min(entry, width), height)));
        at.rx() += entry + entryGap;
    }
    return rects;
}

QSize Legend::sizeHint() const
{
    int width = 0;
    for (const auto entry : m_widths)
        width += entry + entryGap;
    return {std::max(0, width - entryGap), fontMetrics().height()};
}

QSize Legend::minimumSizeHint() const
{
    const auto widest = std::ranges::max_element(m_widths);
    return {widest == m_widths.end() ? 0 : *widest, fontMetrics().height()};
}

int Legend::heightForWidth(int width) const
{
    const auto rects = entries(width);
    return rects.isEmpty() ? fontMetrics().height() : rects.back().bottom() + 1;
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto curves = Curves::of(m_view);
    const auto rects = entries(width());
    const auto count = std::min({std::size_t(m_texts.size()), std::size_t(rects.size()),
                                 curves.size(), m_colours.curves.size()});
    for (std::size_t i = 0; i < count; ++i) {
        const auto &rect = rects[qsizetype(i)];
        const auto visual = [&](const QRect &part) {
            return QStyle::visualRect(layoutDirection(), this->rect(), part);
        };
        const QRect swatch(rect.left(), rect.top() + 3, swatchWidth, rect.height() - 6);
        drawSwatch(painter, visual(swatch), m_colours.pen(curves[i], i),
                   m_colours.brush(curves[i], i));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(visual(rect.adjusted(swatchWidth + swatchGap, 0, 0, 0)),
                         int(Qt::AlignLeading | Qt::AlignVCenter), m_texts[qsizetype(i)]);
    }
}

} // namespace trawl::charts

#include "moc_legend.cpp"
