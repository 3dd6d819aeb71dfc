// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace trawl::windows {

class ColumnFit;

/// A table of a bottom tab: whole rows of one height, a header whose columns sort, move and can be
/// hidden, a word in its place while it is empty; Ctrl+C copies the selected rows. Its columns
/// are shown as the model's header says (models::ColumnLook).
class PageTable : public QTableView
{
    Q_OBJECT

public:
    explicit PageTable(QWidget *parent = nullptr);

    /// Sorts by the model's own sort().
    void setUp(QAbstractItemModel *model, const QString &emptyWord, bool sorts = true);
    void setEmptyWord(const QString &emptyWord);

    [[nodiscard]] QList<int> selectedRows() const; ///< in order
    /// The selected rows, a line each, cells parted by tabs.
    [[nodiscard]] QString selectedText() const;

    /// Order, widths and sort of the columns, and which are shown; empty while all is as at first.
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);

Q_SIGNALS:
    void selectionMoved();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void chooseColumns(const QPoint &at);

    QString m_emptyWord;
    ColumnFit *m_columns = nullptr;
};

} // namespace trawl::windows
