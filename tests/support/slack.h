// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trawl::support {

#ifdef __SANITIZE_ADDRESS__
inline constexpr bool sanitized = true;
#else
inline constexpr bool sanitized = false;
#endif

/// How many times its figure a test of time may take: others work on the machine, and what such a
/// test looks for takes far longer. A sanitizer makes it another program.
inline constexpr double slack = sanitized ? 20 : 3;

/// Of the window's thread, without slack.
inline constexpr double mostStallMs = 50;

} // namespace trawl::support
