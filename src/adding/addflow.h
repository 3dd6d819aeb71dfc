// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/importtask.h"
#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"

#include <QPointer>

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
    void paste();
    void openLists();
    [[nodiscard]] bool isImporting() const { return m_task != nullptr; }

private:
    void askNext();
    void enqueue(const ImportPlan &plan);
    void startNext();
    void finish(const ImportReport &report);

    desktop::Session &m_session;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Parts m_parts;
    QPointer<AddDialog> m_dialog;
    std::deque<ListInput> m_asked; ///< to be asked about behind m_dialog
    std::deque<ImportPlan> m_waiting;
    std::unique_ptr<ImportTask> m_task;
};

} // namespace trawl::adding
