// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowwriter.h"
#include "store/samplerows.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace trawl::store {

/// Called on the writer's thread.
struct WriterEvents
{
    std::function<void(quint64 burst)> committed;
    std::function<void(item::JobId job, qint64 lines)> imported;
    std::function<void(const item::Failure &failure)> failed;
};

/// The thread that owns the one connection that writes and checkpoints: one process, one writing
/// connection is what keeps clear of SQLite 3.40's WAL-reset bug. Several queued bursts may share
/// a transaction; each is in it whole.
class Writer
{
public:
    Writer(Database database, RowWriter rows, qint64 epoch, WriterEvents events);
    /// Writes what is queued, also after a failure (there may be room again), and closes.
    ~Writer();

    void addJob(const JobRow &job);
    void updateJob(const JobRow &job);
    void import(ImportBatch batch);
    quint64 apply(QList<ItemUpdate> updates);
    quint64 remove(Removal removal);
    void forgetFiles(QList<item::ItemId> ids);
    void setFile(item::ItemId id, const QString &file);
    qint64 nextEpoch() { return m_epoch++; }
    void setSynced(qint64 epoch);
    void setSink(const SinkRow &sink);
    void addSamples(std::vector<rates::Sample> samples);
    void setHost(const HostWish &host);
    void setTurns(const QList<Turn> &turns);
    void indexArrivals();
    [[nodiscard]] qsizetype backlog() const { return m_backlog.load(std::memory_order_relaxed); }
    /// The file will be checked when it is opened again.
    void distrust() { m_trusted = false; }

private:
    struct NewJob
    {
        JobRow job;
    };
    struct ChangedJob
    {
        JobRow job;
    };
    struct Burst
    {
        quint64 number = 0;
        qint64 epoch = 0;
        QList<ItemUpdate> updates;
    };
    struct NumberedRemoval
    {
        quint64 number = 0; ///< as a burst's
        Removal removal;
    };
    struct FilesGone
    {
        QList<item::ItemId> ids;
    };
    struct NewName
    {
        item::ItemId id{};
        QString file;
    };
    struct Synced
    {
        qint64 epoch = 0;
    };
    struct IndexArrivals
    {
    };
    struct NewSamples
    {
        std::vector<rates::Sample> samples;
    };
    using Task =
        std::variant<NewJob, ChangedJob, ImportBatch, Burst, NewName, Synced, SinkRow,
                     IndexArrivals, NewSamples, NumberedRemoval, FilesGone, HostWish, QList<Turn>>;

    [[nodiscard]] static qsizetype weight(const Task &task);
    void post(Task task);
    void run();
    bool takeTasks();
    [[nodiscard]] RowWriter::Done writeTasks();
    [[nodiscard]] RowWriter::Done write(const Task &task);
    void report();
    void writeRest();
    void close();

    // The writer's thread only.
    Database m_database;
    RowWriter m_rows; // after m_database: statements go before their connection
    WriterEvents m_events;
    std::vector<Task> m_taken; ///< of the transaction at hand; kept when it fails
    bool m_stopped = false;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Task> m_queue;
    bool m_closing = false;

    std::atomic<qsizetype> m_backlog = 0;
    quint64 m_bursts = 0; ///< the caller's thread only
    qint64 m_epoch;       ///< the caller's thread only
    bool m_trusted = true;
    std::thread m_thread;
};

} // namespace trawl::store
