// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

namespace trawl::store {

/// What a session file says it is, in SQLite's header: "Trwl".
constexpr quint32 ApplicationId = 0x5472776c;

/// The version that this program writes.
[[nodiscard]] int newestVersion();

/// Makes a new session file where none, or an empty one, lies. It appears whole or not at all.
[[nodiscard]] tl::expected<void, item::Failure> createSession(const QString &path);

/// Says whether the file is a session of ours that this program understands; changes nothing.
[[nodiscard]] tl::expected<void, item::Failure> checkSession(const Database &database,
                                                             const QString &path);

/// Reads all of the file and says whether it is whole.
[[nodiscard]] tl::expected<void, item::Failure> checkPages(const Database &database,
                                                           const QString &path);

/// Runs the numbered steps of resources/sql that the file has not seen, each in a transaction with
/// its number.
[[nodiscard]] tl::expected<void, item::Failure> migrate(Database &database);

} // namespace trawl::store
