// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/worker.h"

#include <QRandomGenerator>
#include <QStandardPaths>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace trawl::pool {
namespace {

/// Between the end of the connection and that of the process: long enough for an exit status.
constexpr int leaveMs = 500;
/// In one message, far from the longest frame.
constexpr qsizetype cookieBytes = 256 * 1024;

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

} // namespace

Worker::Worker(int slot, Patience patience, QObject *parent)
    : QObject(parent)
    , m_slot(slot)
    , m_patience(patience)
    , m_token(randomToken())
{
    m_clock.start();
    connect(&m_process, &Process::ended, this, &Worker::processEnded);
    connect(&m_process, &Process::complained, this,
            [this](const QString &line) { say(wire::LogLevel::Warning, line); });
}

void Worker::start(const QString &program, const QStringList &arguments)
{
    m_timer.setSingleShot(true);
    m_timer.callOnTimeout(this, [this] {
        kill(Ending::Unasked, QStringLiteral("no hello within %1 ms").arg(m_patience.start));
    });
    m_timer.start(m_patience.start);
    if (!QStandardPaths::findExecutable(program).isEmpty()) {
        m_process.start(program, arguments, m_token);
        return;
    }
    m_ending = Ending::Hopeless;
    m_lastWords = QStringLiteral("there is no program %1").arg(program);
    QMetaObject::invokeMethod(this, [this] { processEnded(m_lastWords); }, Qt::QueuedConnection);
}

void Worker::connectTo(Connection *connection, const item::TransferSettings &settings)
{
    m_token.clear(); // shown once
    m_connection = connection;
    connection->setParent(this);
    m_state = WorkerState::Ready;
    m_readySince.start();
    connect(connection, &Connection::readable, this, &Worker::readMessages);
    connect(connection, &Connection::closed, this, [this] {
        m_state = WorkerState::Draining;
        QTimer::singleShot(leaveMs, this, [this] { m_process.kill(); });
    });
    connection->write(wire::Configure{settings});
    m_timer.disconnect(this);
    m_timer.setSingleShot(false);
    m_timer.callOnTimeout(this, &Worker::ping);
    m_timer.start(std::clamp(m_patience.hang / 4, 10, 5000));
    // What came in one piece with the Hello is announced by nobody.
    QMetaObject::invokeMethod(this, &Worker::readMessages, Qt::QueuedConnection);
    Q_EMIT ready();
}

QList<item::Request> Worker::give(const QList<item::Request> &tasks)
{
    const auto batches = wire::encodeBatches(wire::Assign{tasks});
    QList<item::Request> tooLarge;
    for (const auto index : batches.tooLarge)
        tooLarge.append(tasks[index]);
    for (const auto &task : tasks)
        m_tasks.insert(task.id, {task});
    for (const auto &task : tooLarge)
        m_tasks.remove(task.id);
    for (const auto &task : std::as_const(tasks))
        trafficOf(task).transfers += m_tasks.contains(task.id) ? 1 : 0;
    Q_EMIT taking();
    for (const auto &frame : batches.frames)
        m_connection->write(frame);
    m_given += int(tasks.size() - tooLarge.size());
    return tooLarge;
}

void Worker::giveAlone(const item::Request &task)
{
    m_alone = true;
    // It fitted into a frame when it was given for the first time.
    std::ignore = give({task});
}

void Worker::brief(item::JobId job, const JobBriefing &briefing)
{
    const auto told = m_briefed.constFind(job);
    const bool first = told == m_briefed.constEnd();
    if (!first && *told == briefing.version)
        return;
    m_briefed.insert(job, briefing.version);
    if (briefing.version > 0)
        m_connection->write(wire::JobSettings{job, briefing.settings, briefing.recipe});
    if (first)
        giveCookies(job, briefing.cookies.lines());
}

void Worker::giveCookies(item::JobId job, const QList<QByteArray> &lines)
{
    wire::Cookies message{job, {}};
    qsizetype bytes = 0;
    for (const auto &line : lines) {
        if (bytes > 0 && bytes + line.size() > cookieBytes) {
            m_connection->write(message);
            message.lines.clear();
            bytes = 0;
        }
        message.lines.append(line);
        bytes += line.size();
    }
    if (!message.lines.isEmpty())
        m_connection->write(message);
}

