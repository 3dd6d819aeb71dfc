// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/signalwatcher.h"
#include "cli/exitstatus.h"
#include "cli/stopsignals.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::cli {

namespace {

constexpr std::array watched{SIGINT, SIGTERM, SIGHUP};

// What a signal handler may touch.
std::array<int, 2> wakePipe{-1, -1};
StopSignals stopSignals;

qint64 monotonicMs()
{
    struct timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

void handleSignal(int)
{
    const int error = errno;
    const auto meaning = stopSignals.come(monotonicMs());
    if (meaning == StopSignals::Meaning::Now)
        _exit(Stopped);
    const char byte = 0;
    if (meaning == StopSignals::Meaning::Stop)
        (void)!::write(wakePipe[1], &byte, 1);
    errno = error; // of what was interrupted
}

void setHandler(void (*handler)(int))
{
    for (const int number : watched) {
        struct sigaction old{};
        sigaction(number, nullptr, &old);
        if (old.sa_handler == SIG_IGN)
            continue;
        struct sigaction action{};
        action.sa_handler = handler;
        action.sa_flags = SA_RESTART;
        sigaction(number, &action, nullptr);
    }
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
{
    if (::pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // the signals keep their default: they end the process
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT stopRequested();
    });
    stopSignals.forget();
    setHandler(handleSignal);
}

SignalWatcher::~SignalWatcher()
{
    if (!m_notifier)
        return;
    setHandler(SIG_DFL);
    m_notifier.reset();
    for (int &fd : wakePipe)
        ::close(std::exchange(fd, -1));
}

} // namespace trawl::cli

#include "moc_signalwatcher.cpp"
