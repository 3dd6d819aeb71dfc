// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::extract {

/// Where a page's doctype stands, if its public identifier is one of those that put a browser into
/// quirks mode by their beginning (WHATWG HTML, 13.2.6.4.1); else an empty view.
[[nodiscard]] QByteArrayView quirksDoctype(QByteArrayView html);

} // namespace trawl::extract
