// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QStringList>

class QTableView;

namespace trawl::recipes {

/// Makes the columns of a table of values as wide as what its first rows hold, once for each set
/// of columns; one long text does not push the others out of sight. Widths that the person has set
/// stay, and are those again when the same columns come back.
class ValueColumns : public QObject
{
    Q_OBJECT

public:
    /// The table has its model, and is the parent.
    explicit ValueColumns(QTableView &table);

    /// The first rows are there, and on the screen.
    void sizeOnce();

private:
    void begin();
    void noteWidth(int column, int before, int now);
    [[nodiscard]] QStringList titles() const;

    QTableView &m_table;
    QHash<QStringList, QList<int>> m_chosen; ///< widths by the columns' titles
    bool m_sized = false;
    bool m_sizing = false; ///< what changes in the header is not the person's doing
};

} // namespace trawl::recipes
