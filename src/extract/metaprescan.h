// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::extract {

/// The canonical charset that a page names in its first bytes, in a <meta> or an XML declaration;
/// empty = none (WHATWG HTML, 13.2.3.2, "prescan a byte stream"). Looks at 1 024 bytes and then
/// on to the body, but not further than 16 kB, as browsers do for late declarations.
[[nodiscard]] QByteArray prescanCharset(QByteArrayView bytes);

} // namespace trawl::extract
