// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>

/// How JSON values compare by RFC 9535, 2.3.5.2.2. Undefined is the RFC's Nothing.
namespace trawl::extract::jsonpath {

/// Of values of any depth; each pair of values that is looked at is taken from `steps`, and once
/// that is below 0 the answer means nothing.
[[nodiscard]] bool isEqual(const QJsonValue &a, const QJsonValue &b, qint64 &steps);
/// Numbers, and texts by Unicode scalar value; anything else is not less.
[[nodiscard]] bool isLess(const QJsonValue &a, const QJsonValue &b);
/// Of Unicode scalar values.
[[nodiscard]] qint64 lengthOf(QStringView text);

} // namespace trawl::extract::jsonpath
