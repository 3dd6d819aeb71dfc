// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace trawl::exchange {

/// The length of the leading part of `text` that is an http(s) URL in normal form already and ends
/// there or at a fragment: plain ASCII, lower-case host, no default port, no dot segments. 0 = not
/// known without a closer look. Most lines of real lists pass, so this is what makes a million
/// links cheap.
[[nodiscard]] qsizetype plainUrlLength(QByteArrayView text);

/// The host of an http(s) URL as the web's rules have it (WHATWG URL, 3.5): percent-decoded,
/// lower case, punycode, IPv4 in any notation as a dotted quad, IPv6 in brackets; nullopt for one
/// that cannot be a host.
[[nodiscard]] std::optional<QByteArray> normalHost(QByteArrayView host);

/// The path with dot segments resolved, `\` as `/` and what is not allowed percent-encoded; at
/// least "/" (WHATWG URL, 4.4, path state).
[[nodiscard]] QByteArray normalPath(QByteArrayView path);

/// The query without its '?', percent-encoded where it must be.
[[nodiscard]] QByteArray normalQuery(QByteArrayView query);

} // namespace trawl::exchange
