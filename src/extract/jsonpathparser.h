// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/jsonpathquery.h"

#include <tl/expected.hpp>

namespace trawl::extract::jsonpath {

/// The error says what is wrong and at which character, counted from 1 behind `shift` that were put
/// in front.
[[nodiscard]] tl::expected<Query, QString> parse(QStringView text, qsizetype shift = 0);

} // namespace trawl::extract::jsonpath
