// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QByteArray>

#include <tl/expected.hpp>

namespace trawl::fetch {

/// True for the codes whose Location a GET follows (RFC 9110, 15.4).
[[nodiscard]] bool isRedirect(int code);

/// Where `location` (a field's value as received) leads from `from`, by the web's rules and with
/// its escapes as they are (item::resolveUrl()); fragment and user info are left out. Fails with
/// Reason::BadRedirect when there is no target that may be followed; from https to http it may be
/// with `downgrade` only.
[[nodiscard]] tl::expected<QByteArray, item::Failure>
redirectTarget(const QByteArray &from, const QByteArray &location, bool downgrade = false);

} // namespace trawl::fetch
