// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sidebarmodel.h"

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

/// What SidebarModel keeps, and how its rows come, go and move.
class SidebarModel::Private
{
public:
    enum class Section { All, Jobs, Status, Hosts };
    static constexpr int sections = 4;
    enum class Column { Name, Count };
    static constexpr int columns = 2;

    explicit Private(SidebarModel *model)
        : q(model)
    {
    }

    void applyJobs(QList<engine::JobState> next);
    void applyCounts(const engine::Counts &next);
    void applyHosts(const std::vector<engine::HostRow> &next);
    void showHosts(std::vector<quint32> next);

    [[nodiscard]] int rowsOf(Section section) const;
    [[nodiscard]] int hostsShown() const { return int(m_hosts.shown().size()); }
    [[nodiscard]] bool isMore(const QModelIndex &index) const;
    [[nodiscard]] QString name(const QModelIndex &index) const;
    [[nodiscard]] std::optional<qint64> count(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    [[nodiscard]] QIcon decoration(const QModelIndex &index) const;
    [[nodiscard]] int progress(const QModelIndex &index) const;
    [[nodiscard]] QVariant nameData(const QModelIndex &index, int role) const;
    [[nodiscard]] QVariant countData(const QModelIndex &index, int role) const;

    static Section sectionOf(const QModelIndex &index);
    static bool isTop(const QModelIndex &index);

    QList<engine::JobState> jobs; ///< by rank
    engine::Counts counts;
    std::size_t mostHosts = 10;

    [[nodiscard]] const HostList &hosts() const { return m_hosts; }

private:
    void removeGoneJobs(const QList<engine::JobState> &next);
    void insertJobs(const QList<engine::JobState> &next);
    void changed(Section section, int first, int last);
    void showMoreRow();
    [[nodiscard]] QModelIndex top(Section section) const { return q->index(int(section), 0); }

    SidebarModel *q;
    HostList m_hosts;
    qint64 m_more = 0; ///< how many are not shown, as their row says; 0 = there is no such row
};

} // namespace trawl::models
