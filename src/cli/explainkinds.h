// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/explain.h"

/// The kinds of `trawlc explain`, by what answers them.
namespace trawl::cli {

// explainurls.cpp
[[nodiscard]] Explanation explainUrl(const QJsonObject &question);
[[nodiscard]] Explanation explainName(const QJsonObject &question);
[[nodiscard]] Explanation explainRobots(const QJsonObject &question);
[[nodiscard]] Explanation explainPattern(const QJsonObject &question);

// explainpages.cpp
[[nodiscard]] Explanation explainSelect(const QJsonObject &question);
[[nodiscard]] Explanation explainCharset(const QJsonObject &question);

// explainfields.cpp: header fields of responses
[[nodiscard]] Explanation explainRange(const QJsonObject &question);
[[nodiscard]] Explanation explainRetryAfter(const QJsonObject &question);
[[nodiscard]] Explanation explainCookie(const QJsonObject &question);

} // namespace trawl::cli
