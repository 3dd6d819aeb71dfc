// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QEvent>
#include <QPointer>
#include <QStyledItemDelegate>

namespace trawl::support {

/// Counts what makes a view slow: the paints and the cells in them, and the signals of its model
/// after which it has to think anew.
class ViewWatch : public QObject
{
public:
    struct Counts
    {
        int paints = 0;
        int cells = 0;   ///< painted
        int changes = 0; ///< dataChanged()
        int moves = 0;   ///< rows that came or went, in one piece each
        int layouts = 0; ///< layoutChanged() and resets: all rows are gone through
    };

    /// Of cells those are counted that have no delegate of their column's own.
    explicit ViewWatch(QAbstractItemView &view)
        : m_view(&view)
        , m_usual(view.itemDelegate())
        , m_delegate(m_counts)
    {
        view.viewport()->installEventFilter(this);
        view.setItemDelegate(&m_delegate);
        const auto *model = view.model();
        connect(model, &QAbstractItemModel::dataChanged, this, [this] { ++m_counts.changes; });
        connect(model, &QAbstractItemModel::rowsInserted, this, [this] { ++m_counts.moves; });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this] { ++m_counts.moves; });
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] { ++m_counts.layouts; });
        connect(model, &QAbstractItemModel::modelReset, this, [this] { ++m_counts.layouts; });
    }

    ~ViewWatch() override
    {
        if (m_view)
            m_view->setItemDelegate(m_usual);
    }

    void reset() { m_counts = {}; }
    [[nodiscard]] const Counts &counts() const { return m_counts; }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_counts.paints += event->type() == QEvent::Paint ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

private:
    class Delegate : public QStyledItemDelegate
    {
    public:
        explicit Delegate(Counts &counts)
            : m_counts(counts)
        {
        }
        void paint(QPainter *painter, const QStyleOptionViewItem &option,
                   const QModelIndex &index) const override
        {
            ++m_counts.cells;
            QStyledItemDelegate::paint(painter, option, index);
        }

    private:
        Counts &m_counts;
    };

    QPointer<QAbstractItemView> m_view;
    QAbstractItemDelegate *m_usual;
    Counts m_counts;
    Delegate m_delegate;
};

} // namespace trawl::support
