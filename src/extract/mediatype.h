// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/mediatype.h"

namespace trawl::extract {

/// A text that is not marked up, which browsers show as it is (MIME Sniffing, 7): no page, whatever
/// stands in it.
[[nodiscard]] inline bool isPlainText(const QByteArray &contentType)
{
    const QByteArray type = item::mediaType(contentType);
    return type.startsWith("text/") && !type.endsWith("html") && !type.endsWith("xml") &&
           !type.endsWith("json");
}

} // namespace trawl::extract
