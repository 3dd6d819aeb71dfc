// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bringforward.h"

#include <QApplication>
#include <QWidget>

namespace trawl::app {

void bringForward(QWidget &window, const QString &token)
{
    // Qt's Wayland plugin looks for it there when a window asks to be activated.
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    auto *dialog = QApplication::activeModalWidget();
    auto &front = dialog ? *dialog : window;
    front.raise();
    front.activateWindow();
}

} // namespace trawl::app
