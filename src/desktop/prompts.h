// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QUrl>

#include <functional>

class QWidget;

namespace trawl::desktop {

/// Where the window asks the person or the desktop: a test answers in their place. An empty answer
/// means that the person thought better of it.
struct Prompts
{
    std::function<QStringList(QWidget *parent, const QString &directory)> openLists;
    std::function<QString(QWidget *parent, const QString &directory)> chooseFolder;
    std::function<QString(QWidget *parent, const QString &suggested, const QString &filter)>
        saveExport;
    std::function<bool(QWidget *parent, const QString &question)> confirmQuit;
    std::function<void(const QUrl &url)> openUrl;

    /// Qt's dialogs and the desktop's own programs.
    [[nodiscard]] static Prompts desktop();
};

} // namespace trawl::desktop
