// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/linkoptions.h"
#include "item/settings.h"

#include <QByteArray>
#include <QString>

namespace trawl::exchange {

/// What becomes of passwords, tokens and cookies in a text for a person.
enum class Secrets {
    Masked, ///< "••••"
    AsTheyAre,
};

/// A command line for a POSIX shell that makes curl send the request that an item's first attempt
/// is: its URL with headers, login, proxy and TLS of job and list. Cookies that servers set
/// meanwhile are not in it.
[[nodiscard]] QString curlCommand(const QByteArray &url, const item::TransferSettings &settings,
                                  const item::LinkOptions &options, Secrets secrets);

/// One word of a POSIX shell that stands for this text.
[[nodiscard]] QString shellWord(const QString &text);

} // namespace trawl::exchange
