// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"
#include "item/record.h"
#include "item/status.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <array>
#include <functional>
#include <optional>

namespace trawl::item {

/// The columns that every export has, in order, by their stable names; fields may not have them.
inline constexpr std::array resultColumnNames{
    "id",   "url",    "final_url", "status",      "code",    "reason",   "bytes", "mime",
    "file", "sha256", "attempts",  "duration_ms", "started", "finished", "detail"};

/// One row of the results, as exported: an item with what became of it. An item with several
/// records has as many rows.
struct Result
{
    ItemId id{};
    JobId job{};
    QByteArray url;
    QByteArray finalUrl;
    Status status = Status::Queued;
    int code = 0;
    Reason reason = Reason::None;
    qint64 bytes = 0;
    QByteArray mime;
    QString file;      ///< relative to the job's directory; empty = none
    QByteArray sha256; ///< hex; empty = not computed
    int attempts = 0;
    qint64 durationMs = 0;
    qint64 startedMs = 0;  ///< since the epoch, UTC; 0 = never
    qint64 finishedMs = 0; ///< since the epoch, UTC; 0 = not yet
    QString detail;        ///< what the reason alone does not say, technical, in English
    qint64 arrival = 0;    ///< the how-manieth end of the session that was; 0 = not yet
    Record record;         ///< by the recipe's columns; empty = none

    friend bool operator==(const Result &, const Result &) = default;
};

/// Gives one row a call: nothing at the end, a failure when the rest cannot be read.
using ResultSource = std::function<tl::expected<std::optional<Result>, Failure>()>;

} // namespace trawl::item
