// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/link.h"

namespace trawl::exchange {

/// An entry that cannot be fetched, with the text that it is shown as: valid UTF-8 of one line, of
/// bounded length, and without what may be a password.
[[nodiscard]] item::Link unusableLink(QByteArrayView text, qint64 line, item::Reason problem,
                                      const QString &detail = {});

/// The last entry of a list that ends in its middle: what it says may be half of what was meant.
[[nodiscard]] inline item::Link cutLink(QByteArrayView text, qint64 line)
{
    return unusableLink(text, line, item::Reason::BadEntry,
                        QStringLiteral("the list is cut here, and with it perhaps this"));
}

} // namespace trawl::exchange
