// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QWidget;

/// What is wrong with a window that is shown, one line a fault; empty = nothing.
namespace trawl::windows {

/// Interactive widgets that a screen reader could not name.
[[nodiscard]] QStringList namelessWidgets(const QWidget &window);
/// Texts that do not fit where they stand. One that is cut on purpose has its whole in its tool
/// tip.
[[nodiscard]] QStringList cutTexts(const QWidget &window);
/// Widgets that reach out of their parents.
[[nodiscard]] QStringList strayWidgets(const QWidget &window);
/// Mnemonics that stand twice in what is seen at once, or in one menu.
[[nodiscard]] QStringList doubleMnemonics(const QWidget &window);
/// Mnemonics of languages that put them in brackets, shown where there are none: "Start (S)" on a
/// tool bar or in a tool tip.
[[nodiscard]] QStringList leftMnemonics(const QWidget &window);
/// Keys that belong to two things which both hear them.
[[nodiscard]] QStringList doubleShortcuts(const QWidget &window);

/// Labels that guess whether their text is HTML, and tool tips that take the stage's poison for it.
[[nodiscard]] QStringList formattedTexts(const QWidget &window);

} // namespace trawl::windows
