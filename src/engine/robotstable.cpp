// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/robotstable.h"

namespace trawl::engine {

const RobotsTable::Asked *RobotsTable::find(queue::HostIndex host, const QByteArray &agent) const
{
    const auto id = m_ids.constFind({host, agent});
    if (id == m_ids.constEnd())
        return nullptr;
    const auto &file = m_asked[std::size_t(-qint64(*id) - 1)];
    return file.rules ? &file : nullptr;
}

std::optional<item::ItemId> RobotsTable::wait(item::ItemId item, const Asked &wanted)
{
    const Key key{wanted.host, wanted.agent};
    if (const auto known = m_ids.constFind(key); known != m_ids.constEnd()) {
        asked(*known).waiting.append(item);
        return std::nullopt;
    }
    m_asked.push_back(wanted);
    m_asked.back().waiting = {item};
    const auto id = item::ItemId(-qint64(m_asked.size()));
    m_ids.insert(key, id);
    return id;
}

QList<item::ItemId> RobotsTable::open() const
{
    QList<item::ItemId> ids;
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        if (!m_asked[i].rules)
            ids.append(item::ItemId(-qint64(i) - 1));
    }
    return ids;
}

QList<item::ItemId> RobotsTable::answered(item::ItemId id, crawl::Robots rules, const QString &why)
{
    auto &file = asked(id);
    file.rules = std::move(rules);
    file.why = why;
    return std::exchange(file.waiting, {});
}

} // namespace trawl::engine
