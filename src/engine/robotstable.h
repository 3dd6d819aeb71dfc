// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/robots.h"
#include "item/ids.h"
#include "queue/scheduler.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <deque>
#include <optional>

namespace trawl::engine {

/// The robots.txt of the hosts (RFC 9309), each asked for once a session and user agent, and the
/// items that wait for them. A file that is being asked for has an id below 0, so that it goes the
/// way of an item through scheduler and workers.
class RobotsTable
{
public:
    /// A file that is asked for.
    struct Asked
    {
        item::JobId job{}; ///< whose settings the request is made with
        queue::HostIndex host = 0;
        QByteArray origin;
        QByteArray agent; ///< product token
        int attempts = 0;
        std::optional<crawl::Robots> rules; ///< none = no answer yet
        QList<item::ItemId> waiting;
        QString why; ///< it could not be had, so that all is refused; English
    };

    [[nodiscard]] static bool isRobots(item::ItemId id) { return qint64(id) < 0; }

    /// What was answered for an agent at a host, with rules; null while that is not known.
    [[nodiscard]] const Asked *find(queue::HostIndex host, const QByteArray &agent) const;
    /// The item waits for them. Answers the id to ask with when nobody has asked yet.
    [[nodiscard]] std::optional<item::ItemId> wait(item::ItemId item, const Asked &asked);
    [[nodiscard]] Asked &asked(item::ItemId id) { return m_asked[place(id)]; }
    [[nodiscard]] bool contains(item::ItemId id) const
    {
        return isRobots(id) && place(id) < m_asked.size();
    }
    /// Those without an answer.
    [[nodiscard]] QList<item::ItemId> open() const;
    /// Answers the items that waited.
    [[nodiscard]] QList<item::ItemId> answered(item::ItemId id, crawl::Robots rules,
                                               const QString &why = {});

private:
    /// Unsigned, for a sample's id may be any number.
    [[nodiscard]] static std::size_t place(item::ItemId id) { return ~quint64(id); }

    using Key = std::pair<queue::HostIndex, QByteArray>;
    QHash<Key, item::ItemId> m_ids;
    std::deque<Asked> m_asked; ///< by id: -1, -2 …
};

} // namespace trawl::engine
