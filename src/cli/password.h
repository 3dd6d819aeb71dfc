// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace trawl::cli {

/// Asks on the process's terminal, whatever its input is, without showing what is typed. The error
/// says why there is no answer.
[[nodiscard]] tl::expected<QString, QString> askPassword(const QString &question);

} // namespace trawl::cli
