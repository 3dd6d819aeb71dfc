// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::exchange {

/// Whether an entry of a ZIP file (deflated, no ZIP64) is there and its contents end with
/// `end`. Unpacks it piece by piece. `path` is in the file system's encoding.
[[nodiscard]] bool zipEntryEndsWith(const QByteArray &path, const QByteArray &entry,
                                    const QByteArray &end);

} // namespace trawl::exchange
