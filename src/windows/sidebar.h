// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "models/itemfilter.h"

#include <QTimer>
#include <QTreeView>

namespace trawl::models {
class SidebarModel;
}

namespace trawl::windows {

/// The tree of jobs, statuses and hosts. What is selected is what the table shows; Ctrl selects
/// several. Hosts go to their places every few seconds, never while the pointer is over the tree.
class Sidebar : public QTreeView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setSidebar(models::SidebarModel *model);
    [[nodiscard]] models::ItemFilter filter() const;

Q_SIGNALS:
    void filterChanged();
    /// A right click, or the menu key, on selected jobs or hosts.
    void jobMenuWanted(const QList<trawl::item::JobId> &jobs, const QPoint &globalPosition);
    void hostMenuWanted(const QList<QByteArray> &origins, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    QItemSelectionModel::SelectionFlags selectionCommand(const QModelIndex &index,
                                                         const QEvent *event) const override;

private:
    void openSection(const QModelIndex &parent, int first);
    void sortHosts();
    void showMore(const QModelIndex &index);
    void showAllIfNothing();
    [[nodiscard]] QSet<QByteArray> chosenHosts() const;

    models::SidebarModel *m_model = nullptr;
    QTimer m_sortTimer;
};

} // namespace trawl::windows
