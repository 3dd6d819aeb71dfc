// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/worker.h"

#include "worker/looking.h"
#include "worker/probing.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace trawl::worker {

namespace {

constexpr int connectTimeoutMs = 10'000;
constexpr int tickMs = 100;
constexpr int healthMs = 1000;
constexpr int inspectMs = 500;
constexpr qint64 backedUp = 256 * 1024;

// Longer than a frame by itself: what tells how it went must arrive, the rest may be left out.
item::Outcome slim(item::Outcome outcome)
{
    outcome.finalUrl.clear();
    outcome.failure.detail.truncate(1000);
    outcome.head = {outcome.head.code, outcome.head.version, {}, {}, {}, {}};
    return outcome;
}

} // namespace

Worker::Worker(Startup startup)
    : m_startup(std::move(startup))
{
    m_ticker.setTimerType(Qt::PreciseTimer);
    m_health.setTimerType(Qt::PreciseTimer);
    m_probing.setMaxThreadCount(1);
    connect(&m_ticker, &QTimer::timeout, this, &Worker::tick);
    connect(&m_inspecting, &QTimer::timeout, this, &Worker::tellInspected);
    connect(&m_health, &QTimer::timeout, this, [this] {
        m_healthLag.fired();
        sendHealth();
    });
    connect(&m_socket, &QLocalSocket::readyRead, this, &Worker::read);
    connect(&m_socket, &QLocalSocket::bytesWritten, this, &Worker::exitWhenSent);
    connect(&m_socket, &QLocalSocket::disconnected, this, [this] { leave(Exit::Done); });
}

bool Worker::start()
{
    m_socket.connectToServer(m_startup.socketName);
    if (!m_socket.waitForConnected(connectTimeoutMs))
        return false;
    send(wire::encode(wire::Hello{wire::protocolVersion, std::exchange(m_startup.token, {}),
                                  QCoreApplication::applicationPid()}));
    return m_socket.state() == QLocalSocket::ConnectedState;
}

void Worker::read()
{
    while (!m_leaving) {
        wire::Message message;
        switch (m_reader.read(m_socket, message)) {
        case wire::ReadResult::Incomplete:
            return;
        case wire::ReadResult::Invalid:
            return refuse(m_reader.error());
        case wire::ReadResult::Value:
            std::visit([this](const auto &value) { handle(value); }, message);
        }
    }
}

void Worker::handle(const wire::Configure &message)
{
    if (m_tasks)
        return refuse(QStringLiteral("configured twice"));
    const TaskRunner::Events events{
        [this](const item::Findings &findings) { found(findings); },
        [this](item::Outcome outcome) { finished(std::move(outcome)); },
        [this](item::ExtraConnections wanted) {
            send(wire::encode(wire::WantConnections{{wanted}}));
        },
        [this](item::ExtraConnections unused) {
            send(wire::encode(wire::ReturnConnections{{unused}}));
        },
        [this](item::JobId job, const QList<QByteArray> &lines) {
            send(wire::encode(wire::Cookies{job, lines}));
        },
    };
    m_tasks = std::make_unique<TaskRunner>(message.settings, events);
    m_health.start(healthMs);
    m_healthLag.expect(healthMs);
}

void Worker::handle(const wire::Assign &message)
{
    if (!m_tasks)
        return refuse(QStringLiteral("tasks before the settings"));
    m_tasks->assign(message.tasks);
    if (m_tasks->inFlight() > 0 && !m_ticker.isActive()) {
        m_ticker.start(tickMs);
        m_tickLag.expect(tickMs);
    }
}

void Worker::handle(const wire::Cancel &message)
{
    for (const auto id : message.ids) {
        if (m_tasks)
            m_tasks->cancel(id);
    }
}

void Worker::handle(const wire::SetRates &message)
{
    if (!m_tasks)
        return refuse(QStringLiteral("a rate before the settings"));
    m_tasks->setRates(message.shares);
}

void Worker::handle(const wire::Drain &)
{
    m_draining = true;
    flush();
}

void Worker::handle(const wire::Ping &message)
{
    m_pong = message.number;
    sendHealth();
}

void Worker::handle(const wire::JobSettings &message)
{
    if (!m_tasks)
        return refuse(QStringLiteral("a job before the settings"));
    m_tasks->setJob(message.job, message.settings, message.recipe);
}

void Worker::handle(const wire::Cookies &message)
{
    if (!m_tasks)
        return refuse(QStringLiteral("cookies before the settings"));
    m_tasks->addCookies(message.job, message.lines);
}

