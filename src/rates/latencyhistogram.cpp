// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rates/latencyhistogram.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace trawl::rates {

namespace {

constexpr int subBits = 4; ///< 16 buckets for each doubling
constexpr std::size_t subBuckets = 1 << subBits;
constexpr int mostBits = 20;
constexpr qint64 longest = (1 << mostBits) - 1;
constexpr std::size_t bucketCount = subBuckets * (mostBits - subBits + 1);

std::size_t bucketOf(qint64 ms)
{
    const auto value = quint32(std::clamp<qint64>(ms, 0, longest));
    if (value < subBuckets)
        return value;
    const auto shift = std::size_t(std::bit_width(value)) - 1 - subBits;
    return subBuckets * (shift + 1) + ((value >> shift) & (subBuckets - 1));
}

/// The middle of the whole numbers that are in it.
double valueOf(std::size_t bucket)
{
    if (bucket < subBuckets)
        return double(bucket);
    const auto shift = bucket / subBuckets - 1;
    const auto lowest = (subBuckets + bucket % subBuckets) << shift;
    return double(lowest) + double((1ULL << shift) - 1) / 2;
}

constexpr qsizetype entrySize = 6; ///< bucket and number, little endian

} // namespace

void LatencyHistogram::add(std::size_t bucket, quint32 answers)
{
    if (bucket >= m_buckets.size())
        m_buckets.resize(bucket + 1);
    auto &number = m_buckets[bucket];
    number += std::min(answers, std::numeric_limits<quint32>::max() - number);
    m_count += answers;
}

void LatencyHistogram::add(qint64 ms)
{
    add(bucketOf(ms), 1);
}

void LatencyHistogram::add(const LatencyHistogram &other)
{
    for (std::size_t bucket = other.m_buckets.size(); bucket-- > 0;) {
        if (other.m_buckets[bucket] > 0)
            add(bucket, other.m_buckets[bucket]);
    }
}

double LatencyHistogram::percentile(double share) const
{
    if (isEmpty())
        return -1;
    const auto wanted = std::max(1.0, std::ceil(share * double(m_count)));
    double passed = 0;
    std::size_t bucket = 0;
    for (; bucket + 1 < m_buckets.size(); ++bucket) {
        passed += m_buckets[bucket];
        if (passed >= wanted)
            break;
    }
    return valueOf(bucket);
}

QByteArray LatencyHistogram::toBytes() const
{
    QByteArray bytes;
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        if (m_buckets[bucket] == 0)
            continue;
        char entry[entrySize];
        qToLittleEndian(quint16(bucket), entry);
        qToLittleEndian(m_buckets[bucket], entry + 2);
        bytes.append(entry, entrySize);
    }
    return bytes;
}

std::optional<LatencyHistogram> LatencyHistogram::fromBytes(QByteArrayView bytes)
{
    if (bytes.size() % entrySize != 0)
        return std::nullopt;
    LatencyHistogram histogram;
    for (const auto *at = bytes.begin(); at != bytes.end(); at += entrySize) {
        const auto bucket = qFromLittleEndian<quint16>(at);
        const auto number = qFromLittleEndian<quint32>(at + 2);
        if (bucket >= bucketCount || number == 0)
            return std::nullopt;
        histogram.add(std::size_t(bucket), number);
    }
    return histogram;
}

} // namespace trawl::rates
