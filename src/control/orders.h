// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/request.h"

namespace trawl::engine {
class Engine;
}

namespace trawl::control {

/// Does Jobs, Pause, Resume and Retry; on the engine's thread, also where nothing is fetched. The
/// answer has "jobs", or in "items" how many items the order was for.
[[nodiscard]] QJsonObject carryOut(engine::Engine &engine, const Request &request);

} // namespace trawl::control
