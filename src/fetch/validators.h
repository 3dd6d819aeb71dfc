// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace trawl::fetch {

/// What tells one state of a file on its server from another (RFC 9110, 8.8), as received.
struct Validators
{
    QByteArray etag;
    QByteArray lastModified;
    QByteArray date; ///< of the same response

    /// For If-Range (RFC 9110, 13.1.5): a strong ETag, else a Last-Modified that is strong because
    /// it is a minute or more older than its Date (8.8.2.2); empty = neither.
    [[nodiscard]] QByteArray ifRange() const;
    /// The other response is of another state of the file. What only one of them has says nothing.
    [[nodiscard]] bool contradicts(const Validators &other) const;
    [[nodiscard]] bool isEmpty() const { return etag.isEmpty() && lastModified.isEmpty(); }

    friend bool operator==(const Validators &, const Validators &) = default;
};

} // namespace trawl::fetch
