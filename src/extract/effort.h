// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace trawl::extract {

/// What selectors and steps may still cost: the time of the calling thread's processor, so a busy
/// machine changes nothing. One Effort for all that belongs together, such as a page; once it is
/// spent all that shares it gives nothing more. Not for two threads.
class Effort
{
public:
    explicit Effort(std::chrono::nanoseconds most = std::chrono::seconds(2))
        : m_left(most.count())
    {
    }

    /// Something was left undone, so what was found may not be all.
    [[nodiscard]] bool isSpent() const { return m_left <= 0; }
    [[nodiscard]] qint64 left() const { return m_left; } ///< ns
    void use(qint64 ns) { m_left -= ns; }
    void spend() { m_left = 0; }

    /// Processor time of this thread, ns since any point.
    [[nodiscard]] static qint64 now();

private:
    qint64 m_left;
};

} // namespace trawl::extract
