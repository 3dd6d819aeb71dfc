// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/sidebar.h"

#include "models/sidebarmodel.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace trawl::windows {

using models::SidebarModel;

namespace {

constexpr int hostSortMs = 3000;

/// Draws how far a job has come as a line under its name.
class SidebarDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const auto progress =
            index.column() == 0 ? index.data(SidebarModel::ProgressRole).toInt() : -1;
        if (progress < 0)
            return;
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        auto fill =
            option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight);
        auto ground = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        ground.setAlphaF(0.15F);
        const QRect line(option.rect.left(), option.rect.bottom() - 2, option.rect.width(), 2);
        painter->fillRect(line, ground);
        auto part = line;
        part.setWidth(int(qint64(line.width()) * progress / 1000));
        painter->fillRect(QStyle::visualRect(option.direction, line, part), fill);
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const auto size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), size.height() + 4};
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QTreeView(parent)
{
    setSelectionMode(ExtendedSelection);
    setHeaderHidden(true);
    setEditTriggers(NoEditTriggers);
    setUniformRowHeights(true);
    setTabKeyNavigation(false);
    setTextElideMode(Qt::ElideMiddle);
    setItemDelegate(new SidebarDelegate(this));
    m_sortTimer.setInterval(hostSortMs);
    connect(&m_sortTimer, &QTimer::timeout, this, &Sidebar::sortHosts);
}

void Sidebar::setSidebar(SidebarModel *model)
{
    m_model = model;
    setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    expandAll();
    connect(model, &QAbstractItemModel::rowsInserted, this, &Sidebar::openSection);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &Sidebar::showAllIfNothing);
    setCurrentIndex(model->index(0, 0));
    m_sortTimer.start();
}

models::ItemFilter Sidebar::filter() const
{
    return m_model->filterFor(selectionModel()->selectedRows());
}

void Sidebar::openSection(const QModelIndex &parent, int first)
{
    if (parent.isValid() && first == 0)
        expand(parent);
}

void Sidebar::sortHosts()
{
    if (isVisible() && !viewport()->underMouse())
        m_model->sortHosts(chosenHosts());
}

QSet<QByteArray> Sidebar::chosenHosts() const
{
    const auto hosts = filter().hosts;
    return {hosts.begin(), hosts.end()};
}

void Sidebar::showMore(const QModelIndex &index)
{
    if (index.data(SidebarModel::MoreRole).toBool())
        m_model->showMoreHosts(chosenHosts());
}

/// What was selected is gone.
void Sidebar::showAllIfNothing()
{
    if (selectionModel()->hasSelection())
        return;
    setCurrentIndex(m_model->index(0, 0));
    Q_EMIT filterChanged();
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                       event->key() == Qt::Key_Space;
    if (enter && currentIndex().data(SidebarModel::MoreRole).toBool())
        return showMore(currentIndex());
    QTreeView::keyPressEvent(event);
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.data(SidebarModel::MoreRole).toBool() && event->button() == Qt::LeftButton)
        return showMore(index);
    QTreeView::mousePressEvent(event);
}

/// A click on a heading or beside the rows lets go of nothing.
QItemSelectionModel::SelectionFlags Sidebar::selectionCommand(const QModelIndex &index,
                                                              const QEvent *event) const
{
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsSelectable))
        return QItemSelectionModel::NoUpdate;
    return QTreeView::selectionCommand(index, event);
}

void Sidebar::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT filterChanged();
}

void Sidebar::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const auto at = byMouse ? indexAt(event->pos()) : currentIndex();
    const auto where =
        byMouse ? event->globalPos() : viewport()->mapToGlobal(visualRect(at).center());
    const auto row = at.siblingAtColumn(0);
    const auto chosen = filter();
    if (const auto job = row.data(SidebarModel::JobRole); job.isValid()) {
        const auto id = item::JobId(job.toInt());
        Q_EMIT jobMenuWanted(chosen.jobs.contains(id) ? chosen.jobs : QList{id}, where);
    } else if (const auto host = row.data(SidebarModel::HostRole); host.isValid()) {
        const auto origin = host.toByteArray();
        Q_EMIT hostMenuWanted(chosen.hosts.contains(origin) ? chosen.hosts : QList{origin}, where);
    }
}

} // namespace trawl::windows

#include "moc_sidebar.cpp"
