// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/throttle.h"
#include "engine/disksync.h"
#include "engine/duplicates.h"
#include "engine/engine.h"
#include "engine/filecheck.h"
#include "engine/fileremoval.h"
#include "engine/hostactivity.h"
#include "engine/ledger.h"
#include "engine/robotstable.h"
#include "engine/sampletable.h"
#include "engine/state.h"
#include "engine/throughput.h"
#include "pool/workerpool.h"
#include "queue/outage.h"
#include "queue/scheduler.h"
#include "queue/shortage.h"
#include "queue/tries.h"
#include "rates/rateshares.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <optional>

namespace trawl::engine {

/// The wiring: store ↔ ledger ↔ state ↔ scheduler ↔ pool. The files hold one concern each:
/// session.cpp (open, close), intake.cpp (jobs and links), requests.cpp (options: what a worker is
/// told), dispatch.cpp (what runs), limits.cpp (rates, schedule, outage), outcomes.cpp (how it
/// ended), following.cpp (links that were found), robots.cpp (robots.txt, throttle), sampling.cpp
/// (pages to look at), upkeep.cpp (parts and files on the disk), segments.cpp (connections lent),
/// control.cpp (pause, resume), order.cpp (who comes
/// first), hosts.cpp (what the person wishes of hosts), removal.cpp (what the person takes out),
/// changes.cpp (the window).
class Engine::Private : public QObject
{
public:
    Private(Engine &engine, EngineOptions engineOptions);

    // session.cpp
    tl::expected<void, item::Failure> open();
    void close();
    void fail(const item::Failure &failure);

    // intake.cpp
    tl::expected<JobPosition, item::Failure> openJob(const JobSpec &spec);
    /// Empty when the options can be used.
    [[nodiscard]] static QString whyBadTemplate(const std::optional<JobOptions> &options);
    void addLinks(item::JobId job, const QList<item::Link> &links, quint64 digest);
    void closeJob(item::JobId job, bool whole);
    qint64 linkRoom() const;

    // requests.cpp
    [[nodiscard]] bool isForeign(item::JobId id, QByteArrayView url) const;
    void adoptOptions(const JobSpec &spec);
    void useSpec(Job &job, const JobSpec &spec);
    /// Tells the pool how the job's requests are made.
    void briefPool(const Job &job);
    /// Takes the job in, with the session's options where it has none.
    Job &addJob(const store::JobRow &row);
    [[nodiscard]] item::Request requestFor(item::ItemId id) const;
    void keepCookies();
    void renameJob(item::JobId job, const QString &name);
    void setJobOptions(item::JobId job, const JobOptions &options);
    void setOptions(EngineOptions next);
    void presetJobs();

    // dispatch.cpp
    void pump();
    [[nodiscard]] qint64 nowMs() const { return clock.elapsed(); }
    /// To be asked for in its turn, once its host's robots.txt allows it.
    void schedule(item::ItemId id);
    void noticeIdle();

    // limits.cpp
    void makeLimits();
    [[nodiscard]] static queue::HostLimits hostDefaults(const EngineOptions &options);
    void applyRate();
    void limitJob(const Job &job);
    void limitsChanged();
    void shareRates();
    void lookAtSchedule();
    void noteNetwork(const item::Outcome &outcome, queue::HostIndex host);
    [[nodiscard]] bool offHours() const { return scheduled && scheduled->off; }
    void setReachable(bool reachable);

    // outcomes.cpp
    void finished(const QList<item::Outcome> &outcomes);
    void progressed(const QList<item::Progress> &items);
    void settled(const Settled &end);

    // following.cpp
    void prepareCrawl(Job &job);
    void addSitemaps(Job &job);
    void found(const QList<item::Findings> &items);
    /// What was found in the body of an attempt that is over.
    [[nodiscard]] item::Findings takeFindings(item::ItemId id) { return findings.take(id); }
    /// Makes items of the links that the job's rules let pass.
    void follow(const item::Outcome &outcome, const QList<item::FoundLink> &links);
    [[nodiscard]] bool isFollowed(Job &job, const item::FoundLink &link, const ItemPlace &place);
    [[nodiscard]] static QString whyLeft(Crawl::Left what);
    void sayLeft(Job &job, Crawl::Left what, const QByteArray &url);
    /// False: it was redirected out of the job's span.
    [[nodiscard]] bool staysInScope(const item::Outcome &outcome);
    void makeDuplicates();

    // robots.cpp
    void pace(const item::Outcome &outcome);
    void robotsFinished(const item::Outcome &outcome);
    [[nodiscard]] item::Request robotsRequest(item::ItemId id);

    // sampling.cpp
    void samplePage(quint64 number, const QByteArray &url, const item::TransferSettings &settings);
    void cancelSample(quint64 number);
    void dropSamples(const item::Failure &why);
    void probe(const item::Probe &probe);
    void sampleFinished(const item::Outcome &outcome);
    [[nodiscard]] item::Request sampleRequest(item::ItemId id) const;

