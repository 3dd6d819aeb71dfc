// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/validators.h"

#include "item/httpdate.h"

namespace trawl::fetch {

namespace {

constexpr qint64 strongAfterMs = 60'000;

bool isStrong(const QByteArray &etag)
{
    return etag.size() >= 2 && etag.startsWith('"') && etag.endsWith('"');
}

} // namespace

QByteArray Validators::ifRange() const
{
    if (isStrong(etag))
        return etag;
    const auto modified = item::parseHttpDate(lastModified);
    const auto sent = item::parseHttpDate(date);
    return modified && sent && *sent - *modified >= strongAfterMs ? lastModified : QByteArray();
}

bool Validators::contradicts(const Validators &other) const
{
    // A weak tag may change without the bytes, but who sends one sends it with each answer.
    if (!etag.isEmpty() && !other.etag.isEmpty() && etag != other.etag)
        return true;
    return !lastModified.isEmpty() && !other.lastModified.isEmpty() &&
           lastModified != other.lastModified;
}

} // namespace trawl::fetch
