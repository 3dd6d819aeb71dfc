// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace trawl::fetch {

/// An HTTP-date in any of the three forms of RFC 9110, 5.6.7, as ms since the epoch (UTC).
[[nodiscard]] std::optional<qint64> parseHttpDate(QByteArrayView text);

} // namespace trawl::fetch
