// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::fetch {

/// The wait that a Retry-After field asks for, in ms (RFC 9110, 10.2.3): seconds, or an HTTP-date
/// counted from the response's own Date field, so that a wrong clock on either side does not
/// matter, else from `nowMs` (since the epoch). -1 when it says nothing: absent, garbage, 0 or
/// past.
[[nodiscard]] qint64 retryAfterMs(QByteArrayView value, QByteArrayView date, qint64 nowMs);

} // namespace trawl::fetch
