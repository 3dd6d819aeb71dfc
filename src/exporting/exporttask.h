// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/background.h"
#include "exporting/exportrows.h"

#include <QObject>

namespace trawl::exporting {

using ExportResult = tl::expected<qint64, item::Failure>;

/// Writes an export on a thread of its own. The destructor waits until it is written, unless it was
/// cancelled: a file that the person asked for is not dropped because the window closes.
class ExportTask : public QObject
{
    Q_OBJECT

public:
    explicit ExportTask(ExportPlan plan, QObject *parent = nullptr);
    ~ExportTask() override;

    void start();
    /// finished() follows, with Reason::Cancelled; the file is as it was.
    void cancel() { m_cancelled = true; }
    [[nodiscard]] const ExportPlan &plan() const { return m_plan; }

Q_SIGNALS:
    /// Rows read so far; a few times a second.
    void progress(qint64 rows);
    void finished(const trawl::exporting::ExportResult &rows);

private:
    [[nodiscard]] ExportResult run();

    const ExportPlan m_plan;
    std::atomic_bool m_cancelled = false;
    desktop::Background m_background;
};

} // namespace trawl::exporting
