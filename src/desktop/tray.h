// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QObject>
#include <QSystemTrayIcon>

#include <memory>
#include <optional>

namespace trawl::desktop {

/// Trawl in the desktop's tray: how far it is, and a menu of what one wants without the window.
class Tray : public QObject
{
    Q_OBJECT

public:
    explicit Tray(QObject *parent = nullptr);
    ~Tray() override;

    void setVisible(bool visible);
    /// Percent, -1 = nothing to do. Drawn anew only when it changes.
    void setProgress(int percent, const QString &toolTip);
    /// "Hide" instead of "Show".
    void setWindowShown(bool shown);
    void setLimit(qint64 bytesPerSecond);
    void setCanPauseAndResume(bool pause, bool resume);

    [[nodiscard]] QMenu &menu() { return m_menu; }
    [[nodiscard]] QString toolTip() const { return m_icon.toolTip(); }

Q_SIGNALS:
    void toggleWanted();
    void pauseWanted();
    void resumeWanted();
    void pasteWanted();
    void limitChosen(qint64 bytesPerSecond);
    void quitWanted();

private:
    void fillMenu();
    void fillLimits();

    QSystemTrayIcon m_icon;
    QMenu m_menu;
    QMenu *m_limits = nullptr;
    QAction *m_toggle = nullptr;
    QAction *m_pause = nullptr;
    QAction *m_resume = nullptr;
    qint64 m_limit = 0;
    std::optional<int> m_percent;
};

} // namespace trawl::desktop
