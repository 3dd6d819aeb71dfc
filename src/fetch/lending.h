// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/inspection.h"

#include <functional>

namespace trawl::fetch {

/// Connections beside a transfer's first, lent by the engine, which alone knows the hosts' budgets.
/// Set up by the owner of the transfer, used by the transfer; on one thread.
struct Lending
{
    /// So many more would help now; replaces what was asked before.
    std::function<void(int)> want;
    /// Granted ones that are not needed any more.
    std::function<void(int)> giveBack;
    /// Set by the transfer while it can take some: how the owner hands over what was granted.
    std::function<void(int)> grant;
    /// Set by the transfer while it runs: how it stands, for who looks at it.
    std::function<item::Inspection()> look;
};

} // namespace trawl::fetch
