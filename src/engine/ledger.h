// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/jobtable.h"
#include "store/store.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace trawl::engine {

/// How an item's end was settled: stored, and for a done one its file under its final name.
struct Settled
{
    item::ItemId id{};
    item::Status status = item::Status::Done;
    item::Failure failure; ///< when the file could not be put in its place
    QString file;
};

/// Writes what became of items in bursts (500, or 100 ms) and gives the parts of done ones their
/// names. The order is the promise: the name is chosen and committed with the outcome (the intent)
/// → the part is renamed, never replacing anything → the item is settled. A part that still lies
/// there at the next start is an intent that was not carried out: see recover().
class Ledger : public QObject
{
    Q_OBJECT

public:
    Ledger(store::Store &store, JobTable &jobs, std::function<void(const Settled &)> settled);

    /// An end without a file: failed, skipped, paused, queued again.
    void record(store::ItemUpdate update);
    /// A whole body waits in `part`.
    void recordDone(item::JobId job, store::ItemUpdate update);
    /// At start: the item is done by the session, its part was never renamed.
    void recover(item::JobId job, item::ItemId id, const QString &file);
    void flush();
    /// Nothing is waiting to be stored or placed.
    [[nodiscard]] bool empty() const { return m_updates.isEmpty() && m_bursts.empty(); }
    [[nodiscard]] qsizetype backlog() const { return m_backlog; }

private:
    struct Intent
    {
        item::JobId job{};
        store::ItemUpdate update;
    };
    struct Burst
    {
        quint64 number = 0;
        qsizetype items = 0;
        QList<Intent> intents;
        QList<Settled> plain;
    };

    void added();
    void committed(quint64 number);
    void carryOut(const Intent &intent);
    void chooseName(Intent &intent);

    store::Store &m_store;
    JobTable &m_jobs;
    std::function<void(const Settled &)> m_settled;
    QList<store::ItemUpdate> m_updates; // of the burst that is being filled
    Burst m_filling;
    std::deque<Burst> m_bursts; // on their way
    qsizetype m_backlog = 0;
    QTimer m_timer;
};

} // namespace trawl::engine
