// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"

#include <QString>

namespace trawl::exchange {

/// Of an errno, by item/localfault.h.
[[nodiscard]] item::Failure systemFailure(int error);
/// Reason::FileError with words of our own.
[[nodiscard]] item::Failure fileFailure(const QString &words);
/// Reason::Changed: the file is not what it was when it was last written.
[[nodiscard]] item::Failure changedFile(const QString &words);

/// So that a new name in it stays after a power cut; false leaves errno.
[[nodiscard]] bool syncDirectory(const QString &path);

} // namespace trawl::exchange
