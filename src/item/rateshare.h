// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::item {

/// Whose transfers a limit is for.
enum class RateScope : quint8 { All, Job, Host, Last = Host };

/// What one worker may load for a scope, in bytes/s; 0 = no limit.
struct RateShare
{
    RateScope scope = RateScope::All;
    quint32 key = 0; ///< the job's id or the host's number (Request::host)
    qint64 bytesPerSecond = 0;

    friend bool operator==(const RateShare &, const RateShare &) = default;
};

} // namespace trawl::item
