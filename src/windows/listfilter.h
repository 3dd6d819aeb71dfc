// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemfilter.h"

#include <QObject>

namespace trawl::charts {
class ChartPage;
}

namespace trawl::models {
class ItemModel;
class SidebarModel;
} // namespace trawl::models

namespace trawl::recipes {
class RecordsPage;
}

namespace trawl::windows {

class FacetBar;
class Sidebar;
class Toolbar;

/// What the table shows: what is chosen in the sidebar, the search, the facet bar and the chart's
/// range together.
class ListFilter : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QObject *parent = nullptr;
        models::ItemModel *items = nullptr;
        const models::SidebarModel *sidebarModel = nullptr;
        Sidebar *sidebar = nullptr;
        Toolbar *toolbar = nullptr;
        FacetBar *facets = nullptr;
        charts::ChartPage *chart = nullptr;
        recipes::RecordsPage *records = nullptr;
    };

    explicit ListFilter(const Parts &parts);

    void showJob(item::JobId job);
    void showHost(const QByteArray &origin);

Q_SIGNALS:
    // What the facet bar's menus ask for, of the items found.
    void retryWanted(const QList<trawl::item::ItemId> &ids);
    void exportWanted(const QList<trawl::item::ItemId> &ids);
    void limitWanted(const QList<QByteArray> &origins);

private:
    void update();
    void setEnded(qint64 fromMs, qint64 toMs);

    Parts m_parts;
};

} // namespace trawl::windows
