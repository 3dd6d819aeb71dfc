// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QString>

#include <tl/expected.hpp>

#include <sys/stat.h>

/// What may lie at the path of a session, decided before anything is opened or written there.
namespace trawl::store {

/// The file itself where a link leads to one: a link to a session is that session, and lock and
/// WAL stand beside the file. Where nothing is yet, the path with its directory's links resolved.
[[nodiscard]] QString realPath(const QString &path);

/// A session is a regular file of one name, or nothing is there yet; so are the journals that
/// SQLite keeps beside it. The failure names what it is instead and the way out.
[[nodiscard]] tl::expected<void, item::Failure> checkSessionFile(const QString &real);

/// The kind of something that is no regular file: "a device".
[[nodiscard]] QString fileKind(mode_t mode);

} // namespace trawl::store
