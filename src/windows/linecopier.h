// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <QList>
#include <QObject>
#include <QTimer>

namespace trawl::models {
class ItemModel;
}

namespace trawl::windows {

/// Puts a line for each of some items on the clipboard. A few thousand are there at once; more are
/// worked out in slices of a few milliseconds, so that a million of them hold nobody up.
class LineCopier : public QObject
{
    Q_OBJECT

public:
    /// The model outlives it.
    explicit LineCopier(const models::ItemModel &items, QObject *parent = nullptr);

    /// What a cell says to a role. Takes the place of what is still under way.
    void copy(const QList<item::ItemId> &ids, int column, int role);

Q_SIGNALS:
    void copied(int lines);

private:
    void slice();

    const models::ItemModel &m_items;
    QList<item::ItemId> m_ids;
    qsizetype m_next = 0;
    int m_column = 0;
    int m_role = 0;
    int m_lines = 0;
    QString m_text;
    QTimer m_timer;
};

} // namespace trawl::windows
