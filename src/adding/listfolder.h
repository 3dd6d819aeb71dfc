// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace trawl::adding {

/// The lists of a folder and those below it, by their suffixes and in order of their names. Hidden
/// ones and links to folders are left out; not on the window's thread.
[[nodiscard]] QStringList listsIn(const QString &folder);

} // namespace trawl::adding
