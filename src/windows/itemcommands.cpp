// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/itemcommands.h"

#include "models/itemmodel.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>

namespace trawl::windows {

using item::Status;
using models::ItemColumn;
using models::ItemModel;

namespace {

const QList<Status> startable{Status::Paused, Status::Failed};
const QList<Status> pausable{Status::Queued, Status::Running};

/// One line a selected row.
QString lines(const ItemTable &table, ItemColumn column, int role)
{
    QStringList lines;
    const auto ids = table.selectedIds();
    for (const auto id : ids)
        lines << table.items().index(table.items().rowOf(id), int(column)).data(role).toString();
    return lines.join(u'\n');
}

} // namespace

ItemCommands::ItemCommands(desktop::Session &session, ItemTable &table,
                           const desktop::Prompts &prompts)
    : m_session(session)
    , m_table(table)
    , m_prompts(prompts)
{
}

void ItemCommands::start()
{
    const auto ids = m_table.selectedIds(startable);
    const auto jobs = m_table.items().filter().jobs;
    m_session.post([ids, jobs](engine::Engine &engine) {
        if (!ids.isEmpty())
            engine.resumeItems(ids);
        else if (jobs.isEmpty())
            engine.resumeAll();
        for (const auto job : ids.isEmpty() ? jobs : QList<item::JobId>())
            engine.resumeJob(job);
    });
}

void ItemCommands::pause()
{
    const auto ids = m_table.selectedIds(pausable);
    const auto jobs = m_table.items().filter().jobs;
    m_session.post([ids, jobs](engine::Engine &engine) {
        if (!ids.isEmpty())
            engine.pauseItems(ids);
        else if (jobs.isEmpty())
            engine.pauseAll();
        for (const auto job : ids.isEmpty() ? jobs : QList<item::JobId>())
            engine.pauseJob(job);
    });
}

void ItemCommands::toggle()
{
    if (canPause())
        pause();
    else if (canStart())
        start();
}

void ItemCommands::retryFailed()
{
    const auto ids = m_table.selectedIds({Status::Failed});
    m_session.post([ids](engine::Engine &engine) {
        if (ids.isEmpty())
            engine.retryFailed();
        else
            engine.resumeItems(ids);
    });
}

void ItemCommands::copyLinks() const
{
    if (m_table.hasSelection())
        QGuiApplication::clipboard()->setText(lines(m_table, ItemColumn::Url, ItemModel::UrlRole));
}

void ItemCommands::copyReasons() const
{
    if (m_table.hasSelection())
        QGuiApplication::clipboard()->setText(lines(m_table, ItemColumn::Why, Qt::DisplayRole));
}

void ItemCommands::openFile() const
{
    if (canOpen())
        m_prompts.openUrl(QUrl::fromLocalFile(currentFile()));
}

void ItemCommands::openFolder() const
{
    if (canOpen())
        m_prompts.openUrl(QUrl::fromLocalFile(QFileInfo(currentFile()).absolutePath()));
}

bool ItemCommands::canStart() const
{
    return !m_table.selectedIds(startable).isEmpty();
}

bool ItemCommands::canPause() const
{
    return !m_table.selectedIds(pausable).isEmpty();
}

bool ItemCommands::canOpen() const
{
    return !currentFile().isEmpty();
}

QString ItemCommands::currentFile() const
{
    return m_table.currentIndex().data(ItemModel::FileRole).toString();
}

} // namespace trawl::windows
