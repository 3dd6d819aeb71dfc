// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/recipeflow.h"

#include "recipes/recipeeditor.h"

#include <algorithm>
#include <utility>

namespace trawl::recipes {

RecipeFlow::RecipeFlow(desktop::Session &session, desktop::Settings &settings,
                       const desktop::Prompts &prompts, PageSource pages, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_pages(std::move(pages))
{
}

RecipeFlow::~RecipeFlow() = default;

void RecipeFlow::open()
{
    if (!m_editor) {
        m_editor = std::make_unique<RecipeEditor>(m_session, m_settings, m_prompts);
        connect(m_editor.get(), &RecipeEditor::pagesWanted, this,
                [this] { m_editor->addPages(m_pages(Prober::mostPages)); });
        connect(m_editor.get(), &RecipeEditor::startWanted, this, &RecipeFlow::startWanted);
        connect(m_editor.get(), &RecipeEditor::saved, this, &RecipeFlow::saved);
        connect(m_editor.get(), &RecipeEditor::closed, this, &RecipeFlow::left);
    }
    m_editor->show();
    m_editor->raise();
    m_editor->activateWindow();
}

void RecipeFlow::openFile(const QString &file, const QList<QByteArray> &urls)
{
    open();
    m_editor->openInstead(file, urls.first(std::min<qsizetype>(urls.size(), Prober::mostPages)));
}

void RecipeFlow::edit(const item::Recipe &recipe, const item::TransferSettings &transfer,
                      const QList<QByteArray> &urls)
{
    open();
    m_editor->editInstead(recipe, transfer,
                          urls.first(std::min<qsizetype>(urls.size(), Prober::mostPages)));
}

bool RecipeFlow::isSaving() const
{
    return m_editor && m_editor->isSaving();
}

bool RecipeFlow::leave()
{
    return !m_editor || !m_editor->isVisible() || m_editor->close();
}

} // namespace trawl::recipes

#include "moc_recipeflow.cpp"
