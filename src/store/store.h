// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/details.h"
#include "item/failure.h"
#include "item/outcome.h"
#include "item/result.h"
#include "item/urlblock.h"
#include "rates/sample.h"

#include <QObject>
#include <QString>

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace trawl::store {

/// A job as it is kept.
struct JobRow
{
    item::JobId id{};
    QString name;
    QString directory;     ///< absolute: where its files go
    QByteArray source;     ///< names the list it was made from: the same again is the same job
    qint64 imported = 0;   ///< lines of the source that are in
    quint64 digest = 0;    ///< running XXH3-64 of those lines
    bool complete = false; ///< the whole source is in
    bool paused = false;
    qint64 createdMs = 0;
    QByteArray options; ///< JSON; empty = the session's
    QByteArray cookies; ///< a Netscape cookie file; secret
    int rank = 0;       ///< 0 = its items come first
    enum class Removed : quint8 { No, Yes, WithFiles, Last = WithFiles };
    Removed removed = Removed::No; ///< nothing of it is shown any more
};

/// Makes of a job's options what may be written where no secret may be. There neither cookies,
/// options of items nor response heads are written at all.
using Redaction = QByteArray (*)(const QByteArray &options);

/// Where in a crawl an item is.
struct Place
{
    item::ItemId id{};
    item::ItemId parent{}; ///< the page that has the link; 0 = the job's own sitemap
    quint8 page = 0;       ///< item::FoundLink::page
    int depth = 0;
    QByteArray carried; ///< item::FoundLink::carried
    item::Referrer referrer = item::Referrer::None;
};

/// New items of one job, with those among them that end at once (bad URL, duplicate) and the job's
/// new import position: one transaction.
struct ImportBatch
{
    item::UrlBlockPtr urls;
    struct Ended
    {
        item::ItemId id{};
        item::Status status = item::Status::Failed;
        item::Reason reason = item::Reason::None;
        QString detail;
    };
    QList<Ended> ended;
    JobRow job; ///< imported, digest and complete are written
    struct Options
    {
        item::ItemId id{};
        QByteArray json;
    };
    QList<Options> options; ///< of the few that have any
    QList<Place> places;    ///< of followed links
};

/// An export that grows while the work goes on (exchange/livesink.h).
struct SinkRow
{
    QString path;       ///< absolute
    qint64 arrival = 0; ///< all items up to that (Result::arrival) are in it
    qint64 items = 0;   ///< how many items that were
    qint64 mark = 0;    ///< how much of the file holds them
};

/// How an item stands now. `file` is the intent: it is committed before the part is renamed.
struct ItemUpdate
{
    item::ItemId id{};
    item::Status status = item::Status::Queued;
    item::Outcome outcome; ///< of the last attempt; default for none
    int attempts = 0;
    QString file; ///< relative to the job's directory
    qint64 finishedMs = 0;
    std::optional<QList<QByteArray>> records; ///< JSON arrays; replace those that there are
};

/// What a session knows of one item without its URL; kept small: a million of these are read at
/// start.
struct ItemState
{
    item::ItemId id{};
    item::Status status = item::Status::Queued;
    item::Reason reason = item::Reason::None;
    int code = 0;
    int attempts = 0;
    qint64 bytes = 0;
    qint64 finishedMs = 0;
    QString file;
};

/// What is needed to see whether a done item's file is whole.
struct StoredFile
{
    item::ItemId id{};
    QString file;
    qint64 bytes = 0;
    quint64 xxh3 = 0;
};

/// What the person wishes of one host; 0 = as for all.
struct HostWish
{
    QByteArray origin;
    bool paused = false;
    int connections = 0;
    qint64 bytesPerSecond = 0;
    double startsPerSecond = 0;
};

/// An item's place among those of its job: below 0 ahead of all that have none, above 0 behind.
struct Turn
{
    item::ItemId id{};
    qint64 turn = 0;
};

struct ItemRange
{
    item::ItemId first{};
    item::ItemId last{};
};

/// The file of a removed item, which goes too.
struct RemovedFile
{
    item::ItemId id{};
    QString directory; ///< absolute
    QString file;      ///< below it
    qint64 bytes = 0;  ///< if it has as many
};

/// Items that leave no trace: one transaction.
struct Removal
{
    QList<ItemRange> items;
    QList<RemovedFile> files; ///< kept until forgetFiles()
};

/// The SQLite session (WAL): one writer thread with one connection that also checkpoints, readers
/// beside it. Writes are queued and return at once; each burst is one transaction, reported by
/// committed(). A failed write is reported by failed() and stops the store. The writer's thread
/// emits the signals: connect them to a receiver, which hears them on its own thread.
class Store : public QObject
{
    Q_OBJECT

public:
    /// Opens or makes the file, takes its lock (a second process gets Reason::Session), runs the
    /// numbered migrations. A file that is no session of ours, is damaged or is from a newer Trawl
    /// is left untouched and named in the failure. With a redaction nothing secret gets into it.
    [[nodiscard]] static tl::expected<std::unique_ptr<Store>, item::Failure>
    open(const QString &path, Redaction redaction = nullptr);
    ~Store() override; ///< writes what is queued, checkpoints, closes

    [[nodiscard]] QString path() const;
    /// It had been closed as it should be when it was opened.
    [[nodiscard]] bool wasClean() const;
    /// The last epoch whose files had been synced when it was opened.
    [[nodiscard]] qint64 syncedEpoch() const;

    // At start, on the caller's thread.
    [[nodiscard]] QList<JobRow> jobs() const;
    /// Every item in order of id, in blocks as they were imported (split or merged at will). Ids
    /// that are left out are those of removed items.
    void
    loadItems(const std::function<void(item::UrlBlockPtr, std::vector<ItemState>)> &take) const;
    /// The options of the items that have any, as JSON.
    void loadOptions(const std::function<void(item::ItemId, QByteArray)> &take) const;
    /// Of the followed links.
    void loadPlaces(const std::function<void(const Place &)> &take) const;
    /// The highest id that a removed item had; 0 = none was removed.
    [[nodiscard]] item::ItemId lastRemoved() const;
    [[nodiscard]] QList<RemovedFile> removedFiles() const;
    [[nodiscard]] QList<HostWish> hosts() const;
    void loadTurns(const std::function<void(const Turn &)> &take) const;
    [[nodiscard]] std::optional<SinkRow> sink(const QString &path) const;
    /// The charts' points that are kept, of rates::RateHistory::pieceMs each, oldest first.
    [[nodiscard]] std::vector<rates::Sample> samples() const;
    /// The done items whose files were not known to be synced when it was opened.
    [[nodiscard]] QList<StoredFile> unsyncedFiles() const;

    // Queued writes; any one thread.
    /// The id that the caller gave the job (the highest so far + 1).
    void addJob(const JobRow &job);
    void updateJob(const JobRow &job);
    void import(ImportBatch batch);
    /// One transaction; committed(burst) follows, in order. Returns the burst's number, 1, 2, 3 …
    quint64 apply(QList<ItemUpdate> updates);
    /// Behind all that was applied before. committed() follows as for a burst.
    quint64 remove(Removal removal);
    /// The files of these removed items are gone, or are to stay.
    void forgetFiles(QList<item::ItemId> ids);
    /// The file of a done item has another name than was intended.
    void setFile(item::ItemId id, const QString &file);
    void setSink(const SinkRow &sink);
    /// In order of time; only those of the newest day are kept.
    void addSamples(std::vector<rates::Sample> samples);
    void setHost(const HostWish &host);
    void setTurns(const QList<Turn> &turns);
    /// Readers will ask for Result::arrival: it gets an index.
    void indexArrivals();
    /// Ends the epoch that all outcomes applied so far belong to, and tells its number.
    qint64 nextEpoch();
    /// The files of that epoch and of all before it are on the disk.
    void setSynced(qint64 epoch);
    /// It will count as not closed as it should be.
    void distrust();
    /// Writes queued and not yet committed, in items: for backpressure.
    [[nodiscard]] qsizetype backlog() const;

Q_SIGNALS:
    void committed(quint64 burst);
    /// An ImportBatch is in; `lines` is its JobRow::imported.
    void imported(trawl::item::JobId job, qint64 lines);
    void failed(const trawl::item::Failure &failure);

private:
    explicit Store();
    class Private;
    std::unique_ptr<Private> d;
};

/// How many items of a job stand so.
struct StatusCount
{
    item::JobId job{};
    item::Status status = item::Status::Queued;
    item::Reason reason = item::Reason::None;
    int code = 0;
    qint64 items = 0;
};

/// All that a session file says of itself and of some of its items, in one snapshot.
struct SessionView
{
    QList<JobRow> jobs;
    QList<StatusCount> counts;
    QList<item::Details> items; ///< those that were asked for and are there
};

/// Reads over a connection of its own, on any one thread, also while another process writes.
/// Nothing is counted when items are asked for.
[[nodiscard]] tl::expected<SessionView, item::Failure> readSession(const QString &path,
                                                                   const QList<item::ItemId> &ids);

/// All jobs of a session file of any version.
[[nodiscard]] tl::expected<QList<JobRow>, item::Failure> readJobs(const QString &path);

/// How many items have ended, up to that arrival.
[[nodiscard]] tl::expected<qint64, item::Failure> countArrivals(const QString &path, qint64 upTo);

/// Of the item that ended last; 0 = none has.
[[nodiscard]] tl::expected<qint64, item::Failure> lastArrival(const QString &path);

/// Reads results off a session file over a connection of its own, on any one thread, also while
/// the store writes. The snapshot is that of open().
class ResultReader
{
public:
    struct Filter
    {
        std::optional<item::JobId> job;
        std::optional<item::Status> status;
        /// Only what ended after that arrival, and in that order (Store::indexArrivals()).
        std::optional<qint64> after;
        bool records = true; ///< else each item is one row, without any
        /// Only these, in that order; the others above do not matter then.
        std::shared_ptr<const std::vector<item::ItemId>> items;
    };
    [[nodiscard]] static tl::expected<std::unique_ptr<ResultReader>, item::Failure>
    open(const QString &path, const Filter &filter);
    ~ResultReader();

    /// In order of id and record, unless the filter says another; nullopt at the end.
    [[nodiscard]] std::optional<item::Result> next();
    /// Why next() ended before the end.
    [[nodiscard]] std::optional<item::Failure> failure() const;

private:
    ResultReader();
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace trawl::store
