// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"

#include "engine/engine.h"

namespace trawl::desktop {

/// What an engine is to start with; session and worker program are for the caller to set.
[[nodiscard]] engine::EngineOptions engineOptions(const Settings &settings);
/// Setting::RecycleMemory in bytes.
[[nodiscard]] qint64 recycleBytes(const Settings &settings);
/// What holds of it while it runs.
[[nodiscard]] engine::Defaults engineDefaults(const Settings &settings);
/// What a new job begins with. A job that is to have no options of its own, but what the settings
/// are at the time it runs, has none of these.
[[nodiscard]] engine::JobOptions jobDefaults(const Settings &settings);
/// Empty when it does not parse, which the settings do not let happen.
[[nodiscard]] engine::Schedule scheduleOf(const Settings &settings);

} // namespace trawl::desktop
