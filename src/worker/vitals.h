// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace trawl::worker {

/// Resident memory of this process in bytes; 0 = unknown (proc(5), statm).
[[nodiscard]] qint64 residentBytes();

/// User and system time of this process since its start, in ms.
[[nodiscard]] qint64 cpuMs();

/// How late the event loop is, told by timers that know when they should have fired.
class LagMeter
{
public:
    /// A timer was started that fires every `intervalMs`.
    void expect(qint64 intervalMs);
    void fired();
    /// The worst since the last call, in ms.
    [[nodiscard]] qint32 takeWorst();

private:
    QElapsedTimer m_clock;
    qint64 m_intervalMs = 0;
    qint64 m_worstMs = 0;
};

} // namespace trawl::worker
