// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <ctime>

namespace trawl::support {

/// Processor time of all threads of this process that the work takes, in ns. It differs from
/// machine to machine: compare it only with what other work took in the same process just now.
template <typename Work> double spent(Work work)
{
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e9 + double(time.tv_nsec);
    };
    const auto start = now();
    work();
    return now() - start;
}

/// How much dearer each of many things may be than each of few where the work is in proportion to
/// their number: caches and a logarithm are allowed for.
inline constexpr double inProportion = 10;

/// How many times as dear each of `many` things is as each of `few`: some 1 to 4 where the work is
/// in proportion, many / few where it grows with the square. So many / few is to be 40 or more.
template <typename Work> double dearer(qint64 few, qint64 many, Work work)
{
    double least = 1e18;
    for (int i = 0; i < 5; ++i)
        least = std::min(least, spent([&] { work(few); }));
    return spent([&] { work(many); }) / double(many) / (least / double(few));
}

} // namespace trawl::support
