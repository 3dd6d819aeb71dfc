// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windows/presence.h"

#include "models/texts.h"

#include <QEvent>
#include <QPointer>

namespace trawl::windows {

using desktop::Setting;
using models::Texts;

QString jobEndText(const engine::JobState &job)
{
    QStringList parts{Presence::tr("%1 done").arg(Texts::count(job.counts.done))};
    if (job.counts.failed > 0)
        parts << Presence::tr("%1 failed").arg(Texts::count(job.counts.failed));
    if (job.counts.skipped > 0)
        parts << Presence::tr("%1 skipped").arg(Texts::count(job.counts.skipped));
    return Presence::tr("%1: %2", "job: what became of it")
        .arg(job.name, parts.join(Presence::tr(", ")));
}

QString trayText(const StatusFacts &facts)
{
    const auto &counts = facts.counts;
    if (counts.open() + counts.paused == 0)
        return QStringLiteral("Trawl");
    auto text =
        QStringLiteral("%1/%2").arg(Texts::count(counts.done), Texts::count(counts.total()));
    const auto rate = Texts::rate(facts.bytesPerSecond);
    return rate.isEmpty() ? text : text + QStringLiteral(" · ") + rate;
}

Presence::Presence(desktop::Settings &settings, const desktop::Prompts &prompts, const Parts &parts)
    : QObject(parts.window)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_window(parts.window)
    , m_afterJobs(settings, prompts, *parts.afterJobs)
{
    m_window->installEventFilter(this);
    connect(&m_tray, &desktop::Tray::toggleWanted, this, &Presence::toggleWindow);
    connect(&m_tray, &desktop::Tray::quitWanted, this, &Presence::quitWanted);
    connect(&m_tray, &desktop::Tray::limitChosen, this,
            [this](qint64 limit) { m_settings.set(Setting::RateLimit, limit); });
    connect(&m_settings, &desktop::Settings::changed, this, [this](Setting setting) {
        if (setting == Setting::RateLimit)
            m_tray.setLimit(m_settings.get<qint64>(setting));
        if (setting == Setting::CloseToTray || setting == Setting::StartHidden)
            updateTray();
    });
    connect(&m_afterJobs, &desktop::AfterJobs::quitWanted, this, &Presence::quitWanted);
    connect(&m_afterJobs, &desktop::AfterJobs::ranCommand, this, [this](const QString &command) {
        Q_EMIT logged(tr("All jobs have ended: “%1” was started").arg(command));
    });
    m_tray.setLimit(m_settings.get<qint64>(Setting::RateLimit));
    updateTray();
}

void Presence::take(const engine::ChangeSet &changes)
{
    const auto ended = m_ends.take(changes.jobs);
    for (const auto &job : ended) {
        tellOf(job);
        Q_EMIT jobEnded(job);
    }
    if (!desktop::JobEnds::allEnded(changes.jobs))
        m_afterJobs.cancel();
    else if (!ended.isEmpty())
        m_afterJobs.begin();
}

void Presence::showFacts(const StatusFacts &facts)
{
    const auto &counts = facts.counts;
    const auto ended = counts.done + counts.failed + counts.skipped;
    const auto isBusy = counts.open() > 0;
    m_tray.setProgress(isBusy ? int(ended * 100 / counts.total()) : -1, trayText(facts));
    m_tray.setCanPauseAndResume(isBusy, counts.paused > 0);
}

bool Presence::hasTray() const
{
    return m_prompts.hasTray && m_prompts.hasTray();
}

bool Presence::hidesAtClose() const
{
    return m_settings.get<bool>(Setting::CloseToTray) && hasTray();
}

void Presence::sayItHides()
{
    if (m_settings.get<bool>(Setting::SaidItHides))
        return;
    m_settings.set(Setting::SaidItHides, true);
    if (m_prompts.notify) {
        m_prompts.notify({tr("Trawl works on in the tray"),
                          tr("A click on its icon brings the window back; Quit in its menu ends "
                             "it.")},
                         [self = QPointer<Presence>(this)] {
                             if (self)
                                 self->showWindow();
                         });
    }
}

bool Presence::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        m_tray.setWindowShown(event->type() == QEvent::Show);
    return QObject::eventFilter(watched, event);
}

void Presence::tellOf(const engine::JobState &job)
{
    Q_EMIT logged(jobEndText(job));
    const bool inFront =
        m_window->isActiveWindow() && !m_settings.get<bool>(Setting::NotifyInFront);
    if (inFront || !m_settings.get<bool>(Setting::Notifications) || !m_prompts.notify)
        return;
    m_prompts.notify({tr("A job has ended"), jobEndText(job)},
                     [self = QPointer<Presence>(this), id = job.id] {
                         if (!self)
                             return;
                         self->showWindow();
                         Q_EMIT self->jobWanted(id);
                     });
}

void Presence::toggleWindow()
{
    if (m_window->isVisible() && !m_window->isMinimized())
        m_window->hide();
    else
        showWindow();
}

void Presence::showWindow()
{
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void Presence::updateTray()
{
    m_tray.setVisible(m_settings.get<bool>(Setting::CloseToTray) ||
                      m_settings.get<bool>(Setting::StartHidden));
}

} // namespace trawl::windows

#include "moc_presence.cpp"
