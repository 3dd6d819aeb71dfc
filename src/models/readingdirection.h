// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace trawl::models {

/// Links, paths, host names, code and whatever else has no letter that is written from the right
/// (or few, behind others) is read from the left, also in a window that is laid out from the right,
/// where its dots and slashes would jump to the other end. Words of a language that is written from
/// the right are not.
[[nodiscard]] bool readsLeftToRight(QStringView text);

/// The text as it is painted in a window that is laid out from the right: with invisible marks
/// (UAX #9: LRI … PDI) if it is read from the left. Only for painting: nothing that is copied,
/// exported or read aloud has them.
[[nodiscard]] QString markedForPainting(const QString &text);

} // namespace trawl::models
