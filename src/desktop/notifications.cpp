// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifications.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace trawl::desktop {

namespace {

QString service()
{
    return QStringLiteral("org.freedesktop.Notifications");
}

QString path()
{
    return QStringLiteral("/org/freedesktop/Notifications");
}

QDBusMessage messageFor(const Notice &notice)
{
    constexpr int asTheDesktopLikes = -1;
    auto message =
        QDBusMessage::createMethodCall(service(), path(), service(), QStringLiteral("Notify"));
    // Bodies are markup.
    const QStringList actions{QStringLiteral("default"), Notifications::tr("Show")};
    const QVariantMap hints{{QStringLiteral("desktop-entry"), QGuiApplication::desktopFileName()}};
    message << QStringLiteral("Trawl") << 0U << QStringLiteral("trawl") << notice.title
            << notice.text.toHtmlEscaped() << actions << hints << asTheDesktopLikes;
    return message;
}

} // namespace

Notifications::Notifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_bus.connect(service(), path(), service(), QStringLiteral("ActionInvoked"), this,
                  SLOT(invoked(uint, QString)));
    m_bus.connect(service(), path(), service(), QStringLiteral("NotificationClosed"), this,
                  SLOT(closed(uint, uint)));
}

void Notifications::show(const Notice &notice, const std::function<void()> &clicked)
{
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(messageFor(notice)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, clicked] {
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isValid())
            m_clicked.insert(reply.value(), clicked);
        watcher->deleteLater();
    });
}

void Notifications::invoked(uint id, const QString &)
{
    if (const auto clicked = m_clicked.take(id))
        clicked();
}

void Notifications::closed(uint id, uint)
{
    m_clicked.remove(id);
}

} // namespace trawl::desktop

#include "moc_notifications.cpp"
