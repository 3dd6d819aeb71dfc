// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginethread.h"

#include <QObject>
#include <QPointer>

namespace trawl::desktop {

/// The window's side of the engine: owns its thread, carries its signals to the window's thread
/// and paces the change sets. Never waits for the engine except in the destructor.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(engine::EngineOptions options, QObject *parent = nullptr);
    ~Session() override; ///< closes the engine

    /// opened() or openFailed() follows.
    void open();
    /// Lets the engine run what waits, and the first changed() come.
    void start();
    /// The last changed() is drawn: asks for the next.
    void requestChanges();

    /// Runs f(engine::Engine &) on the engine's thread, later.
    template <typename F> void post(F f) { m_thread.post(std::move(f)); }

    /// The same with an answer: then(answer) here, unless `context` is gone by then.
    template <typename F, typename G> void ask(QObject *context, F question, G then)
    {
        post([this, context = QPointer<QObject>(context), question = std::move(question),
              then = std::move(then)](engine::Engine &engine) {
            QMetaObject::invokeMethod(
                this,
                [context, then, answer = question(engine)] {
                    if (context)
                        then(answer);
                },
                Qt::QueuedConnection);
        });
    }

    [[nodiscard]] engine::EngineThread &thread() { return m_thread; }
    [[nodiscard]] QString path() const { return m_path; }

Q_SIGNALS:
    void opened();
    void openFailed(const trawl::item::Failure &failure);
    void changed(const trawl::engine::ChangeSet &changes);
    void diskFull(const trawl::engine::FullDisk &disk);
    void failed(const trawl::item::Failure &failure);
    /// What Engine::inspect() was asked for.
    void inspected(const trawl::engine::Inspection &inspection);
    void logged(const QString &text, trawl::engine::LogLevel level);

private:
    QString m_path;
    engine::EngineThread m_thread;
};

} // namespace trawl::desktop
