// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/document.h"

namespace trawl::extract {

/// The tree that a browser builds (WHATWG HTML, 13.2.6), by Gumbo, as a tree of libxml2. Bounded
/// in depth, memory and time. The error is English.
[[nodiscard]] tl::expected<DocPointer, QString> makeBrowserTree(const QByteArray &utf8);

} // namespace trawl::extract
