// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/session.h"

#include <utility>

namespace trawl::desktop {

Session::Session(engine::EngineOptions options, QObject *parent)
    : QObject(parent)
    , m_path(options.sessionPath)
    , m_thread(std::move(options))
{
    qRegisterMetaType<engine::ChangeSet>();
    qRegisterMetaType<item::Failure>();
    qRegisterMetaType<engine::FullDisk>();
    auto *engine = m_thread.engine();
    connect(engine, &engine::Engine::changed, this, &Session::changed, Qt::QueuedConnection);
    connect(engine, &engine::Engine::diskFull, this, &Session::diskFull, Qt::QueuedConnection);
    connect(engine, &engine::Engine::failed, this, &Session::failed, Qt::QueuedConnection);
    connect(engine, &engine::Engine::inspected, this, &Session::inspected, Qt::QueuedConnection);
    connect(engine, &engine::Engine::logged, this, &Session::logged, Qt::QueuedConnection);
}

Session::~Session() = default;

void Session::open()
{
    post([this](engine::Engine &engine) {
        auto result = engine.open();
        // Outlives the engine's thread, which the destructor waits for.
        QMetaObject::invokeMethod(
            this,
            [this, result = std::move(result)] {
                if (result)
                    Q_EMIT opened();
                else
                    Q_EMIT openFailed(result.error());
            },
            Qt::QueuedConnection);
    });
}

void Session::start()
{
    post([](engine::Engine &engine) { engine.start(); });
    requestChanges();
}

void Session::requestChanges()
{
    post([](engine::Engine &engine) { engine.requestChanges(); });
}

} // namespace trawl::desktop

#include "moc_session.cpp"
