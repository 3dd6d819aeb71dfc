// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::crawl {

/// Adds text of a URL with its percent-encoding normalised (RFC 3986, 6.2.2): what needs none is
/// decoded, hex digits are upper case, what a URL may not hold is encoded, a '%' alone too.
void appendPercentNormal(QByteArray &out, QByteArrayView text);

} // namespace trawl::crawl
