// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/addflow.h"

#include "adding/adddialog.h"
#include "adding/folderbox.h"
#include "adding/importbar.h"
#include "desktop/messagebar.h"
#include "models/texts.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMetaMethod>
#include <QMimeData>

namespace trawl::adding {

AddFlow::AddFlow(desktop::Session &session, desktop::Settings &settings,
                 const desktop::Prompts &prompts, Parts parts)
    : QObject(parts.window)
    , m_session(session)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_parts(parts)
{
    connect(m_parts.importBar, &ImportBar::cancelled, this, [this] {
        if (m_task)
            m_task->cancel();
    });
    connect(&m_session, &desktop::Session::changed, this, &AddFlow::noteLinks);
}

AddFlow::~AddFlow() = default;

void AddFlow::add(const ListInput &input)
{
    if (input.isEmpty())
        return;
    // One question at a time: what another start of the program brings meanwhile has its turn.
    if (m_dialog)
        m_asked.push_back(input);
    else
        open(input);
}

void AddFlow::newJob()
{
    if (!m_dialog)
        open({});
}

void AddFlow::open(const ListInput &input)
{
    m_dialog = new AddDialog(input, m_settings, m_prompts, m_parts.window,
                             std::make_shared<const SessionLinks>(m_links, m_removed));
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setRecipesEditable(
        isSignalConnected(QMetaMethod::fromSignal(&AddFlow::recipeEditorWanted)));
    connect(m_dialog, &AddDialog::agreed, this, &AddFlow::enqueue);
    connect(m_dialog, &QObject::destroyed, this, &AddFlow::askNext, Qt::QueuedConnection);
    connect(m_dialog, &AddDialog::recipeEditorWanted, this, [this](const QString &file) {
        Q_EMIT recipeEditorWanted(m_dialog, file, m_dialog->sampleLinks());
    });
    m_dialog->open();
}

void AddFlow::askNext()
{
    if (m_asked.empty())
        return;
    const auto input = std::move(m_asked.front());
    m_asked.pop_front();
    add(input);
}

void AddFlow::useRecipe(const QString &file)
{
    if (m_dialog)
        m_dialog->useRecipe(file);
}

void AddFlow::noteLinks(const engine::ChangeSet &changes)
{
    for (const auto &block : changes.added)
        m_links.append(block);
    for (const auto id : changes.removed)
        m_removed.insert(id);
}

void AddFlow::paste()
{
    const auto *mime = QGuiApplication::clipboard()->mimeData();
    const auto input = mime ? inputFromMime(*mime) : ListInput();
    if (input.isEmpty())
        m_parts.messages->showHint(tr("There is no text in the clipboard. Copy some links first."));
    add(input);
}

void AddFlow::openLists()
{
    const auto files = m_prompts.openLists(
        m_parts.window, m_settings.get<QString>(desktop::Setting::OpenDirectory));
    if (files.isEmpty())
        return;
    m_settings.set(desktop::Setting::OpenDirectory, QFileInfo(files.first()).absolutePath());
    add({.text = {}, .files = files});
}

void AddFlow::enqueue(const ImportPlan &plan)
{
    m_waiting.push_back(plan);
    if (!m_task)
        startNext();
}

void AddFlow::startNext()
{
    if (m_waiting.empty())
        return;
    m_task = std::make_unique<ImportTask>(m_session.thread(), std::move(m_waiting.front()));
    m_waiting.pop_front();
    connect(m_task.get(), &ImportTask::progress, m_parts.importBar, &ImportBar::setEntries);
    // There is a job that writes to it.
    connect(
        m_task.get(), &ImportTask::progress, this,
        [this, folder = m_task->plan().directory] { rememberFolder(m_settings, folder); },
        Qt::SingleShotConnection);
    connect(m_task.get(), &ImportTask::finished, this, &AddFlow::finish);
    m_parts.importBar->begin(m_task->plan().name, m_task->plan().expected);
    m_task->start();
}

void AddFlow::finish(const ImportReport &report)
{
    const auto name = m_task->plan().name;
    const auto input = m_task->plan().input;
    m_task.reset();
    m_parts.importBar->hide();
    if (!report.result) {
        m_parts.messages->showError(tr("“%1” could not be added: %2")
                                        .arg(name, models::Texts::failure(report.result.error())));
        add(input); // nothing of the list is lost: it can go elsewhere
    } else if (!report.readError.isEmpty()) {
        const bool isEmpty = report.result->added + report.result->skipped == 0;
        const auto sentence = isEmpty ? tr("“%1” could not be read: %2")
                                      : tr("“%1” could not be read to its end: %2");
        m_parts.messages->showError(sentence.arg(name, report.readError));
    } else if (!report.readNote.isEmpty()) {
        m_parts.messages->showHint(
            tr("Not all of “%1” could be used: %2").arg(name, report.readNote));
    } else if (report.result->added == 0 && !report.cancelled) {
        m_parts.messages->showHint(tr("Nothing new: “%1” is in the list already.").arg(name));
    }
    startNext();
}

} // namespace trawl::adding

#include "moc_addflow.cpp"
