// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>

namespace trawl::cli {

/// What a signal to stop means, by when it comes. The first asks for an orderly end; one that comes
/// a second later or more wants it now. Those between say the first once more: timeout(1), shells
/// and service managers send a signal to a process and again to its group. May be used in a
/// signal handler.
class StopSignals
{
public:
    enum class Meaning { Stop, Again, Now };
    static constexpr qint64 patienceMs = 1000;

    /// `nowMs` is of a clock that only goes forward.
    [[nodiscard]] Meaning come(qint64 nowMs) noexcept
    {
        qint64 first = none;
        if (m_firstMs.compare_exchange_strong(first, nowMs))
            return Meaning::Stop;
        return nowMs - first < patienceMs ? Meaning::Again : Meaning::Now;
    }
    void forget() noexcept { m_firstMs = none; }

private:
    static constexpr qint64 none = -1;
    std::atomic<qint64> m_firstMs = none;
    static_assert(std::atomic<qint64>::is_always_lock_free);
};

} // namespace trawl::cli
