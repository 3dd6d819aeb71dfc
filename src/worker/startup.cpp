// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/startup.h"

#include <cerrno>
#include <unistd.h>

namespace trawl::worker {

namespace {

constexpr qsizetype longestToken = 4096;

QByteArray readLine(int fd)
{
    QByteArray line;
    char c = 0;
    while (line.size() < longestToken) {
        const auto count = ::read(fd, &c, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0 || c == '\n')
            break;
        line.append(c);
    }
    return line.trimmed();
}

} // namespace

tl::expected<Startup, QString> readStartup(const QStringList &arguments, int inputFd)
{
    const auto byHand = tl::unexpected(
        QStringLiteral("trawl-worker is started by trawl and trawlc, not by hand. Use trawlc to "
                       "fetch from a terminal."));
    if (arguments.size() < 2 || arguments.last().isEmpty() || ::isatty(inputFd) != 0)
        return byHand;
    Startup startup{arguments.last(), readLine(inputFd)};
    if (startup.token.isEmpty())
        return byHand;
    return startup;
}

} // namespace trawl::worker
