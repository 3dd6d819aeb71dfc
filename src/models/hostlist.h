// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace trawl::models {

/// All hosts with how many items they have, and which of them a sidebar shows: those with the most,
/// as they were when it was last put in order.
class HostList
{
public:
    struct Host
    {
        QByteArray origin;
        engine::Counts counts;
    };

    /// Which of the hosts shown have other counts now: places, each once.
    [[nodiscard]] std::vector<int> apply(const std::vector<engine::HostRow> &hosts);
    /// The order that is due: numbers of hosts, the first `most` and those to be kept.
    [[nodiscard]] std::vector<quint32> best(std::size_t most, const QSet<QByteArray> &kept) const;
    void show(std::vector<quint32> hosts);

    [[nodiscard]] const std::vector<quint32> &shown() const { return m_shown; }
    [[nodiscard]] const Host &operator[](quint32 host) const { return m_hosts[host]; }
    [[nodiscard]] const Host &at(int place) const { return m_hosts[m_shown[std::size_t(place)]]; }
    /// Without those that have no items left.
    [[nodiscard]] qint64 count() const { return m_alive; }
    /// Without its scheme where that leaves no doubt.
    [[nodiscard]] QString name(const Host &host) const;

private:
    std::vector<Host> m_hosts;
    QHash<QByteArray, quint32> m_numbers;
    QHash<QByteArray, int> m_schemes; ///< of an address: how many origins have it
    std::vector<quint32> m_shown;
    QHash<quint32, int> m_places; ///< of those shown
    qint64 m_alive = 0;
};

} // namespace trawl::models
