// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/importtask.h"
#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "item/urlblock.h"

#include <QPointer>
#include <QSet>

#include <deque>
#include <memory>

namespace trawl::desktop {
class MessageBar;
} // namespace trawl::desktop

namespace trawl::adding {

class AddDialog;
class ImportBar;

/// From a drop, the clipboard or a file to a job: dialog, then reading the list. Lists are read
/// one after the other.
class AddFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *window = nullptr;
        ImportBar *importBar = nullptr;
        desktop::MessageBar *messages = nullptr;
    };

    AddFlow(desktop::Session &session, desktop::Settings &settings, const desktop::Prompts &prompts,
            Parts parts);
    ~AddFlow() override;

    void add(const ListInput &input);
    void newJob();
    void paste();
    void openLists();
    [[nodiscard]] bool isImporting() const { return m_task != nullptr; }
    /// For the open dialog: a recipe that was written meanwhile.
    void useRecipe(const QString &file);

Q_SIGNALS:
    /// The dialog `parent` asks for the recipe editor: `file` empty = a new one; `samples` are
    /// some of the links. Answer with useRecipe(). While nobody listens the dialog does not offer
    /// it.
    void recipeEditorWanted(QWidget *parent, const QString &file, const QList<QByteArray> &samples);

private:
    void askNext();
    void open(const ListInput &input);
    void noteLinks(const engine::ChangeSet &changes);
    void enqueue(const ImportPlan &plan);
    void startNext();
    void finish(const ImportReport &report);

    desktop::Session &m_session;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Parts m_parts;
    QPointer<AddDialog> m_dialog;
    std::deque<ListInput> m_asked;    ///< to be asked about behind m_dialog
    QList<item::UrlBlockPtr> m_links; ///< of the session
    QSet<item::ItemId> m_removed;
    std::deque<ImportPlan> m_waiting;
    std::unique_ptr<ImportTask> m_task;
};

} // namespace trawl::adding
