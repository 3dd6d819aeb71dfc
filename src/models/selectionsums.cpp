// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/selectionsums.h"

#include "models/itemmodel.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>

namespace trawl::models {

namespace {

constexpr qint64 sliceNs = 4'000'000;

constexpr std::array countOf{&engine::Counts::queued, &engine::Counts::running,
                             &engine::Counts::paused, &engine::Counts::done,
                             &engine::Counts::failed, &engine::Counts::skipped};
static_assert(countOf.size() == std::size_t(item::Status::Last) + 1);

} // namespace

SelectionSums::SelectionSums(const ItemModel &items, QObject *parent)
    : QObject(parent)
    , m_items(items)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SelectionSums::slice);
}

void SelectionSums::begin(std::vector<RowRange> ranges)
{
    m_sum = {};
    m_ranges = std::move(ranges);
    m_range = 0;
    m_row = m_ranges.empty() ? 0 : m_ranges.front().first;
    m_timer.start();
}

void SelectionSums::slice()
{
    QElapsedTimer timer;
    timer.start();
    int rows = 0;
    while (m_range < m_ranges.size()) {
        const auto end = std::min(m_ranges[m_range].last + 1, quint32(m_items.rowCount()));
        for (; m_row < end; ++m_row) {
            if (++rows % 256 == 0 && timer.nsecsElapsed() > sliceNs)
                return;
            add(m_items.stateAt(int(m_row)));
        }
        if (++m_range < m_ranges.size())
            m_row = m_ranges[m_range].first;
    }
    m_timer.stop();
    Q_EMIT summed(m_sum);
}

void SelectionSums::add(const engine::RowState &state)
{
    const bool done = state.status == item::Status::Done;
    ++(m_sum.counts.*countOf[std::size_t(state.status)]);
    m_sum.bytes += state.bytes;
    m_sum.total += std::max(state.total, done ? state.bytes : 0);
    m_sum.unknownSizes += state.total < 0 && !done ? 1 : 0;
    m_sum.files += done && !state.file.isEmpty() ? 1 : 0;
}

} // namespace trawl::models

#include "moc_selectionsums.cpp"
