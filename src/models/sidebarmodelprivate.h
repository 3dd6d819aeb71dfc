// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hostlist.h"
#include "models/sidebarmodel.h"

namespace trawl::models {

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
