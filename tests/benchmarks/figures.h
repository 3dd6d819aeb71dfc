// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QElapsedTimer>

#include <cstdio>

namespace trawl::benchmarks {

/// A line for people and for packaging/bench.sh: what it is, how it came out, and what it is to be
/// ("" = only to be known). Nothing fails on it: it differs from machine to machine.
inline void figure(const QByteArray &what, double value, const char *unit, const char *goal = "")
{
    std::printf("%-44s %10.1f %-8s %s\n", what.constData(), value, unit, goal);
    std::fflush(stdout);
}

/// ms of real time since it was made or asked last.
class Watch
{
public:
    Watch() { m_timer.start(); }
    [[nodiscard]] double lap()
    {
        const auto ms = double(m_timer.nsecsElapsed()) / 1e6;
        m_timer.start();
        return ms;
    }

private:
    QElapsedTimer m_timer;
};

} // namespace trawl::benchmarks
