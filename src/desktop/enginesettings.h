// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"

#include "engine/engine.h"

namespace trawl::desktop {

/// What an engine runs with; session and worker program are for the caller to set.
[[nodiscard]] engine::EngineOptions engineOptions(const Settings &settings);
/// What a new job begins with. A job that is to have no options of its own, but what the settings
/// are at the time it runs, has none of these.
[[nodiscard]] engine::JobOptions jobDefaults(const Settings &settings);

} // namespace trawl::desktop
