// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace trawl::extract {

/// Why a page is not given to an HTML parser at all: tags that nest without end, or so many
/// attributes or stray end tags that a parser would need hours, since those look through all
/// that is open. Nothing for all pages that a person may have written. Linear in time.
[[nodiscard]] std::optional<QString> whyUnsound(QByteArrayView html);

} // namespace trawl::extract
