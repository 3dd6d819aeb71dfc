// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace trawl::engine {

/// Makes a directory and those above it; false = it was there. The error names it and says the
/// system's reason.
[[nodiscard]] tl::expected<bool, QString> makeDirectory(const QString &path);

/// Makes the directory and sees that a file can be made in it; empty, or why not.
[[nodiscard]] QString whyNotWritable(const QString &directory);

} // namespace trawl::engine
