// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>

namespace trawl::windows {

/// All keys of the window, made from Actions::table(), the actions of its tabs and the keys that
/// views have of their own, with a search.
class ShortcutsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutsDialog(QWidget *parent = nullptr);

private:
    void fill();
    void addTabsKeys();
    void add(const QString &where, const QString &what, const QString &keys);

    QStandardItemModel m_rows;
    QSortFilterProxyModel m_found;
};

} // namespace trawl::windows
