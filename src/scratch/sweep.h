// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Removing what killed processes of this user have left. Everything is reached by handles, no
/// link is followed, and what anybody else owns or a living process holds stays.
namespace trawl::scratch {

/// How the names of a Directory begin; mkdtemp(3) adds six letters.
constexpr char directoryPrefix[] = "trawl-run-";

/// Directories left in that one.
void sweepDirectories(const QString &parent);

/// The name of a file that is to take the place of `target` when it is whole: ".x.csv.trawl-…".
/// Its maker must hold() it.
[[nodiscard]] QString halfFileName(const QString &target);

/// Such files left in that directory.
void sweepHalfFiles(const QString &directory);

/// All that lies in an open directory.
void removeContents(int directory);

} // namespace trawl::scratch
