// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

namespace trawl::desktop {

/// Messages over org.freedesktop.Notifications (Desktop Notifications Specification 1.2). Not over
/// the tray's icon: GNOME has notifications but no tray, and only this way tells which one was
/// clicked. Where no such service runs, nothing is shown.
class Notifications : public QObject
{
    Q_OBJECT

public:
    explicit Notifications(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Returns at once.
    void show(const Notice &notice, const std::function<void()> &clicked);

private Q_SLOTS:
    void invoked(uint id, const QString &action);
    void closed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<uint, std::function<void()>> m_clicked;
};

} // namespace trawl::desktop
