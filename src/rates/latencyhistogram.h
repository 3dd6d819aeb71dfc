// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>
#include <vector>

namespace trawl::rates {

/// How many answers took how long, in buckets whose width grows with the time, as HdrHistogram has
/// them: 16 for each doubling, so a percentile is at most 3.2 % off, and exact below 16 ms. What
/// takes longer than 17 min counts as that. At most 272 buckets; none are held while it is empty.
class LatencyHistogram
{
public:
    void add(qint64 ms);
    void add(const LatencyHistogram &other);

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    [[nodiscard]] quint64 count() const { return m_count; }
    /// The time within which that share (0 … 1) of the answers came, in ms; -1 = there were none.
    [[nodiscard]] double percentile(double share) const;

    /// For the session: only the buckets that are in use.
    [[nodiscard]] QByteArray toBytes() const;
    /// Nullopt for what toBytes() has not made.
    [[nodiscard]] static std::optional<LatencyHistogram> fromBytes(QByteArrayView bytes);

    friend bool operator==(const LatencyHistogram &, const LatencyHistogram &) = default;

private:
    void add(std::size_t bucket, quint32 answers);

    std::vector<quint32> m_buckets; ///< up to the highest in use
    quint64 m_count = 0;
};

} // namespace trawl::rates
