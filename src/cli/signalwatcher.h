// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace trawl::cli {

/// Turns SIGINT, SIGTERM and SIGHUP into a Qt signal; one more that is meant so (StopSignals) ends
/// the process at once. A signal that was ignored when the program started (nohup) stays ignored.
/// One at a time.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override; ///< gives the signals back

Q_SIGNALS:
    void stopRequested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace trawl::cli
