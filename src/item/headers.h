// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace trawl::item {

/// One field of a request's or response's header section (RFC 9110, 5). Values are never logged:
/// they may hold a password or a cookie.
struct Header
{
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Header &, const Header &) = default;
};

using Headers = QList<Header>;

} // namespace trawl::item
