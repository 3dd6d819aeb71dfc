// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pool/loglimit.h"

#include <QElapsedTimer>
#include <QProcess>

namespace trawl::pool {

/// One run of the worker program, in a process group of its own and never outliving this one.
class Process : public QObject
{
    Q_OBJECT

public:
    explicit Process(QObject *parent = nullptr);

    /// The token is the one line on the program's standard input. ended() follows in any case,
    /// not before control returns to the event loop.
    void start(const QString &program, const QStringList &arguments, const QByteArray &token);
    void kill() { m_process.kill(); }
    /// For when there will be no event loop: blocks until the killed process is reaped.
    void reap();
    [[nodiscard]] qint64 pid() const { return m_pid; }

Q_SIGNALS:
    /// "exit 3", "signal 9" or, when it could not be started, why.
    void ended(const QString &how);
    /// One bounded line of its standard error.
    void complained(const QString &line);

private:
    void end(const QString &how);
    void readErrors();

    QProcess m_process;
    qint64 m_pid = 0;
    bool m_ended = false;
    QByteArray m_line; ///< begun, its end has not come yet
    LogLimit m_logLimit;
    QElapsedTimer m_clock;
};

} // namespace trawl::pool
