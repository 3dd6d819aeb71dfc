// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/validators.h"
#include "item/outcome.h"

#include <QList>
#include <QString>

#include <optional>

namespace trawl::fetch {

/// What is known of a part that is not whole: kept beside it, so that any worker can go on with it.
/// Never ahead of the part: its bytes were synced before it is written.
struct PartState
{
    /// Bytes that are there, from a block's border on (item::BodyHash), with their hashes.
    struct Extent
    {
        qint64 first = 0;
        qint64 size = 0;
        QList<quint64> blocks;
        quint64 tail = 0; ///< of what follows the last whole block

        [[nodiscard]] qint64 end() const { return first + size; }
        friend bool operator==(const Extent &, const Extent &) = default;
    };

    QByteArray url; ///< the item's: of another one nothing is used
    QByteArray finalUrl;
    Validators validators;
    item::ResponseHead head; ///< of the response that the first byte came with
    qint64 total = -1;       ///< -1 = not known
    qint64 changedNs = 0;    ///< the part's mtime when it was left in order; 0 = it was not
    QList<Extent> extents;   ///< in order, apart from each other

    [[nodiscard]] qint64 bytes() const;
    friend bool operator==(const PartState &, const PartState &) = default;
};

/// With a checksum of its own, so that a torn file is none. nullopt for all that makes no sense.
[[nodiscard]] QByteArray toBytes(const PartState &state);
[[nodiscard]] std::optional<PartState> partStateFromBytes(const QByteArray &bytes);

/// Where the state of a part lies: "7.part" → "7.state".
[[nodiscard]] QString statePath(const QString &partPath);
/// Replaces the file as a whole; false when it cannot be written.
[[nodiscard]] bool savePartState(const QString &path, const PartState &state);
[[nodiscard]] std::optional<PartState> loadPartState(const QString &path);

} // namespace trawl::fetch
