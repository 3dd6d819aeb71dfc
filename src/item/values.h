// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/headers.h"

#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

/// Values of settings as a person types them; nullopt = they are none.
namespace trawl::item {

/// HTTP status codes and classes ("5xx") with commas between; "none" = an empty list.
[[nodiscard]] std::optional<QList<int>> parseCodes(const QString &text);

/// The same the other way; a class that is whole and in order is one word.
[[nodiscard]] QString codesText(const QList<int> &codes);

/// A bearer token (RFC 6750, 2.1).
[[nodiscard]] std::optional<QByteArray> parseToken(const QByteArray &text);

/// An http, https or socks5 URL with a host and neither a path nor anything behind it.
[[nodiscard]] std::optional<QUrl> parseProxyUrl(const QString &text);

/// "system", or what parseProxyUrl() takes.
[[nodiscard]] std::optional<QString> parseProxy(const QString &text);

/// A number of seconds, "0.5" or "30", as ms; more than 0 and at most a day.
[[nodiscard]] std::optional<int> parseSeconds(const QString &text);

/// A whole number from `least` to `most`.
[[nodiscard]] std::optional<int> parseCount(const QString &text, int least, int most);

/// "Name: value" (RFC 9110, 5.1 and 5.5); nullopt for a bad name or a value of several lines.
[[nodiscard]] std::optional<Header> parseHeader(const QString &text);

/// A header that a transfer sets itself, in any case: Range, Connection …
[[nodiscard]] bool isOwnHeader(const QByteArray &name);

} // namespace trawl::item
