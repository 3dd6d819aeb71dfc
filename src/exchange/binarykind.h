// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

namespace trawl::exchange {

/// What a file that is no text is by its signature, as "is a PNG picture, no list"; empty = none
/// that is known.
[[nodiscard]] QString whyNoList(QByteArrayView head);
/// More bytes could make the head of such a file of it.
[[nodiscard]] bool mayBeSignature(QByteArrayView head);
/// NULs and control characters, as no text has them. `head` is UTF-8.
[[nodiscard]] bool isBinary(QByteArrayView head);

} // namespace trawl::exchange
