// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/download.h"

#include "fetch/shared.h"

#include <QScopeGuard>

#include <algorithm>
#include <exception>

namespace trawl::fetch {

namespace {

using item::BodyHash;

/// Below that, another connection costs more than it brings, unless the one that is there crawls.
constexpr qint64 leastSegment = 2 * BodyHash::blockBytes;
constexpr double crawlsSeconds = 2;
constexpr double unknownSpeed = 1e6; ///< bytes/s, of a stream that has brought nothing yet

qint64 aligned(qint64 offset)
{
    return (offset + BodyHash::blockBytes - 1) / BodyHash::blockBytes * BodyHash::blockBytes;
}

} // namespace

bool Download::assign(Stream &stream)
{
    if (m_stopped || m_over || m_restart || isWhole())
        return false;
    if (!m_isKnown) {
        if (stream.isMain())
            stream.take(Stream::Kind::Whole, 0, Stream::open);
        return stream.isMain();
    }
    if (!stream.isMain() && m_noRanges)
        return false;
    auto gap = firstGap(0);
    if (!gap)
        gap = split(stream.bytesPerSecond());
    if (gap)
        stream.take(Stream::Kind::Range, gap->first, gap->end);
    return gap.has_value();
}

// A response may bring more than its stream was to take: what nobody else takes by now is its own.
bool Download::extend(Stream &stream)
{
    const auto gap = firstGap(stream.end());
    if (!gap || gap->first != stream.end())
        return false;
    stream.setEnd(gap->end);
    return true;
}

/// The first bytes from `from` on that are not there and that no stream fetches.
std::optional<Download::Gap> Download::firstGap(qint64 from) const
{
    std::vector<Gap> taken;
    for (const auto &extent : m_part->extents())
        taken.push_back({extent.first, extent.end()});
    for (const auto &running : m_running) {
        if (running.stream->isActive())
            taken.push_back({running.stream->position(), running.stream->end()});
    }
    std::ranges::sort(taken, {}, &Gap::first);
    Gap gap{from, m_known.total >= 0 ? m_known.total : Stream::open};
    for (const auto &range : taken) {
        if (range.first > gap.first) {
            gap.end = std::min(gap.end, range.first);
            break;
        }
        gap.first = std::max(gap.first, range.end);
    }
    return gap.first < gap.end ? std::optional(gap) : std::nullopt;
}

qint64 Download::extentBegin(qint64 position, qint64 most) const
{
    for (const auto &extent : m_part->extents()) {
        if (extent.end() == position)
            return std::max(extent.first, most);
    }
    return position;
}

/// A part of what the stream with the longest time to go has before it: so much that both would be
/// done together.
std::optional<Download::Gap> Download::split(double ownSpeed)
{
    Stream *slowest = nullptr;
    double longest = 0;
    const auto usual = ownSpeed > 0 ? ownSpeed : unknownSpeed;
    const auto left = [](const Stream &stream) { return stream.end() - stream.position(); };
    for (const auto &running : m_running) {
        auto *stream = running.stream;
        if (!stream->isActive() || stream->end() == Stream::open)
            continue;
        const auto speed = stream->bytesPerSecond() > 0 ? stream->bytesPerSecond() : usual;
        const auto seconds = double(left(*stream)) / speed;
        if (seconds > longest) {
            longest = seconds;
            slowest = stream;
        }
    }
    if (!slowest)
        return std::nullopt;
    const auto bytes = left(*slowest);
    if (bytes < 2 * leastSegment && longest < crawlsSeconds)
        return std::nullopt;
    const auto speed = double(bytes) / longest;
    const auto share = speed / (speed + (ownSpeed > 0 ? ownSpeed : speed));
    const Gap gap{aligned(slowest->position() + qint64(double(bytes) * share)), slowest->end()};
    if (gap.first >= gap.end || gap.first <= slowest->position())
        return std::nullopt;
    slowest->setEnd(gap.first);
    return gap;
}

// Without strong validators nothing tells whether a segment is of the same file.
bool Download::takesSegments() const
{
    const auto &settings = m_context.settings;
    return settings.segments > 1 && m_lending.want && !m_request.partPath.isEmpty() && !m_coded &&
           !m_noRanges && m_known.total >= settings.segmentFrom &&
           m_known.total - m_part->bytes() >= 2 * leastSegment &&
           !m_known.validators.ifRange().isEmpty();
}

void Download::offerSegments()
{
    if (!takesSegments())
        return;
    m_lending.grant = [this](int connections) { granted(connections); };
    m_lending.want(m_context.settings.segments - 1);
}

void Download::granted(int connections)
{
    for (int i = 0; i < connections; ++i)
        runSegment();
}

QCoro::Task<> Download::runSegment()
{
    {
        const auto ticket = m_group.enter();
        Stream stream(*this, false);
        auto running = runStream(stream);
        co_await running;
        m_lending.giveBack(1);
        if (!takesSegments())
            m_lending.want(0);
    }
}

QCoro::Task<> Download::runStream(Stream &stream)
{
    Exchange exchange(m_context, stream, RateScopes::of(m_request));
    m_running.push_back({&stream, &exchange});
    const auto leave = qScopeGuard([this, &stream] {
        m_running.remove_if([&stream](const Running &each) { return each.stream == &stream; });
    });
    try {
        bool more = stream.begin();
        while (more) {
            exchange.start(stream.nextRequest());
            auto ended = exchange.ended();
            const auto ending = co_await ended;
            more = stream.ended(ending, exchange.error());
        }
    } catch (const std::exception &exception) {
        failed({item::Reason::Internal, 0, false, QString::fromUtf8(exception.what())});
    }
}

void Download::rangesRefused()
{
    m_noRanges = true;
    m_outcome.note = QStringLiteral("no ranges: one stream");
    if (m_lending.want)
        m_lending.want(0);
}

void Download::endStreams()
{
    const auto running = m_running; // one that ends may leave
    for (const auto &each : running)
        each.exchange->stop();
}

} // namespace trawl::fetch
