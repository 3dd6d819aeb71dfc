// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/itemloader.h"
#include "store/reading.h"
#include "store/samplerows.h"
#include "store/schema.h"
#include "store/sessionfile.h"
#include "store/sessionlock.h"
#include "store/writer.h"

#include <QFileInfo>
#include <QStringBuilder>

#include <cerrno>
#include <unistd.h>

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;

/// A number that this program does not know tells nobody anything.
item::Referrer referrerOf(qint64 number)
{
    const bool known = number >= 0 && number <= qint64(item::Referrer::Last);
    return known ? item::Referrer(number) : item::Referrer::None;
}

Done checkWritable(const Database &database, const QString &path)
{
    if (!database.isReadOnly())
        return {};
    const bool denied = ::access(QFile::encodeName(path).constData(), W_OK) != 0;
    return tl::unexpected(
        sessionFailure(path, u"cannot be written: " % qt_error_string(denied ? errno : EACCES)));
}

Done checkWhole(const Database &database, const QString &path)
{
    const auto clean = database.value("SELECT clean FROM session");
    if (!clean)
        return tl::unexpected(clean.error());
    if (*clean != "1")
        return checkPages(database, path);
    // SQLite notices that whole pages are gone, but not a piece of the last one.
    const auto pageSize = database.value("PRAGMA page_size");
    if (!pageSize)
        return tl::unexpected(pageSize.error());
    if (QFileInfo(path).size() % pageSize->toInt() != 0)
        return tl::unexpected(sessionFailure(path, QStringLiteral("damaged: cut short")));
    return {};
}

/// What the file said before it was opened for writing.
struct Before
{
    bool clean = true;
    qint64 synced = 0;
};

tl::expected<Before, item::Failure> readBefore(const Database &database)
{
    Before before;
    const auto read =
        forEachRow(database, "SELECT clean, synced FROM session",
                   [&](const Statement &row) { before = {row.number(0) == 1, row.number(1)}; });
    if (!read)
        return tl::unexpected(read.error());
    return before;
}

tl::expected<Before, item::Failure> startUsing(Database &database, const QString &path)
{
    const auto mode = database.value("PRAGMA journal_mode=WAL");
    if (!mode)
        return tl::unexpected(mode.error());
    if (*mode != "wal")
        return tl::unexpected(
            sessionFailure(path, QStringLiteral("the file system has no shared memory for a WAL")));
    // 4000 pages of 4 KiB: fewer, longer syncs; a reader may let the WAL grow, then it is cut.
    const auto ready = database
                           .exec("PRAGMA synchronous=NORMAL;PRAGMA cache_size=-8000;PRAGMA "
                                 "wal_autocheckpoint=4000;PRAGMA journal_size_limit=33554432")
                           .and_then([&] { return migrate(database); });
    const auto before = ready.and_then([&] { return readBefore(database); });
    if (!before)
        return before;
    if (auto used = database.exec("UPDATE session SET clean = 0"); !used)
        return tl::unexpected(std::move(used.error()));
    return before;
}

struct Opened
{
    Database database;
    Before before;
};

tl::expected<Opened, item::Failure> openChecked(const QString &path)
{
    if (QFileInfo(path).size() == 0) {
        if (auto made = createSession(path); !made)
            return tl::unexpected(std::move(made.error()));
    }
    auto database = Database::open(path, Database::Mode::ReadWrite);
    if (!database)
        return tl::unexpected(std::move(database.error()));
    database->setCheckpointOnClose(false);
    const auto usable = checkWritable(*database, path)
                            .and_then([&] { return checkSession(*database, path); })
                            .and_then([&] { return checkWhole(*database, path); })
                            .and_then([&] { return startUsing(*database, path); });
    if (!usable)
        return tl::unexpected(usable.error());
    database->setCheckpointOnClose(true);
    return Opened{std::move(*database), *usable};
}

} // namespace

class Store::Private
{
public:
    QString path;
    Before before;
    SessionLock lock; // before the writer: held until the file is closed
    std::unique_ptr<Writer> writer;

    /// Runs `read` on a connection that only reads; what goes wrong is reported by failed().
    void reading(Store *store, const std::function<Done(const Database &)> &read) const
    {
        const auto database = Database::open(path, Database::Mode::ReadOnly);
        const Done done = database ? read(*database) : tl::unexpected(database.error());
        if (done)
            return;
        writer->distrust();
        const auto report = [store, failure = done.error()] { Q_EMIT store->failed(failure); };
        QMetaObject::invokeMethod(store, report, Qt::QueuedConnection);
    }
};

Store::Store()
    : d(std::make_unique<Private>())
{
    qRegisterMetaType<item::JobId>();
    qRegisterMetaType<item::Failure>();
}

Store::~Store() = default;

tl::expected<std::unique_ptr<Store>, item::Failure> Store::open(const QString &path,
                                                                Redaction redaction)
{
    const QString real = realPath(path);
    if (auto usable = checkSessionFile(real); !usable)
        return tl::unexpected(std::move(usable.error()));
    auto lock = SessionLock::take(real);
    if (!lock)
        return tl::unexpected(std::move(lock.error()));
    auto opened = openChecked(real);
    if (!opened)
        return tl::unexpected(std::move(opened.error()));
    auto rows = RowWriter::make(opened->database, redaction);
    if (!rows)
        return tl::unexpected(std::move(rows.error()));
    std::unique_ptr<Store> store(new Store);
    store->d->path = real;
    store->d->before = opened->before;
    store->d->lock = std::move(*lock);
    WriterEvents events;
    events.committed = [to = store.get()](quint64 burst) { Q_EMIT to->committed(burst); };
    events.imported = [to = store.get()](item::JobId job, qint64 lines) {
        Q_EMIT to->imported(job, lines);
    };
    events.failed = [to = store.get()](const item::Failure &why) { Q_EMIT to->failed(why); };
    store->d->writer = std::make_unique<Writer>(std::move(opened->database), std::move(*rows),
                                                opened->before.synced + 1, std::move(events));
    return store;
}

