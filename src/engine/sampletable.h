// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/pagesample.h"
#include "item/ids.h"
#include "item/settings.h"
#include "queue/scheduler.h"
#include "scratch/directory.h"

#include <QHash>

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace trawl::engine {

/// Pages that are being fetched as samples. Each has an id far below zero, so that it goes the way
/// of an item through scheduler and workers, as robots.txt does; requests with the same settings
/// share a job below zero.
class SampleTable
{
public:
    struct Asked
    {
        quint64 number = 0;
        QByteArray url;
        queue::HostIndex host = 0;
        item::JobId job{};
        QString path; ///< of the body
    };

    [[nodiscard]] static bool isSample(item::ItemId id) { return qint64(id) < last; }
    [[nodiscard]] static bool isSample(item::JobId job) { return qint32(job) < 0; }

    /// The job of these settings; the second says that it is new.
    [[nodiscard]] std::pair<item::JobId, bool> jobOf(const item::TransferSettings &settings);
    /// Nothing = there is no place for its body. `asked` needs no path.
    [[nodiscard]] std::optional<item::ItemId> add(Asked asked);
    [[nodiscard]] bool contains(item::ItemId id) const { return m_asked.contains(id); }
    [[nodiscard]] Asked asked(item::ItemId id) const { return m_asked.value(id); }
    [[nodiscard]] Asked take(item::ItemId id) { return m_asked.take(id); }
    [[nodiscard]] std::optional<item::ItemId> find(quint64 number) const;
    [[nodiscard]] QList<item::ItemId> open() const { return m_asked.keys(); }

private:
    static constexpr qint64 first = std::numeric_limits<qint64>::min();
    static constexpr qint64 last = first / 2;

    QHash<item::ItemId, Asked> m_asked;
    std::vector<item::TransferSettings> m_settings;  ///< by job: -1, -2 …
    std::unique_ptr<scratch::Directory> m_directory; ///< made by the first
    qint64 m_next = first;
};

} // namespace trawl::engine
