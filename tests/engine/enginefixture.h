// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginethread.h"
#include "engine/importer.h"
#include "engine/results.h"
#include "support/patience.h"

#include <QFile>
#include <QTest>

namespace trawl::engine {

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

/// Gives a list in one piece.
inline LinkSource listOf(QList<item::Link> links)
{
    return [links = std::move(links)]() mutable { return std::exchange(links, {}); };
}

/// An engine with what it said, gathered on the test's thread (QSignalSpy would not).
struct Run
{
    EngineThread thread;
    QObject here;
    int finished = 0; ///< how often, but for a start without a job
    QList<item::Failure> failed;
    QStringList log;
    std::optional<ChangeSet> changes;
    std::atomic_bool cancel = false;

    explicit Run(EngineOptions options)
        : thread(std::move(options))
    {
        auto *engine = thread.engine();
        QObject::connect(engine, &Engine::finished, engine, [this, engine] {
            if (!engine->jobs().isEmpty())
                QMetaObject::invokeMethod(&here, [this] { ++finished; });
        });
        QObject::connect(engine, &Engine::failed, &here,
                         [this](const item::Failure &failure) { failed.append(failure); });
        QObject::connect(engine, &Engine::logged, &here,
                         [this](const QString &text) { log.append(text); });
        QObject::connect(engine, &Engine::changed, &here,
                         [this](const ChangeSet &set) { changes = set; });
    }
    std::optional<ChangeSet> nextChanges()
    {
        changes.reset();
        thread.post([](Engine &e) { e.requestChanges(); });
        (void)support::comes([this] { return changes.has_value(); });
        return changes;
    }
    bool open()
    {
        return thread.call([](Engine &e) { return e.open().has_value(); });
    }
    template <typename Change> void change(Change change)
    {
        thread.post([change](Engine &e) {
            auto options = e.options();
            change(options);
            e.setOptions(options);
        });
    }
    void start()
    {
        thread.post([](Engine &e) { e.start(); });
    }
    ImportResult add(const QString &directory, const QList<item::Link> &list,
                     const QByteArray &source = "list",
                     const std::optional<JobOptions> &options = {})
    {
        const auto result = importLinks(thread, {QStringLiteral("job"), directory, source, options},
                                        listOf(list), cancel);
        return result ? *result : ImportResult{};
    }
    Counts counts()
    {
        return thread.call([](Engine &e) { return e.counts(); });
    }
    /// Once everything has ended and is stored: what is counted may still have to be written.
    QList<item::Result> resultsAtEnd(const QString &session)
    {
        (void)support::comes([this] { return finished > 0; });
        return results(session);
    }
    static QList<item::Result> results(const QString &session)
    {
        QList<item::Result> all;
        if (const auto next = openResults(session)) {
            for (auto row = (*next)(); row && *row; row = (*next)())
                all.append(**row);
        }
        return all;
    }
};

} // namespace trawl::engine
