// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "engine/loglevel.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace trawl::models {
class LogModel;
}

namespace trawl::windows {

namespace Ui {
class LogPage;
}

/// The Log tab: what happened beside the items, newest last. It follows the newest line unless the
/// person has scrolled away.
class LogPage : public QWidget
{
    Q_OBJECT

public:
    explicit LogPage(QWidget *parent = nullptr);
    ~LogPage() override;

    /// Asks with these where to save; they outlive the page.
    void setUp(const desktop::Prompts &prompts);
    void add(const QString &text, engine::LogLevel level = engine::LogLevel::Note);

Q_SIGNALS:
    void saveFailed(const QString &message);

private:
    void copy() const;
    void save();
    void applyFilter();
    void updateActions();
    void scrollIfAtEnd();

    std::unique_ptr<Ui::LogPage> m_ui;
    models::LogModel *m_model;
    const desktop::Prompts *m_prompts = nullptr;
    QTimer m_pause;
    bool m_atEnd = true;
};

} // namespace trawl::windows
