// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "control/server.h"

#include "control/address.h"
#include "control/orders.h"
#include "control/socketsweep.h"
#include "control/visitor.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace trawl::control {

namespace {

/// Connections beyond so many push the oldest out that waits for nothing.
constexpr std::size_t mostVisitors = 32;

bool answers(const QString &path)
{
    constexpr int waitMs = 500;
    QLocalSocket socket;
    socket.connectToServer(path);
    return socket.waitForConnected(waitMs);
}

} // namespace

Server::Server(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_relay(std::make_shared<AnswerRelay>())
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Server::welcome);
    connect(
        m_relay.get(), &AnswerRelay::answered, this,
        [this](quint64 visitor, const QJsonObject &answer) {
            for (auto *candidate : m_visitors) {
                if (candidate->number() == visitor)
                    candidate->answer(answer);
            }
        },
        Qt::QueuedConnection);
}

Server::~Server() = default;

tl::expected<void, QString> Server::listen(const QString &sessionPath)
{
    const auto path = socketPath(sessionPath);
    if (!path)
        return tl::unexpected(path.error());
    if (answers(*path))
        return tl::unexpected(QStringLiteral("%1: somebody else listens there").arg(*path));
    sweepSockets(QFileInfo(*path).path());
    m_sessionPath = sessionPath;
    if (!m_server.listen(*path)) // takes the place of what lies there
        return tl::unexpected(QStringLiteral("%1: %2").arg(*path, m_server.errorString()));
    return {};
}

void Server::welcome()
{
    while (auto *socket = m_server.nextPendingConnection()) {
        const auto peer = peerOf(socket->socketDescriptor());
        if (!peer || !peer->ours) {
            delete socket;
            continue;
        }
        makeRoom();
        auto *visitor = new Visitor(++m_lastNumber, socket, m_services.patienceMs, this);
        m_visitors.push_back(visitor);
        connect(visitor, &Visitor::gone, this, [this, visitor] { leave(visitor); });
        connect(visitor, &Visitor::asks, this,
                [this, visitor](const QJsonObject &message) { serve(visitor, message); });
    }
}

void Server::makeRoom()
{
    if (m_visitors.size() < mostVisitors)
        return;
    const auto idle = std::ranges::find_if(m_visitors, [](auto *v) { return !v->isWaiting(); });
    leave(idle == m_visitors.end() ? m_visitors.front() : *idle);
}

void Server::leave(Visitor *visitor)
{
    if (std::erase(m_visitors, visitor) > 0)
        visitor->deleteLater();
}

void Server::serve(Visitor *visitor, const QJsonObject &message)
{
    const auto request = requestFromJson(message);
    if (!request)
        return visitor->answer(refusal(request.error()));
    switch (request->verb) {
    case Verb::Hello:
        return visitor->answer(introduction());
    case Verb::Add:
    case Verb::Raise:
        if (!m_services.window)
            return visitor->answer(refusal(QStringLiteral("there is no window")));
        // First the answer: what the window does may take longer than the other side waits.
        visitor->answer({});
        return m_services.window(*request);
    case Verb::Jobs:
        return askEngine(visitor, *request);
    case Verb::Pause:
    case Verb::Resume:
    case Verb::Retry:
        if (m_services.ordered)
            m_services.ordered(request->verb);
        return askEngine(visitor, *request);
    }
}

QJsonObject Server::introduction() const
{
    return {{QStringLiteral("program"), QCoreApplication::applicationName()},
            {QStringLiteral("version"), QStringLiteral(TRAWL_VERSION)},
            {QStringLiteral("pid"), QCoreApplication::applicationPid()},
            {QStringLiteral("session"), m_sessionPath},
            {QStringLiteral("window"), bool(m_services.window)}};
}

void Server::askEngine(Visitor *visitor, const Request &request)
{
    m_services.engine->post(
        [relay = m_relay, request, who = visitor->number()](engine::Engine &engine) {
            Q_EMIT relay->answered(who, carryOut(engine, request));
        });
}

} // namespace trawl::control

#include "moc_server.cpp"
