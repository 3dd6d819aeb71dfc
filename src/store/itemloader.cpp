// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/itemloader.h"

#include <limits>

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

constexpr qsizetype BlockSize = 4096;
constexpr qint64 NoMore = std::numeric_limits<qint64>::max();

} // namespace

item::Status statusOf(qint64 number)
{
    if (number < 0 || number > qint64(item::Status::Last) ||
        number == qint64(item::Status::Running))
        return item::Status::Queued;
    return item::Status(number);
}

item::Reason reasonOf(qint64 number)
{
    if (number < 0 || number > qint64(item::Reason::Last))
        return item::Reason::Internal;
    return item::Reason(number);
}

Done ItemLoader::load(const Database &database)
{
    auto items = database.prepare("SELECT id, job, url FROM items ORDER BY id");
    auto outcomes = database.prepare("SELECT id, status, reason, code, attempts, bytes, file, "
                                     "finished FROM outcomes ORDER BY id");
    if (!items || !outcomes)
        return tl::unexpected(items ? outcomes.error() : items.error());
    m_items = std::move(*items);
    m_outcomes = std::move(*outcomes);
    for (;;) {
        const auto row = m_items.next();
        if (!row)
            return tl::unexpected(row.error());
        if (!*row)
            break;
        if (auto done = addItem(); !done)
            return done;
    }
    flush();
    return {};
}

Done ItemLoader::addItem()
{
    const qint64 id = m_items.number(0);
    const auto job = item::JobId(m_items.number(1));
    if (auto done = skipOutcomesBefore(id); !done)
        return done;
    if (!fits(id, job)) {
        flush();
        m_block = std::make_shared<item::UrlBlock>(item::ItemId(id), job);
        m_states.reserve(BlockSize);
    }
    m_block->append(m_items.bytes(2));
    ItemState &state = m_states.emplace_back(ItemState{.id = item::ItemId(id)});
    if (m_outcomeId != id)
        return {};
    state.status = statusOf(m_outcomes.number(1));
    state.reason = reasonOf(m_outcomes.number(2));
    state.code = int(m_outcomes.number(3));
    state.attempts = int(m_outcomes.number(4));
    state.bytes = m_outcomes.number(5);
    state.file = m_outcomes.text(6);
    state.finishedMs = m_outcomes.number(7);
    return {};
}

Done ItemLoader::skipOutcomesBefore(qint64 id)
{
    while (m_outcomeId < id) {
        const auto row = m_outcomes.next();
        if (!row)
            return tl::unexpected(row.error());
        m_outcomeId = *row ? m_outcomes.number(0) : NoMore;
    }
    return {};
}

bool ItemLoader::fits(qint64 id, item::JobId job) const
{
    return m_block && m_block->job() == job && m_block->size() < BlockSize &&
           qint64(m_block->first()) + m_block->size() == id;
}

void ItemLoader::flush()
{
    if (!m_block)
        return;
    m_block->squeeze();
    m_take(std::exchange(m_block, nullptr), std::exchange(m_states, {}));
}

} // namespace trawl::store
