// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace trawl::item {

/// A host that normalHost() would leave as it is, by a look that costs next to nothing; false =
/// not known.
[[nodiscard]] bool isPlainHost(QByteArrayView host);

/// The host of an http(s) URL as the web's rules have it (WHATWG URL, 3.5): percent-decoded,
/// lower case, punycode, IPv4 in any notation as a dotted quad, IPv6 in brackets; nullopt for one
/// that cannot be a host. Stricter than a browser in that what no name server knows is none: empty
/// labels, punctuation, labels of more than 63 octets, more than 253 in all.
[[nodiscard]] std::optional<QByteArray> normalHost(QByteArrayView host);

/// The same of host and port; user info before them is dropped, and so is the scheme's own port.
[[nodiscard]] std::optional<QByteArray> normalAuthority(QByteArrayView authority, bool https);

/// Why normalAuthority() has no answer, in English; nullptr = it has one.
[[nodiscard]] const char *authorityProblem(QByteArrayView authority);

} // namespace trawl::item
