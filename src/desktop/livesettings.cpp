// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/livesettings.h"

#include "desktop/enginesettings.h"
#include "models/texts.h"

namespace trawl::desktop {

namespace {

/// It is among engine::Defaults, or may be.
bool isDefault(Setting setting)
{
    const auto &info = Settings::info(setting);
    return setting == Setting::ProxyMode || setting == Setting::ProxyUrl ||
           (info.option && !info.atNextStart);
}

} // namespace

LiveSettings::LiveSettings(Settings &settings, Session &session, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_session(session)
{
    for (const auto setting :
         {Setting::RateLimit, Setting::HostRateLimit, Setting::SpeedSchedule, Setting::Units})
        act(setting);
    m_defaults.setSingleShot(true);
    m_defaults.setInterval(0);
    connect(&m_defaults, &QTimer::timeout, this, &LiveSettings::setDefaults);
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
    } else if (setting == Setting::Workers) {
        const auto workers = m_settings.get<int>(setting);
        m_session.post([workers](engine::Engine &engine) { engine.setWorkers(workers); });
    } else if (setting == Setting::Connections) {
        const auto connections = m_settings.get<int>(setting);
        m_session.post(
            [connections](engine::Engine &engine) { engine.setConnections(connections); });
    } else if (setting == Setting::RecycleAfter || setting == Setting::RecycleMemory) {
        const auto tasks = m_settings.get<int>(Setting::RecycleAfter);
        const auto bytes = m_settings.get<qint64>(Setting::RecycleMemory);
        m_session.post(
            [tasks, bytes](engine::Engine &engine) { engine.setRecycling(tasks, bytes); });
    } else if (isDefault(setting)) {
        m_defaults.start();
    }
}

void LiveSettings::setDefaults()
{
    const auto its = engineDefaults(m_settings);
    m_session.post([its](engine::Engine &engine) { engine.setDefaults(its); });
}

} // namespace trawl::desktop

#include "moc_livesettings.cpp"
