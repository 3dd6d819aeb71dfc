// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace trawl::models {
class HostModel;
}

namespace trawl::windows {

class HostCommands;

namespace Ui {
class HostsPage;
}

/// The Hosts tab: how each host does, what it waits for, and what can be done about it.
class HostsPage : public QWidget
{
    Q_OBJECT

public:
    explicit HostsPage(QWidget *parent = nullptr);
    ~HostsPage() override;

    void setUp(models::HostModel &model, HostCommands &commands);
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);

private:
    [[nodiscard]] QList<engine::HostRow> selected() const;
    void togglePause();
    void showMenu(const QPoint &at);
    void refresh();
    void updateActions();

    std::unique_ptr<Ui::HostsPage> m_ui;
    models::HostModel *m_model = nullptr;
    HostCommands *m_commands = nullptr;
    QTimer m_pace;
};

} // namespace trawl::windows
