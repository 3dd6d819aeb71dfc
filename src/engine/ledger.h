// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/directorysync.h"
#include "engine/namer.h"
#include "engine/state.h"
#include "store/store.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <optional>

namespace trawl::engine {

/// How an item's end was settled: stored, and for one with a file that file under its final name.
struct Settled
{
    item::ItemId id{};
    item::Status status = item::Status::Done;
    item::Failure failure; ///< when there is more to it than was recorded
    QString file;
};

/// What a file that lies there already means for an item that is to be fetched.
struct Precheck
{
    bool skip = false;                     ///< it is to stay: nothing need be asked
    QString file;                          ///< with skip: its name
    std::optional<qint64> modifiedSinceMs; ///< ask only for a newer one (If-Modified-Since)
    QList<QByteArray> typesKept;           ///< it is to stay if it comes to be of such a type
};

/// Writes what became of items in bursts (500, or 100 ms) and gives the parts of done ones their
/// names. The order is the promise: the name is chosen and committed with the outcome (the intent)
/// → the part is renamed → the item is settled. A body with a wrong checksum gets a name that says
/// so in the same way. A part that still lies there at the next start is an intent that was not
/// carried out: see recover().
class Ledger : public QObject
{
    Q_OBJECT

public:
    Ledger(store::Store &store, State &state, std::function<void(const Settled &)> settled);

    /// By the job's collision policy and the name that is likely. A page that is to be
    /// looked into is fetched in any case, and then the policy holds for its file alone.
    [[nodiscard]] Precheck precheck(item::ItemId id);

    /// record() will give the item's part a name.
    [[nodiscard]] static bool keepsWrongBody(const store::ItemUpdate &update);
    /// An end without a file: failed, skipped, paused, queued again. A failure for its checksum has
    /// a whole body in the part, which is kept.
    void record(store::ItemUpdate update);
    /// A whole body waits in the part. The item is skipped if another file is to stay.
    void recordDone(item::JobId job, store::ItemUpdate update);
    /// At start: by the session the item has this file, its part was never renamed.
    void recover(item::JobId job, item::ItemId id, const QString &file);
    void flush();
    /// Nothing is waiting to be stored or placed.
    [[nodiscard]] bool empty() const { return m_updates.isEmpty() && m_bursts.empty(); }
    [[nodiscard]] qsizetype backlog() const { return m_backlog; }
    /// The number of the last burst that was handed to the store.
    [[nodiscard]] quint64 lastBurst() const { return m_lastBurst; }
    /// All up to that burst is stored, and the files are in their places or in a later burst.
    [[nodiscard]] bool isCarriedOut(quint64 burst) const
    {
        return m_bursts.empty() || m_bursts.front().number > burst;
    }

private:
    struct Intent
    {
        item::JobId job{};
        store::ItemUpdate update;
        Fate fate = Fate::New;
    };
    struct Burst
    {
        quint64 number = 0;
        qsizetype items = 0;
        QList<Intent> intents;
        QList<Settled> plain;
    };

    [[nodiscard]] bool isPageToLookInto(item::ItemId id) const;
    [[nodiscard]] static QByteArray firstRecord(const store::ItemUpdate &update);
    void added();
    void committed(quint64 number);
    void recordFile(Intent intent);
    void carryOut(const Intent &intent);
    void withoutFile(const Intent &intent, Placed placed);
    void touch(const Job &job, const QString &file);
    void chooseName(Intent &intent);
    void learnOwn(Job &job);

    store::Store &m_store;
    State &m_state;
    Namer m_namer;
    std::function<void(const Settled &)> m_settled;
    QList<store::ItemUpdate> m_updates; // of the burst that is being filled
    Burst m_filling;
    std::deque<Burst> m_bursts; // on their way
    qsizetype m_backlog = 0;
    quint64 m_lastBurst = 0;
    QTimer m_timer;
    QSet<QString> m_touched; // directories with new names, since the last burst
    DirectorySync m_sync;
};

} // namespace trawl::engine
