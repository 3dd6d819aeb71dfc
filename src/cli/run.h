// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/console.h"
#include "cli/exports.h"
#include "cli/plan.h"
#include "cli/progress.h"
#include "cli/tally.h"

#include "control/server.h"
#include "engine/enginethread.h"
#include "engine/importer.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

namespace trawl::cli {

/// One `trawlc get` or `trawlc scrape`: the lists are read on one thread while the engine fetches
/// on another; the main thread shows how it goes, sees signals, and writes the results at the end.
class Run : public QObject
{
public:
    Run(const RunOptions &options, Plan plan, Console &console);
    ~Run() override;

    [[nodiscard]] int run(); ///< the exit status

private:
    bool open();
    void listen();
    void startImport();
    void importEnded();
    void noticeEnd();
    void stop();
    void fail(const item::Failure &failure);
    void requestChanges();
    void noteTrouble(const QString &text);
    void show(const engine::ChangeSet &changes);
    void showProgress();
    [[nodiscard]] int report();
    /// Of this command's list; empty when the session cannot be read.
    [[nodiscard]] exchange::RowSource items();
    [[nodiscard]] bool count(Tally &tally);
    void advanceExports();
    [[nodiscard]] QStringList fields() const;
    void writeExports();
    void showEnd(const Tally &tally);
    [[nodiscard]] bool nothingListed() const;
    [[nodiscard]] int exitStatus(const Tally &tally) const;

    const RunOptions &m_options;
    Plan m_plan;
    Console &m_console;
    ProgressMode m_progressMode;
    ProgressState m_progress;
    QElapsedTimer m_elapsed;
    qint64 m_earlier = 0; ///< the last item::Result::arrival of an earlier run
    QTimer m_progressTimer;
    QTimer m_sinkTimer;
    QEventLoop m_loop;
    std::unique_ptr<engine::EngineThread> m_engine;
    std::unique_ptr<control::Server> m_server;
    std::unique_ptr<QThread> m_importThread;
    std::atomic_bool m_cancelImport = false;
    std::atomic<item::JobId> m_job{}; ///< that the list goes into; none yet
    std::optional<tl::expected<engine::ImportResult, item::Failure>> m_imported;
    QString m_sessionPath;
    std::unique_ptr<Exports> m_exports;
    QString m_trouble; ///< local; the run ends with LocalTrouble
    bool m_finishedSeen = false;
    bool m_importEnded = false;
    bool m_stopping = false;
    bool m_held = false; ///< from outside: what is paused will go on
    bool m_bySignal = false;
};

} // namespace trawl::cli
