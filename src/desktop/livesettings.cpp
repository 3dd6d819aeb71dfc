// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/livesettings.h"

#include "desktop/enginesettings.h"
#include "models/texts.h"

namespace trawl::desktop {

LiveSettings::LiveSettings(Settings &settings, Session &session, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_session(session)
{
    for (const auto setting :
         {Setting::RateLimit, Setting::HostRateLimit, Setting::SpeedSchedule, Setting::Units})
        act(setting);
    connect(&settings, &Settings::changed, this, &LiveSettings::act);
}

void LiveSettings::act(Setting setting)
{
    if (setting == Setting::RateLimit) {
        const auto limit = m_settings.get<qint64>(setting);
        m_session.post([limit](engine::Engine &engine) { engine.setRateLimit(limit); });
    } else if (setting == Setting::HostRateLimit) {
        const auto limit = m_settings.get<qint64>(setting);
        m_session.post([limit](engine::Engine &engine) { engine.setHostRateLimit(limit); });
    } else if (setting == Setting::SpeedSchedule) {
        const auto schedule = scheduleOf(m_settings);
        m_session.post([schedule](engine::Engine &engine) { engine.setSchedule(schedule); });
    } else if (setting == Setting::Units) {
        models::Texts::setUnits(m_settings.choice<models::Units>(setting));
        Q_EMIT unitsChanged();
    }
}

} // namespace trawl::desktop
