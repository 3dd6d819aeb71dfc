// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace trawl::item {

/// No longer URL is taken from a list or page.
inline constexpr qsizetype maxUrlBytes = 64 * 1024;

/// What `reference` (an href, a Location …) on the page `base` leads to, as a browser sees it
/// (WHATWG URL, 4.4): blanks around it, tabs and newlines go, `\` is `/`, dot segments are
/// resolved, host, path and query are normalised. nullopt for all that is not http(s), is no URL,
/// has port 0 or a host that normalHost() refuses, or is longer than maxUrlBytes.
///
/// The fragment is left out, and so is user info: a page's link must not bring credentials into
/// tables and logs. A query is taken as UTF-8 whatever the page's charset is; bytes that are no
/// UTF-8 are percent-encoded as they are. A base that is no URL leaves absolute references usable.
[[nodiscard]] std::optional<QByteArray> resolveUrl(QByteArrayView base, QByteArrayView reference);

/// The same of an absolute URL.
[[nodiscard]] std::optional<QByteArray> normalUrl(QByteArrayView absolute);

/// The length of the leading part of `text` that is an http(s) URL in normal form already and ends
/// there or at a fragment: plain ASCII, lower-case host, no default port, no dot segments. 0 = not
/// known without a closer look. Most lines of real lists pass, so this is what makes a million
/// links cheap.
[[nodiscard]] qsizetype plainUrlLength(QByteArrayView text);

/// The path with dot segments resolved, `\` as `/` and what is not allowed percent-encoded; at
/// least "/" (WHATWG URL, 4.4, path state).
[[nodiscard]] QByteArray normalPath(QByteArrayView path);

/// The query without its '?', percent-encoded where it must be.
[[nodiscard]] QByteArray normalQuery(QByteArrayView query);

/// A '%' that is no escape stays; QByteArray::fromPercentEncoding() makes up an octet for it.
[[nodiscard]] QByteArray percentDecoded(QByteArrayView text);

/// White space and controls around the text go, tabs and line ends inside too.
[[nodiscard]] QByteArray webTrimmed(QByteArrayView text);

/// The length of a leading scheme (RFC 3986, 3.1) without its colon; 0 = there is none.
[[nodiscard]] qsizetype schemeLength(QByteArrayView text);

/// The first place from `from` on that is no slash of either kind.
[[nodiscard]] qsizetype skipSlashes(QByteArrayView text, qsizetype from);

/// Scheme, host and port of an absolute URL (RFC 6454): what stands before its path. Of one in
/// normal form it tells origins apart; all of a text that is no URL.
[[nodiscard]] QByteArrayView originOf(QByteArrayView url);

/// The host of an absolute URL, without port and without the brackets of an IPv6 address; empty =
/// there is none.
[[nodiscard]] QByteArrayView hostOf(QByteArrayView url);

/// User info, host and port, which begin at `from`.
[[nodiscard]] QByteArrayView authorityAt(QByteArrayView text, qsizetype from);

} // namespace trawl::item
