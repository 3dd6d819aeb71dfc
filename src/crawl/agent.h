// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::crawl {

/// The product token (RFC 9309, 2.2.1) that robots.txt is read for: what a User-Agent begins with,
/// letters, '-' and '_'; of "Trawl/0.1 (+https://…)" it is "Trawl". Empty = it has none, then only
/// the rules for all robots hold.
[[nodiscard]] QByteArrayView productToken(QByteArrayView userAgent);

} // namespace trawl::crawl
