// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/extractor.h"
#include "item/probe.h"

namespace trawl::extract {

/// Tries a recipe of one page kind on a body for its author: a selector that is wrong costs only
/// itself, and it is told where matches stand in the source. The number and times of the answer
/// are the caller's. On any thread; never throws, whatever body and recipe are.
[[nodiscard]] item::ProbeAnswer preview(const item::Probe &probe, QByteArrayView body);

} // namespace trawl::extract
