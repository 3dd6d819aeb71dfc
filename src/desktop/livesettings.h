// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/session.h"
#include "desktop/settings.h"

#include <QTimer>

namespace trawl::desktop {

/// Lets the settings act on an open session and on the words of values: now and when they change.
class LiveSettings : public QObject
{
    Q_OBJECT

public:
    LiveSettings(Settings &settings, Session &session, QObject *parent = nullptr);

Q_SIGNALS:
    /// Sizes are written otherwise from now on.
    void unitsChanged();

private:
    void act(Setting setting);
    void setDefaults();

    Settings &m_settings;
    Session &m_session;
    QTimer m_defaults; ///< one Apply may change many of them
};

} // namespace trawl::desktop
