// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pool/connection.h"
#include "pool/loglimit.h"
#include "scratch/directory.h"
#include "wire/messages.h"

#include <QElapsedTimer>
#include <QLocalServer>

#include <memory>
#include <optional>

namespace trawl::pool {

/// The socket that workers connect to: only for this user, of a random name in a directory of its
/// own, gone with the server. Lets nobody in who does not say Hello in time.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(int helloTimeoutMs, QObject *parent = nullptr);

    /// False with errorString() when no socket can be made.
    [[nodiscard]] bool listen();
    [[nodiscard]] QString path() const { return m_server.fullServerName(); }
    [[nodiscard]] QString errorString() const { return m_error; }

Q_SIGNALS:
    /// The receiver takes the connection (by its parent); otherwise it is refused.
    void hello(const trawl::wire::Hello &hello, trawl::pool::Connection *connection);
    void logged(trawl::wire::LogLevel level, const QString &text);

private:
    void accept();
    void readHello(Connection *connection);
    void refuse(Connection *connection, const QString &why);

    int m_helloTimeoutMs;
    std::unique_ptr<scratch::Directory> m_directory;
    QLocalServer m_server;
    QList<Connection *> m_strangers; ///< connected, no Hello yet; the oldest first
    LogLimit m_logLimit;
    QElapsedTimer m_clock;
    QString m_error;
};

} // namespace trawl::pool
