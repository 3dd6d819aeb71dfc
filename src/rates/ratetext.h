// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace trawl::rates {

/// Bytes: "500k", "5M", "1.5MiB", "2g", "1T"; a k is 1024, written either way. nullopt for anything
/// else.
[[nodiscard]] std::optional<qint64> parseSize(QStringView text);

/// Bytes a second: "500k", "5M", "1.5MiB", "2g/s". As with curl and aria2 a k is 1024, written
/// either way; 0 = no limit. nullopt for anything else.
[[nodiscard]] std::optional<qint64> parseRate(QStringView text);

/// A number of bytes as both read it again, in the largest unit that it is whole in: "1536k", "5M".
[[nodiscard]] QString sizeText(qint64 bytes);

} // namespace trawl::rates
