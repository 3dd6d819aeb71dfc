// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/notifications.h"
#include "support/testmain.h"

#include <QDBusMessage>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

namespace tst_notifications {

using namespace trawl::desktop;

/// A desktop's side of org.freedesktop.Notifications.
class FakeDesktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QStringList titles;
    QStringList texts;
    QStringList lastActions;

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        titles << title;
        texts << text;
        lastActions = actions;
        return uint(titles.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// Against a message bus of its own.
class TestNotifications : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("there is no dbus-daemon");
        m_daemon.start(daemon, {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                QStringLiteral("--print-address")});
        QVERIFY(m_daemon.waitForReadyRead());
        const auto address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        auto bus = QDBusConnection::connectToBus(address, QStringLiteral("desktop"));
        QVERIFY(bus.isConnected());
        QVERIFY(bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &m_desktop,
                                   QDBusConnection::ExportAllSlots |
                                       QDBusConnection::ExportAllSignals));
        QVERIFY(bus.registerService(QStringLiteral("org.freedesktop.Notifications")));
        const auto own = QDBusConnection::connectToBus(address, QStringLiteral("own"));
        m_notifications = std::make_unique<Notifications>(own);
    }
    void cleanupTestCase()
    {
        m_notifications.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("own"));
        QDBusConnection::disconnectFromBus(QStringLiteral("desktop"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    void saysItOnceAndEscaped()
    {
        m_notifications->show({QStringLiteral("A job has ended"), QStringLiteral("a<b>: 1 & 2")},
                              [] {});
        QTRY_COMPARE(m_desktop.titles.size(), 1);
        QCOMPARE(m_desktop.texts.first(), QStringLiteral("a&lt;b&gt;: 1 &amp; 2"));
        QCOMPARE(m_desktop.lastActions.first(), QStringLiteral("default"));
    }

    void tellsOfTheOneThatWasClicked()
    {
        QList<int> clicked;
        const auto first = uint(m_desktop.titles.size() + 1);
        m_notifications->show({}, [&] { clicked << 1; });
        m_notifications->show({}, [&] { clicked << 2; });
        QTRY_COMPARE(uint(m_desktop.titles.size()), first + 1);
        QTest::qWait(50); // the replies are on their way
        Q_EMIT m_desktop.ActionInvoked(first + 1, QStringLiteral("default"));
        QTRY_COMPARE(clicked, QList{2});
        Q_EMIT m_desktop.NotificationClosed(first, 1);
        Q_EMIT m_desktop.ActionInvoked(first, QStringLiteral("default"));
        Q_EMIT m_desktop.ActionInvoked(first + 77, QStringLiteral("default"));
        QTest::qWait(100);
        QCOMPARE(clicked, QList{2});
    }

private:
    QProcess m_daemon;
    FakeDesktop m_desktop;
    std::unique_ptr<Notifications> m_notifications;
};

TRAWL_TEST(Guiless, TestNotifications)

} // namespace tst_notifications

#include "tst_notifications.moc"
