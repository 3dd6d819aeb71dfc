// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/session.h"

#include <QWidget>

#include <memory>

namespace trawl::models {
class WorkerModel;
}

namespace trawl::windows {

namespace Ui {
class WorkersPage;
}

/// The Workers tab: a row a worker process and what can be done with it.
class WorkersPage : public QWidget
{
    Q_OBJECT

public:
    explicit WorkersPage(QWidget *parent = nullptr);
    ~WorkersPage() override;

    void setUp(models::WorkerModel &model, desktop::Session &session);
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray &columns);

private:
    using Command = void (engine::Engine::*)(int slot);

    [[nodiscard]] QList<int> selectedSlots() const;
    void run(Command command, const QList<int> &slotNumbers);
    void showMenu(const QPoint &at);
    void updateActions();

    std::unique_ptr<Ui::WorkersPage> m_ui;
    models::WorkerModel *m_model = nullptr;
    desktop::Session *m_session = nullptr;
};

} // namespace trawl::windows
