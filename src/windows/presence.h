// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/afterjobs.h"
#include "desktop/jobends.h"
#include "desktop/tray.h"
#include "windows/statusline.h"

namespace trawl::desktop {
class OfferBar;
}

namespace trawl::windows {

/// "papers: 9,988 done, 12 failed"
[[nodiscard]] QString jobEndText(const engine::JobState &job);
/// "8,412/10,000 · 84 MiB/s"
[[nodiscard]] QString trayText(const StatusFacts &facts);

/// Trawl outside of its window: the tray, one message of the desktop for each job that ends, and
/// what comes after the last one.
class Presence : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *window = nullptr;
        desktop::OfferBar *afterJobs = nullptr;
    };

    Presence(desktop::Settings &settings, const desktop::Prompts &prompts, const Parts &parts);

    void take(const engine::ChangeSet &changes);
    /// The tray shows these; a few times a second at the most.
    void showFacts(const StatusFacts &facts);
    [[nodiscard]] bool hasTray() const;
    /// Closing the window is to hide it.
    [[nodiscard]] bool hidesAtClose() const;
    /// Says once that Trawl works on.
    void sayItHides();
    [[nodiscard]] desktop::Tray &tray() { return m_tray; }

Q_SIGNALS:
    void jobEnded(const trawl::engine::JobState &job);
    /// The person clicked on a message about it.
    void jobWanted(trawl::item::JobId job);
    void quitWanted();
    void logged(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tellOf(const engine::JobState &job);
    void toggleWindow();
    void showWindow();
    void updateTray();

    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    QWidget *m_window;
    desktop::Tray m_tray;
    desktop::JobEnds m_ends;
    desktop::AfterJobs m_afterJobs;
};

} // namespace trawl::windows
