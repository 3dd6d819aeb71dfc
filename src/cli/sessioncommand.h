// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options.h"
#include "cli/plan.h"

namespace trawl::cli {

/// The session that was named, or the person's own; absolute.
[[nodiscard]] QString chosenSession(const RunOptions &options);

/// The job that was named by its name or number; nullopt = none was named.
[[nodiscard]] tl::expected<std::optional<item::JobId>, Refusal>
chosenJob(const QString &sessionPath, const QString &job);

/// `trawlc jobs`, `status`, `pause`, `resume` and `retry`: what they print, for standard
/// output and for the person.
struct Report
{
    QByteArray out;
    QString note;
    int exitStatus = 0;
};
[[nodiscard]] tl::expected<Report, Refusal> runOnSession(Command command,
                                                         const RunOptions &options);

} // namespace trawl::cli
