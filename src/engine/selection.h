// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"
#include "item/status.h"

#include <QList>

#include <optional>

namespace trawl::engine {

/// Which items of a session are meant: those that all of it is true of.
struct Selection
{
    QList<item::ItemId> ids; ///< empty = any
    std::optional<item::JobId> job;
    /// As the person sees it: queued items of a paused job are paused.
    std::optional<item::Status> status;
    std::optional<item::Reason> reason; ///< of the last attempt
    int code = 0;                       ///< with Reason::Http; 0 = any

    /// Nothing narrower than a job, or than all.
    [[nodiscard]] bool isWhole() const { return ids.isEmpty() && !status && !reason; }
    friend bool operator==(const Selection &, const Selection &) = default;
};

} // namespace trawl::engine
