// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "exchange/curlcommand.h"
#include "windows/itemtable.h"
#include "windows/linecopier.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace trawl::windows {

class Actions;
class DetailsReader;
class JobCommands;

/// What can be done with items: with the selected ones when there are any that it applies to, else
/// with the jobs shown, else with all.
class ItemCommands : public QObject
{
    Q_OBJECT

public:
    using Ids = QList<item::ItemId>;

    ItemCommands(desktop::Session &session, ItemTable &table, JobCommands &jobs,
                 const desktop::Prompts &prompts);
    ~ItemCommands() override;

    void start();
    void pause();
    void toggle(); ///< of the selection only
    void retryFailed();
    void remove();         ///< asks
    void removeFinished(); ///< all that is done, shown or not; asks
    void move(engine::Engine::Move where) { moveItems(m_table.selectedIds(), where); }
    void copyLinks() { copyLinksOf(m_table.selectedIds()); }
    void copyReasons() { copyReasonsOf(m_table.selectedIds()); }
    void copyAsCurl() { copyCommands(m_table.selectedIds(), exchange::Secrets::Masked); }
    void activate(); ///< opens the current item's file, or its details while it has none
    void openFolder() const;
    void selectAll() { m_table.selectAll(); }
    void invertSelection();

    /// The context menu. It acts on what is selected now, whatever is selected when somebody
    /// chooses from it.
    void fill(QMenu &menu, const Actions &actions);

    [[nodiscard]] bool canStart() const; ///< what these say is about the selection
    [[nodiscard]] bool canPause() const;
    [[nodiscard]] bool canOpen() const;

Q_SIGNALS:
    void detailsRequested();
    void showHostRequested(const QByteArray &origin);
    /// "Copied." and the like.
    void said(const QString &sentence);

private:
    void resume(const Ids &ids);
    void hold(const Ids &ids);
    void removeItems(const Ids &ids);
    void moveItems(const Ids &ids, engine::Engine::Move where);
    [[nodiscard]] static QString placeText(const engine::MovedItems &moved);
    void copyLinksOf(const Ids &ids);
    void copyReasonsOf(const Ids &ids);
    void copyCommands(const Ids &ids, exchange::Secrets secrets);
    void showHost(item::ItemId id);
    /// Of these, those with one of the statuses.
    [[nodiscard]] Ids withStatus(const Ids &ids, const QList<item::Status> &statuses) const;
    [[nodiscard]] QString currentFile() const;

    desktop::Session &m_session;
    ItemTable &m_table;
    JobCommands &m_jobs;
    const desktop::Prompts &m_prompts;
    std::unique_ptr<DetailsReader> m_reader;
    LineCopier m_copier;
};

} // namespace trawl::windows
