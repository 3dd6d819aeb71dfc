// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/importtask.h"
#include "windows/prompts.h"
#include "windows/session.h"
#include "windows/settings.h"

#include <QPointer>

#include <deque>
#include <memory>

namespace trawl::windows {

class AddDialog;
class ImportBar;
class MessageBar;

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
        MessageBar *messages = nullptr;
    };

    AddFlow(Session &session, Settings &settings, const Prompts &prompts, Parts parts);
    ~AddFlow() override;

    void add(const ListInput &input);
    void paste();
    void openLists();
    [[nodiscard]] bool isImporting() const { return m_task != nullptr; }

private:
    void enqueue(const ImportPlan &plan);
    void startNext();
    void finish(const ImportReport &report);

    Session &m_session;
    Settings &m_settings;
    const Prompts &m_prompts;
    Parts m_parts;
    QPointer<AddDialog> m_dialog;
    std::deque<ImportPlan> m_waiting;
    std::unique_ptr<ImportTask> m_task;
};

} // namespace trawl::windows
