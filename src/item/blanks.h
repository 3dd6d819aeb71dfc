// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::item {

/// Without what cannot be seen around it: blanks, tabs and NULs, and in UTF-8 no-break, wide and
/// zero-width spaces, marks of direction, and byte order marks, which stand inside of a text when
/// files were put together. What a person pastes has them, and no link begins or ends with one.
[[nodiscard]] QByteArrayView withoutBlanks(QByteArrayView text);

} // namespace trawl::item
