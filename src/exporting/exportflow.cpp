// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportflow.h"

#include "models/itemcolumns.h"
#include "models/itemselectionmodel.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLayout>
#include <QTableView>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace trawl::exporting {

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
    ask(subject());
}

void ExportFlow::beginWithJob(item::JobId job)
{
    auto one = subject();
    one.job = job;
    ask(std::move(one));
    if (m_dialog)
        m_dialog->chooseJob();
}

void ExportFlow::beginWith(ItemIds items)
{
    auto some = subject();
    some.selected = std::move(items);
    ask(std::move(some));
    if (m_dialog)
        m_dialog->chooseSelected();
}

void ExportFlow::ask(ExportSubject subject)
{
    if (m_dialog)
        return;
    m_dialog = new ExportDialog(std::move(subject), m_settings, m_prompts, m_parts.window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this] { write(m_dialog->plan()); });
    m_dialog->open();
}

ExportSubject ExportFlow::subject() const
{
    ExportSubject subject{.sessionPath = m_sessionPath, .tableColumns = tableColumns()};
    for (const auto &job : m_jobs)
        subject.jobs.append({job.id, job.name, job.fields});
    const auto jobs = m_parts.items->filter().jobs;
    if (!jobs.isEmpty())
        subject.job = jobs.front();
    auto shown = m_parts.items->shownIds();
    auto selected = std::make_shared<std::vector<item::ItemId>>();
    for (const auto &[first, last] : m_parts.selection->rowRanges())
        selected->insert(selected->end(), shown.begin() + first, shown.begin() + last + 1);
    subject.selected = std::move(selected);
    subject.shown = std::make_shared<const std::vector<item::ItemId>>(std::move(shown));
    return subject;
}

QStringList ExportFlow::tableColumns() const
{
    QStringList names;
    const auto *header = m_parts.table->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const auto section = header->logicalIndex(place);
        const auto *exported = models::itemColumns()[std::size_t(section)].exported;
        if (exported && !header->isSectionHidden(section))
            names.append(QString::fromLatin1(exported));
    }
    names.removeDuplicates();
    return names;
}

void ExportFlow::write(ExportPlan plan)
{
    auto *bar = new ExportBar(plan, m_parts.bars);
    m_parts.bars->layout()->addWidget(bar);
    m_tasks.push_back(std::make_unique<ExportTask>(std::move(plan)));
    auto *task = m_tasks.back().get();
    connect(bar, &ExportBar::cancelled, task, &ExportTask::cancel);
    connect(bar, &ExportBar::openClicked, this,
            [this](const QString &file) { m_prompts.openUrl(QUrl::fromLocalFile(file)); });
    connect(bar, &ExportBar::openFolderClicked, this, [this](const QString &file) {
        m_prompts.openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
    connect(task, &ExportTask::progress, bar, &ExportBar::setRows);
    connect(task, &ExportTask::finished, bar, [this, task, bar](const ExportResult &rows) {
        bar->finish(rows);
        Q_EMIT done(bar->text());
        drop(task);
    });
    task->start();
}

void ExportFlow::drop(const ExportTask *task)
{
    std::erase_if(m_tasks, [task](const auto &one) { return one.get() == task; });
}

} // namespace trawl::exporting

#include "moc_exportflow.cpp"
