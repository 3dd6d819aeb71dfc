// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/workerspage.h"

#include "models/workermodel.h"
#include "ui_workerspage.h"

#include <QMenu>

#include <array>

namespace trawl::windows {

WorkersPage::WorkersPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WorkersPage>())
{
    m_ui->setupUi(this);
    m_ui->kill->setDefaultAction(m_ui->actionKill);
    m_ui->drain->setDefaultAction(m_ui->actionDrain);
    m_ui->recycle->setDefaultAction(m_ui->actionRecycle);
    // Their keys; the menu is made anew each time.
    m_ui->table->addActions({m_ui->actionKill, m_ui->actionDrain, m_ui->actionRecycle});
    connect(m_ui->actionKill, &QAction::triggered, this,
            [this] { run(&engine::Engine::killWorker, selectedSlots()); });
    connect(m_ui->actionDrain, &QAction::triggered, this,
            [this] { run(&engine::Engine::drainWorker, selectedSlots()); });
    connect(m_ui->actionRecycle, &QAction::triggered, this,
            [this] { run(&engine::Engine::recycleWorker, selectedSlots()); });
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &WorkersPage::showMenu);
    connect(m_ui->table, &PageTable::selectionMoved, this, &WorkersPage::updateActions);
}

WorkersPage::~WorkersPage() = default;

void WorkersPage::setUp(models::WorkerModel &model, desktop::Session &session)
{
    m_model = &model;
    m_session = &session;
    m_ui->table->setUp(&model, tr("The worker processes show here once they have started."));
    updateActions();
}

QByteArray WorkersPage::saveColumns() const
{
    return m_ui->table->saveColumns();
}

void WorkersPage::restoreColumns(const QByteArray &columns)
{
    m_ui->table->restoreColumns(columns);
}

QList<int> WorkersPage::selectedSlots() const
{
    QList<int> slotNumbers;
    const auto rows = m_ui->table->selectedRows();
    for (const auto row : rows)
        slotNumbers.append(m_model->workerAt(row).slot);
    return slotNumbers;
}

void WorkersPage::run(Command command, const QList<int> &slotNumbers)
{
    for (const auto slot : slotNumbers)
        m_session->post([command, slot](engine::Engine &engine) { (engine.*command)(slot); });
}

/// It acts on the workers that were selected when it was opened.
void WorkersPage::showMenu(const QPoint &at)
{
    const auto slotNumbers = selectedSlots();
    if (slotNumbers.isEmpty())
        return;
    struct Row
    {
        const QAction *action;
        Command command;
    };
    const std::array rows{Row{m_ui->actionRecycle, &engine::Engine::recycleWorker},
                          Row{m_ui->actionDrain, &engine::Engine::drainWorker},
                          Row{m_ui->actionKill, &engine::Engine::killWorker}};
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    for (const auto &row : rows) {
        auto *action =
            menu->addAction(row.action->text(), this, [this, slotNumbers, command = row.command] {
                run(command, slotNumbers);
            });
        action->setToolTip(row.action->toolTip());
    }
    menu->popup(m_ui->table->viewport()->mapToGlobal(at));
}

void WorkersPage::updateActions()
{
    const bool any = !m_ui->table->selectedRows().isEmpty();
    for (auto *action : {m_ui->actionKill, m_ui->actionDrain, m_ui->actionRecycle})
        action->setEnabled(any);
}

} // namespace trawl::windows

#include "moc_workerspage.cpp"
