// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/trawlc.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <csignal>
#include <sys/resource.h>

namespace {

constexpr int limitMs = 60'000;

} // namespace

Trawlc::Trawlc(const QString &folder)
    : m_mark("TRAWL_TEST_MARK=" + QUuid::createUuid().toByteArray(QUuid::Id128))
{
    const auto equals = m_mark.indexOf('=');
    setEnvironment(QString::fromLatin1(m_mark.first(equals)),
                   QString::fromLatin1(m_mark.sliced(equals + 1)));
    m_process.setWorkingDirectory(folder);
    m_process.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/trawlc"));
}

Trawlc::~Trawlc()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.kill();
        m_process.waitForFinished();
    }
    for (const auto pid : workers())
        ::kill(pid_t(pid), SIGKILL);
}

void Trawlc::setEnvironment(const QString &name, const QString &value)
{
    auto environment = m_process.processEnvironment();
    if (environment.isEmpty())
        environment = QProcessEnvironment::systemEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

void Trawlc::start(const QStringList &arguments)
{
    m_process.setArguments(arguments);
    m_process.start();
    if (!m_process.waitForStarted())
        qFatal("trawlc is not built");
}

int Trawlc::run(const QStringList &arguments, const QByteArray &standardInput)
{
    start(arguments);
    m_process.write(standardInput);
    m_process.closeWriteChannel();
    return wait();
}

int Trawlc::wait()
{
    const bool ended =
        m_process.state() == QProcess::NotRunning || m_process.waitForFinished(limitMs);
    m_out = m_process.readAllStandardOutput();
    m_err = m_process.readAllStandardError();
    return ended && m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void Trawlc::signal(int number)
{
    ::kill(pid_t(m_process.processId()), number);
}

void Trawlc::limitFileSize(qint64 bytes)
{
    m_process.setChildProcessModifier([bytes] {
        const rlimit limit{rlim_t(bytes), rlim_t(bytes)};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    });
}

void Trawlc::limitDescriptors(int soft, int hard)
{
    m_process.setChildProcessModifier([soft, hard] {
        const rlimit limit{rlim_t(soft), rlim_t(hard)};
        ::setrlimit(RLIMIT_NOFILE, &limit);
    });
}

QList<qint64> Trawlc::workers() const
{
    QList<qint64> pids;
    for (const auto &name : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        const QString process = QStringLiteral("/proc/") + name;
        if (contents(process + QStringLiteral("/comm")).trimmed() == "trawl-worker" &&
            contents(process + QStringLiteral("/environ")).split('\0').contains(m_mark))
            pids.append(name.toLongLong());
    }
    return pids;
}

qsizetype fileCount(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files).size();
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}
