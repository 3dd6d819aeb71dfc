// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "models/ranges.h"

#include <QTimer>

namespace trawl::models {

class ItemModel;

/// What a selection of items adds up to.
struct SelectionSum
{
    engine::Counts counts;
    qint64 bytes = 0;        ///< received
    qint64 total = 0;        ///< of those whose size is known
    qint64 unknownSizes = 0; ///< items whose size is not
    qint64 files = 0;        ///< items that have one

    friend bool operator==(const SelectionSum &, const SelectionSum &) = default;
};

/// Adds up rows of an ItemModel in slices of a few milliseconds, so that a million of them hold
/// nobody up.
class SelectionSums : public QObject
{
    Q_OBJECT

public:
    /// The model outlives it.
    explicit SelectionSums(const ItemModel &items, QObject *parent = nullptr);

    /// Begins anew; summed() follows. The ranges are taken as they are now.
    void begin(std::vector<RowRange> ranges);
    void cancel() { m_timer.stop(); }

Q_SIGNALS:
    void summed(const trawl::models::SelectionSum &sum);

private:
    void slice();
    void add(const engine::RowState &state);

    const ItemModel &m_items;
    std::vector<RowRange> m_ranges;
    std::size_t m_range = 0;
    quint32 m_row = 0;
    SelectionSum m_sum;
    QTimer m_timer;
};

} // namespace trawl::models
