// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace trawl::exchange {

/// A TOML 1.0 text as the JSON object of the same keys; dates become null. Since a JSON object
/// knows no order, a table under the key "fields" (of the root or of an entry of "page") becomes a
/// list in the order of the text, its keys as "name". The error names line and column.
[[nodiscard]] tl::expected<QJsonObject, QString> tomlObject(const QByteArray &text);

} // namespace trawl::exchange
