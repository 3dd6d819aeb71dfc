// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/folderbox.h"

#include "models/plaintip.h"

#include <QDir>
#include <QLineEdit>

namespace trawl::adding {

FolderBox::FolderBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(NoInsert);
    // A path that is being typed is not to become a longer one by itself.
    setCompleter(nullptr);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    lineEdit()->setAccessibleName(tr("Folder for the files"));
    setAccessibleName(lineEdit()->accessibleName());
}

void FolderBox::setUp(const desktop::Settings &settings)
{
    const auto next = settings.get<QString>(desktop::Setting::Destination);
    auto folders = settings.get<QStringList>(desktop::Setting::RecentFolders);
    folders.removeAll(next);
    folders.prepend(next);
    for (const auto &folder : std::as_const(folders)) {
        addItem(QDir::toNativeSeparators(folder));
        setItemData(count() - 1, models::plainTip(itemText(count() - 1)), Qt::ToolTipRole);
    }
    setCurrentIndex(0);
}

QString FolderBox::folder() const
{
    return QDir::cleanPath(QDir::fromNativeSeparators(currentText()));
}

void FolderBox::setFolder(const QString &folder)
{
    setEditText(QDir::toNativeSeparators(folder));
}

void rememberFolder(desktop::Settings &settings, const QString &folder)
{
    settings.remember(desktop::Setting::RecentFolders, folder);
    settings.set(desktop::Setting::Destination, folder);
}

} // namespace trawl::adding

#include "moc_folderbox.cpp"
