// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/engineoptions.h"
#include "engine/fulldisk.h"
#include "engine/joboptions.h"
#include "engine/loglevel.h"
#include "engine/pagesample.h"
#include "engine/selection.h"
#include "item/link.h"
#include "item/probe.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <memory>
#include <optional>

namespace trawl::engine {

/// How far an export that grows while the work goes on has come, as the session has it.
struct SinkPosition
{
    QString path;       ///< absolute
    qint64 arrival = 0; ///< all items up to that (item::Result::arrival) are in it
    qint64 items = 0;   ///< how many items that were
    qint64 mark = 0;    ///< how much of the file holds them
};

/// A job to be made, or found again by its source and directory.
struct JobSpec
{
    QString name;
    QString directory; ///< absolute; made when it is not there
    QByteArray source; ///< names the list (its path, or the links themselves); empty = always new
    std::optional<JobOptions> options; ///< none = as the job has them, or EngineOptions::settings
    QList<QByteArray> cookies;         ///< to start with: lines of a Netscape cookie file; secret
};

/// What became of items that were to be moved.
struct MovedItems
{
    qsizetype items = 0; ///< those that wait, and so could be moved
    /// The foremost is the place-th of so many that are ready, from 1 on; 0 = they are in several
    /// lines, or not ready yet.
    qsizetype place = 0;
    qsizetype of = 0;
};

/// Where a job's import stands: how many entries of its source are in, and their digest.
struct JobPosition
{
    item::JobId id{};
    qint64 imported = 0;
    quint64 digest = 0;
};

/// The whole application without a window. Lives on its own thread (EngineThread); every member is
/// called there, every signal comes from there. It alone decides: what runs when, names, retries.
class Engine : public QObject
{
    Q_OBJECT

public:
    explicit Engine(EngineOptions options, QObject *parent = nullptr);
    ~Engine() override;

    /// Opens the session, reads its items, starts the workers. Nothing runs before start().
    [[nodiscard]] tl::expected<void, item::Failure> open();
    void start();

    /// The job with this source and directory, or a new one; it has the spec's options then, and
    /// its cookies beside those it had. Fails when the directory cannot be
    /// made or written.
    [[nodiscard]] tl::expected<JobPosition, item::Failure> openJob(const JobSpec &spec);
    /// Gives the jobs that were made from this list its options, before anything of them runs.
    void adoptOptions(const JobSpec &spec);
    /// The next entries of a job's list. A bad one and a duplicate become items that have ended.
    void addLinks(item::JobId job, const QList<item::Link> &links, quint64 digest);
    /// No more of its list comes: it is `whole`, or reading it was given up.
    void closeJob(item::JobId job, bool whole);
    /// How many entries may be added now; 0 = wait for roomForLinks().
    [[nodiscard]] qint64 linkRoom() const;

    void pauseAll(); ///< but jobs that have ended
    void resumeAll();
    void pauseJob(item::JobId job); ///< unless it has ended
    void resumeJob(item::JobId job);
    void pauseItems(const QList<item::ItemId> &ids);
    /// Takes failed items up again, too. A paused job of theirs goes on with them alone: its other
    /// items are paused one by one.
    void resumeItems(const QList<item::ItemId> &ids);
    /// They are as if they had never been: gone from counts, exports and the session, piece by
    /// piece. What runs is cancelled first. `files` = what was fetched is deleted too, if it is as
    /// it was left; all else stays and is named in the log. Parts of what was not finished go in
    /// any case. The same links may be added again.
    void removeItems(const QList<item::ItemId> &ids, bool files);
    /// Likewise the job with all its items; if its list is being read, that ends.
    void removeJob(item::JobId job, bool files);
    /// It is there and was not removed.
    [[nodiscard]] bool hasJob(item::JobId job) const;
    void retryFailed();                       ///< of all jobs, as resumeItems()
    void setRateLimit(qint64 bytesPerSecond); ///< outside the schedule's hours; 0 = no limit
    /// Of the job's transfers together, and of each that starts from now on; 0 = no limit. These
    /// are among the job's options.
    void setJobRateLimit(item::JobId job, qint64 bytesPerSecond, qint64 eachItem);
    /// As they are now; nullopt when there is no such job.
    [[nodiscard]] std::optional<JobOptions> jobOptions(item::JobId job) const;
    /// For all that starts from now on. Options that cannot be used are logged and change nothing.
    void setJobOptions(item::JobId job, const JobOptions &options);
    [[nodiscard]] const EngineOptions &options() const; ///< as they are now
    /// All but what only the next start can change: the session, its workers' program, whether
    /// it fetches, the stack and the waits between tries stay. Workers that are too many finish
    /// what they have.
    void setOptions(const EngineOptions &options);
    void renameJob(item::JobId job, const QString &name);

