// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/jobsettings.h"

#include "adding/jobsettingsdialog.h"
#include "desktop/offthread.h"
#include "exchange/recipefile.h"

namespace trawl::windows {

JobSettings::JobSettings(desktop::Session &session, const desktop::Prompts &prompts,
                         QWidget &window)
    : QObject(&window)
    , m_session(session)
    , m_prompts(prompts)
    , m_window(window)
{
}

void JobSettings::edit(item::JobId job, const QString &name)
{
    m_session.ask(
        this, [job](engine::Engine &engine) { return engine.jobOptions(job); },
        [this, job, name](const std::optional<engine::JobOptions> &options) {
            if (options && !m_dialog)
                show(job, name, *options);
        });
}

void JobSettings::show(item::JobId job, const QString &name, const engine::JobOptions &options)
{
    m_dialog = new adding::JobSettingsDialog(options, m_prompts, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setWindowTitle(tr("Settings of “%1”").arg(name));
    m_dialog->setRecipeEditable(true);
    connect(m_dialog, &adding::JobSettingsDialog::editRecipeWanted, this, [this] {
        const auto now = m_dialog->options();
        Q_EMIT recipeEditorWanted(now.recipe, now.transfer);
    });
    connect(m_dialog, &QDialog::accepted, this, [this, job, options] {
        const auto wanted = m_dialog->options();
        if (wanted != options)
            m_session.post(
                [job, wanted](engine::Engine &engine) { engine.setJobOptions(job, wanted); });
    });
    m_dialog->open();
}

void JobSettings::useRecipe(const QString &file)
{
    if (!m_dialog)
        return;
    desktop::offThread(
        m_dialog.get(), [file] { return exchange::readRecipe(file); },
        [this](const tl::expected<item::Recipe, QString> &recipe) {
            if (recipe && m_dialog)
                m_dialog->setRecipe(*recipe);
        });
}

} // namespace trawl::windows

#include "moc_jobsettings.cpp"
