// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/livesettings.h"

#include "desktop/enginesettings.h"
#include "models/texts.h"

namespace trawl::desktop {

namespace {

/// A running engine takes it.
bool isOfTheEngine(Setting setting)
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
    m_options.setSingleShot(true);
    m_options.setInterval(0);
    connect(&m_options, &QTimer::timeout, this, &LiveSettings::setOptions);
    connect(&settings, &Settings::changed, this, &LiveSettings::act);
    act(Setting::Units);
}

void LiveSettings::act(Setting setting)
{
    if (setting == Setting::Units) {
        models::Texts::setUnits(m_settings.choice<models::Units>(setting));
        Q_EMIT unitsChanged();
    } else if (isOfTheEngine(setting)) {
        m_options.start();
    }
}

void LiveSettings::setOptions()
{
    const auto options = engineOptions(m_settings);
    m_session.post([options](engine::Engine &engine) { engine.setOptions(options); });
}

} // namespace trawl::desktop

#include "moc_livesettings.cpp"
