// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"
#include "store/store.h"

#include <vector>

namespace trawl::store {

/// Writes values as rows inside the caller's transaction.
class RowWriter
{
public:
    [[nodiscard]] static tl::expected<RowWriter, item::Failure> make(const Database &database,
                                                                     Redaction redaction);

    using Done = tl::expected<void, item::Failure>;
    [[nodiscard]] Done addJob(const JobRow &job);
    [[nodiscard]] Done updateJob(const JobRow &job);
    [[nodiscard]] Done import(const ImportBatch &batch);
    [[nodiscard]] Done update(const QList<ItemUpdate> &updates, qint64 epoch);
    [[nodiscard]] Done remove(const Removal &removal);
    [[nodiscard]] Done forgetFiles(const QList<item::ItemId> &ids);
    [[nodiscard]] Done setFile(item::ItemId id, const QString &file);
    [[nodiscard]] Done setSynced(qint64 epoch);
    [[nodiscard]] Done setHost(const HostWish &host);
    [[nodiscard]] Done setTurns(const QList<Turn> &turns);
    [[nodiscard]] Done setSink(const SinkRow &sink);

private:
    [[nodiscard]] Done writeJob(Statement &statement, const JobRow &job) const;
    [[nodiscard]] Done writeOptions(const QList<ImportBatch::Options> &options);
    [[nodiscard]] Done writeOutcome(const ItemUpdate &update, qint64 epoch);
    [[nodiscard]] Done writeDetails(const ItemUpdate &update);
    [[nodiscard]] Done writeRecords(const ItemUpdate &update);
    [[nodiscard]] Done writeArrivals();
    [[nodiscard]] Done writePlace(const Place &place);
    [[nodiscard]] Done removeItems(const ItemRange &range);
    [[nodiscard]] Done writeUrls(const item::UrlBlock &urls);

    Statement m_addJob;
    Statement m_updateJob;
    Statement m_advanceJob;
    Statement m_addItem;
    Statement m_setOutcome;
    Statement m_setDetails;
    Statement m_dropDetails;
    Statement m_addOptions;
    Statement m_setFile;
    Statement m_setSynced;
    Statement m_setArrivals;
    Statement m_addPlace;
    Statement m_dropRecords;
    Statement m_addRecord;
    Statement m_setSink;
    std::vector<Statement> m_removeItems; ///< one a table
    Statement m_setLastRemoved;
    Statement m_setHost;
    Statement m_dropHost;
    Statement m_setTurn;
    Statement m_addRemovedFile;
    Statement m_dropRemovedFile;
    qint64 m_arrivals = 0; ///< given so far
    Redaction m_redaction = nullptr;
};

} // namespace trawl::store
