// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::queue {

/// PURE policy: the system has too few descriptors, threads or memory for all that runs. Then only
/// as many run as still do, and for a moment nothing begins: 0.2 s, doubled up to 10 s where
/// nothing runs any more. Each quiet second one in eight more may run, until there are as many as
/// before. Times are ms of the caller's monotonic clock.
class Shortage
{
public:
    /// A task could not run for it; `running` is how many others do.
    void told(int running, qint64 nowMs);

    [[nodiscard]] bool any() const { return m_most > 0; }
    /// How many more may begin beside those that run, if there is room for so many.
    [[nodiscard]] int room(int free, int running, qint64 nowMs);
    /// Nothing begins before this.
    [[nodiscard]] qint64 notBeforeMs() const { return m_notBeforeMs; }

private:
    int m_most = 0;   ///< may run at once; 0 = no shortage
    int m_before = 0; ///< ran when it began
    qint64 m_grownMs = 0;
    qint64 m_pauseMs = 0;
    qint64 m_notBeforeMs = 0;
};

} // namespace trawl::queue
