// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/itemcommands.h"

#include "item/weburl.h"
#include "models/icons.h"
#include "models/itemmodel.h"
#include "models/texts.h"
#include "windows/actions.h"
#include "windows/detailsreader.h"
#include "windows/jobcommands.h"

#include <QAction>
#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

namespace trawl::windows {

using item::Status;
using models::ItemColumn;
using models::ItemModel;

namespace {

const QList<Status> startable{Status::Paused, Status::Failed};
const QList<Status> pausable{Status::Queued, Status::Running};

/// One command for each item, a line each.
QString curlLines(const engine::SessionStatus &status, exchange::Secrets secrets)
{
    QStringList lines;
    for (const auto &item : status.items) {
        const auto &settings = status.jobs.value(item.result.job).options.transfer;
        lines << exchange::curlCommand(item.result.url, settings, item.options, secrets);
    }
    return lines.join(u'\n');
}

} // namespace

ItemCommands::ItemCommands(desktop::Session &session, ItemTable &table, JobCommands &jobs,
                           const desktop::Prompts &prompts)
    : m_session(session)
    , m_table(table)
    , m_jobs(jobs)
    , m_prompts(prompts)
    , m_reader(std::make_unique<DetailsReader>(session.path()))
    , m_copier(table.items())
{
    connect(&m_copier, &LineCopier::copied, this,
            [this](int lines) { Q_EMIT said(tr("Copied %Ln line(s).", nullptr, lines)); });
}

ItemCommands::~ItemCommands() = default;

ItemCommands::Ids ItemCommands::withStatus(const Ids &ids, const QList<Status> &statuses) const
{
    auto kept = ids;
    kept.removeIf([&](item::ItemId id) {
        const auto row = m_table.items().rowOf(id);
        return row < 0 || !statuses.contains(m_table.items().statusAt(row));
    });
    return kept;
}

void ItemCommands::resume(const Ids &ids)
{
    m_session.post([ids](engine::Engine &engine) { engine.resumeItems(ids); });
}

void ItemCommands::hold(const Ids &ids)
{
    m_session.post([ids](engine::Engine &engine) { engine.pauseItems(ids); });
}

void ItemCommands::start()
{
    if (const auto ids = m_table.selectedIds(startable); !ids.isEmpty())
        return resume(ids);
    const auto jobs = m_table.items().filter().jobs;
    if (jobs.isEmpty())
        return m_jobs.startAll();
    for (const auto job : jobs)
        m_jobs.start(job);
}

void ItemCommands::pause()
{
    if (const auto ids = m_table.selectedIds(pausable); !ids.isEmpty())
        return hold(ids);
    const auto jobs = m_table.items().filter().jobs;
    if (jobs.isEmpty())
        return m_jobs.pauseAll();
    for (const auto job : jobs)
        m_jobs.pause(job);
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

void ItemCommands::remove()
{
    removeItems(m_table.selectedIds());
}

void ItemCommands::removeFinished()
{
    const models::ItemFilter finished{.statuses = {Status::Done}};
    m_table.items().findIds(finished, this, [this](const Ids &ids) { removeItems(ids); });
}

void ItemCommands::removeItems(const Ids &ids)
{
    if (ids.isEmpty())
        return;
    const auto [running, files] = m_table.items().standingOf(ids);
    const auto answer = m_prompts.confirmRemove(
        &m_table, {models::Texts::removeItems(ids.size(), running, files), files > 0});
    if (answer == desktop::RemoveAnswer::Keep)
        return;
    m_session.post([ids, files = answer == desktop::RemoveAnswer::RemoveWithFiles](
                       engine::Engine &engine) { engine.removeItems(ids, files); });
}

void ItemCommands::moveItems(const Ids &ids, engine::Engine::Move where)
{
    if (ids.isEmpty())
        return;
    m_session.ask(
        this, [ids, where](engine::Engine &engine) { return engine.moveItems(ids, where); },
        [this](const engine::MovedItems &moved) { Q_EMIT said(placeText(moved)); });
}

/// The table has its own order: only these words show what a move has done.
QString ItemCommands::placeText(const engine::MovedItems &moved)
{
    using models::Texts;
    if (moved.items == 0)
        return tr("Only links that wait can be moved in the queue.");
    if (moved.place == 0)
        return tr("Moved %Ln link(s) in the queue.", nullptr, int(moved.items));
    return tr("Moved %Ln link(s): now at place %1 of %2 in the queue of the host.", nullptr,
              int(moved.items))
        .arg(Texts::count(moved.place), Texts::count(moved.of));
}

void ItemCommands::copyLinksOf(const Ids &ids)
{
    m_copier.copy(ids, int(ItemColumn::Url), ItemModel::UrlRole);
}

void ItemCommands::copyReasonsOf(const Ids &ids)
{
    m_copier.copy(ids, int(ItemColumn::Why), Qt::DisplayRole);
}

void ItemCommands::copyCommands(const Ids &ids, exchange::Secrets secrets)
{
    if (ids.isEmpty())
        return;
    m_reader->read(ids, [this, secrets](const DetailsReader::Answer &answer) {
        if (!answer) {
            Q_EMIT said(models::Texts::failure(answer.error()));
            return;
        }
        QGuiApplication::clipboard()->setText(curlLines(*answer, secrets));
        Q_EMIT said(tr("Copied %Ln cURL command(s).", nullptr, int(answer->items.size())));
    });
}

void ItemCommands::showHost(item::ItemId id)
{
    const auto row = m_table.items().rowOf(id);
    if (row < 0)
        return;
    const auto url = m_table.items().index(row, 0).data(ItemModel::UrlRole).toString().toUtf8();
    Q_EMIT showHostRequested(item::originOf(url).toByteArray());
}

void ItemCommands::activate()
{
    if (canOpen())
        m_prompts.openUrl(QUrl::fromLocalFile(currentFile()));
    else if (m_table.currentIndex().isValid())
        Q_EMIT detailsRequested();
}

void ItemCommands::openFolder() const
{
    if (canOpen())
        m_prompts.openUrl(QUrl::fromLocalFile(QFileInfo(currentFile()).absolutePath()));
}

void ItemCommands::invertSelection()
{
    auto *model = m_table.model();
    if (model->rowCount() == 0)
        return;
    const QItemSelection all(model->index(0, 0),
                             model->index(model->rowCount() - 1, model->columnCount() - 1));
    m_table.selectionModel()->select(all, QItemSelectionModel::Toggle | QItemSelectionModel::Rows);
}

void ItemCommands::fill(QMenu &menu, const Actions &actions)
{
    const auto ids = m_table.selectedIds();
    const auto file = currentFile();
    const auto add = [&](const char *icon, const QString &text, bool enabled, const auto &run) {
        auto *action = menu.addAction(text, this, run);
        if (icon)
            action->setIcon(models::icon(QString::fromLatin1(icon)));
        action->setEnabled(enabled);
    };
    const QList<Status> failed{Status::Failed};
    add("start", tr("Resume or retry"), m_table.isSelected(startable),
        [this, ids] { resume(withStatus(ids, startable)); });
    add("pause", tr("Pause"), m_table.isSelected(pausable),
        [this, ids] { hold(withStatus(ids, pausable)); });
    add("retry", tr("Retry these"), m_table.isSelected(failed),
        [this, ids, failed] { resume(withStatus(ids, failed)); });
    menu.addSeparator();
    add(nullptr, tr("Open file"), !file.isEmpty(),
        [this, file] { m_prompts.openUrl(QUrl::fromLocalFile(file)); });
    add("open-list", tr("Open folder"), !file.isEmpty(),
        [this, file] { m_prompts.openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath())); });
    add("details", tr("Details"), true, [this] { Q_EMIT detailsRequested(); });
    add("host", tr("Show its host"), true, [this, id = ids.value(0)] { showHost(id); });
    menu.addSeparator();
    auto *copy = menu.addMenu(models::icon(u"copy"), tr("Copy"));
    copy->addAction(tr("Links"), this, [this, ids] { copyLinksOf(ids); });
    copy->addAction(tr("Reasons"), this, [this, ids] { copyReasonsOf(ids); });
    copy->addAction(tr("As cURL"), this,
                    [this, ids] { copyCommands(ids, exchange::Secrets::Masked); });
    copy->addAction(tr("As cURL, with passwords"), this,
                    [this, ids] { copyCommands(ids, exchange::Secrets::AsTheyAre); });
    auto *place = menu.addMenu(tr("Move in the queue"));
    using Move = engine::Engine::Move;
    place->addAction(tr("To the top"), this, [this, ids] { moveItems(ids, Move::Top); });
    place->addAction(tr("Up"), this, [this, ids] { moveItems(ids, Move::Up); });
    place->addAction(tr("Down"), this, [this, ids] { moveItems(ids, Move::Down); });
    place->addAction(tr("To the bottom"), this, [this, ids] { moveItems(ids, Move::Bottom); });
    menu.addAction(&actions[Action::SelectAll]);
    menu.addAction(&actions[Action::InvertSelection]);
    menu.addSeparator();
    add("remove", tr("Remove…"), true, [this, ids] { removeItems(ids); });
}

bool ItemCommands::canStart() const
{
    return m_table.isSelected(startable);
}

bool ItemCommands::canPause() const
{
    return m_table.isSelected(pausable);
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

#include "moc_itemcommands.cpp"
