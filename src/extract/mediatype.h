// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::extract {

/// "Text/HTML; charset=utf-8" → "text/html"; of several fields that were joined the first.
[[nodiscard]] inline QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().split(',').constFirst().trimmed().toLower();
}

/// A text that is not marked up, which browsers show as it is (MIME Sniffing, 7): no page, whatever
/// stands in it.
[[nodiscard]] inline bool isPlainText(const QByteArray &contentType)
{
    const QByteArray type = mediaType(contentType);
    return type.startsWith("text/") && !type.endsWith("html") && !type.endsWith("xml") &&
           !type.endsWith("json");
}

} // namespace trawl::extract
