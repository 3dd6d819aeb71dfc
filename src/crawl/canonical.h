// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::crawl {

/// The key by which two URLs are one page; it is for comparing, what is fetched is the URL itself.
/// `url` is as item::resolveUrl() gives it, so scheme, host, port and dot segments are normal
/// already. Fragment and a '?' with nothing behind it go, percent-encoding is normalised.
///
/// `sortQuery`: parameters by name, those of one name in their order, all of them.
/// `dropTracking`: without the parameters by which campaigns and clicks are counted (utm_…, gclid,
/// fbclid …).
[[nodiscard]] QByteArray canonicalUrl(QByteArrayView url, bool sortQuery, bool dropTracking);

} // namespace trawl::crawl
