// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "extract/content.h"

#include <QByteArray>

#include <optional>

namespace trawl::extract {

/// Where a page sends its reader on to.
struct Refresh
{
    QByteArray url; ///< absolute
    int seconds = 0;

    /// Nobody is meant to read the page: it is a redirect.
    [[nodiscard]] bool isRedirect() const { return seconds <= 5; }
};

/// "5; url=/next" (WHATWG HTML, 4.2.5.3); nullopt where no other URL is named, or one that is no
/// URL.
[[nodiscard]] std::optional<Refresh> parseRefresh(QStringView text, const QByteArray &base);

/// By <meta http-equiv=refresh>, or the header field where there is one. A page that is shown for
/// more than 100 s is not left, and <noscript> is for others (Scrapy holds both the same way). Nor
/// is one left for itself: that is a reload.
[[nodiscard]] std::optional<Refresh> refreshOf(Content &content);

} // namespace trawl::extract
