// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "recipes/recipeflow.h"

namespace trawl::adding {
class AddFlow;
}

namespace trawl::exporting {
class ExportFlow;
}

namespace trawl::recipes {
class RecordsPage;
}

namespace trawl::windows {

class ItemTable;
class JobSettings;

/// What the main window has to do with recipes: opens their editor from the menu and from the
/// dialogs, gives it pages, and takes what it makes back to them.
class Scraping : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QObject *parent = nullptr;
        recipes::RecordsPage *records = nullptr;
        ItemTable *table = nullptr;
        adding::AddFlow *add = nullptr;
        exporting::ExportFlow *exports = nullptr;
        JobSettings *jobSettings = nullptr;
    };

    Scraping(desktop::Session &session, desktop::Settings &settings,
             const desktop::Prompts &prompts, const Parts &parts);

    void openEditor() { m_flow.open(); }
    /// Before the window closes. False: unsaved changes are asked about, or being saved; left()
    /// follows if the window was to close and nothing is in the way any more.
    [[nodiscard]] bool leave();

Q_SIGNALS:
    void left();

private:
    [[nodiscard]] QList<QByteArray> shownUrls(int most) const;

    Parts m_parts;
    recipes::RecipeFlow m_flow;
    bool m_leaving = false;
};

} // namespace trawl::windows
