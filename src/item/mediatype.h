// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::item {

/// "Text/HTML; charset=utf-8" → "text/html"; of several fields that were joined the first.
[[nodiscard]] inline QByteArray mediaType(const QByteArray &contentType)
{
    return contentType.split(';').constFirst().split(',').constFirst().trimmed().toLower();
}

} // namespace trawl::item
