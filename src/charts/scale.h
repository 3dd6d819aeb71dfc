// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace trawl::charts {

/// A labelled place on an axis.
struct Tick
{
    double value = 0;
    QString label;

    friend bool operator==(const Tick &, const Tick &) = default;
};

/// Ticks of an axis from 0: round steps, the last one at or above the largest value.
class Scale
{
    Q_DECLARE_TR_FUNCTIONS(trawl::charts::Scale)

public:
    /// In the unit of models::Texts::units() that fits the largest value: "0", "2 MiB/s", "4
    /// MiB/s".
    [[nodiscard]] static std::vector<Tick> bytes(double largest, int intervals);
    [[nodiscard]] static std::vector<Tick> plain(double largest, int intervals);
    /// Of milliseconds: "0", "50 ms", "100 ms", or "0.5 s".
    [[nodiscard]] static std::vector<Tick> times(double largestMs, int intervals);

    [[nodiscard]] static QString byteRate(double bytesPerSecond); ///< "1.4 MiB/s"
    [[nodiscard]] static QString rate(double perSecond);          ///< "12", "0.3"
    [[nodiscard]] static QString time(double ms);                 ///< "120 ms", "1.4 s"
};

} // namespace trawl::charts
