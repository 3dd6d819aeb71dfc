// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/scraping.h"

#include "adding/addflow.h"
#include "exporting/exportflow.h"
#include "models/itemmodel.h"
#include "recipes/prober.h"
#include "recipes/recordspage.h"
#include "windows/itemtable.h"
#include "windows/jobsettings.h"

#include <algorithm>
#include <utility>

namespace trawl::windows {

Scraping::Scraping(desktop::Session &session, desktop::Settings &settings,
                   const desktop::Prompts &prompts, const Parts &parts)
    : QObject(parts.parent)
    , m_parts(parts)
    , m_flow(session, settings, prompts, [this](int most) { return shownUrls(most); })
{
    m_parts.records->setUp(session, prompts);
    connect(m_parts.records, &recipes::RecordsPage::exportWanted, m_parts.exports,
            &exporting::ExportFlow::beginWithJob);
    connect(m_parts.add, &adding::AddFlow::recipeEditorWanted, this,
            [this](QWidget *, const QString &file, const QList<QByteArray> &samples) {
                m_flow.openFile(file, samples);
            });
    connect(&m_flow, &recipes::RecipeFlow::saved, m_parts.add, &adding::AddFlow::useRecipe);
    connect(m_parts.jobSettings, &JobSettings::recipeEditorWanted, this,
            [this](const item::Recipe &recipe, const item::TransferSettings &transfer) {
                m_flow.edit(recipe, transfer, shownUrls(recipes::Prober::mostPages));
            });
    connect(&m_flow, &recipes::RecipeFlow::saved, m_parts.jobSettings, &JobSettings::useRecipe);
    connect(&m_flow, &recipes::RecipeFlow::startWanted, this,
            [this](const QString &file, const QList<QByteArray> &urls) {
                if (urls.isEmpty())
                    m_parts.add->newJob();
                else
                    m_parts.add->add({.text = QString::fromUtf8(urls.join('\n')), .files = {}});
                m_parts.add->useRecipe(file);
            });
    connect(&m_flow, &recipes::RecipeFlow::left, this, [this] {
        if (std::exchange(m_leaving, false))
            Q_EMIT left();
    });
}

bool Scraping::leave()
{
    const bool free = m_flow.leave();
    m_leaving = !free && m_flow.isSaving();
    return free;
}

QList<QByteArray> Scraping::shownUrls(int most) const
{
    const auto &items = m_parts.table->items();
    QList<QByteArray> urls;
    const auto add = [&](int row) {
        const auto url = items.index(row, 0).data(models::ItemModel::UrlRole).toString();
        urls.append(url.toUtf8());
    };
    const auto selected = m_parts.table->selectedIds();
    for (const auto id : selected.first(std::min<qsizetype>(selected.size(), most)))
        add(items.rowOf(id));
    for (int row = 0; selected.isEmpty() && row < std::min(items.rowCount(), most); ++row)
        add(row);
    return urls;
}

} // namespace trawl::windows

#include "moc_scraping.cpp"