    // control.cpp
    void setJobPaused(item::JobId job, bool paused);
    void pauseItems(const QList<item::ItemId> &ids);
    void resumeItems(const QList<item::ItemId> &ids);
    void retryFailed();
    [[nodiscard]] QList<item::ItemId> itemsOf(item::JobId job, item::Status status) const;

    // order.cpp
    void moveJob(item::JobId job, Move where);
    MovedItems moveItems(const QList<item::ItemId> &ids, Move where);
    [[nodiscard]] QList<Job *> rankedJobs();
    void rankJobs(const QList<Job *> &ranked);
    [[nodiscard]] queue::Scheduler::Ticket ticketOf(item::ItemId id) const
    {
        return {id, state.items.row(id).host, queue::LineIndex(state.items.job(id))};
    }

    // hosts.cpp
    void setHostPaused(const QByteArray &origin, bool paused);
    void resumeHosts();
    void retryHost(const QByteArray &origin);
    void setHostLimit(const QByteArray &origin, const HostLimit &limit);
    /// By what is wished of the host, and of all.
    void limitStarts(queue::HostIndex host);
    [[nodiscard]] int perHost(queue::HostIndex host) const;

    // removal.cpp
    void removeItems(const QList<item::ItemId> &ids, bool files);
    void removeJob(item::JobId job, bool files);
    [[nodiscard]] bool hasJob(item::JobId job) const
    {
        return state.jobs.contains(job) &&
               state.jobs.job(job).row.removed == store::JobRow::Removed::No;
    }
    void removeFiles(quint64 committed);

    // segments.cpp
    void connectionsWanted(const QList<item::ExtraConnections> &items);
    void connectionsReturned(const QList<item::ExtraConnections> &items);
    void dropSegments(item::ItemId id);
    void lendConnections();

    // upkeep.cpp
    [[nodiscard]] bool durable() const { return !options.sessionPath.isEmpty(); }
    [[nodiscard]] QList<item::ItemId> sweepParts(const Job &job) const;
    void recoverParts(const Job &job);
    void leaveParts();
    [[nodiscard]] item::Outcome withLostParts(item::Outcome outcome);
    void checkFiles();
    void filesChecked(const QList<CheckedFile> &bad);
    void fetchAgain(const CheckedFile &checked);
    void syncTick();
    void syncAtEnd();
    [[nodiscard]] QStringList jobDirectories() const;

    // changes.cpp
    void keepSamples(bool all);
    void requestChanges();
    void changesTick();
    [[nodiscard]] QList<JobState> jobStates() const;

    // selection.cpp
    [[nodiscard]] bool matches(item::ItemId id, const Selection &selection) const;

    Engine &q;
    EngineOptions options;
    QElapsedTimer clock;
    std::unique_ptr<scratch::Directory> temporary; // holds the session that nobody asked to keep
    std::unique_ptr<store::Store> store;
    State state;
    queue::Scheduler scheduler;
    queue::Tries tries;
    queue::Outage outage;
    queue::Shortage shortage;
    bool saidShortage = false;
    rates::RateShares shares;
    std::optional<rates::Schedule::Rule> scheduled; // now, by the time of day
    std::unique_ptr<Ledger> ledger;
    std::unique_ptr<pool::WorkerPool> pool;
    std::optional<DuplicateIndex> duplicates;     // made by the first list
    QHash<item::ItemId, item::Findings> findings; // of items in flight
    RobotsTable robots;
    SampleTable samples;
    QSet<item::ItemId> flyingSamples; // those of `samples` that are with the workers
    QHash<queue::HostIndex, crawl::Throttle> throttles; // of hosts that are crawled
    struct Segments
    {
        int wanted = 0; ///< connections beside the first
        int lent = 0;
    };
    QHash<item::ItemId, Segments> segments; // of large items in flight
    Throughput throughput;
    HostActivity hostActivity;
    struct HostWish
    {
        bool paused = false;
        HostLimit limit;
        friend bool operator==(const HostWish &, const HostWish &) = default;
    };
    QHash<queue::HostIndex, HostWish> hostWishes;  // of hosts that the person wishes something of
    QHash<queue::HostIndex, qint64> crawlDelaysMs; // by robots.txt
    DiskSync diskSync;
    std::unique_ptr<FileCheck> fileCheck;
    std::unique_ptr<FileRemoval> fileRemoval;
    bool checking = false;          // files of the last run; until then "finished" is not said
    std::deque<qint64> importSizes; // pieces handed to the store and not yet in it
    qint64 importing = 0;           // their sum
    QTimer wakeTimer;               // for what may start by time alone
    QTimer secondTimer;
    QTimer sharesTimer;
    QTimer changesTimer;
    QSet<item::JobId> newCookies; // of jobs whose cookies are not in the session yet
    bool running = false;         // start() was called
    bool closing = false;
    bool stuck = false;       // the session cannot be written: nothing more can be done
    bool workersGone = false; // none can be started: lists are still taken in
    bool poolStopped = false;
    bool wasIdle = true;
    bool gaveEarlier = false; // samples of earlier runs
    bool changesWanted = false;
    bool moreRows = true;     // than the window has been told of
    bool somethingNew = true; // beside rows: counts, workers, samples

private:
    // session.cpp
    void load();
    void makePool();
    void finishClosing();
    void stopPool();

