// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/itemtable.h"
#include "windows/prompts.h"
#include "windows/session.h"

namespace trawl::windows {

/// What can be done with items: with the selected ones when there are any that it applies to, else
/// with the job shown, else with all.
class ItemCommands : public QObject
{
    Q_OBJECT

public:
    ItemCommands(Session &session, ItemTable &table, const Prompts &prompts);

    void start();
    void pause();
    void toggle(); ///< of the selection only
    void retryFailed();
    void copyLinks() const;
    void copyReasons() const;
    void openFile() const;
    void openFolder() const;

    [[nodiscard]] bool canStart() const; ///< what these say is about the selection
    [[nodiscard]] bool canPause() const;
    [[nodiscard]] bool canOpen() const;

private:
    [[nodiscard]] QString currentFile() const;

    Session &m_session;
    ItemTable &m_table;
    const Prompts &m_prompts;
};

} // namespace trawl::windows
