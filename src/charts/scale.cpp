// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scale.h"

#include "models/texts.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace trawl::charts {

namespace {

constexpr std::array iec{
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 B/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 KiB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 MiB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 GiB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 TiB/s"),
};
constexpr std::array si{
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 B/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 kB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 MB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 GB/s"),
    QT_TRANSLATE_NOOP("trawl::charts::Scale", "%1 TB/s"),
};

/// Axes do not shrink below it, nor below 1 kB, so that next to nothing looks like it.
constexpr double smallest = 1;

constexpr double secondMs = 1000;

/// The unit that fits a rate.
struct RateUnit
{
    const char *text;
    double factor;
    bool isByte;

    explicit RateUnit(double value)
    {
        const double step = models::Texts::unitStep();
        std::size_t unit = 0;
        // What would be rounded to the step is one of the next unit.
        for (; value >= step - 0.05 && unit + 1 < iec.size(); value /= step)
            ++unit;
        text = (models::Texts::units() == models::Units::Iec ? iec : si)[unit];
        factor = std::pow(step, double(unit));
        isByte = unit == 0;
    }
};

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
    const auto top = std::max(largest, double(models::Texts::unitStep()));
    const RateUnit unit(top);
    auto ticks = plain(top / unit.factor, intervals);
    for (auto &tick : ticks) {
        if (tick.value > 0)
            tick.label = tr(unit.text).arg(tick.label);
        tick.value *= unit.factor;
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
    const RateUnit unit(bytesPerSecond);
    return tr(unit.text).arg(
        QLocale().toString(bytesPerSecond / unit.factor, 'f', unit.isByte ? 0 : 1));
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
