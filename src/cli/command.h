// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"

#include <QStringList>

namespace trawl::cli {

/// Runs trawlc with its arguments (without the program's name); the exit status.
[[nodiscard]] int runCommand(const QStringList &arguments);

/// What of these arguments nobody else on the machine may see; `argument` counts without the
/// command.
[[nodiscard]] QList<SecretPiece> secretsOf(const QStringList &arguments);

} // namespace trawl::cli
