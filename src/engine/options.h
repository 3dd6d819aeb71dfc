// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineoptions.h"
#include "engine/joboptions.h"

#include <span>

namespace trawl::engine {

/// The structs whose fields options are. One that is nullptr is passed over.
struct OptionOwners
{
    EngineOptions *engine = nullptr;
    JobOptions *job = nullptr;
    item::TransferSettings *transfer = nullptr;
};

/// A row of one of the three tables without its types: its value is text, as on a command line.
struct Option
{
    const item::OptionInfo &info;
    /// Owners have it.
    bool (*isIn)(const OptionOwners &owners);
    /// The value as take() reads it again; empty if it is special.
    QString (*text)(const OptionOwners &owners);
    /// Takes a text within the bounds into the field; false = it is none, and nothing changes.
    bool (*take)(const OptionOwners &owners, const QString &text, const item::OptionInfo &bounds);
};

/// Those of the session, of a job and of its requests, in the order of their tables.
[[nodiscard]] std::span<const Option> options();

/// Its value where nobody says anything, as text.
[[nodiscard]] QString usualText(const Option &option);

} // namespace trawl::engine
