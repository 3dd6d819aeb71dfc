// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace trawl::item {

/// An HTTP-date in any of the three forms of RFC 9110, 5.6.7, as ms since the epoch (UTC).
[[nodiscard]] std::optional<qint64> parseHttpDate(QByteArrayView text);
/// The form that is sent (IMF-fixdate); whole seconds.
[[nodiscard]] QByteArray httpDate(qint64 ms);

} // namespace trawl::item
