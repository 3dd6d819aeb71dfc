// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace trawl::item {

/// The one state an item is in. Stored as a number: append only.
enum class Status : quint8 {
    Queued,
    Running, ///< never stored: after a restart it is Queued
    Paused,
    Done,
    Failed,
    Skipped,
    Last = Skipped, ///< not a status: the end of those that are stored and shown
    Removed,        ///< by the person: it only keeps its number
};

/// The stable word for exports: done, failed, skipped, queued, paused (running counts as queued).
[[nodiscard]] QString statusWord(Status status);
[[nodiscard]] std::optional<Status> statusFromWord(QStringView word);

/// True when nothing more happens to the item unless the person asks.
[[nodiscard]] constexpr bool isFinal(Status status)
{
    return status == Status::Done || status == Status::Failed || status == Status::Skipped;
}

} // namespace trawl::item
