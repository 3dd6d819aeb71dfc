// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/agent.h"

namespace trawl::crawl {

QByteArrayView productToken(QByteArrayView userAgent)
{
    const auto isTokenChar = [](char c) {
        return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '-' || c == '_';
    };
    qsizetype length = 0;
    while (length < userAgent.size() && isTokenChar(userAgent[length]))
        ++length;
    return userAgent.first(length);
}

} // namespace trawl::crawl
