// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace trawl::models {

/// Host and port of an absolute URL, without user info; empty when there is none.
[[nodiscard]] QByteArrayView hostOf(QByteArrayView url);

/// The last path segment that is not empty, still percent-encoded; empty when there is none.
[[nodiscard]] QByteArrayView segmentOf(QByteArrayView url);

/// UTF-8 as text that cannot disturb a view: controls, line ends and bidirectional overrides are
/// shown as U+FFFD.
[[nodiscard]] QString readable(QByteArrayView utf8);

/// The same for percent-encoded text (RFC 3986, 2.1).
[[nodiscard]] QString readableDecoded(QByteArrayView encoded);

} // namespace trawl::models
