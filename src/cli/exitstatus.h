// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Exit statuses of trawlc; scripts rely on them.
namespace trawl::cli {

enum ExitStatus {
    AllDone = 0,
    SomeFailed = 1,   ///< or a list ended in what could not be read
    BadUsage = 2,     ///< or unreadable input; nothing was fetched
    Stopped = 3,      ///< by a signal
    LocalTrouble = 4, ///< disk full, no worker starts, the session cannot be used …
};

} // namespace trawl::cli
