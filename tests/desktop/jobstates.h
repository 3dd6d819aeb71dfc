// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

namespace trawl::desktop {

/// A job with 40 paused items, as the engine tells of it.
inline engine::JobState jobState(int id, bool paused)
{
    engine::JobState state;
    state.id = item::JobId(id);
    state.paused = paused;
    state.counts.paused = 40;
    return state;
}

} // namespace trawl::desktop
