// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

namespace trawl::store {

namespace {

/// Items in one transaction at most: what is queued may share one, but nobody waits long for it.
constexpr qsizetype TransactionItems = 8000;

constexpr auto IndexSql = "CREATE INDEX IF NOT EXISTS arrivals ON outcomes (arrival)";

qsizetype itemsIn(const Removal &removal)
{
    qint64 items = removal.files.size();
    for (const auto &range : removal.items)
        items += qint64(range.last) - qint64(range.first) + 1;
    return qsizetype(items);
}

template <class... Ts> struct Overloaded : Ts...
{
    using Ts::operator()...;
};
template <class... Ts> Overloaded(Ts...) -> Overloaded<Ts...>;

} // namespace

Writer::Writer(Database database, RowWriter rows, qint64 epoch, WriterEvents events)
    : m_database(std::move(database))
    , m_rows(std::move(rows))
    , m_events(std::move(events))
    , m_epoch(epoch)
    , m_thread([this] { run(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
    writeRest();
    close();
}

void Writer::addJob(const JobRow &job)
{
    post(NewJob{job});
}

void Writer::updateJob(const JobRow &job)
{
    post(ChangedJob{job});
}

void Writer::import(ImportBatch batch)
{
    post(std::move(batch));
}

quint64 Writer::apply(QList<ItemUpdate> updates)
{
    post(Burst{++m_bursts, m_epoch, std::move(updates)});
    return m_bursts;
}

quint64 Writer::remove(Removal removal)
{
    post(NumberedRemoval{++m_bursts, std::move(removal)});
    return m_bursts;
}

void Writer::forgetFiles(QList<item::ItemId> ids)
{
    post(FilesGone{std::move(ids)});
}

void Writer::setFile(item::ItemId id, const QString &file)
{
    post(NewName{id, file});
}

void Writer::setSynced(qint64 epoch)
{
    post(Synced{epoch});
}

void Writer::setSink(const SinkRow &sink)
{
    post(sink);
}

void Writer::setHost(const HostWish &host)
{
    post(host);
}

void Writer::setTurns(const QList<Turn> &turns)
{
    post(turns);
}

void Writer::indexArrivals()
{
    post(IndexArrivals{});
}

void Writer::addSamples(std::vector<rates::Sample> samples)
{
    post(NewSamples{std::move(samples)});
}

qsizetype Writer::weight(const Task &task)
{
    if (const auto *burst = std::get_if<Burst>(&task))
        return burst->updates.size();
    if (const auto *batch = std::get_if<ImportBatch>(&task))
        return batch->urls ? batch->urls->size() : 0;
    if (const auto *removed = std::get_if<NumberedRemoval>(&task))
        return itemsIn(removed->removal);
    if (const auto *gone = std::get_if<FilesGone>(&task))
        return gone->ids.size();
    return std::holds_alternative<NewName>(task) ? 1 : 0;
}

void Writer::post(Task task)
{
    m_backlog += weight(task);
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void Writer::run()
{
    while (!m_stopped && takeTasks()) {
        if (const auto done = writeTasks(); done) {
            report();
        } else {
            m_stopped = true;
            m_events.failed(done.error());
        }
    }
}

/// Waits for work; false when there is none and none will come.
bool Writer::takeTasks()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_closing || !m_queue.empty(); });
    for (qsizetype items = 0; !m_queue.empty() && items < TransactionItems;) {
        items += weight(m_queue.front());
        m_taken.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return !m_taken.empty();
}

RowWriter::Done Writer::writeTasks()
{
    auto done = m_database.exec("BEGIN IMMEDIATE");
    for (auto task = m_taken.cbegin(); done && task != m_taken.cend(); ++task)
        done = write(*task);
    if (done)
        done = m_database.exec("COMMIT");
    if (!done)
        std::ignore = m_database.exec("ROLLBACK"); // SQLite may have done so itself
    return done;
}

RowWriter::Done Writer::write(const Task &task)
{
    const Overloaded visitor{
        [this](const NewJob &added) { return m_rows.addJob(added.job); },
        [this](const ChangedJob &changed) { return m_rows.updateJob(changed.job); },
        [this](const ImportBatch &batch) { return m_rows.import(batch); },
        [this](const Burst &burst) { return m_rows.update(burst.updates, burst.epoch); },
        [this](const SinkRow &sink) { return m_rows.setSink(sink); },
        [this](const IndexArrivals &) { return m_database.exec(IndexSql); },
        [this](const NewSamples &added) { return writeSamples(m_database, added.samples); },
        [this](const NumberedRemoval &removed) { return m_rows.remove(removed.removal); },
        [this](const HostWish &host) { return m_rows.setHost(host); },
        [this](const QList<Turn> &turns) { return m_rows.setTurns(turns); },
        [this](const FilesGone &gone) { return m_rows.forgetFiles(gone.ids); },
        [this](const Synced &synced) { return m_rows.setSynced(synced.epoch); },
        [this](const NewName &name) { return m_rows.setFile(name.id, name.file); }};
    return std::visit(visitor, task);
}

void Writer::report()
{
    const auto written = std::exchange(m_taken, {});
    for (const Task &task : written) {
        m_backlog -= weight(task);
        if (const auto *burst = std::get_if<Burst>(&task))
            m_events.committed(burst->number);
        else if (const auto *removed = std::get_if<NumberedRemoval>(&task))
            m_events.committed(removed->number);
        else if (const auto *batch = std::get_if<ImportBatch>(&task))
            m_events.imported(batch->job.id, batch->job.imported);
    }
}

/// One more try after a failure, once the thread is gone.
void Writer::writeRest()
{
    m_stopped = false;
    while (!m_stopped && (!m_taken.empty() || !m_queue.empty())) {
        std::ignore = takeTasks();
        m_stopped = !writeTasks().has_value();
        if (!m_stopped)
            m_taken.clear();
    }
}

void Writer::close()
{
    if (!m_stopped && m_trusted)
        std::ignore = m_database.exec("UPDATE session SET clean = 1");
    std::ignore = m_database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace trawl::store
