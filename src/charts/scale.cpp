// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scale.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace trawl::charts {

namespace {

constexpr std::array units{
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 B/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 KiB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 MiB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 GiB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 TiB/s"),
};

/// Axes do not shrink below these, so that next to nothing looks like it.
constexpr double smallest = 1;
constexpr double smallestBytes = 1024;

constexpr double secondMs = 1000;

std::size_t unitOf(double value)
{
    std::size_t unit = 0;
    for (; value >= 1023.95 && unit + 1 < units.size(); value /= 1024)
        ++unit;
    return unit;
}

/// The smallest round number that is not below: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 times a power of ten.
double roundedUp(double value)
{
    constexpr std::array mantissas{1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0};
    const auto power = std::pow(10.0, std::floor(std::log10(value)));
    const auto *const found = std::ranges::find_if(
        mantissas, [&](double mantissa) { return mantissa * power >= value * (1 - 1e-9); });
    return (found == mantissas.end() ? mantissas.back() : *found) * power;
}

QString shortNumber(double number)
{
    return QLocale().toString(number, 'g', 4);
}

} // namespace

std::vector<Tick> Scale::bytes(double largest, int intervals)
{
    const auto top = std::max(largest, smallestBytes);
    const auto unit = unitOf(top);
    const auto factor = std::pow(1024.0, double(unit));
    auto ticks = plain(top / factor, intervals);
    for (auto &tick : ticks) {
        if (tick.value > 0)
            tick.label = tr(units[unit]).arg(tick.label);
        tick.value *= factor;
    }
    return ticks;
}

std::vector<Tick> Scale::plain(double largest, int intervals)
{
    const auto step = roundedUp(std::max(largest, smallest) / intervals);
    std::vector<Tick> ticks;
    for (int i = 0; i <= intervals; ++i)
        ticks.push_back({i * step, shortNumber(i * step)});
    return ticks;
}

std::vector<Tick> Scale::times(double largestMs, int intervals)
{
    constexpr double smallestMs = 4;
    const bool seconds = largestMs >= secondMs;
    auto ticks = plain(std::max(largestMs, smallestMs) / (seconds ? secondMs : 1), intervals);
    for (auto &tick : ticks) {
        if (tick.value > 0)
            tick.label = (seconds ? tr("%1 s") : tr("%1 ms")).arg(tick.label);
        tick.value *= seconds ? secondMs : 1;
    }
    return ticks;
}

QString Scale::byteRate(double bytesPerSecond)
{
    const auto unit = unitOf(bytesPerSecond);
    const auto value = bytesPerSecond / std::pow(1024.0, double(unit));
    return tr(units[unit]).arg(QLocale().toString(value, 'f', unit == 0 ? 0 : 1));
}

QString Scale::rate(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond > 0 && perSecond < 10 ? 1 : 0);
}

QString Scale::time(double ms)
{
    if (ms < secondMs)
        return tr("%1 ms").arg(QLocale().toString(ms, 'f', 0));
    return tr("%1 s").arg(QLocale().toString(ms / secondMs, 'f', 1));
}

} // namespace trawl::charts
