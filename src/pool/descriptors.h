// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trawl::pool {

/// Lets this process, or a child before its exec, have as many descriptors as the hard limit
/// allows: the soft one is meant for programs that use select(2). Safe behind fork.
void raiseDescriptorLimit();

/// How many tasks may run at once in a worker whose limit is raised: a task takes a socket and a
/// file, and a third descriptor for a moment.
[[nodiscard]] int mostTasks();

} // namespace trawl::pool
