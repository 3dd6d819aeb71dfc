// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace trawl::item {

/// "Text/HTML; charset=utf-8" → "text/html"; of several fields that were joined the first.
[[nodiscard]] inline QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().split(',').constFirst().trimmed().toLower();
}

/// Whether a body of that Content-Type is looked into for fields and links.
[[nodiscard]] inline bool mayBePage(const QByteArray &contentType)
{
    const auto type = mediaType(contentType);
    return type.isEmpty() || type.startsWith("text/") || type.endsWith("/xml") ||
           type.endsWith("+xml") || type.contains("json") || type.endsWith("html");
}

} // namespace trawl::item
