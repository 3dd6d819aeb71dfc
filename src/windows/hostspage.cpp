// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/hostspage.h"

#include "models/hostmodel.h"
#include "models/icons.h"
#include "ui_hostspage.h"
#include "windows/hostcommands.h"

#include <QDateTime>
#include <QMenu>

#include <algorithm>

namespace trawl::windows {

namespace {

constexpr int refreshMs = 700; // numbers that can be read; countdowns lose no second

bool isAnyRunning(const QList<engine::HostRow> &hosts)
{
    return std::ranges::any_of(hosts, [](const auto &host) { return !host.paused; });
}

} // namespace

HostsPage::HostsPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::HostsPage>())
{
    m_ui->setupUi(this);
    m_ui->pause->setDefaultAction(m_ui->actionPause);
    m_ui->retry->setDefaultAction(m_ui->actionRetry);
    m_ui->limit->setDefaultAction(m_ui->actionLimit);
    m_ui->show->setDefaultAction(m_ui->actionShow);
    m_ui->actionRetry->setIcon(models::icon(u"retry"));
    m_ui->actionLimit->setIcon(models::icon(u"limit"));
    m_ui->table->addActions(
        {m_ui->actionPause, m_ui->actionRetry, m_ui->actionLimit, m_ui->actionShow});
    connect(m_ui->actionPause, &QAction::triggered, this, &HostsPage::togglePause);
    connect(m_ui->actionRetry, &QAction::triggered, this,
            [this] { m_commands->retryNow(originsOf(selected())); });
    connect(m_ui->actionLimit, &QAction::triggered, this, [this] {
        const auto hosts = selected();
        m_commands->limit(originsOf(hosts), hosts.value(0).limit);
    });
    connect(m_ui->actionShow, &QAction::triggered, this,
            [this] { Q_EMIT m_commands->showRequested(selected().value(0).origin); });
    connect(m_ui->table, &QTableView::doubleClicked, m_ui->actionShow, &QAction::trigger);
    connect(m_ui->table, &QWidget::customContextMenuRequested, this, &HostsPage::showMenu);
    connect(m_ui->table, &PageTable::selectionMoved, this, &HostsPage::updateActions);
    m_pace.setInterval(refreshMs);
    connect(&m_pace, &QTimer::timeout, this, &HostsPage::refresh);
}

HostsPage::~HostsPage() = default;

void HostsPage::setUp(models::HostModel &model, HostCommands &commands)
{
    m_model = &model;
    m_commands = &commands;
    model.refresh(QDateTime::currentMSecsSinceEpoch()); // the first waits are shown at once
    m_ui->table->setUp(&model, tr("Each host that links are fetched from shows here: how it "
                                  "answers, what it waits for, what it is held to."));
    m_pace.start();
    updateActions();
}

QByteArray HostsPage::saveColumns() const
{
    return m_ui->table->saveColumns();
}

void HostsPage::restoreColumns(const QByteArray &columns)
{
    m_ui->table->restoreColumns(columns);
}

QList<engine::HostRow> HostsPage::selected() const
{
    QList<engine::HostRow> hosts;
    const auto rows = m_ui->table->selectedRows();
    for (const auto row : rows)
        hosts.append(m_model->hostAt(row));
    return hosts;
}

void HostsPage::togglePause()
{
    const auto hosts = selected();
    if (isAnyRunning(hosts))
        m_commands->pause(originsOf(hosts));
    else
        m_commands->resume(originsOf(hosts));
}

void HostsPage::showMenu(const QPoint &at)
{
    const auto hosts = selected();
    if (hosts.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_commands->fill(*menu, hosts);
    menu->popup(m_ui->table->viewport()->mapToGlobal(at));
}

void HostsPage::refresh()
{
    m_model->refresh(QDateTime::currentMSecsSinceEpoch());
    updateActions();
}

void HostsPage::updateActions()
{
    const auto hosts = selected();
    for (auto *action : m_ui->table->actions())
        action->setEnabled(!hosts.isEmpty());
    m_ui->actionShow->setEnabled(hosts.size() == 1);
    const bool pauses = hosts.isEmpty() || isAnyRunning(hosts);
    m_ui->actionPause->setText(pauses ? tr("Pause host") : tr("Resume host"));
    m_ui->actionPause->setIcon(models::icon(pauses ? u"pause" : u"start"));
}

} // namespace trawl::windows

#include "moc_hostspage.cpp"
