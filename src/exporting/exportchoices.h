// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/results.h"
#include "exchange/exporter.h"

#include <QCoreApplication>

#include <memory>

namespace trawl::exporting {

enum class ExportScope { All, Shown, Failed, Selected, Job };
enum class ExportOrder { List, Arrival };
enum class ColumnPreset { All, Table, Fields, Own };

using ItemIds = std::shared_ptr<const std::vector<item::ItemId>>;

/// What there is to export, as the window has it.
struct ExportSubject
{
    struct Job
    {
        item::JobId id{};
        QString name;
        QStringList fields;
    };

    QString sessionPath;
    QList<Job> jobs;
    std::optional<item::JobId> job; ///< the one that is looked at
    ItemIds shown;                  ///< in the table's order
    ItemIds selected;               ///< likewise
    QStringList tableColumns;       ///< the results' columns that the table shows, in its order

    /// The fields of one job, or of all; each once.
    [[nodiscard]] QStringList fields(std::optional<item::JobId> of) const;
};

/// What the person chose; remembered as JSON.
struct ExportChoices
{
    ExportScope scope = ExportScope::All;
    exchange::ExportFormat format = exchange::ExportFormat::Csv;
    ExportOrder order = ExportOrder::List;
    ColumnPreset preset = ColumnPreset::All;
    QStringList columns; ///< of ColumnPreset::Own
    bool bom = false;
    bool defuseFormulas = true;
    QString where;
    QString file;

    [[nodiscard]] QByteArray toBytes() const;
    /// What is not there or no such thing is as it is at first.
    [[nodiscard]] static ExportChoices fromBytes(const QByteArray &bytes);

    friend bool operator==(const ExportChoices &, const ExportChoices &) = default;
};

} // namespace trawl::exporting
