// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/records.h"

#include <QObject>
#include <QThread>

#include <atomic>

namespace trawl::recipes {

/// Reads the records of a session on a thread of its own, one request after the other. Answers
/// tell the request's generation: those of an older one are of no use any more.
class RecordLoader : public QObject
{
    Q_OBJECT

public:
    explicit RecordLoader(QString sessionPath, QObject *parent = nullptr);
    ~RecordLoader() override; ///< gives up what is being read, and waits

    /// From now on requests are of this generation: what is being listed is given up.
    void begin(quint64 generation);
    void list(const engine::RecordQuery &query);
    void read(qint64 firstRow, const QList<engine::RecordKey> &keys);

Q_SIGNALS:
    void listed(quint64 generation, const trawl::engine::RecordList &list);
    void wasRead(quint64 generation, qint64 firstRow, const QList<trawl::engine::RecordRow> &rows);
    void failed(quint64 generation, const trawl::item::Failure &failure);

private:
    template <typename F> void post(F work);

    const QString m_sessionPath;
    QThread m_thread;
    QObject *m_there; ///< lives on m_thread
    quint64 m_generation = 0;
    std::shared_ptr<std::atomic_bool> m_cancel = std::make_shared<std::atomic_bool>(false);
};

} // namespace trawl::recipes
