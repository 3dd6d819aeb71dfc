// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/traffic.h"
#include "pool/connection.h"
#include "pool/jobs.h"
#include "pool/loglimit.h"
#include "pool/process.h"
#include "pool/workerinfo.h"
#include "wire/messages.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace trawl::pool {

/// How long a worker may take, in milliseconds.
struct Patience
{
    int start = 0; ///< from launch to its Hello
    int hang = 0;  ///< to answer a Ping; also to leave when it is drained and has nothing to do
};

/// One worker process from its launch to its end, with what it has in flight.
class Worker : public QObject
{
    Q_OBJECT

public:
    /// Why it was asked to end, which decides whom its end is blamed on.
    enum class Ending {
        Unasked,  ///< it died by itself or had to be killed
        Drained,  ///< it was asked to finish and leave
        Killed,   ///< the person or the pool's own end: nobody is to blame
        Hopeless, ///< another one would do no better: the program itself is wrong
    };

    Worker(int slot, Patience patience, QObject *parent);

    /// ended() follows in any case, not before control returns to the event loop.
    void start(const QString &program, const QStringList &arguments);
    [[nodiscard]] const QByteArray &token() const { return m_token; }
    /// Of a connection that showed this worker's token.
    void connectTo(Connection *connection, const item::TransferSettings &settings);

    /// Tasks that are too large for a frame are left out and answered.
    [[nodiscard]] QList<item::Request> give(const QList<item::Request> &tasks);
    void giveAlone(const item::Request &task);
    /// Tells of a job what this process has not been told yet.
    void brief(item::JobId job, const JobBriefing &briefing);
    [[nodiscard]] bool knows(item::JobId job) const { return m_briefed.contains(job); }
    void giveCookies(item::JobId job, const QList<QByteArray> &lines);
    void cancel(const QList<item::ItemId> &ids);
    void probe(const item::Probe &probe);
    void grant(const QList<item::ExtraConnections> &items);
    void inspect(item::ItemId id); ///< 0 = none
    /// Of the rate limits; scopes that are not in it have none.
    void setShares(const QList<item::RateShare> &shares);
    void setConnections(int connections);
    /// What is in flight, and what came since the last call.
    [[nodiscard]] item::WorkerTraffic takeTraffic();
    void drain();
    void kill(Ending ending, const QString &why = {});
    /// For when there will be no event loop: kills and reaps.
    void reap();

    [[nodiscard]] int slot() const { return m_slot; }
    [[nodiscard]] qint64 pid() const { return m_process.pid(); }
    [[nodiscard]] WorkerState state() const { return m_state; }
    [[nodiscard]] bool isReady() const { return m_state == WorkerState::Ready; }
    [[nodiscard]] Ending ending() const { return m_ending; }
    [[nodiscard]] const wire::Health &health() const { return m_health; }
    [[nodiscard]] int inFlight() const { return int(m_tasks.size()); }
    [[nodiscard]] bool has(item::ItemId id) const { return m_tasks.contains(id); }
    [[nodiscard]] bool isAlone() const { return m_alone; }
    [[nodiscard]] int given() const { return m_given; }          ///< tasks, ever
    [[nodiscard]] int done() const { return m_done; }            ///< tasks, ever
    [[nodiscard]] qint64 received() const { return m_received; } ///< body bytes, ever
    [[nodiscard]] qint64 readyMs() const
    {
        return m_readySince.isValid() ? qMax<qint64>(1, m_readySince.elapsed()) : 0;
    }
    /// Why it ended: "signal 9", "exit 3" or a sentence.
    [[nodiscard]] const QString &lastWords() const { return m_lastWords; }
    /// What was in flight at its end, in order; `cancelled` gets those nobody wants any more.
    [[nodiscard]] QList<item::Request> takeTasks(QList<item::Request> &cancelled);
    /// The numbers of the probes that it did not answer.
    [[nodiscard]] QList<quint64> probes() const { return m_probes.keys(); }

Q_SIGNALS:
    void ready();
    void taking(); ///< it has more tasks now, and is told after this
    void found(const QList<trawl::item::Findings> &items); ///< ahead of their ends
    void finished(const QList<trawl::item::Outcome> &outcomes);
    void progress(const QList<trawl::item::Progress> &items);
    void probed(const trawl::item::ProbeAnswer &answer);
    void inspected(const trawl::item::Inspection &inspection); ///< of an item in flight here
    void healthChanged();
    void cookies(trawl::item::JobId job, const QList<QByteArray> &lines);
    /// Of items that are in flight here.
    void connectionsWanted(const QList<trawl::item::ExtraConnections> &items);
    void connectionsReturned(const QList<trawl::item::ExtraConnections> &items);
    void logged(trawl::wire::LogLevel level, const QString &text);
    void ended();

private:
    struct Task
    {
        item::Request request;
        bool cancelled = false;
        qint64 received = 0; ///< of its traffic
        qint64 fetched = 0;  ///< the same without what an earlier attempt had left
    };
    /// What one burst of messages brought.
    struct Burst
    {
        QList<item::Outcome> outcomes;
        QList<item::Progress> progress;
        QList<item::Findings> findings;
    };

    void readMessages();
    void take(wire::Hello &message, Burst &burst);
    void take(wire::ProgressBatch &message, Burst &burst);
    void take(wire::Finished &message, Burst &burst);
    void take(wire::Found &message, Burst &burst);
    void take(wire::Probed &message, Burst &burst);
    void take(wire::Segments &message, Burst &burst);
    void take(wire::Health &message, Burst &burst);
    void take(wire::Log &message, Burst &burst);
    void take(wire::Cookies &message, Burst &burst);
    void take(wire::WantConnections &message, Burst &burst);
    void take(wire::ReturnConnections &message, Burst &burst);
    [[nodiscard]] QList<item::ExtraConnections>
    ownOf(const QList<item::ExtraConnections> &items) const;
    template <typename Other> void take(Other &message, Burst &burst);
    void outOfTurn();
    [[nodiscard]] item::Traffic &trafficOf(const item::Request &request);
    void noteReceived(Task &task, qint64 received, qint64 kept);
    void ping();
    void processEnded(const QString &how);
    void say(wire::LogLevel level, const QString &text);

    int m_slot;
    Patience m_patience;
    QByteArray m_token;
    Process m_process;
    Connection *m_connection = nullptr;
    WorkerState m_state = WorkerState::Starting;
    Ending m_ending = Ending::Unasked;
    QString m_lastWords;
    QHash<item::ItemId, Task> m_tasks;
    QHash<item::JobId, int> m_briefed;          ///< with the version it has been told
    QHash<quint64, item::ProbeAnswer> m_probes; ///< by number, with what has come of the answer
    bool m_alone = false;
    int m_given = 0;
    int m_done = 0;
    qint64 m_received = 0;
    QList<item::RateShare> m_shares;
    QHash<quint64, item::Traffic> m_traffic; ///< by job and host
    wire::Health m_health;
    quint64 m_lastPing = 0;
    QElapsedTimer m_pingSent;  ///< invalid while no answer is awaited
    QElapsedTimer m_idleSince; ///< drained and nothing to do
    QElapsedTimer m_readySince;
    QTimer m_timer; ///< until it is ready the start's limit, then the rhythm of the pings
    LogLimit m_logLimit;
    QElapsedTimer m_clock;
};

} // namespace trawl::pool
