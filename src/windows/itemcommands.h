// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "windows/itemtable.h"

namespace trawl::windows {

/// What can be done with items: with the selected ones when there are any that it applies to, else
/// with the job shown, else with all.
class ItemCommands : public QObject
{
    Q_OBJECT

public:
    ItemCommands(desktop::Session &session, ItemTable &table, const desktop::Prompts &prompts);

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

    desktop::Session &m_session;
    ItemTable &m_table;
    const desktop::Prompts &m_prompts;
};

} // namespace trawl::windows
