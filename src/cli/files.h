// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What a command line names, as the system sees it. Texts are for the person, with the system's
/// reason in them; empty = all is well.
namespace trawl::cli {

/// The errno of looking for it; 0 = it is there.
[[nodiscard]] int lookFor(const QString &path);

/// Behind the name of a regular file: "cannot be read: Permission denied".
[[nodiscard]] QString whyUnreadable(const QString &path);

/// Behind the name of a folder that files are to be made in.
[[nodiscard]] QString whyUnwritable(const QString &folder);

/// Behind the name of a program.
[[nodiscard]] QString whyNoProgram(const QString &path);

/// Names the session.
[[nodiscard]] QString whyNoSession(const QString &path);

} // namespace trawl::cli
