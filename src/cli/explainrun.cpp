// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/explainrun.h"

#include "cli/console.h"
#include "cli/exitstatus.h"

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace trawl::cli {

namespace {

constexpr qsizetype readBytes = 256 * 1024;
constexpr qsizetype flushBytes = 64 * 1024;
constexpr qint64 flushMs = 100;

int refuse(const QString &text)
{
    Console console;
    console.line(QStringLiteral("trawlc: ") + text);
    console.line(QStringLiteral("trawlc explain --help shows what can be said."));
    return BadUsage;
}

bool writeAll(int fd, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto count = ::write(fd, bytes.data(), std::size_t(bytes.size()));
        if (count >= 0)
            bytes = bytes.sliced(count);
        else if (errno == EAGAIN) {
            pollfd end{fd, POLLOUT, 0};
            ::poll(&end, 1, -1);
        } else if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace

int ExplainRun::run()
{
    m_sinceFlush.start();
    while (!m_writeFailed && read()) {
        if (!isMoreThere())
            flush();
    }
    if (!m_readFailed && (m_tooLong || !m_line.isEmpty()))
        endLine();
    flush();
    if (m_writeFailed)
        return LocalTrouble;
    if (m_readFailed)
        return BadUsage;
    return m_someFailed ? SomeFailed : AllDone;
}

bool ExplainRun::isMoreThere() const
{
    pollfd end{m_in, POLLIN, 0};
    return ::poll(&end, 1, 0) > 0;
}

/// false = the input has ended.
bool ExplainRun::read()
{
    QByteArray piece(readBytes, Qt::Uninitialized);
    auto count = ::read(m_in, piece.data(), std::size_t(piece.size()));
    while (count < 0 && (errno == EINTR || errno == EAGAIN)) {
        pollfd end{m_in, POLLIN, 0};
        ::poll(&end, 1, -1);
        count = ::read(m_in, piece.data(), std::size_t(piece.size()));
    }
    if (count < 0) {
        m_readFailed = true;
        m_trouble = QStringLiteral("cannot read: ") + qt_error_string(errno);
    }
    if (count <= 0)
        return false;
    auto rest = QByteArrayView(piece).first(count);
    for (auto end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
        take(rest.first(end));
        endLine();
        if (m_writeFailed)
            return false;
        rest = rest.sliced(end + 1);
    }
    take(rest);
    return true;
}

void ExplainRun::take(QByteArrayView piece)
{
    m_tooLong = m_tooLong || m_line.size() + piece.size() > mostExplainBytes;
    if (m_tooLong)
        m_line.clear();
    else
        m_line.append(piece);
}

void ExplainRun::endLine()
{
    answer(m_tooLong ? explainTooLong() : explainLine(m_kind, m_line));
    m_tooLong = false;
    if (m_line.capacity() > readBytes)
        m_line.clear();
    else
        m_line.truncate(0);
}

void ExplainRun::answer(const ExplainedLine &line)
{
    m_someFailed = m_someFailed || !line.ok;
    m_answers.append(line.text);
    if (m_answers.size() >= flushBytes || m_sinceFlush.elapsed() >= flushMs)
        flush();
}

void ExplainRun::flush()
{
    m_sinceFlush.start();
    if (!m_writeFailed && !writeAll(m_out, m_answers)) {
        m_writeFailed = true;
        m_trouble = QStringLiteral("cannot write: ") + qt_error_string(errno);
    }
    m_answers.clear();
}

int runExplain(const QStringList &arguments)
{
    const auto word = arguments.value(0);
    if (arguments.contains(QStringLiteral("--help")) || arguments.contains(QStringLiteral("-h")))
        return writeAll(STDOUT_FILENO, explainHelp().toUtf8()) ? AllDone : LocalTrouble;
    if (arguments.size() > 1)
        return refuse(QStringLiteral("one kind at a time, the questions come from standard input"));
    const auto *kind = explainKind(word);
    if (!kind)
        return refuse((word.isEmpty() ? QStringLiteral("a kind is missing")
                                      : QStringLiteral("unknown kind %1").arg(word)) +
                      QStringLiteral("; there are ") +
                      explainKindNames().join(QStringLiteral(", ")));
    ExplainRun run(*kind, STDIN_FILENO, STDOUT_FILENO);
    const int status = run.run();
    if (!run.trouble().isEmpty())
        Console().line(QStringLiteral("trawlc: ") + run.trouble());
    return status;
}

} // namespace trawl::cli
