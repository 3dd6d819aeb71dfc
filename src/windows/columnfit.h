// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/columnlook.h"

#include <QObject>
#include <QTimer>

#include <vector>

QT_BEGIN_NAMESPACE
class QMenu;
class QTableView;
QT_END_NAMESPACE

namespace trawl::windows {

/// Shows the columns of a table as its model's header says (models::ColumnLook), and fits them into
/// what room there is: each as wide as its title and what it mostly holds, while some share the
/// rest. Once the person sets a width, all stay as they are.
class ColumnFit : public QObject
{
    Q_OBJECT

public:
    /// The table has its model, and is the parent.
    explicit ColumnFit(QTableView &table);

    /// From now on a column without a share grows for what is on the screen, for with some fonts
    /// and languages the units behind a number are wider than expected; until then it may be
    /// narrower, where all columns would not fit else.
    void growAsNeeded();
    /// As if nobody had ever changed anything: all is as at first, but for the sort.
    void startAnew();

    /// Which columns are shown. `kept` stays, so that a row can always be told from the next. The
    /// menu goes when it is closed.
    [[nodiscard]] QMenu *menu(int kept);

    /// Order, widths and sort of the columns, and which are shown; empty while all is as at first.
    [[nodiscard]] QByteArray save() const;
    void restore(const QByteArray &columns);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void squeeze(std::vector<int> &widths, int digit) const;
    void grow();
    void note();
    void noteWidth(int column, int before, int now);
    [[nodiscard]] int look(int column, models::ColumnLook::Role role) const;
    [[nodiscard]] int titleWidth(int column) const;
    [[nodiscard]] bool isLast(int column) const;

    QTableView &m_table;
    const QObject *m_viewport; ///< the table cannot be asked while it is being destroyed
    std::vector<int> m_seen; ///< by column: the width of what was on the screen, where that counts
    QTimer m_growing;
    bool m_grows = false;
    bool m_fitting = false; ///< what changes in the header is not the person's doing
    bool m_changed = false; ///< the person has changed something of the columns
    bool m_sized = false;   ///< their widths
};

} // namespace trawl::windows
