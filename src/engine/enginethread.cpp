// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/enginethread.h"

namespace trawl::engine {

EngineThread::EngineThread(EngineOptions options)
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_thread.start();
    // Made where it lives, with its timers and all else that belongs to a thread.
    QObject there;
    there.moveToThread(&m_thread);
    QMetaObject::invokeMethod(
        &there, [&] { m_engine = new Engine(std::move(options)); }, Qt::BlockingQueuedConnection);
    QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
}

EngineThread::~EngineThread()
{
    // Direct: this thread waits and would not see a queued call.
    QObject::connect(m_engine, &Engine::closed, &m_thread, &QThread::quit, Qt::DirectConnection);
    post([](Engine &engine) { engine.close(); });
    m_thread.wait();
}

} // namespace trawl::engine
