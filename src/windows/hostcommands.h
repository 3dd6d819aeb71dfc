// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/session.h"

QT_BEGIN_NAMESPACE
class QMenu;
QT_END_NAMESPACE

namespace trawl::windows {

/// What can be done with hosts, from wherever one is named. Origins are "https://example.org:8443".
class HostCommands : public QObject
{
    Q_OBJECT

public:
    HostCommands(desktop::Session &session, QWidget &window);

    void pause(const QList<QByteArray> &origins);
    void resume(const QList<QByteArray> &origins);
    /// At once, whatever they are held by.
    void retryNow(const QList<QByteArray> &origins);
    /// Asks for the limit, beginning with `now`.
    void limit(const QList<QByteArray> &origins, const engine::HostLimit &now);

    /// All of these for hosts that stand so; the menu acts on them, whatever is selected later.
    void fill(QMenu &menu, const QList<engine::HostRow> &hosts);

Q_SIGNALS:
    /// The person wants to see its links.
    void showRequested(const QByteArray &origin);

private:
    using Command = void (engine::Engine::*)(const QByteArray &origin);
    void run(Command command, const QList<QByteArray> &origins);

    desktop::Session &m_session;
    QWidget &m_window;
};

[[nodiscard]] QList<QByteArray> originsOf(const QList<engine::HostRow> &hosts);

} // namespace trawl::windows
