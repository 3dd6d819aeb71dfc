// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unixsignals.h"

#include <QSocketNotifier>

#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::app {

namespace {

constexpr int caught[] = {SIGTERM, SIGINT, SIGHUP};
int pipeEnds[2] = {-1, -1}; // where the handler can reach them

void handle(int)
{
    const char byte = 0;
    (void)!write(pipeEnds[1], &byte, 1);
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return; // a signal then ends the program the hard way, which the session survives
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        while (read(pipeEnds[0], &byte, 1) > 0) {
        }
        Q_EMIT endRequested();
    });
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = SA_RESTART;
    for (const auto signal : caught)
        sigaction(signal, &action, nullptr);
}

UnixSignals::~UnixSignals()
{
    for (const auto signal : caught)
        std::signal(signal, SIG_DFL);
    delete m_notifier;
    for (auto &end : pipeEnds) {
        close(end);
        end = -1;
    }
}

} // namespace trawl::app

#include "moc_unixsignals.cpp"
