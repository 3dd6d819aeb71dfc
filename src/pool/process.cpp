// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pool/process.h"

#include "pool/descriptors.h"

#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace trawl::pool {
namespace {

constexpr int reapMs = 1000;

/// Runs in the child before exec. The kernel kills it with its parent (prctl(2)); a group of its
/// own keeps a Ctrl+C in the terminal for the parent, who decides what it means.
void prepareChild()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    raiseDescriptorLimit();
}

QProcessEnvironment environment()
{
    auto result = QProcessEnvironment::systemEnvironment();
    // GLib's event loop costs up to 20 wake-up writes a request.
    result.insert(QStringLiteral("QT_NO_GLIB"), QStringLiteral("1"));
    return result;
}

QString howItEnded(int code, QProcess::ExitStatus status)
{
    return (status == QProcess::CrashExit ? QStringLiteral("signal %1") : QStringLiteral("exit %1"))
        .arg(code);
}

} // namespace

Process::Process(QObject *parent)
    : QObject(parent)
{
    m_clock.start();
    m_process.setProcessEnvironment(environment());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setChildProcessModifier(prepareChild);
    connect(&m_process, &QProcess::started, this, [this] { m_pid = m_process.processId(); });
    connect(&m_process, &QProcess::readyReadStandardError, this, &Process::readErrors);
    connect(&m_process, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        m_line += m_process.readAllStandardError() + '\n';
        readErrors();
        end(howItEnded(code, status));
    });
    // Queued: a failure may be reported from within start().
    connect(
        &m_process, &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                end(m_process.errorString());
        },
        Qt::QueuedConnection);
}

void Process::start(const QString &program, const QStringList &arguments, const QByteArray &token)
{
    m_process.start(program, arguments);
    m_process.write(token + '\n');
    m_process.closeWriteChannel();
    m_pid = m_process.processId();
}

void Process::reap()
{
    disconnect(&m_process, nullptr, this, nullptr);
    m_process.kill();
    m_process.waitForFinished(reapMs);
}

void Process::end(const QString &how)
{
    if (!std::exchange(m_ended, true))
        Q_EMIT ended(how);
}

void Process::readErrors()
{
    m_line += m_process.readAllStandardError();
    qsizetype begin = 0;
    for (auto at = m_line.indexOf('\n'); at >= 0; at = m_line.indexOf('\n', begin)) {
        const auto line = QByteArrayView(m_line).sliced(begin, at - begin).trimmed();
        if (!line.isEmpty() && m_logLimit.allows(m_clock.elapsed()))
            Q_EMIT complained(
                QString::fromUtf8(line.first(qMin<qsizetype>(line.size(), LogLimit::longestLine))));
        begin = at + 1;
    }
    m_line.remove(0, begin);
    m_line.truncate(LogLimit::longestLine);
}

} // namespace trawl::pool

#include "moc_process.cpp"
