// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/itemorder.h"

#include <QPointer>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace trawl::models {

/// Sorts and filters on a thread of its own. Answers come on the thread of `owner`; the destructor
/// gives up what is under way.
class OrderThread
{
public:
    using Ordered = std::function<void(OrderResult)>;
    using Found = std::function<void(const std::vector<quint32> &)>;

    explicit OrderThread(QObject *owner);
    ~OrderThread();
    OrderThread(const OrderThread &) = delete;
    OrderThread &operator=(const OrderThread &) = delete;

    /// The answer to an earlier one does not come any more.
    void order(OrderRequest request, Ordered then);
    /// None is lost.
    void find(ItemRows rows, ItemMatcher matcher, Found then);
    /// No answer to the last order() is wanted.
    void cancel() { ++m_wanted; }

private:
    using Work = std::function<void()>;

    void run();
    void runOrder(OrderRequest request, const Ordered &then, quint64 number);

    QObject *m_owner;
    std::atomic<quint64> m_wanted = 0; ///< number of the last order
    std::atomic_bool m_ending = false;
    std::mutex m_mutex;
    std::condition_variable m_more;
    std::deque<Work> m_work;
    std::thread m_thread;
};

} // namespace trawl::models
