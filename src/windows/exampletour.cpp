// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/exampletour.h"

#include "desktop/enginesettings.h"
#include "desktop/messagebar.h"
#include "desktop/offerbar.h"
#include "example/recipe.h"
#include "example/site.h"
#include "exchange/recipefile.h"
#include "models/texts.h"

#include <QDir>
#include <QPointer>

namespace trawl::windows {

namespace {

/// Of the recipe.
QString nameField()
{
    return QStringLiteral("product");
}

engine::JobOptions optionsOf(const desktop::Settings &settings)
{
    auto options = desktop::jobDefaults(settings);
    options.recipe = exchange::recipeFromText(example::recipe(), false).value_or(item::Recipe());
    options.save = false;
    options.nameTemplate = QStringLiteral("{field:product}.{ext}");
    options.transfer.proxy.clear(); // it is on this machine
    return options;
}

} // namespace

ExampleTour::ExampleTour(desktop::Session &session, const desktop::Settings &settings,
                         const desktop::Prompts &prompts, const Parts &parts)
    : QObject(parts.parent)
    , m_session(session)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_parts(parts)
{
}

ExampleTour::~ExampleTour() = default;

void ExampleTour::begin()
{
    if (!m_site)
        m_site = std::make_unique<example::Site>();
    if (!m_site->start()) {
        m_parts.messages->showError(tr("The example cannot run: no port of this machine is free."));
        return;
    }
    const QDir destination(m_settings.get<QString>(desktop::Setting::Destination));
    const engine::JobSpec spec{.name = tr("Example shop"),
                               .directory = destination.filePath(tr("Example shop")),
                               .source = {},
                               .options = optionsOf(m_settings),
                               .cookies = {}};
    const item::Link link{.line = 1, .url = m_site->url().toEncoded()};
    // The session outlives the engine's thread; the tour may be gone by then.
    m_session.post([session = &m_session, self = QPointer<ExampleTour>(this), spec,
                    link](engine::Engine &engine) {
        auto job = engine.openJob(spec);
        if (job) {
            engine.addLinks(job->id, {link}, 0);
            engine.closeJob(job->id, true);
        }
        const auto answer = [self, job] {
            if (self)
                self->take(job);
        };
        QMetaObject::invokeMethod(session, answer, Qt::QueuedConnection);
    });
}

void ExampleTour::take(const tl::expected<engine::JobPosition, item::Failure> &job)
{
    if (!job) {
        m_parts.messages->showError(
            tr("The example cannot run: %1").arg(models::Texts::failure(job.error())));
        return;
    }
    m_job = job->id;
    Q_EMIT began(m_job);
}

void ExampleTour::jobEnded(const engine::JobState &job)
{
    if (job.id != m_job || m_job == item::JobId{})
        return;
    m_parts.bar->show(
        tr("The example has ended: %Ln page(s) and pictures were fetched, and the products are a "
           "table now.",
           nullptr, int(job.counts.done)),
        {{tr("Open as a &spreadsheet"), [this, job] { writeSpreadsheet(job); }},
         {tr("Open the &folder"),
          [this, job] { m_prompts.openUrl(QUrl::fromLocalFile(job.directory)); }},
         {tr("&Dismiss"), {}}});
}

void ExampleTour::writeSpreadsheet(const engine::JobState &job)
{
    auto columns = job.fields;
    columns << QStringLiteral("url");
    const auto rows = exchange::Where::parse(nameField() + QStringLiteral("!=\"\""), job.fields)
                          .value_or(exchange::Where());
    exporting::ExportPlan plan{
        .sessionPath = m_session.path(),
        .file = QDir(job.directory).filePath(QStringLiteral("products.xlsx")),
        .options = {.format = exchange::ExportFormat::Xlsx, .columns = columns, .where = rows},
        .filter = {.job = job.id, .status = {}, .after = {}}};
    m_export = std::make_unique<exporting::ExportTask>(std::move(plan));
    connect(m_export.get(), &exporting::ExportTask::finished, this, &ExampleTour::openSpreadsheet);
    m_export->start();
}

void ExampleTour::openSpreadsheet(const exporting::ExportResult &rows)
{
    const auto file = m_export->plan().file;
    if (rows)
        m_prompts.openUrl(QUrl::fromLocalFile(file));
    else
        m_parts.messages->showError(
            tr("%1 could not be written: %2").arg(file, models::Texts::failure(rows.error())));
}

} // namespace trawl::windows

#include "moc_exampletour.cpp"
