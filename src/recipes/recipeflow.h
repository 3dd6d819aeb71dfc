// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "item/recipe.h"
#include "item/settings.h"

#include <QObject>

#include <functional>
#include <memory>

namespace trawl::recipes {

class RecipeEditor;

/// The one recipe editor of a window: made when it is first wanted, in front when it is again.
class RecipeFlow : public QObject
{
    Q_OBJECT

public:
    /// URLs of links that the window shows, the selected ones first; asked for when the person
    /// wants to try a recipe on them.
    using PageSource = std::function<QList<QByteArray>(int most)>;

    RecipeFlow(desktop::Session &session, desktop::Settings &settings,
               const desktop::Prompts &prompts, PageSource pages, QObject *parent = nullptr);
    ~RecipeFlow() override;

    void open();
    /// A file's, or a new one without it; pages to try it on.
    void openFile(const QString &file, const QList<QByteArray> &urls);
    /// Of a job, or of one that is to be: its recipe, how its requests are made, and pages of it.
    void edit(const item::Recipe &recipe, const item::TransferSettings &transfer,
              const QList<QByteArray> &urls);
    /// Before the program ends. False: the person has unsaved changes and is being asked, or they
    /// are being saved; left() follows if the editor closes.
    [[nodiscard]] bool leave();
    [[nodiscard]] bool isSaving() const;
    [[nodiscard]] RecipeEditor *editor() const { return m_editor.get(); }

Q_SIGNALS:
    /// A job with the recipe of this file, of these pages to begin with.
    void startWanted(const QString &file, const QList<QByteArray> &urls);
    void saved(const QString &file);
    void left();

private:
    desktop::Session &m_session;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    PageSource m_pages;
    std::unique_ptr<RecipeEditor> m_editor;
};

} // namespace trawl::recipes
