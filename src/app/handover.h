// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/startup.h"

namespace trawl::app {

/// How a start ended that needed no window of its own.
struct Ending
{
    ExitStatus status = ExitStatus::Ok;
    QString output;
};

/// Asks the window that has the session open to come forward, and to show the lists for review.
/// nullopt: there is no such window, so this start is to open one. Needs a QCoreApplication.
[[nodiscard]] std::optional<Ending> handOver(const QString &sessionPath, const QStringList &lists,
                                             const QProcessEnvironment &environment,
                                             int timeoutMs = 5'000);

} // namespace trawl::app
