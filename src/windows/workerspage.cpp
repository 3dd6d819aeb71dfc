// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/workerspage.h"

#include "models/workermodel.h"
#include "ui_workerspage.h"

#include <QHeaderView>

#include <utility>

namespace trawl::windows {

WorkersPage::WorkersPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::WorkersPage>())
{
    m_ui->setupUi(this);
    m_ui->kill->setDefaultAction(m_ui->actionKill);
    m_ui->drain->setDefaultAction(m_ui->actionDrain);
    m_ui->recycle->setDefaultAction(m_ui->actionRecycle);
    m_ui->table->addActions({m_ui->actionKill, m_ui->actionDrain, m_ui->actionRecycle});
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    connect(m_ui->actionKill, &QAction::triggered, this,
            [this] { forSelected(&engine::Engine::killWorker); });
    connect(m_ui->actionDrain, &QAction::triggered, this,
            [this] { forSelected(&engine::Engine::drainWorker); });
    connect(m_ui->actionRecycle, &QAction::triggered, this,
            [this] { forSelected(&engine::Engine::recycleWorker); });
}

WorkersPage::~WorkersPage() = default;

void WorkersPage::setUp(models::WorkerModel &model, desktop::Session &session)
{
    m_model = &model;
    m_session = &session;
    m_ui->table->setModel(&model);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &WorkersPage::updateActions);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!std::exchange(m_sized, true))
            sizeColumns();
    });
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &WorkersPage::updateActions);
    updateActions();
}

QByteArray WorkersPage::saveColumns() const
{
    return m_ui->table->horizontalHeader()->saveState();
}

void WorkersPage::restoreColumns(const QByteArray &columns)
{
    if (!columns.isEmpty())
        m_sized = m_ui->table->horizontalHeader()->restoreState(columns);
}

/// To what the first rows hold, with room for the numbers to grow.
void WorkersPage::sizeColumns()
{
    const auto room = fontMetrics().horizontalAdvance(u'0') * 4;
    m_ui->table->resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        m_ui->table->setColumnWidth(column, m_ui->table->columnWidth(column) + room);
}

void WorkersPage::forSelected(Command command)
{
    const auto rows = m_ui->table->selectionModel()->selectedRows();
    for (const auto &row : rows) {
        m_session->post([command, slot = m_model->slotAt(row.row())](engine::Engine &engine) {
            (engine.*command)(slot);
        });
    }
}

void WorkersPage::updateActions()
{
    const auto any = m_ui->table->selectionModel()->hasSelection();
    for (auto *action : {m_ui->actionKill, m_ui->actionDrain, m_ui->actionRecycle})
        action->setEnabled(any);
}

} // namespace trawl::windows
