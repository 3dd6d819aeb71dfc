// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace trawl::cli {

/// Runs trawlc with its arguments (without the program's name); the exit status.
[[nodiscard]] int runCommand(const QStringList &arguments);

} // namespace trawl::cli
