// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "windows/stage.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <span>

/// Every dialog, page and menu that the person can meet, filled with something to look at: tests
/// examine each of them, and the program `shots` makes pictures of them.
namespace trawl::windows {

/// One of them. Add a row to the table in everywindow.cpp for each new dialog, page or menu.
struct Entry
{
    const char *name;
    /// Makes it, not yet shown, and waits for what it reads in the background.
    std::unique_ptr<QWidget> (*make)(Stage &stage);
    /// The only one of its tabs that is looked at; nullptr = all of them. It is chosen already.
    const char *tab = nullptr;
};

[[nodiscard]] std::span<const Entry> everyWindow();

/// Calls look(name) once for each tab of the entry's widget, which is shown then, or once if it has
/// none or only one is looked at. The name is empty then.
void forEveryTab(const Entry &entry, QWidget &widget,
                 const std::function<void(const QString &name)> &look);

} // namespace trawl::windows
