// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace trawl::transport {

/// The date of an Expires attribute, as leniently as browsers read it (RFC 6265, 5.1.1), in s since
/// the epoch.
[[nodiscard]] std::optional<qint64> parseCookieDate(QByteArrayView text);

} // namespace trawl::transport
