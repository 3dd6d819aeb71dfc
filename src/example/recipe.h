// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::example {

/// resources/recipes/example.toml: how the shop is scraped.
[[nodiscard]] QByteArray recipe();

} // namespace trawl::example
