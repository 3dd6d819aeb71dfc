// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/results.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <functional>

namespace trawl::windows {

/// Reads what the session knows of items on a thread of its own. Only the latest call is answered.
class DetailsReader : public QObject
{
    Q_OBJECT

public:
    using Answer = tl::expected<engine::SessionStatus, item::Failure>;

    explicit DetailsReader(QString sessionPath, QObject *parent = nullptr);
    ~DetailsReader() override; ///< waits for the reading under way: some milliseconds an item

    /// `then` is called on this object's thread.
    void read(const QList<item::ItemId> &ids, std::function<void(const Answer &)> then);
    /// No call is answered any more.
    void forget() { ++m_latest; }

private:
    QString m_sessionPath;
    std::atomic<quint64> m_latest = 0;
    QThread m_thread;
    QObject *m_worker; ///< lives in the thread
};

} // namespace trawl::windows
