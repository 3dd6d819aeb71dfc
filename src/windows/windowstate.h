// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"

#include <QMainWindow>

namespace trawl::windows {

namespace Ui {
class MainWindow;
}

/// How the main window looks, kept from one start to the next: its place, splitters, columns, tab
/// and chart.
class WindowState
{
public:
    WindowState(QMainWindow &window, const Ui::MainWindow &ui, desktop::Settings &settings);

    void restore();
    void save();

private:
    QMainWindow &m_window;
    const Ui::MainWindow &m_ui;
    desktop::Settings &m_settings;
};

} // namespace trawl::windows
