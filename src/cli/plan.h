// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/inputs.h"
#include "cli/options.h"

#include <tl/expected.hpp>

namespace trawl::cli {

/// Why a command does not start.
struct Refusal
{
    int exitStatus = 0;
    QString text;

    [[nodiscard]] static tl::unexpected<Refusal> badUsage(const QString &text);
};

/// A command whose inputs, outputs and programs have been seen to be there.
struct Plan
{
    engine::EngineOptions engine;
    engine::JobSpec job;
    std::unique_ptr<Inputs> inputs;
    std::optional<item::Checksum> checksum; ///< of the one link there is
    ExportChoice exports;
    QStringList notes; ///< what of the files that options name was passed over

    /// The next entries with what the command line says of them; see Inputs::next().
    [[nodiscard]] QList<item::Link> next() const;
};

/// Checks all that can be checked before anything is fetched, and makes --dir.
[[nodiscard]] tl::expected<Plan, Refusal> makePlan(Command command, const RunOptions &options);

/// The environment's TRAWL_WORKER, else trawl-worker beside this program, else the installed one
/// in ../libexec/trawl.
[[nodiscard]] QString findWorker();

} // namespace trawl::cli
