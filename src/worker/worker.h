// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame.h"
#include "worker/startup.h"
#include "worker/taskrunner.h"
#include "worker/vitals.h"

#include <QLocalSocket>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace trawl::worker {

/// Exit statuses of the worker; the engine shows them, the pool counts them.
enum class Exit { Done = 0, NoEngine = 1, Usage = 2, Protocol = 3 };

/// The worker's end of the wire: messages in, transfers run, outcomes and counters out. Leaves the
/// event loop by itself: when it was drained, when the engine has gone, or over a bad frame.
class Worker : public QObject
{
public:
    explicit Worker(Startup startup);

    /// Connects and says Hello. False: no engine is there.
    [[nodiscard]] bool start();

private:
    void read();
    // By message; one that only a worker sends is a bad frame.
    void handle(const wire::Configure &message);
    void handle(const wire::Assign &message);
    void handle(const wire::Cancel &message);
    void handle(const wire::SetRates &message);
    void handle(const wire::Drain &message);
    void handle(const wire::Ping &message);
    void handle(const wire::JobSettings &message);
    void handle(const wire::Cookies &message);
    void handle(const wire::GrantConnections &message);
    void handle(const wire::Inspect &message);
    void handle(const wire::Probe &message);
    void handle(const wire::SetConnections &message);
    template <typename Other> void handle(const Other &message);

    void probed(const item::ProbeAnswer &answer);
    void found(const item::Findings &findings);
    void finished(item::Outcome outcome);
    void flushSoon();
    void flush();
    void tick();
    void tellInspected();
    void sendHealth();
    void send(const QByteArray &frame);

    void refuse(const QString &why);
    QCoro::Task<> leave(Exit status);
    void exitWhenSent();

    Startup m_startup;
    QLocalSocket m_socket;
    wire::FrameReader m_reader;
    std::unique_ptr<TaskRunner> m_tasks; ///< from Configure on
    QList<item::Findings> m_found;       ///< in this turn of the event loop
    QList<item::Outcome> m_outcomes;     ///< ended in this turn of the event loop
    int m_probes = 0;                    ///< not answered yet
    bool m_flushing = false;
    bool m_draining = false;
    bool m_leaving = false;
    bool m_gone = false; ///< the tasks have ended: only what is in the socket's way holds us
    Exit m_status = Exit::Done;
    quint64 m_pong = 0;
    QTimer m_ticker; ///< while something runs
    QTimer m_health;
    QTimer m_inspecting; ///< while m_inspected runs here
    item::ItemId m_inspected{};
    LagMeter m_tickLag;
    LagMeter m_healthLag;
    QThreadPool m_probing; ///< last: it is waited for before anything goes
};

} // namespace trawl::worker
