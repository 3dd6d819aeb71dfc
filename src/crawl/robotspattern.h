// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::crawl {

/// A path pattern of robots.txt in a form that is compared byte by byte: percent-encoding
/// normalised, wildcards and the last '$' as bytes that no URL has. RFC 9309, 2.2.2 and 2.2.3.
[[nodiscard]] QByteArray robotsPattern(QByteArrayView written);

/// Path and query of a URL in the same form.
[[nodiscard]] QByteArray robotsPath(QByteArrayView url);

/// Whether the path begins with what the pattern says. Linear in both for each wildcard; takes the
/// octets that it looked through off `work`.
[[nodiscard]] bool matchesRobotsPattern(QByteArrayView path, QByteArrayView pattern, qint64 &work);

} // namespace trawl::crawl
