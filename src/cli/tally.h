// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/result.h"

#include <QStringList>

#include <map>

namespace trawl::cli {

/// What became of a job's items, from its results.
class Tally
{
public:
    /// What ended up to that item::Result::arrival is from an earlier run.
    explicit Tally(qint64 earlier)
        : m_earlier(earlier)
    {
    }
    void add(const item::Result &result);

    [[nodiscard]] qint64 done() const { return m_done; }
    [[nodiscard]] qint64 failed() const { return m_failed; }
    [[nodiscard]] qint64 skipped() const { return m_skipped; }
    [[nodiscard]] qint64 open() const { return m_open; }         ///< queued or paused
    [[nodiscard]] qint64 bytesNow() const { return m_bytesNow; } ///< done in this run

    /// "1000 done, 3 skipped, 12 failed: 9.8 MiB in 1.20 s (8.2 MiB/s, 833 items/s)"
    [[nodiscard]] QString summary(qint64 elapsedMs) const;
    /// "12 failed: 8 x HTTP 404, 3 x no such host, 1 x timed out; see results.csv"; empty when none
    /// did.
    [[nodiscard]] QString failures(const QStringList &exports) const;

private:
    qint64 m_earlier;
    qint64 m_done = 0;
    qint64 m_failed = 0;
    qint64 m_skipped = 0;
    qint64 m_open = 0;
    qint64 m_doneNow = 0; ///< in this run
    qint64 m_bytesNow = 0;
    std::map<std::pair<item::Reason, int>, qint64> m_reasons;
};

} // namespace trawl::cli