void Worker::cancel(const QList<item::ItemId> &ids)
{
    for (const auto id : ids)
        m_tasks[id].cancelled = true;
    for (const auto &frame : wire::encodeBatches(wire::Cancel{ids}).frames)
        m_connection->write(frame);
}

void Worker::probe(const item::Probe &probe)
{
    m_probes.insert(probe.number, {});
    m_connection->write(wire::Probe{probe});
}

void Worker::setShares(const QList<item::RateShare> &shares)
{
    if (m_connection && std::exchange(m_shares, shares) != shares)
        m_connection->write(wire::SetRates{shares});
}

void Worker::setConnections(int connections)
{
    if (m_connection)
        m_connection->write(wire::SetConnections{connections});
}

item::WorkerTraffic Worker::takeTraffic()
{
    item::WorkerTraffic taken{pid(), {}};
    for (auto &traffic : m_traffic) {
        taken.traffic.push_back(traffic);
        traffic.received = 0;
    }
    m_traffic.removeIf([](auto traffic) { return traffic.value().transfers == 0; });
    return taken;
}

item::Traffic &Worker::trafficOf(const item::Request &request)
{
    auto &traffic = m_traffic[quint64(request.job) << 32 | request.host];
    traffic.job = request.job;
    traffic.host = request.host;
    return traffic;
}

// The counters are absolute; those of a transfer that starts again fall.
void Worker::noteReceived(Task &task, qint64 received, qint64 kept)
{
    trafficOf(task.request).received += qMax<qint64>(0, received - task.received);
    task.received = received;
    m_received += qMax<qint64>(0, received - kept - task.fetched);
    task.fetched = received - kept;
}

void Worker::grant(const QList<item::ExtraConnections> &items)
{
    m_connection->write(wire::GrantConnections{items});
}

void Worker::inspect(item::ItemId id)
{
    if (m_connection)
        m_connection->write(wire::Inspect{id});
}

void Worker::drain()
{
    if (m_state == WorkerState::Starting) {
        kill(Ending::Drained);
    } else if (m_state == WorkerState::Ready) {
        m_state = WorkerState::Draining;
        m_ending = Ending::Drained;
        m_connection->write(wire::Drain{});
    }
}

void Worker::kill(Ending ending, const QString &why)
{
    if (m_state == WorkerState::Dead)
        return;
    m_ending = ending;
    m_state = WorkerState::Draining;
    m_lastWords = why;
    m_process.kill();
}

void Worker::reap()
{
    m_process.reap();
    m_state = WorkerState::Dead;
}

QList<item::Request> Worker::takeTasks(QList<item::Request> &cancelled)
{
    QList<item::Request> tasks;
    for (const auto &task : std::as_const(m_tasks))
        (task.cancelled ? cancelled : tasks).append(task.request);
    m_tasks.clear();
    m_traffic.clear();
    std::ranges::sort(tasks, {}, &item::Request::id);
    return tasks;
}

void Worker::readMessages()
{
    Burst burst;
    wire::Message message;
    auto result = wire::ReadResult::Incomplete;
    while ((result = m_connection->read(message)) == wire::ReadResult::Value)
        std::visit([&](auto &value) { take(value, burst); }, message);
    if (result == wire::ReadResult::Invalid && m_ending != Ending::Killed) {
        say(wire::LogLevel::Warning, QStringLiteral("makes no sense: ") + m_connection->error());
        kill(Ending::Unasked, QStringLiteral("it made no sense: ") + m_connection->error());
    }
    if (m_tasks.isEmpty())
        m_alone = false;
    if (!burst.progress.isEmpty())
        Q_EMIT progress(burst.progress);
    if (!burst.findings.isEmpty())
        Q_EMIT found(burst.findings);
    if (!burst.outcomes.isEmpty())
        Q_EMIT finished(burst.outcomes);
}

template <typename Other> void Worker::take(Other &, Burst &)
{
    outOfTurn(); // a message of the other direction
}

void Worker::take(wire::Hello &, Burst &)
{
    outOfTurn(); // the one Hello was the server's
}

void Worker::take(wire::ProgressBatch &message, Burst &burst)
{
    for (const auto &item : std::as_const(message.items)) {
        const auto task = m_tasks.find(item.id);
        if (task == m_tasks.end())
            continue;
        noteReceived(*task, item.received, item.kept);
        burst.progress.append(item);
    }
}

