// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QUrl>

#include <tl/expected.hpp>

namespace trawl::fetch {

/// True for the codes whose Location a GET follows (RFC 9110, 15.4).
[[nodiscard]] bool isRedirect(int code);

/// Scheme, host and port (RFC 6454), the port that is implied included.
[[nodiscard]] bool sameOrigin(const QUrl &a, const QUrl &b);

/// Where `location` (a field's value as received) leads from `from`, by the web's rules
/// (item::resolveUrl()); fragment and user info are left out. Fails with Reason::BadRedirect when
/// there is no target that may be followed; from https to http it may be with `downgrade` only.
[[nodiscard]] tl::expected<QUrl, item::Failure>
redirectTarget(const QUrl &from, const QByteArray &location, bool downgrade = false);

} // namespace trawl::fetch
