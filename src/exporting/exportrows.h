// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporting/exportchoices.h"

#include <atomic>

namespace trawl::exporting {

/// Which results go into an export, how, and where to.
struct ExportPlan
{
    QString sessionPath;
    QString file;
    exchange::ExportOptions options;
    engine::ResultFilter filter;
    qint64 expected = 0; ///< items that are read for it; 0 = unknown
};

/// The rows of a plan, which gets its fields; they end with Reason::Cancelled once that is set.
[[nodiscard]] tl::expected<exchange::RowSource, item::Failure>
openRows(ExportPlan &plan, const std::atomic_bool &cancelled);

} // namespace trawl::exporting
