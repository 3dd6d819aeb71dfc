// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/download.h"

#include <algorithm>
#include <map>

namespace trawl::fetch {

namespace {

using item::Segment;
using item::SegmentState;

/// Nobody draws more; a part with so many holes was cut up by a person.
constexpr qsizetype mostSegments = 1000;

/// Lays what is there and what is on its way side by side.
class Layout
{
public:
    /// Where the streams write next, each with the end of what it is to bring.
    explicit Layout(std::map<qint64, qint64> streams)
        : m_streams(std::move(streams))
    {
    }
    void addExtent(const PartFile::Extent &extent, qint64 limit)
    {
        addGap(extent.first);
        Segment segment{extent.first, extent.end(), extent.hash.size(), SegmentState::Written};
        if (const auto end = endOfStreamAt(extent.end(), limit)) {
            segment.end = *end;
            segment.state = SegmentState::Loading;
        }
        append(segment);
    }
    /// Up to there; -1 = to an end that is not known.
    void addGap(qint64 to)
    {
        if (to >= 0 && to <= m_at)
            return;
        if (const auto end = endOfStreamAt(m_at, to)) {
            append({m_at, *end, 0, SegmentState::Loading});
            addGap(to);
        } else if (to >= 0) {
            append({m_at, to, 0, SegmentState::Waiting});
        }
    }
    [[nodiscard]] bool isOpen() const { return !m_segments.isEmpty() && m_segments.last().end < 0; }
    [[nodiscard]] QList<Segment> take() { return std::move(m_segments); }

private:
    [[nodiscard]] std::optional<qint64> endOfStreamAt(qint64 position, qint64 limit)
    {
        const auto stream = m_streams.find(position);
        if (stream == m_streams.end())
            return std::nullopt;
        const auto end = stream->second;
        m_streams.erase(stream);
        if (limit >= 0)
            return std::min(end, limit);
        return end == Stream::open ? -1 : end;
    }
    void append(const Segment &segment)
    {
        if (m_segments.size() < mostSegments)
            m_segments.append(segment);
        m_at = segment.end < 0 ? Stream::open : segment.end;
    }

    std::map<qint64, qint64> m_streams;
    QList<Segment> m_segments;
    qint64 m_at = 0;
};

} // namespace

item::Inspection Download::inspection() const
{
    item::Inspection seen;
    seen.id = m_request.id;
    seen.received = m_progress.received;
    seen.total = m_progress.total;
    seen.kept = m_progress.kept;
    seen.finalUrl = m_outcome.finalUrl;
    seen.hops = m_outcome.hops;
    seen.head = m_isKnown ? m_known.head : m_outcome.head;
    if (!m_part || !m_isKnown)
        return seen;
    std::map<qint64, qint64> streams;
    for (const auto &running : m_running) {
        if (running.stream->isActive())
            streams.emplace(running.stream->position(), running.stream->end());
    }
    Layout layout(std::move(streams));
    const auto &extents = m_part->extents();
    for (auto extent = extents.begin(); extent != extents.end(); ++extent) {
        const auto next = std::next(extent);
        layout.addExtent(*extent, next == extents.end() ? m_known.total : next->first);
    }
    if (!layout.isOpen())
        layout.addGap(m_known.total);
    seen.segments = layout.take();
    return seen;
}

} // namespace trawl::fetch
