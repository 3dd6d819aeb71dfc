// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::naming {

/// How much of a name stands before its extension: 1 of "a.tar.gz", all of "notes" and of
/// "report 1.5". An extension has at most ten letters and digits, a letter among them.
[[nodiscard]] qsizetype stemSize(QStringView name);

/// "movie.7z.001", "app.log.1", "libc.so.6": a number behind an extension, which tells what it is.
[[nodiscard]] bool isNumberedFile(QStringView name);

} // namespace trawl::naming
