// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QThreadPool>

#include <coroutine>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace trawl::fetch {

/// Work that would hold the event loop up (a sync, the hash of a large file), done on a thread of
/// a pool: `auto work = inBackground(f); auto result = co_await work;`. Resumes from the
/// event loop of the main thread, which is the worker's. `f` must not throw and must own or outlive
/// what it touches.
template <typename F> class Background
{
    using Result = std::invoke_result_t<F>;
    struct State
    {
        F work;
        std::optional<Result> result;
        std::coroutine_handle<> waiting;
    };

public:
    Background(F work, QThreadPool &pool)
        : m_pool(&pool)
        , m_state(std::make_shared<State>(State{std::move(work), {}, {}}))
    {
    }

    [[nodiscard]] bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> handle)
    {
        m_state->waiting = handle;
        m_pool->start([state = m_state] {
            state->result.emplace(state->work());
            const auto resume = [state] { state->waiting.resume(); };
            QMetaObject::invokeMethod(QCoreApplication::instance(), resume, Qt::QueuedConnection);
        });
    }
    [[nodiscard]] Result await_resume() { return *std::move(m_state->result); }

private:
    QThreadPool *m_pool;
    std::shared_ptr<State> m_state; // copied freely, as g++ 12 does with an awaiter
};

template <typename F>
[[nodiscard]] Background<F> inBackground(F work, QThreadPool &pool = *QThreadPool::globalInstance())
{
    return Background<F>(std::move(work), pool);
}

} // namespace trawl::fetch
