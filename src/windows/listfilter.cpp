// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/listfilter.h"

#include "charts/chartpage.h"
#include "models/itemmodel.h"
#include "models/sidebarmodel.h"
#include "recipes/recordspage.h"
#include "windows/facetbar.h"
#include "windows/sidebar.h"
#include "windows/toolbar.h"

namespace trawl::windows {

ListFilter::ListFilter(const Parts &parts)
    : QObject(parts.parent)
    , m_parts(parts)
{
    auto *facets = m_parts.facets;
    auto *items = m_parts.items;
    connect(m_parts.sidebar, &Sidebar::filterChanged, this, &ListFilter::update);
    connect(m_parts.toolbar, &Toolbar::searchChanged, this, &ListFilter::update);
    connect(facets, &FacetBar::chosen, this, &ListFilter::update);
    connect(items, &models::ItemModel::causesChanged, facets,
            [facets, items] { facets->setCauses(items->causes()); });
    connect(m_parts.chart, &charts::ChartPage::rangeSelected, this, &ListFilter::setEnded);
    connect(m_parts.chart, &charts::ChartPage::rangeCleared, this, [this] { setEnded(0, 0); });
    connect(facets, &FacetBar::endedCleared, m_parts.chart, &charts::ChartPage::clearRange);
    using Ids = QList<item::ItemId>;
    connect(facets, &FacetBar::retryWanted, this, [this, items](const models::ItemFilter &these) {
        items->findIds(these, this, [this](const Ids &ids) { Q_EMIT retryWanted(ids); });
    });
    connect(facets, &FacetBar::exportWanted, this, [this, items](const models::ItemFilter &these) {
        items->findIds(these, this, [this](const Ids &ids) { Q_EMIT exportWanted(ids); });
    });
    connect(facets, &FacetBar::limitWanted, this, [this, items](const models::ItemFilter &these) {
        items->findIds(these, this, [this, items](const Ids &ids) {
            Q_EMIT limitWanted(items->originsOf(ids));
        });
    });
}

void ListFilter::showJob(item::JobId job)
{
    if (const auto index = m_parts.sidebarModel->indexOf(job); index.isValid())
        m_parts.sidebar->setCurrentIndex(index);
}

/// In the sidebar when it is there; a host with few items may not be.
void ListFilter::showHost(const QByteArray &origin)
{
    if (const auto index = m_parts.sidebarModel->indexOf(origin); index.isValid())
        m_parts.sidebar->setCurrentIndex(index);
    else
        m_parts.toolbar->setSearchText(QStringLiteral("host:") +
                                       QString::fromUtf8(origin).section(QStringLiteral("://"), 1));
}

void ListFilter::update()
{
    auto filter = m_parts.sidebar->filter();
    filter.search = m_parts.toolbar->search();
    m_parts.facets->addTo(filter);
    m_parts.facets->setBase(filter);
    m_parts.facets->setHints(filter.search.hints);
    if (filter.jobs.size() == 1)
        m_parts.records->showJob(filter.jobs.first());
    m_parts.items->setFilter(filter);
}

void ListFilter::setEnded(qint64 fromMs, qint64 toMs)
{
    m_parts.facets->setEnded(fromMs, toMs);
    update();
}

} // namespace trawl::windows

#include "moc_listfilter.cpp"
