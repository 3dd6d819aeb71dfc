// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/store.h"

namespace trawl::store {

/// Opens a session file of any version for reading, with a read transaction begun; changes nothing.
[[nodiscard]] tl::expected<Database, item::Failure> openSnapshot(const QString &path);

[[nodiscard]] tl::expected<void, item::Failure>
forEachRow(const Database &database, const char *sql,
           const std::function<void(const Statement &)> &take);

/// Columns: id, job, url, the outcome's id, final_url, status, code, reason, bytes, mime, file,
/// attempts, duration_ms, started, finished, sha256, arrival.
[[nodiscard]] item::Result resultOf(const Statement &row);

/// The last item::Result::arrival there is in the snapshot; 0 = none.
[[nodiscard]] tl::expected<qint64, item::Failure> lastArrival(const Database &database);

/// All jobs, in order of id.
[[nodiscard]] tl::expected<void, item::Failure> readJobs(const Database &database,
                                                         QList<JobRow> &jobs);

} // namespace trawl::store
