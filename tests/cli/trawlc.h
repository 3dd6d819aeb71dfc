// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QProcess>
#include <QStringList>

/// The built trawlc, run in a folder as a person would; what it starts can be told from any other
/// process by a mark in its environment.
class Trawlc
{
public:
    explicit Trawlc(const QString &folder);
    ~Trawlc(); ///< ends what still runs

    void start(const QStringList &arguments);
    /// Runs to its end; the exit status, or -1 when it crashed or took longer than a minute.
    int run(const QStringList &arguments, const QByteArray &standardInput = {});
    int wait();
    void signal(int number);
    void setEnvironment(const QString &name, const QString &value);
    void limitFileSize(qint64 bytes); ///< of each file that it or its workers write
    void limitDescriptors(int soft, int hard);

    [[nodiscard]] QProcess &process() { return m_process; }
    [[nodiscard]] qint64 processId() const { return m_process.processId(); } ///< 0 = not running
    [[nodiscard]] QByteArray out() const { return m_out; } ///< after run() or wait()
    [[nodiscard]] QByteArray err() const { return m_err; }
    /// The pids of trawl-workers that it started.
    [[nodiscard]] QList<qint64> workers() const;

private:
    QProcess m_process;
    QByteArray m_mark;
    QByteArray m_out;
    QByteArray m_err;
};

/// How many files lie directly in a folder; hidden ones do not count.
[[nodiscard]] qsizetype fileCount(const QString &folder);
[[nodiscard]] QByteArray contents(const QString &path);
bool writeFile(const QString &path, const QByteArray &content);
