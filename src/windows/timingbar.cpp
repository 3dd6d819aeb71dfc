// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/timingbar.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <array>

namespace trawl::windows {

namespace {

// They differ in lightness as well, for eyes that do not tell the hues apart.
constexpr std::array<QRgb, 5> onLight{0xff8a6100, 0xff0b62a8, 0xff6a3d9a, 0xff1c7c3c, 0xff7fb6dd};
constexpr std::array<QRgb, 5> onDark{0xffe6b450, 0xff5ab0f2, 0xffc9a6f0, 0xff63c982, 0xff2f6f9f};

QColor colourOf(qsizetype phase, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    const auto &colours = dark ? onDark : onLight;
    return QColor::fromRgb(colours[std::size_t(phase) % colours.size()]);
}

} // namespace

TimingBar::TimingBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimingBar::setPhases(const QList<models::Phase> &phases)
{
    if (phases == m_phases)
        return;
    m_phases = phases;
    setAccessibleDescription(words());
    updateGeometry();
    update();
}

QString TimingBar::words() const
{
    QStringList words;
    for (const auto &phase : m_phases)
        words << phase.name + u' ' + models::Details::length(phase);
    return words.join(QStringLiteral(", "));
}

QSize TimingBar::sizeHint() const
{
    int width = 0;
    for (const auto &phase : m_phases) {
        const auto text = phase.name + models::Details::length(phase);
        width = std::max(width, fontMetrics().horizontalAdvance(text));
    }
    const int lines = int(m_phases.size()) + (m_phases.isEmpty() ? 0 : 1);
    return {width + 4 * lineHeight(), lines * lineHeight()};
}

void TimingBar::paintEvent(QPaintEvent *)
{
    if (m_phases.isEmpty())
        return;
    QPainter painter(this);
    const QRect line(0, 0, width(), lineHeight());
    paintBar(painter, line.adjusted(0, 2, 0, -2));
    paintNumbers(painter, line.translated(0, lineHeight()));
}

void TimingBar::paintBar(QPainter &painter, const QRect &bar) const
{
    const auto total = std::max<qint64>(1, m_phases.last().to);
    const auto at = [&](qint64 ms) { return int(bar.width() * ms / total); };
    for (qsizetype i = 0; i < m_phases.size(); ++i) {
        // What took no time at all is still seen.
        const auto from = at(m_phases[i].from);
        const QRect part(from, bar.top(), std::max(2, at(m_phases[i].to) - from), bar.height());
        painter.fillRect(QStyle::visualRect(layoutDirection(), bar, part), colourOf(i, palette()));
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
}

void TimingBar::paintNumbers(QPainter &painter, QRect line) const
{
    const auto side = fontMetrics().ascent();
    for (qsizetype i = 0; i < m_phases.size(); ++i) {
        const QRect swatch(line.left(), line.top() + (line.height() - side) / 2, side, side);
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), swatch),
                         colourOf(i, palette()));
        painter.setPen(palette().color(QPalette::WindowText));
        const auto words = line.adjusted(side + side / 2, 0, 0, 0);
        style()->drawItemText(
            &painter, QStyle::visualRect(layoutDirection(), rect(), words),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
            palette(), true, m_phases[i].name);
        style()->drawItemText(
            &painter, QStyle::visualRect(layoutDirection(), rect(), words),
            int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight) | Qt::AlignVCenter),
            palette(), true, models::Details::length(m_phases[i]));
        line.translate(0, line.height());
    }
}

} // namespace trawl::windows

#include "moc_timingbar.cpp"
