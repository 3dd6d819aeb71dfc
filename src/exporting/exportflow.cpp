// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportflow.h"

#include "desktop/messagebar.h"
#include "models/itemmodel.h"
#include "models/texts.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <utility>

namespace trawl::exporting {

namespace {

struct FormatFile
{
    QLatin1StringView suffix;
    const char *filter;
};

/// In the order of exchange::ExportFormat.
constexpr std::array formatFiles{
    FormatFile{QLatin1StringView(".csv"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "CSV (*.csv)")},
    FormatFile{QLatin1StringView(".tsv"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "TSV (*.tsv)")},
    FormatFile{QLatin1StringView(".json"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "JSON (*.json)")},
    FormatFile{QLatin1StringView(".jsonl"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "JSON Lines (*.jsonl *.ndjson)")},
    FormatFile{QLatin1StringView(".xlsx"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "Excel workbook (*.xlsx)")},
    FormatFile{QLatin1StringView(".sqlite"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "SQLite database (*.sqlite)")},
    FormatFile{QLatin1StringView(".txt"),
               QT_TRANSLATE_NOOP("trawl::exporting::ExportFlow", "List of URLs (*.txt)")},
};
static_assert(formatFiles.size() == std::size_t(exchange::ExportFormat::Last) + 1);

} // namespace

ExportFlow::ExportFlow(QString sessionPath, desktop::Settings &settings,
                       const desktop::Prompts &prompts, Parts parts)
    : QObject(parts.window)
    , m_sessionPath(std::move(sessionPath))
    , m_settings(settings)
    , m_prompts(prompts)
    , m_parts(parts)
{
}

ExportFlow::~ExportFlow() = default;

void ExportFlow::begin()
{
    if (m_dialog)
        return;
    m_dialog = new ExportDialog(m_settings, m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this,
            [this] { chooseFile(m_dialog->scope(), m_dialog->format()); });
    m_dialog->open();
}

void ExportFlow::chooseFile(ExportScope scope, exchange::ExportFormat format)
{
    const auto &[suffix, filter] = formatFiles.at(std::size_t(format));
    const QDir directory(m_settings.get<QString>(desktop::Setting::ExportDirectory));
    auto file = m_prompts.saveExport(
        m_parts.window, directory.filePath(QStringLiteral("trawl-results") + suffix), tr(filter));
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += suffix;
    m_settings.set(desktop::Setting::ExportDirectory, QFileInfo(file).absolutePath());
    // A suffix that the person typed says more than the choice before.
    ExportPlan plan{.sessionPath = m_sessionPath,
                    .file = file,
                    .options = {.format = exchange::exportFormat(file).value_or(format)}};
    if (scope == ExportScope::Failed)
        plan.filter.status = item::Status::Failed;
    else if (scope == ExportScope::Shown)
        plan.shown = shownIds();
    write(std::move(plan));
}

void ExportFlow::write(ExportPlan plan)
{
    m_tasks.push_back(std::make_unique<ExportTask>(std::move(plan)));
    const auto *task = m_tasks.back().get();
    connect(task, &ExportTask::finished, this,
            [this, task](const ExportResult &rows) { finish(task, rows); });
    m_tasks.back()->start();
}

void ExportFlow::finish(const ExportTask *task, const ExportResult &rows)
{
    const auto name = QFileInfo(task->plan().file).fileName();
    std::erase_if(m_tasks, [task](const auto &one) { return one.get() == task; });
    if (rows)
        Q_EMIT done(tr("%Ln row(s) exported to %1", nullptr, int(*rows)).arg(name));
    else
        m_parts.messages->showError(
            tr("%1 could not be written: %2").arg(name, models::Texts::failure(rows.error())));
}

std::vector<bool> ExportFlow::shownIds() const
{
    const auto &items = *m_parts.items;
    std::vector<bool> shown;
    for (int row = 0; row < items.rowCount(); ++row) {
        const auto id = std::size_t(items.idAt(row));
        if (id >= shown.size())
            shown.resize(qMax(id + 1, shown.size() * 2));
        shown[id] = true;
    }
    return shown;
}

} // namespace trawl::exporting