void Worker::take(wire::Finished &message, Burst &burst)
{
    for (auto &outcome : message.outcomes) {
        const auto task = m_tasks.find(outcome.id);
        if (task != m_tasks.end()) {
            noteReceived(*task, outcome.bytes, outcome.kept);
            --trafficOf(task->request).transfers;
            m_tasks.erase(task);
            ++m_done;
            burst.outcomes.append(std::move(outcome));
        } else {
            say(wire::LogLevel::Warning,
                QStringLiteral("answered for item %1, which it does not have")
                    .arg(qint64(outcome.id)));
        }
    }
}

void Worker::take(wire::Found &message, Burst &burst)
{
    for (auto &findings : message.items) {
        if (m_tasks.contains(findings.id))
            burst.findings.append(std::move(findings));
    }
}

void Worker::take(wire::Probed &message, Burst &)
{
    const auto known = m_probes.find(message.answer.number);
    if (known == m_probes.end())
        return outOfTurn();
    if (known->number == 0)
        *known = message.answer;
    else
        known->append(message.answer);
    if (known->goesOn)
        return;
    Q_EMIT probed(m_probes.take(message.answer.number));
}

void Worker::take(wire::Health &message, Burst &)
{
    if (message.pong == m_lastPing)
        m_pingSent.invalidate();
    m_health = message;
    Q_EMIT healthChanged();
}

void Worker::take(wire::Segments &message, Burst &)
{
    if (has(message.inspection.id)) // else it has just ended
        Q_EMIT inspected(message.inspection);
}

void Worker::take(wire::Log &message, Burst &)
{
    say(message.level, message.text);
}

void Worker::take(wire::Cookies &message, Burst &)
{
    if (knows(message.job))
        Q_EMIT cookies(message.job, message.lines);
    else
        outOfTurn();
}

void Worker::take(wire::WantConnections &message, Burst &)
{
    if (const auto own = ownOf(message.items); !own.isEmpty())
        Q_EMIT connectionsWanted(own);
}

void Worker::take(wire::ReturnConnections &message, Burst &)
{
    if (const auto own = ownOf(message.items); !own.isEmpty())
        Q_EMIT connectionsReturned(own);
}

QList<item::ExtraConnections> Worker::ownOf(const QList<item::ExtraConnections> &items) const
{
    QList<item::ExtraConnections> own;
    std::ranges::copy_if(items, std::back_inserter(own), [this](const auto &item) {
        return item.count >= 0 && m_tasks.contains(item.id);
    });
    return own;
}

void Worker::outOfTurn()
{
    say(wire::LogLevel::Warning, QStringLiteral("sent a message that is not a worker's to send"));
}

void Worker::ping()
{
    const auto tooLong = [this](const QElapsedTimer &since) {
        return since.isValid() && since.hasExpired(m_patience.hang);
    };
    // After a halt of our own its answer may be there, unread.
    if (tooLong(m_pingSent))
        m_connection->fetchRest();
    if (m_state != WorkerState::Draining || !m_tasks.isEmpty())
        m_idleSince.invalidate();
    else if (!m_idleSince.isValid())
        m_idleSince.start();
    if (tooLong(m_pingSent) || tooLong(m_idleSince)) {
        say(wire::LogLevel::Warning, QStringLiteral("not answering: replaced"));
        kill(m_tasks.isEmpty() ? m_ending : Ending::Unasked, QStringLiteral("not answering"));
    } else if (!m_pingSent.isValid()) {
        m_pingSent.start();
        m_connection->write(wire::Ping{++m_lastPing});
    }
}

void Worker::processEnded(const QString &how)
{
    m_timer.stop();
    m_state = WorkerState::Dead; // first: what the rest brings must not attract new tasks
    if (m_connection) {
        m_connection->fetchRest();
        disconnect(m_connection, nullptr, this, nullptr);
    }
    if (m_ending == Ending::Drained && !m_tasks.isEmpty())
        m_ending = Ending::Unasked; // it was to finish them first
    if (m_lastWords.isEmpty())
        m_lastWords = how;
    Q_EMIT ended();
}

void Worker::say(wire::LogLevel level, const QString &text)
{
    if (m_logLimit.allows(m_clock.elapsed()))
        Q_EMIT logged(level, QStringLiteral("worker %1 (pid %2): %3")
                                 .arg(m_slot + 1)
                                 .arg(pid())
                                 .arg(text.left(LogLimit::longestLine)));
}

} // namespace trawl::pool

#include "moc_worker.cpp"