void Worker::handle(const wire::GrantConnections &message)
{
    if (!m_tasks)
        return refuse(QStringLiteral("connections before the settings"));
    for (const auto &item : message.items)
        m_tasks->grant(item);
}

void Worker::handle(const wire::SetConnections &message)
{
    if (!m_tasks)
        return refuse(QStringLiteral("connections before the settings"));
    m_tasks->setWidth(message.connections);
}

// Beside the tasks, which are not to wait for a person's experiments.
void Worker::handle(const wire::Probe &message)
{
    ++m_probes;
    m_probing.start([this, probe = message.probe] {
        QMetaObject::invokeMethod(
            this, [this, answer = runProbe(probe)] { probed(answer); }, Qt::QueuedConnection);
    });
}

void Worker::probed(const item::ProbeAnswer &answer)
{
    --m_probes;
    for (const auto &piece : inPieces(answer))
        send(wire::encode(wire::Probed{piece}));
    flushSoon(); // it may be the last thing that this process was kept for
}

void Worker::handle(const wire::Inspect &message)
{
    m_inspected = message.id;
    m_inspecting.stop();
    if (m_inspected == item::ItemId{})
        return;
    m_inspecting.start(inspectMs);
    tellInspected();
}

void Worker::tellInspected()
{
    if (!m_tasks || !m_tasks->has(m_inspected))
        return m_inspecting.stop();
    const auto seen = m_tasks->inspect(m_inspected);
    if (seen && m_socket.bytesToWrite() <= backedUp)
        send(wire::encode(wire::Segments{*seen}));
}

template <typename Other> void Worker::handle(const Other &)
{
    refuse(QStringLiteral("a message that only a worker sends"));
}

// Several transfers end in one turn of the event loop: they share a frame.
void Worker::finished(item::Outcome outcome)
{
    m_outcomes.append(std::move(outcome));
    flushSoon();
}

void Worker::found(const item::Findings &findings)
{
    m_found += inPieces(findings);
    flushSoon();
}

void Worker::flushSoon()
{
    if (!std::exchange(m_flushing, true))
        QMetaObject::invokeMethod(this, &Worker::flush, Qt::QueuedConnection);
}

void Worker::flush()
{
    m_flushing = false;
    const wire::Found found{std::exchange(m_found, {})};
    // In one write: the engine need not wake up twice.
    QByteArray together = wire::encodeBatches(found).frames.join();
    const wire::Finished batch{std::exchange(m_outcomes, {})};
    const auto frames = wire::encodeBatches(batch);
    together += frames.frames.join();
    for (const auto index : frames.tooLarge)
        together += wire::encode(wire::Finished{{slim(batch.outcomes[index])}});
    if (!together.isEmpty())
        send(together);
    if (m_draining && m_probes == 0 && (!m_tasks || m_tasks->inFlight() == 0))
        leave(Exit::Done);
}

void Worker::tick()
{
    m_tickLag.fired();
    if (m_tasks->inFlight() == 0)
        return m_ticker.stop();
    if (m_socket.bytesToWrite() > backedUp)
        return;
    if (const auto moved = m_tasks->takeProgress(); !moved.isEmpty()) {
        for (const auto &frame : wire::encodeBatches(wire::ProgressBatch{moved}).frames)
            send(frame);
    }
}

void Worker::sendHealth()
{
    const auto lag = std::max(m_tickLag.takeWorst(), m_healthLag.takeWorst());
    const auto inFlight = m_tasks ? m_tasks->inFlight() : 0;
    send(wire::encode(wire::Health{m_pong, residentBytes(), cpuMs(), inFlight, lag}));
}

void Worker::send(const QByteArray &frame)
{
    if (m_socket.state() != QLocalSocket::ConnectedState)
        return;
    m_socket.write(frame);
    m_socket.flush();
}

void Worker::refuse(const QString &why)
{
    send(wire::encode(wire::Log{wire::LogLevel::Error, why}));
    leave(Exit::Protocol);
}

// What runs removes its part on the way out.
QCoro::Task<> Worker::leave(Exit status)
{
    if (std::exchange(m_leaving, true))
        co_return;
    m_status = status;
    m_health.stop();
    m_ticker.stop();
    m_inspecting.stop();
    if (m_tasks) {
        m_tasks->cancelAll();
        auto done = m_tasks->allDone();
        co_await done;
    }
    m_gone = true;
    exitWhenSent();
}

void Worker::exitWhenSent()
{
    const auto connected = m_socket.state() == QLocalSocket::ConnectedState;
    if (m_gone && (!connected || m_socket.bytesToWrite() == 0))
        QCoreApplication::exit(int(m_status));
}

} // namespace trawl::worker
