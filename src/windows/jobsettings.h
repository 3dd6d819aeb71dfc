// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"

#include <QPointer>

namespace trawl::adding {
class JobSettingsDialog;
}

namespace trawl::windows {

/// Changes how a job that is there fetches: asks the engine for its options, shows them, gives them
/// back. What runs goes on as it began.
class JobSettings : public QObject
{
    Q_OBJECT

public:
    JobSettings(desktop::Session &session, const desktop::Prompts &prompts, QWidget &window);

    void edit(item::JobId job, const QString &name);
    /// For the open dialog: a recipe that was written meanwhile.
    void useRecipe(const QString &file);

Q_SIGNALS:
    /// The open dialog asks for the recipe editor. Answer with useRecipe().
    void recipeEditorWanted(const trawl::item::Recipe &recipe,
                            const trawl::item::TransferSettings &settings);

private:
    void show(item::JobId job, const QString &name, const engine::JobOptions &options);

    desktop::Session &m_session;
    const desktop::Prompts &m_prompts;
    QWidget &m_window;
    QPointer<adding::JobSettingsDialog> m_dialog;
};

} // namespace trawl::windows
