// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exporttask.h"

#include <QElapsedTimer>

#include <utility>

namespace trawl::exporting {

ExportTask::ExportTask(ExportPlan plan, QObject *parent)
    : QObject(parent)
    , m_plan(std::move(plan))
{
    qRegisterMetaType<ExportResult>();
}

ExportTask::~ExportTask()
{
    m_background.stop();
}

void ExportTask::start()
{
    m_background.start([this](const std::atomic_bool &) { Q_EMIT finished(run()); });
}

ExportResult ExportTask::run()
{
    constexpr int progressMs = 200;
    auto plan = m_plan;
    const auto rows = openRows(plan, m_cancelled);
    if (!rows)
        return tl::unexpected(rows.error());
    QElapsedTimer said;
    said.start();
    qint64 count = 0;
    const auto counted = [&] {
        if (++count % 256 == 0 && said.elapsed() >= progressMs) {
            said.start();
            Q_EMIT progress(count);
        }
        return (*rows)();
    };
    return exchange::exportFile(plan.file, counted, plan.options);
}

} // namespace trawl::exporting

#include "moc_exporttask.cpp"
