// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "models/livetable.h"

#include <QHash>

namespace trawl::models {

enum class HostColumn {
    Host,
    State,
    InFlight,
    Requests,
    Speed,
    Latency,
    Done,
    Failed,
    Queued,
    Limit
};

/// The Hosts tab: one row a host (scheme, name and port) that a link has.
class HostModel : public LiveTable
{
    Q_OBJECT

public:
    using LiveTable::LiveTable;

    /// Takes what changed; what is on screen follows with the next refresh(), so that numbers can
    /// be read.
    void apply(const std::vector<engine::HostRow> &hosts);
    /// `nowMs` since the epoch: what countdowns are counted to.
    void refresh(qint64 nowMs);

    [[nodiscard]] const engine::HostRow &hostAt(int row) const;
    /// -1 = none.
    [[nodiscard]] int rowOfHost(const QByteArray &origin) const;

protected:
    [[nodiscard]] std::span<const Column> columns() const override;
    [[nodiscard]] QString text(int record, int column) const override;
    [[nodiscard]] SortKey key(int record, int column) const override;
    [[nodiscard]] QVariant extra(int record, int column, int role) const override;
    [[nodiscard]] QString translated(const char *text) const override { return tr(text); }

private:
    void markHeld();

    std::vector<engine::HostRow> m_hosts;
    QHash<QByteArray, int> m_records; ///< by origin
    std::vector<int> m_changed;       ///< since the last refresh()
    qint64 m_nowMs = 0;
};

} // namespace trawl::models
