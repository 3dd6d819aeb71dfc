// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::pool {

/// Lets so many lines a second into the log, so that one mad process cannot drown it. Pure.
class LogLimit
{
public:
    [[nodiscard]] bool allows(qint64 nowMs)
    {
        if (m_lines == 0 || nowMs - m_sinceMs >= 1000) {
            m_sinceMs = nowMs;
            m_lines = 0;
        }
        return ++m_lines <= linesPerSecond;
    }

    static constexpr int linesPerSecond = 50;
    static constexpr int longestLine = 1000; ///< characters; the rest of a line is dropped

private:
    qint64 m_sinceMs = 0;
    int m_lines = 0;
};

} // namespace trawl::pool
