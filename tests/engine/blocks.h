// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/urlblock.h"

#include <QByteArrayList>

/// A block of URLs for tests.
inline trawl::item::UrlBlockPtr makeBlock(qint64 first, int job, const QByteArrayList &urls)
{
    auto block = std::make_shared<trawl::item::UrlBlock>(trawl::item::ItemId(first),
                                                         trawl::item::JobId(job));
    for (const auto &url : urls)
        block->append(url);
    return block;
}
