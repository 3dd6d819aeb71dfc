// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>
#include <utility>
#include <vector>

namespace trawl::fetch {

/// Counts coroutines of one thread so that what they refer to can outlive them: destroying a
/// suspended QCoro::Task only detaches it. Each child holds a Ticket as its first local; the owner
/// does `auto done = group.allDone(); co_await done;` or asks running() before it goes.
class TaskGroup
{
    struct State
    {
        int running = 0;
        std::vector<std::coroutine_handle<>> waiting;
    };

public:
    class Ticket
    {
    public:
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;
        ~Ticket();

    private:
        friend class TaskGroup;
        explicit Ticket(std::shared_ptr<State> state);
        std::shared_ptr<State> m_state;
    };

    class AllDone
    {
    public:
        [[nodiscard]] bool await_ready() const { return m_state->running == 0; }
        void await_suspend(std::coroutine_handle<> handle) { m_state->waiting.push_back(handle); }
        void await_resume() const {}

    private:
        friend class TaskGroup;
        explicit AllDone(std::shared_ptr<State> state)
            : m_state(std::move(state))
        {
        }
        std::shared_ptr<State> m_state;
    };

    TaskGroup();
    [[nodiscard]] Ticket enter() { return Ticket(m_state); }
    [[nodiscard]] int running() const { return m_state->running; }
    /// Resumes from the event loop, after the last child's frame has gone.
    [[nodiscard]] AllDone allDone() const { return AllDone(m_state); }

private:
    std::shared_ptr<State> m_state;
};

} // namespace trawl::fetch
