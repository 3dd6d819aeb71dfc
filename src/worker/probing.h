// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/probe.h"

namespace trawl::worker {

/// Reads the body and tries the recipe on it. On any thread; throws nothing.
[[nodiscard]] item::ProbeAnswer runProbe(const item::Probe &probe);

/// In pieces that fit into a frame of the wire; at least one.
[[nodiscard]] QList<item::ProbeAnswer> inPieces(const item::ProbeAnswer &answer);

} // namespace trawl::worker
