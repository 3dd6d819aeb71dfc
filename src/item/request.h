// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/headers.h"
#include "item/ids.h"

#include <QByteArray>
#include <QString>

namespace trawl::item {

/// One attempt at one item: what a worker is asked to fetch and where its part file goes.
struct Request
{
    ItemId id{};
    QByteArray url;   ///< absolute, percent-encoded, http or https, no user info
    QString partPath; ///< absolute; the worker creates or truncates it, the engine renames it
    Headers headers;  ///< for this item, beside TransferSettings::headers

    friend bool operator==(const Request &, const Request &) = default;
};

} // namespace trawl::item
