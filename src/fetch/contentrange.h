// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <tl/expected.hpp>

#include <optional>

namespace trawl::fetch {

/// A Content-Range field of a 206 (RFC 9110, 14.4): bytes `first` to `last`, both included.
struct ContentRange
{
    qint64 first = 0;
    qint64 last = 0;
    qint64 total = -1; ///< -1 = "*"

    friend bool operator==(const ContentRange &, const ContentRange &) = default;
};

/// nullopt for another unit, an unsatisfied range ("*/5"), or numbers that contradict each other.
[[nodiscard]] std::optional<ContentRange> parseContentRange(QByteArrayView field);

/// The total that a 416 tells ("bytes */5"); -1 = none.
[[nodiscard]] qint64 unsatisfiedTotal(QByteArrayView field);

/// Whether an answer to "bytes=`asked`-" fits to a body of `total` bytes (-1 = not known so far).
/// It may begin earlier (what is there already is compared then) and end anywhere. The error says
/// in English what is wrong.
[[nodiscard]] tl::expected<ContentRange, QString> checkContentRange(QByteArrayView field,
                                                                    qint64 asked, qint64 total);

} // namespace trawl::fetch
