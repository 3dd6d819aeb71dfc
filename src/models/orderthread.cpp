// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/orderthread.h"

#include <QObject>

#include <memory>

namespace trawl::models {

OrderThread::OrderThread(QObject *owner)
    : m_owner(owner)
    , m_thread([this] { run(); })
{
}

OrderThread::~OrderThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_more.notify_one();
    m_thread.join();
}

void OrderThread::order(OrderRequest request, Ordered then)
{
    const auto number = ++m_wanted;
    const std::lock_guard lock(m_mutex);
    m_work.emplace_back([this, number, then = std::move(then),
                         kept = std::make_shared<OrderRequest>(std::move(request))]() mutable {
        runOrder(std::move(*kept), then, number);
    });
    m_more.notify_one();
}

void OrderThread::runOrder(OrderRequest request, const Ordered &then, quint64 number)
{
    auto result =
        ordered(std::move(request), [this, number] { return m_ending || m_wanted != number; });
    if (!result)
        return;
    const auto kept = std::make_shared<OrderResult>(std::move(*result));
    QMetaObject::invokeMethod(
        m_owner,
        [this, kept, then, number] {
            if (m_wanted == number)
                then(std::move(*kept));
        },
        Qt::QueuedConnection);
}

void OrderThread::find(ItemRows rows, ItemMatcher matcher, Found then)
{
    const std::lock_guard lock(m_mutex);
    m_work.emplace_back(
        [this, rows = std::move(rows), matcher = std::move(matcher), then = std::move(then)] {
            auto found = matching(rows, matcher, [this] { return m_ending.load(); });
            if (m_ending)
                return;
            QMetaObject::invokeMethod(
                m_owner, [then, found = std::move(found)] { then(found); }, Qt::QueuedConnection);
        });
    m_more.notify_one();
}

void OrderThread::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        if (m_work.empty()) {
            m_more.wait(lock);
            continue;
        }
        auto work = std::move(m_work.front());
        m_work.pop_front();
        lock.unlock();
        work();
        work = nullptr; // a snapshot is not held longer than needed
        lock.lock();
    }
}

} // namespace trawl::models
