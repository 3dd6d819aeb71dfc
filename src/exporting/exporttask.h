// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/background.h"

#include "engine/results.h"
#include "exchange/exporter.h"

#include <QObject>

#include <optional>
#include <vector>

namespace trawl::exporting {

/// Which results go into an export, and where to.
struct ExportPlan
{
    QString sessionPath;
    QString file;
    exchange::ExportOptions options;
    engine::ResultFilter filter;
    /// By id, for "only what is shown"; nullopt = all that `filter` lets through.
    std::optional<std::vector<bool>> shown;
};

using ExportResult = tl::expected<qint64, item::Failure>;

/// Writes an export on a thread of its own. The destructor waits until it is written: a file that
/// the person asked for is not dropped because the window closes.
class ExportTask : public QObject
{
    Q_OBJECT

public:
    explicit ExportTask(ExportPlan plan, QObject *parent = nullptr);
    ~ExportTask() override;

    void start();
    [[nodiscard]] const ExportPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void finished(const trawl::exporting::ExportResult &rows);

private:
    [[nodiscard]] ExportResult run() const;

    ExportPlan m_plan;
    desktop::Background m_background;
};

} // namespace trawl::exporting
