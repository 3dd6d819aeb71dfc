// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/pattern.h"

#include <QString>

#include <tl/expected.hpp>

namespace trawl::extract {

/// An I-Regexp (RFC 9485) as a Pattern. Beyond the RFC's grammar \d \D \s \S \w \W \$ are taken,
/// and ^ and $ as anchors, which is what its mapping to PCRE (5.4) makes of them. `whole`: all of a
/// text must match, as the RFC has it; else any part.
[[nodiscard]] tl::expected<Pattern, QString> compileIRegexp(QStringView text, bool whole);

} // namespace trawl::extract
