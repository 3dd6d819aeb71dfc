// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace trawl::windows {

/// What can be done with a whole job, and with all of them.
class JobCommands : public QObject
{
    Q_OBJECT

public:
    JobCommands(desktop::Session &session, const desktop::Prompts &prompts, QWidget &window);

    void apply(const QList<engine::JobState> &jobs) { m_jobs = jobs; }
    [[nodiscard]] std::optional<engine::JobState> job(item::JobId id) const;

    void start(item::JobId id); ///< with what was paused of it one by one
    void pause(item::JobId id);
    void startAll();
    void pauseAll();
    void retryFailed(item::JobId id);
    void toggle(item::JobId id);
    void rename(item::JobId id); ///< asks
    void remove(item::JobId id); ///< asks
    void move(item::JobId id, engine::Engine::Move where);
    void openFolder(item::JobId id) const;

    /// All of these.
    void fill(QMenu &menu, item::JobId id);

Q_SIGNALS:
    void exportRequested(trawl::item::JobId id);
    void settingsRequested(trawl::item::JobId id, const QString &name);

private:
    desktop::Session &m_session;
    const desktop::Prompts &m_prompts;
    QWidget &m_window;
    QList<engine::JobState> m_jobs;
};

} // namespace trawl::windows
