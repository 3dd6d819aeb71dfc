// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QString>

#include <tl/expected.hpp>

namespace trawl::exchange {

/// The file that a path stands for, which may be a link to it, or the path itself where nothing is
/// yet. A failure for all that a file must not take the place of: devices, pipes, folders, links
/// that lead nowhere.
[[nodiscard]] tl::expected<QString, item::Failure> exportTarget(const QString &path);

} // namespace trawl::exchange
