// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/spot.h"
#include "item/ids.h"

#include <QList>

#include <functional>

namespace trawl::engine {

/// What is to become of what lies in a job's part directory of an item.
enum class PartUse : quint8 {
    Drop,
    GoOn,   ///< "<id>.part" with its "<id>.state" is gone on with
    Intent, ///< "<id>.part" is a whole body that waits for its name
};

/// Removes what is of no use: parts without a state, states without a part, bodies that were to
/// replace a part ("<id>.fresh"), and what the items have no use for; what is not ours by its name
/// stays. Answers the items whose parts wait for their names.
[[nodiscard]] QList<item::ItemId> sweepParts(const Spot &parts,
                                             const std::function<PartUse(item::ItemId)> &useOf);

/// How the directories begin that hold parts of temporary sessions, which nobody goes on with.
inline constexpr QLatin1StringView temporaryParts("once-");

/// Removes what killed processes with such a session have left below a job's directory.
void sweepTemporaryParts(const QString &directory);

/// Removes all that lies there of items that are gone, while others are under way.
void removeParts(const Spot &parts, const std::function<bool(item::ItemId)> &isGone);

} // namespace trawl::engine
