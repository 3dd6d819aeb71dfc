// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "queue/scheduler.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace trawl::queue {

namespace {

std::size_t numberOf(item::ItemId id)
{
    return std::size_t(qint64(id));
}

/// One place towards the front; those that stand together stay together.
template <typename Iterator, typename IsMoved>
void moveUp(Iterator begin, Iterator end, const IsMoved &isMoved)
{
    if (begin == end)
        return;
    for (auto at = std::next(begin); at != end; ++at) {
        if (isMoved(*at) && !isMoved(*std::prev(at)))
            std::iter_swap(at, std::prev(at));
    }
}

template <typename IsMoved>
void rearrange(std::vector<item::ItemId> &line, Move where, const IsMoved &isMoved)
{
    const auto stays = [&isMoved](item::ItemId id) { return !isMoved(id); };
    switch (where) {
    case Move::Top:
        std::stable_partition(line.begin(), line.end(), isMoved);
        break;
    case Move::Bottom:
        std::stable_partition(line.begin(), line.end(), stays);
        break;
    case Move::Up:
        moveUp(line.begin(), line.end(), isMoved);
        break;
    case Move::Down:
        moveUp(line.rbegin(), line.rend(), isMoved);
        break;
    }
}

} // namespace

/// What is less comes first.
std::pair<bool, qint64> Scheduler::placeOf(LineIndex line) const
{
    if (line == 0)
        return {false, std::numeric_limits<qint64>::min()};
    return line < m_ranks.size() ? std::pair(false, qint64(m_ranks[line]))
                                 : std::pair(true, qint64(line));
}

Scheduler::Line &Scheduler::lineAt(Host &host, LineIndex index)
{
    for (auto at = host.lines; at != Lane::none; at = m_lines[at].next) {
        if (m_lines[at].index == index)
            return m_lines[at];
    }
    auto fresh = m_freeLine;
    if (fresh == Lane::none) {
        fresh = quint32(m_lines.size());
        m_lines.emplace_back();
    } else {
        m_freeLine = m_lines[fresh].next;
    }
    m_lines[fresh] = {{}, index, Lane::none};
    linkByRank(host, fresh);
    return m_lines[fresh];
}

void Scheduler::linkByRank(Host &host, quint32 line)
{
    auto *link = &host.lines;
    while (*link != Lane::none && placeOf(m_lines[*link].index) <= placeOf(m_lines[line].index))
        link = &m_lines[*link].next;
    m_lines[line].next = std::exchange(*link, line);
}

void Scheduler::dropFirstLine(Host &host)
{
    const auto line = std::exchange(host.lines, m_lines[host.lines].next);
    m_lines[line].next = std::exchange(m_freeLine, line);
}

void Scheduler::setRanks(std::vector<int> ranks)
{
    m_ranks = std::move(ranks);
    for (Host &host : m_hosts) {
        auto rest = std::exchange(host.lines, Lane::none);
        while (rest != Lane::none) {
            const auto line = std::exchange(rest, m_lines[rest].next);
            linkByRank(host, line);
        }
    }
}

Moved Scheduler::move(HostIndex index, LineIndex line, const std::vector<item::ItemId> &ids,
                      Move where)
{
    Host &host = hostAt(index);
    auto at = host.lines;
    while (at != Lane::none && m_lines[at].index != line)
        at = m_lines[at].next;
    if (at == Lane::none)
        return {};
    Lane &lane = m_lines[at].lane;
    std::vector<item::ItemId> order;
    order.reserve(lane.size);
    while (lane.size > 0)
        order.push_back(m_lanes.popFront(lane));
    std::unordered_set<std::size_t> moved;
    for (const auto id : ids)
        moved.insert(numberOf(id));
    const auto isMoved = [&moved](item::ItemId id) { return moved.contains(numberOf(id)); };
    rearrange(order, where, isMoved);
    for (const auto id : order)
        m_lanes.pushBack(lane, id);
    const auto items = std::ranges::count_if(order, isMoved);
    const auto first = std::ranges::find_if(order, isMoved) - order.begin() + 1;
    return {.items = items, .place = items > 0 ? first : 0, .of = qsizetype(order.size())};
}

} // namespace trawl::queue
