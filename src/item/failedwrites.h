// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>

namespace trawl::item {

/// From now on a write to somebody who has gone, or beyond the limit on files, fails with EPIPE or
/// EFBIG and does not end the process. At the beginning of main(); what it starts inherits it.
inline void outliveFailedWrites()
{
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace trawl::item
