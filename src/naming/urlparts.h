// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace trawl::naming {

/// What a name needs of an absolute URL (RFC 3986, 3), still percent-encoded.
struct UrlParts
{
    QByteArrayView host;  ///< without user info, port and brackets
    QByteArrayView path;  ///< from its first '/'
    QByteArrayView query; ///< behind the '?'
};

/// Views into `url`. What is no URL gives empty parts.
[[nodiscard]] UrlParts urlParts(QByteArrayView url);

} // namespace trawl::naming
