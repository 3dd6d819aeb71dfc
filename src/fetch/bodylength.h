// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkReply>

namespace trawl::fetch {

/// The bytes of the body as the head tells them (RFC 9112, 6.3); -1 = it does not, or a
/// Transfer-Encoding overrides what it says.
[[nodiscard]] qint64 bodyLength(const QNetworkReply &reply);

/// The body ends in another way than with its connection.
[[nodiscard]] bool tellsItsEnd(const QNetworkReply &reply);

/// A Content-Encoding was undone, or has to be: the server's lengths and ranges count other bytes
/// than those that are written.
[[nodiscard]] bool isCoded(const QNetworkReply &reply);

} // namespace trawl::fetch
