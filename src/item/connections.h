// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

namespace trawl::item {

/// Connections that an item has, wants or gives back beside its first (segments).
struct ExtraConnections
{
    ItemId id{};
    qint32 count = 0;

    friend bool operator==(const ExtraConnections &, const ExtraConnections &) = default;
};

} // namespace trawl::item
