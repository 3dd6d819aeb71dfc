// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "item/linkoptions.h"
#include "item/record.h"
#include "queue/scheduler.h"

#include <QByteArray>
#include <QHash>

#include <memory>
#include <vector>

namespace trawl::engine {

/// One item as the engine holds it: 40 bytes.
struct ItemRow
{
    qint64 bytes = 0;
    qint64 total = -1;
    qint64 endedMs = 0; ///< since the epoch: when it came to its last end
    queue::HostIndex host = 0;
    quint32 file = 0; ///< where its name stands in the table's text; 0 = none
    qint16 code = 0;
    quint16 attempts = 0;
    item::Status status = item::Status::Queued;
    item::Reason reason = item::Reason::None;
    bool dirty = false; ///< already in the list of changed rows
    enum class Next : quint8 { GoOn, Pause, Remove, RemoveWithFile };
    Next next = Next::GoOn; ///< of a running one, as soon as its worker lets go

    [[nodiscard]] bool isFetchable() const { return !item::isOfEntry(reason); }
};

/// Where in a crawl an item is; those of a list have the default.
struct ItemPlace
{
    quint16 depth = 0;
    quint8 page = 0;       ///< item::FoundLink::page
    bool followed = false; ///< found on a page, not listed by the person
    quint16 steps = 0;     ///< links from a URL of the list, those of a pagination among them
    quint8 refreshes = 0;  ///< pages in a row that have only sent their reader on
    item::Referrer referrer = item::Referrer::None;
    quint32 parent = 0; ///< the page that has the link; 0 = none
};

/// Every item of the session in columns, found by id in O(1). URLs stay in their shared blocks.
class ItemTable
{
public:
    /// Ids go on from the last block's.
    void append(const item::UrlBlockPtr &block);
    [[nodiscard]] item::ItemId nextId() const { return item::ItemId(qint64(m_rows.size()) + 1); }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_rows.size()); }
    [[nodiscard]] bool contains(item::ItemId id) const
    {
        return qint64(id) >= 1 && qint64(id) <= qint64(m_rows.size());
    }

    [[nodiscard]] ItemRow &row(item::ItemId id) { return m_rows[std::size_t(qint64(id) - 1)]; }
    [[nodiscard]] const ItemRow &row(item::ItemId id) const
    {
        return m_rows[std::size_t(qint64(id) - 1)];
    }
    [[nodiscard]] QByteArrayView url(item::ItemId id) const;
    [[nodiscard]] item::JobId job(item::ItemId id) const;
    /// The item's number in its job, from 1.
    [[nodiscard]] qint64 numberInJob(item::ItemId id) const;
    [[nodiscard]] const std::vector<item::UrlBlockPtr> &blocks() const { return m_blocks; }

    void setFile(item::ItemId id, const QString &file);
    [[nodiscard]] QString file(item::ItemId id) const;

    void setPlace(item::ItemId id, ItemPlace place, const QByteArray &carried);
    [[nodiscard]] ItemPlace place(item::ItemId id) const
    {
        const auto index = std::size_t(qint64(id) - 1);
        return index < m_places.size() ? m_places[index] : ItemPlace();
    }
    /// item::FoundLink::carried
    [[nodiscard]] QByteArray carried(item::ItemId id) const { return m_carried.value(id); }

    /// Where a page that has links was found in the end; known in this run only.
    void setFinalUrl(item::ItemId id, const QByteArray &url) { m_finalUrls.insert(id, url); }
    /// The Referer that an item is to be asked for with; empty = none.
    [[nodiscard]] QByteArray referrer(item::ItemId id) const;

    /// Most items have none.
    void setOptions(item::ItemId id, const std::shared_ptr<const item::LinkOptions> &options);
    [[nodiscard]] const item::LinkOptions &options(item::ItemId id) const;

private:
    [[nodiscard]] std::size_t blockIndex(item::ItemId id) const;
    [[nodiscard]] const item::UrlBlock &blockOf(item::ItemId id) const;

    std::vector<ItemRow> m_rows;
    std::vector<item::UrlBlockPtr> m_blocks; // in order of id
    std::vector<qint64> m_before;            // of each block: items of its job that come before it
    QHash<item::JobId, qint64> m_itemsOfJob;
    QHash<item::ItemId, std::shared_ptr<const item::LinkOptions>> m_options;
    std::vector<ItemPlace> m_places; // up to the last item that has one
    QHash<item::ItemId, QByteArray> m_carried;
    QHash<item::ItemId, QByteArray> m_finalUrls; // of pages that were redirected
    QByteArray m_files{1, '\0'};                 // UTF-8 names, each ended by NUL
};

} // namespace trawl::engine
