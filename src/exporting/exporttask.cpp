// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exporttask.h"

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

ExportResult ExportTask::run() const
{
    const auto rows = engine::openResults(m_plan.sessionPath, m_plan.filter);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto fields = engine::resultFields(m_plan.sessionPath, m_plan.filter);
    if (!fields)
        return tl::unexpected(fields.error());
    auto options = m_plan.options;
    options.fields = *fields;
    const auto isShown = [this](item::ItemId id) {
        return !m_plan.shown ||
               (std::size_t(id) < m_plan.shown->size() && (*m_plan.shown)[std::size_t(id)]);
    };
    const auto source = [&] {
        auto row = (*rows)();
        while (row && *row && !isShown((*row)->id))
            row = (*rows)();
        return row;
    };
    return exchange::exportFile(m_plan.file, source, options);
}

} // namespace trawl::exporting
