// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::exchange {

/// The charset of a list by the beginning of it, as extract/charset.h calls it: by its byte order
/// mark, the zeros of UTF-16 without one, what a page says of itself (HTML only), else a guess.
/// "utf-8" for what may be that.
[[nodiscard]] QByteArray listCharset(QByteArrayView head, bool html = false);

/// The beginning of a list as UTF-8.
[[nodiscard]] QByteArray headAsUtf8(QByteArrayView head, const QByteArray &charset);

} // namespace trawl::exchange
