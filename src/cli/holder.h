// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/plan.h"
#include "control/client.h"

namespace trawl::cli {

/// The process that has a session open, in words: "a window (process 7)".
[[nodiscard]] QString holderText(const control::Client &holder);

/// Why a command that needs the session for itself cannot have it, and what to do about it.
/// `failure` is what opening it said.
[[nodiscard]] QString heldText(const QString &sessionPath, const item::Failure &failure);

/// Asks the process that has the session open, or else opens it, without fetching anything, and
/// does it here: the next start obeys.
[[nodiscard]] tl::expected<QJsonObject, Refusal> giveOrder(const QString &sessionPath,
                                                           const control::Request &request);

/// The jobs as they stand at this moment: from the process that has the session open, else as the
/// file has them. `note` is for the person.
struct JobList
{
    QList<engine::JobState> jobs;
    QString note;
};
[[nodiscard]] tl::expected<JobList, Refusal> listJobs(const QString &sessionPath);

} // namespace trawl::cli
