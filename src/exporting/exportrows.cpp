// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportrows.h"

namespace trawl::exporting {

tl::expected<exchange::RowSource, item::Failure> openRows(ExportPlan &plan,
                                                          const std::atomic_bool &cancelled)
{
    const auto fields = engine::resultFields(plan.sessionPath, plan.filter);
    if (!fields)
        return tl::unexpected(fields.error());
    plan.options.fields = *fields;
    auto rows = engine::openResults(plan.sessionPath, plan.filter);
    if (!rows)
        return tl::unexpected(rows.error());
    return [next = std::move(*rows), &cancelled]() -> exchange::RowSource::result_type {
        if (cancelled)
            return tl::unexpected(item::Failure{item::Reason::Cancelled, 0, false, {}});
        return next();
    };
}

} // namespace trawl::exporting
