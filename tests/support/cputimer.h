// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <ctime>

namespace trawl::support {

/// The processor time that this process has taken, which other work on the machine does not make
/// longer.
class CpuTimer
{
public:
    [[nodiscard]] qint64 elapsedMs() const
    {
        return (std::clock() - m_start) / (CLOCKS_PER_SEC / 1000);
    }
    [[nodiscard]] qint64 elapsedNs() const
    {
        return (std::clock() - m_start) * (1'000'000'000 / CLOCKS_PER_SEC);
    }

private:
    std::clock_t m_start = std::clock();
};

} // namespace trawl::support
