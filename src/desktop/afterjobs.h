// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/settings.h"

#include <QTimer>

namespace trawl::desktop {

class OfferBar;

/// What happens when all jobs have ended: nothing, the end of the program or a command, after a
/// countdown that the person can stop.
class AfterJobs : public QObject
{
    Q_OBJECT

public:
    static constexpr int countdownSeconds = 30;

    AfterJobs(const Settings &settings, const Prompts &prompts, OfferBar &bar,
              QObject *parent = nullptr);

    /// All jobs have ended just now.
    void begin();
    /// There is something to do again.
    void cancel();
    /// One second less; runs by itself.
    void tick();
    [[nodiscard]] bool isCounting() const { return m_left > 0; }

Q_SIGNALS:
    void quitWanted();
    void ranCommand(const QString &command);

private:
    void act();
    [[nodiscard]] QString sentence() const;

    const Settings &m_settings;
    const Prompts &m_prompts;
    OfferBar &m_bar;
    QTimer m_seconds;
    int m_left = 0;
};

} // namespace trawl::desktop
