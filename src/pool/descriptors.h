// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trawl::pool {

/// Lets the process have as many descriptors as the hard limit allows: the soft one is meant for
/// programs that use select(2). May be called between fork and exec.
void raiseDescriptorLimit();

/// How many tasks may run at once in a worker whose limit is raised: a task takes a socket and a
/// file, and a third descriptor for a moment.
[[nodiscard]] int mostTasks();

} // namespace trawl::pool
