// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/session.h"
#include "desktop/settings.h"

#include <QTimer>

namespace trawl::desktop {

/// Lets changes of the settings act on an open session, and the settings on the words of values.
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
    void setOptions();

    Settings &m_settings;
    Session &m_session;
    QTimer m_options; ///< one Apply may change many of them
};

} // namespace trawl::desktop
