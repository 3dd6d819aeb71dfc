// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace trawl::app {

/// Shows the window above all others, with the keyboard: out of the task bar and out of the tray. A
/// dialog that it waits for gets the keyboard in its place. `token` is the desktop's leave to do
/// so; it may be empty.
void bringForward(QWidget &window, const QString &token);

} // namespace trawl::app
