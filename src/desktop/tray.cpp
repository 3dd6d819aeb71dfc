// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/tray.h"

#include "desktop/limits.h"
#include "desktop/trayicon.h"
#include "models/icons.h"

namespace trawl::desktop {

Tray::Tray(QObject *parent)
    : QObject(parent)
{
    fillMenu();
    m_icon.setContextMenu(&m_menu);
    setProgress(-1, QStringLiteral("Trawl"));
    connect(&m_icon, &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason == QSystemTrayIcon::Trigger)
                    Q_EMIT toggleWanted();
            });
}

Tray::~Tray() = default;

void Tray::setVisible(bool visible)
{
    m_icon.setVisible(visible);
}

void Tray::setProgress(int percent, const QString &toolTip)
{
    if (m_percent != percent)
        m_icon.setIcon(trayIcon(percent));
    m_percent = percent;
    if (m_icon.toolTip() != toolTip)
        m_icon.setToolTip(toolTip);
}

void Tray::setWindowShown(bool shown)
{
    m_toggle->setText(shown ? tr("&Hide the window") : tr("&Show the window"));
}

void Tray::setLimit(qint64 bytesPerSecond)
{
    m_limit = bytesPerSecond;
}

void Tray::setCanPauseAndResume(bool pause, bool resume)
{
    m_pause->setEnabled(pause);
    m_resume->setEnabled(resume);
}

void Tray::fillMenu()
{
    m_toggle = m_menu.addAction(QString(), this, &Tray::toggleWanted);
    m_toggle->setObjectName(QStringLiteral("trayToggle"));
    setWindowShown(true);
    m_menu.addSeparator();
    m_menu.addAction(models::icon(u"paste"), tr("&Add from the clipboard"), this,
                     &Tray::pasteWanted);
    m_pause = m_menu.addAction(models::icon(u"pause"), tr("&Pause all"), this, &Tray::pauseWanted);
    m_resume =
        m_menu.addAction(models::icon(u"start"), tr("S&tart all"), this, &Tray::resumeWanted);
    m_limits = m_menu.addMenu(tr("Speed &limit"));
    connect(m_limits, &QMenu::aboutToShow, this, &Tray::fillLimits);
    fillLimits(); // some desktops ask for the menu ahead
    m_menu.addSeparator();
    m_menu.addAction(tr("&Quit"), this, &Tray::quitWanted);
}

void Tray::fillLimits()
{
    m_limits->clear();
    const auto limits = offeredLimits(m_limit);
    for (const auto limit : limits) {
        auto *action = m_limits->addAction(limitText(limit), this,
                                           [this, limit] { Q_EMIT limitChosen(limit); });
        action->setCheckable(true);
        action->setChecked(limit == m_limit);
    }
}

} // namespace trawl::desktop

#include "moc_tray.cpp"