    /// Fetches one page to look at, ahead of its host's items and within the host's budget, in one
    /// try; it is no item. sampled() answers with this number, unlike all others of the process
    /// and not 0. It waits for start(), the network and the host's breaker.
    void samplePage(quint64 number, const QByteArray &url, const item::TransferSettings &settings);
    void cancelSample(quint64 number); ///< sampled() follows with Reason::Cancelled, if not before
    /// Tries a recipe on a sample's body in a worker; probed() answers in any case.
    void probe(const item::Probe &probe);

    enum class Move { Top, Up, Down, Bottom };
    /// Items of a job that stands further up start first at each host, as long as there are any.
    void moveJob(item::JobId job, Move where);
    /// Of what is queued: ahead of or behind all others of the same job at the same host, or one
    /// place. Top and Bottom hold after a restart too, Up and Down do not.
    MovedItems moveItems(const QList<item::ItemId> &ids, Move where);

    // Hosts by their origins. What is wished of them is kept in the session.
    void pauseHost(const QByteArray &origin); ///< its items wait, those that run too
    void resumeHost(const QByteArray &origin);
    void resumeHosts(); ///< all of them
    /// Ends a Retry-After, an open breaker and the waits of its items.
    void retryHost(const QByteArray &origin);
    void setHostLimit(const QByteArray &origin, const HostLimit &limit);

    /// inspected() tells of this item twice a second while it runs, also when it runs again, until
    /// another is asked for; 0 = of none. Of items at rest the session knows all: readStatus().
    void inspect(item::ItemId id);

    void killWorker(int slot);
    void drainWorker(int slot);
    void recycleWorker(int slot);

    /// Asks for one changed(); it comes when there is something new, 100 ms after the last at the
    /// soonest. Ask for the next when this one is drawn.
    void requestChanges();

    /// Stops at once: cancels what runs, writes the session, ends the workers; closed() follows.
    void close();

    // For exports that grow while the work goes on.
    /// Readers will ask what ended after an arrival: that becomes quick.
    void keepArrivals();
    [[nodiscard]] std::optional<SinkPosition> sinkPosition(const QString &path) const;
    void keepSinkPosition(const SinkPosition &position);

    /// In order of id, or of Selection::ids.
    [[nodiscard]] QList<item::ItemId> select(const Selection &selection) const;
    [[nodiscard]] QList<JobState> jobs() const;
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] QString sessionPath() const;

Q_SIGNALS:
    void changed(const trawl::engine::ChangeSet &changes);
    void sampled(const trawl::engine::PageSample &sample);
    void probed(const trawl::item::ProbeAnswer &answer);
    void inspected(const trawl::engine::Inspection &inspection);
    void roomForLinks();
    /// Every item of every job has ended, no list is being read, and all of it is stored and in
    /// place.
    void finished();
    /// All jobs that write to that disk are paused now.
    void diskFull(const trawl::engine::FullDisk &disk);
    /// The engine cannot go on (session, no worker); what is stored stays.
    void failed(const trawl::item::Failure &failure);
    /// Goes on, but the person should know ("worker restarted …"); English, for the log.
    void logged(const QString &text,
                trawl::engine::LogLevel level = trawl::engine::LogLevel::Warning);
    /// The first link of a job that a bound of every crawl has cut off, and why; logged, too.
    void notFollowed(const QString &text);
    void closed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::engine
