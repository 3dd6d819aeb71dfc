// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/afterjobs.h"

#include "desktop/offerbar.h"

namespace trawl::desktop {

AfterJobs::AfterJobs(const Settings &settings, const Prompts &prompts, OfferBar &bar,
                     QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_bar(bar)
{
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &AfterJobs::tick);
}

void AfterJobs::begin()
{
    if (m_settings.choice<AfterJobsAction>(Setting::AfterJobs) == AfterJobsAction::Nothing ||
        isCounting())
        return;
    m_left = countdownSeconds;
    m_bar.show(sentence(),
               {{tr("&Stop that"), [this] { cancel(); }}, {tr("&Now"), [this] { act(); }}});
    m_seconds.start();
}

void AfterJobs::cancel()
{
    if (!m_seconds.isActive())
        return;
    m_seconds.stop();
    m_left = 0;
    m_bar.hide();
}

void AfterJobs::tick()
{
    if (!isCounting())
        return;
    if (--m_left == 0)
        act();
    else
        m_bar.setText(sentence());
}

void AfterJobs::act()
{
    cancel();
    if (m_settings.choice<AfterJobsAction>(Setting::AfterJobs) == AfterJobsAction::Quit) {
        Q_EMIT quitWanted();
        return;
    }
    const auto command = m_settings.get<QString>(Setting::AfterJobsCommand);
    m_prompts.runCommand(command);
    Q_EMIT ranCommand(command);
}

QString AfterJobs::sentence() const
{
    if (m_settings.choice<AfterJobsAction>(Setting::AfterJobs) == AfterJobsAction::Quit)
        return tr("All jobs have ended. Trawl quits in %Ln second(s).", nullptr, m_left);
    return tr("All jobs have ended. “%1” runs in %Ln second(s).", nullptr, m_left)
        .arg(m_settings.get<QString>(Setting::AfterJobsCommand));
}

} // namespace trawl::desktop

#include "moc_afterjobs.cpp"
