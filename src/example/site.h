// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTcpServer>
#include <QTimer>
#include <QUrl>

class QTcpSocket;

namespace trawl::example {

/// Serves the shop over HTTP/1.1 to this machine only (127.0.0.1, a free port), each answer after
/// a moment, as servers do. Stops by itself when nobody has asked for a while.
class Site : public QObject
{
    Q_OBJECT

public:
    static constexpr int usualDelayMs = 60;
    static constexpr int usualIdleMs = 5 * 60'000;

    explicit Site(QObject *parent = nullptr, int delayMs = usualDelayMs, int idleMs = usualIdleMs);

    /// False when no port can be had.
    [[nodiscard]] bool start();
    [[nodiscard]] bool isRunning() const { return m_server.isListening(); }
    /// Of its first page.
    [[nodiscard]] QUrl url() const;

private:
    void accept();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QByteArray &head);

    QTcpServer m_server;
    QTimer m_idle;
    int m_delayMs;
};

} // namespace trawl::example