QString Store::path() const
{
    return d->path;
}

bool Store::wasClean() const
{
    return d->before.clean;
}

qint64 Store::syncedEpoch() const
{
    return d->before.synced;
}

QList<JobRow> Store::jobs() const
{
    QList<JobRow> jobs;
    d->reading(const_cast<Store *>(this),
               [&](const Database &database) { return readJobs(database, jobs); });
    return jobs;
}

void Store::loadItems(
    const std::function<void(item::UrlBlockPtr, std::vector<ItemState>)> &take) const
{
    d->reading(const_cast<Store *>(this),
               [&](const Database &database) { return ItemLoader(take).load(database); });
}

void Store::loadOptions(const std::function<void(item::ItemId, QByteArray)> &take) const
{
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, "SELECT id, options FROM item_options",
                          [&](const Statement &row) {
                              take(item::ItemId(row.number(0)), row.bytes(1).toByteArray());
                          });
    });
}

void Store::loadPlaces(const std::function<void(const Place &)> &take) const
{
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(
            database, "SELECT id, parent, page, depth, carried, referrer FROM places ORDER BY id",
            [&](const Statement &row) {
                take({item::ItemId(row.number(0)), item::ItemId(row.number(1)),
                      quint8(row.number(2)), int(row.number(3)), row.bytes(4).toByteArray(),
                      referrerOf(row.number(5))});
            });
    });
}

item::ItemId Store::lastRemoved() const
{
    item::ItemId last{};
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, "SELECT last_removed FROM session",
                          [&](const Statement &row) { last = item::ItemId(row.number(0)); });
    });
    return last;
}

QList<RemovedFile> Store::removedFiles() const
{
    QList<RemovedFile> files;
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, "SELECT item, directory, file, bytes FROM removed_files",
                          [&](const Statement &row) {
                              files.append({item::ItemId(row.number(0)), row.text(1), row.text(2),
                                            row.number(3)});
                          });
    });
    return files;
}

QList<HostWish> Store::hosts() const
{
    QList<HostWish> hosts;
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, "SELECT origin, paused, connections, bytes, starts FROM hosts",
                          [&](const Statement &row) {
                              hosts.append({row.bytes(0).toByteArray(), row.number(1) != 0,
                                            int(row.number(2)), row.number(3),
                                            row.bytes(4).toByteArray().toDouble()});
                          });
    });
    return hosts;
}

void Store::loadTurns(const std::function<void(const Turn &)> &take) const
{
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, "SELECT id, turn FROM turns", [&](const Statement &row) {
            take({item::ItemId(row.number(0)), row.number(1)});
        });
    });
}

std::optional<SinkRow> Store::sink(const QString &path) const
{
    std::optional<SinkRow> sink;
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, "SELECT path, arrival, items, mark FROM sinks",
                          [&](const Statement &row) {
                              if (row.text(0) == path)
                                  sink = {path, row.number(1), row.number(2), row.number(3)};
                          });
    });
    return sink;
}

std::vector<rates::Sample> Store::samples() const
{
    std::vector<rates::Sample> samples;
    d->reading(const_cast<Store *>(this),
               [&](const Database &database) { return readSamples(database, samples); });
    return samples;
}

QList<StoredFile> Store::unsyncedFiles() const
{
    QList<StoredFile> files;
    const auto sql = "SELECT id, file, bytes, xxh3 FROM outcomes WHERE epoch > " +
                     QByteArray::number(d->before.synced) +
                     " AND file <> '' AND status = " + QByteArray::number(int(item::Status::Done));
    d->reading(const_cast<Store *>(this), [&](const Database &database) {
        return forEachRow(database, sql.constData(), [&](const Statement &row) {
            files.append(
                {item::ItemId(row.number(0)), row.text(1), row.number(2), quint64(row.number(3))});
        });
    });
    return files;
}

void Store::addJob(const JobRow &job)
{
    d->writer->addJob(job);
}

void Store::updateJob(const JobRow &job)
{
    d->writer->updateJob(job);
}

void Store::import(ImportBatch batch)
{
    d->writer->import(std::move(batch));
}

quint64 Store::apply(QList<ItemUpdate> updates)
{
    return d->writer->apply(std::move(updates));
}

quint64 Store::remove(Removal removal)
{
    return d->writer->remove(std::move(removal));
}

void Store::forgetFiles(QList<item::ItemId> ids)
{
    d->writer->forgetFiles(std::move(ids));
}

void Store::setFile(item::ItemId id, const QString &file)
{
    d->writer->setFile(id, file);
}

void Store::setSink(const SinkRow &sink)
{
    d->writer->setSink(sink);
}

void Store::addSamples(std::vector<rates::Sample> samples)
{
    d->writer->addSamples(std::move(samples));
}

void Store::setHost(const HostWish &host)
{
    d->writer->setHost(host);
}

void Store::setTurns(const QList<Turn> &turns)
{
    d->writer->setTurns(turns);
}

void Store::indexArrivals()
{
    d->writer->indexArrivals();
}

qint64 Store::nextEpoch()
{
    return d->writer->nextEpoch();
}

void Store::setSynced(qint64 epoch)
{
    d->writer->setSynced(epoch);
}

void Store::distrust()
{
    d->writer->distrust();
}

qsizetype Store::backlog() const
{
    return d->writer->backlog();
}

} // namespace trawl::store

#include "moc_store.cpp"
