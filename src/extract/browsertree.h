// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/document.h"

#include <vector>

namespace trawl::extract {

/// The tree that a browser builds (WHATWG HTML, 13.2.6), by Gumbo, as a tree of libxml2. Bounded
/// in depth, memory and time. `youngTags` is Soundness::youngTags. The error is English.
[[nodiscard]] tl::expected<DocPointer, QString>
makeBrowserTree(const QByteArray &utf8, const std::vector<qsizetype> &youngTags);

} // namespace trawl::extract
