// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/agent.h"
#include "item/ascii.h"

namespace trawl::crawl {

QByteArrayView productToken(QByteArrayView userAgent)
{
    const auto isProductChar = [](char c) { return item::isLetter(c) || c == '-' || c == '_'; };
    qsizetype length = 0;
    while (length < userAgent.size() && isProductChar(userAgent[length]))
        ++length;
    return userAgent.first(length);
}

} // namespace trawl::crawl
