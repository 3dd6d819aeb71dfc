// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::exchange {

/// The long name of one of curl's short options, as far as it matters for what is fetched or takes
/// a value; empty for any other.
[[nodiscard]] QByteArrayView curlLongName(char letter);
/// Does curl's option take a value (curl 8.14)? Unknown ones are taken to be switches.
[[nodiscard]] bool curlOptionHasValue(QByteArrayView longName);

} // namespace trawl::exchange