    // limits.cpp
    void sayNetwork();
    void systemIsShort(const item::Outcome &outcome);
    [[nodiscard]] bool isOffline(const item::Outcome &outcome) const;

    // folders.cpp
    [[nodiscard]] bool waitsForFolder(const item::Outcome &outcome);
    void sayFolder(LogLevel level, const QString &text);
    void foldersTick();
    [[nodiscard]] QString awaitedFolder() const;

    // outcomes.cpp
    void ended(const item::Outcome &outcome);
    void finished(const item::Outcome &outcome);
    [[nodiscard]] bool isNobodysFault(const item::Outcome &outcome);
    void endRemoved(const item::Outcome &outcome);
    void done(const item::Outcome &outcome, const item::Findings &its);
    void place(const Settled &end);
    void settleWish(item::ItemId id);
    void leaveOut(item::Outcome outcome);
    void redirected(const item::Outcome &outcome);
    /// It has come along these redirects.
    [[nodiscard]] static item::Outcome led(item::Outcome outcome, const QList<QByteArray> &chain);
    [[nodiscard]] queue::AttemptEnd attemptEnd(const item::Outcome &outcome, int attempts) const;
    void failedAttempt(const item::Outcome &outcome, item::Status atLast = item::Status::Failed);
    void end(const item::Outcome &outcome, item::Status status);
    void skip(item::ItemId id, const QString &file);
    void giveBack(item::ItemId id);
    void learnVersion(const item::Outcome &outcome);
    void diskFull(const item::Outcome &outcome);

    // following.cpp
    struct NewItem
    {
        QByteArray url;
        ItemPlace place;
        QByteArray carried;
    };
    void appendFound(Job &job, item::ItemId page, const QList<NewItem> &items);

    // robots.cpp
    [[nodiscard]] bool needsRobots(item::ItemId id) const;
    [[nodiscard]] RobotsTable::Asked robotsFor(item::ItemId id);
    [[nodiscard]] QByteArray urlNow(item::ItemId id) const;
    void skipByRobots(item::ItemId id, const QString &why);
    void keepDelay(queue::HostIndex host, const crawl::Robots &rules);
    [[nodiscard]] crawl::Throttle makeThrottle(queue::HostIndex host) const;
    void applyThrottle(queue::HostIndex host);

    // sampling.cpp
    void dropSample(item::ItemId id, const item::Failure &why);

    // control.cpp
    void pauseOthers(item::JobId job, const QSet<item::ItemId> &wanted);
    void takeUp(const QList<item::ItemId> &ids);

    // hosts.cpp
    [[nodiscard]] HostRow hostRow(queue::HostIndex host, qint64 now) const;
    void hostsTick();
    void loadHosts();
    void keepHost(queue::HostIndex host);
    void applyHostLimit(queue::HostIndex host);

    // order.cpp
    void keepTurns(const QList<item::ItemId> &ids, Move where);
    void loadTurns();
    void scheduleInTurn(QList<item::ItemId> ids);
    QHash<item::ItemId, qint64> m_turns; // of items that were moved
    qint64 m_firstTurn = 0;
    qint64 m_lastTurn = 0;

    // removal.cpp
    void removeItemsOf(const Job &job);
    void removeSome();
    void takeOut(item::ItemId id, bool withFile, store::Removal &gone);
    void storeRemoval(store::Removal gone);
    void removeNow(item::ItemId id);
    void removalsDone();
    void endRemoval(Job &job);
    void filesRemoved(const QList<item::ItemId> &ids, const QStringList &words);
    void goOnRemoving();
    struct Removing
    {
        QList<store::ItemRange> ranges;
        bool files = false;
    };
    std::deque<Removing> m_removals; // what is still in the tables
    std::deque<std::pair<quint64, QList<store::RemovedFile>>> m_doomedFiles; // by their burst
    QList<store::RemovedFile> m_filesToRemove;

    // dispatch.cpp
    [[nodiscard]] int roomNow(qint64 now);
    void markLast(QList<item::Request> &requests) const;
    void armWake(qint64 now);

    // changes.cpp
    [[nodiscard]] RowState rowState(item::ItemId id) const;
    [[nodiscard]] static JobState jobState(const Job &job);
    void noteJobEnds();
    [[nodiscard]] ChangeSet takeChanges();
    QHash<item::ItemId, QList<QByteArray>> m_chains; // redirects that links have led along so far
    QHash<item::ItemId, qint64> m_retryAtMs;         // of items that wait, since the epoch
};

} // namespace trawl::engine
