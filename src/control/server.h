// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/request.h"

#include "engine/enginethread.h"

#include <QJsonObject>
#include <QLocalServer>
#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace trawl::control {

class Visitor;

/// What the holder of a session does for those who ask.
struct Services
{
    engine::EngineThread *engine = nullptr;
    /// For Add and Raise; none = there is no window.
    std::function<void(const Request &)> window;
    /// Pause, Resume or Retry was asked for.
    std::function<void(Verb)> ordered;
    int patienceMs = 5'000; ///< how long a connection may be silent
};

/// Carries an answer from the engine's thread to the server, which may have gone meanwhile.
class AnswerRelay : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void answered(quint64 visitor, const QJsonObject &answer);
};

/// Lets other processes of the same user talk to the one that has a session open, over a local
/// socket that is named after it. Lives on the thread of the window; needs its event loop. Goes
/// before the engine's thread.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(Services services, QObject *parent = nullptr);
    ~Server() override;

    /// The caller has the session open, so it holds its lock: a socket that nobody answers on was
    /// left by a crash and is replaced. The error (English) tells why nobody can reach us; all
    /// else works without.
    [[nodiscard]] tl::expected<void, QString> listen(const QString &sessionPath);
    [[nodiscard]] QString path() const { return m_server.fullServerName(); }

private:
    void welcome();
    void makeRoom();
    void leave(Visitor *visitor);
    void serve(Visitor *visitor, const QJsonObject &message);
    [[nodiscard]] QJsonObject introduction() const;
    void askEngine(Visitor *visitor, const Request &request);

    Services m_services;
    QString m_sessionPath;
    QLocalServer m_server;
    std::vector<Visitor *> m_visitors; ///< the oldest first
    quint64 m_lastNumber = 0;
    std::shared_ptr<AnswerRelay> m_relay;
};

} // namespace trawl::control
