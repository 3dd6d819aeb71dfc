// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QMetaObject>
#include <QThread>

namespace trawl::engine {

/// An Engine on a thread of its own. The only way in from another thread is post() or call();
/// connect to engine()'s signals with a receiver of your own (queued).
class EngineThread
{
public:
    explicit EngineThread(EngineOptions options);
    ~EngineThread(); ///< closes the engine and waits for it

    /// Runs f(Engine &) on the engine's thread, later.
    template <typename F> void post(F f)
    {
        QMetaObject::invokeMethod(
            m_engine, [engine = m_engine, f = std::move(f)] { f(*engine); }, Qt::QueuedConnection);
    }
    /// Runs f(Engine &) on the engine's thread and waits for its answer.
    template <typename F> auto call(F f)
    {
        std::invoke_result_t<F, Engine &> answer;
        QMetaObject::invokeMethod(
            m_engine, [&] { answer = f(*m_engine); }, Qt::BlockingQueuedConnection);
        return answer;
    }
    [[nodiscard]] Engine *engine() const { return m_engine; }

private:
    QThread m_thread;
    Engine *m_engine = nullptr; // lives on m_thread, deleted there
};

} // namespace trawl::engine
