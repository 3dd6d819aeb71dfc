// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QObject>

#include <atomic>
#include <chrono>
#include <ctime>
#include <thread>

#include <pthread.h>

namespace trawl::support {

/// Measures from a thread of its own how long the event loop of the thread that made it lets an
/// event wait: in real time, and in processor time of that thread, which other work on the machine
/// does not make longer.
class LoopWatch
{
public:
    LoopWatch()
    {
        pthread_getcpuclockid(pthread_self(), &m_clock);
        m_thread = std::thread([this] { run(); });
    }
    ~LoopWatch()
    {
        m_ending = true;
        m_thread.join();
        QCoreApplication::removePostedEvents(&m_target);
    }
    LoopWatch(const LoopWatch &) = delete;
    LoopWatch &operator=(const LoopWatch &) = delete;

    /// Until a stall that is just over has been measured, too.
    void settle()
    {
        m_answers = 0;
        while (m_answers < 2)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    /// Begins anew, with the next event on its way.
    void reset()
    {
        settle();
        m_worstMs = 0;
        m_worstCpuMs = 0;
        m_over = 0;
        const auto start = Clock::now();
        while (m_answered && Clock::now() - start < std::chrono::seconds(1))
            std::this_thread::yield();
    }
    [[nodiscard]] double worstMs() const { return m_worstMs; }
    [[nodiscard]] double worstCpuMs() const { return m_worstCpuMs; }
    /// How many waited longer than 50 ms of real time.
    [[nodiscard]] int over50Ms() const { return m_over; }

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] double cpuMs() const
    {
        timespec time{};
        clock_gettime(m_clock, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    void run()
    {
        while (!m_ending) {
            m_answered = false;
            const auto start = Clock::now();
            const auto startCpu = cpuMs();
            QMetaObject::invokeMethod(
                &m_target,
                [this, start, startCpu] {
                    const std::chrono::duration<double, std::milli> waited = Clock::now() - start;
                    m_worstMs = std::max(m_worstMs.load(), waited.count());
                    m_worstCpuMs = std::max(m_worstCpuMs.load(), cpuMs() - startCpu);
                    m_over += waited.count() > 50 ? 1 : 0;
                    ++m_answers;
                    m_answered = true;
                },
                Qt::QueuedConnection);
            do {
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            } while (!m_answered && !m_ending);
        }
    }

    QObject m_target;
    clockid_t m_clock{};
    std::atomic<double> m_worstMs = 0;
    std::atomic<double> m_worstCpuMs = 0;
    std::atomic<int> m_over = 0;
    std::atomic<int> m_answers = 0;
    std::atomic_bool m_answered = false;
    std::atomic_bool m_ending = false;
    std::thread m_thread;
};

} // namespace trawl::support
