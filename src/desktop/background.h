// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>
#include <utility>

namespace trawl::desktop {

/// One function on a thread of its own. It gets a flag that says when it is no longer wanted; the
/// destructor sets the flag and waits.
class Background
{
public:
    Background() = default;
    ~Background() { stop(); }
    Background(const Background &) = delete;
    Background &operator=(const Background &) = delete;

    /// Once an object: runs work(const std::atomic_bool &cancelled).
    template <typename F> void start(F work)
    {
        m_thread = std::thread([this, f = std::move(work)]() mutable { f(m_cancelled); });
    }
    void cancel() { m_cancelled = true; }
    void stop()
    {
        cancel();
        if (m_thread.joinable())
            m_thread.join();
    }
    [[nodiscard]] bool cancelled() const { return m_cancelled; }

private:
    std::atomic_bool m_cancelled = false;
    std::thread m_thread;
};

} // namespace trawl::desktop
