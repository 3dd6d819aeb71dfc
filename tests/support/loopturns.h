// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

namespace trawl::support {

/// Counts how often the event loop comes round: whoever does long work on this thread stops it, who
/// does it elsewhere or in pieces does not.
class LoopTurns
{
public:
    LoopTurns()
    {
        m_timer.callOnTimeout([this] { ++m_count; });
        m_timer.start(0);
    }

    void reset() { m_count = 0; }
    [[nodiscard]] int count() const { return m_count; }

private:
    QTimer m_timer;
    int m_count = 0;
};

} // namespace trawl::support
