// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/failedwrites.h"
#include "worker/worker.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace {

int complain(const QString &sentence, trawl::worker::Exit status)
{
    std::fprintf(stderr, "%s\n", qPrintable(sentence));
    return int(status);
}

// Both were measured, a twentieth of a page's time each: glibc looks at /etc/localtime for each
// date that Qt reads in a response head, and gives the heap's top back after each few pages.
void spareTheKernel()
{
    ::setenv("TZ", "UTC", 1);
    ::mallopt(M_TOP_PAD, 4 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
    ::mallopt(M_MMAP_THRESHOLD, 1 << 20);
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace trawl::worker;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    // Ctrl+C in a terminal reaches the whole process group; the engine decides what follows.
    std::signal(SIGINT, SIG_IGN);
    trawl::item::outliveFailedWrites();
    spareTheKernel();
    const QCoreApplication application(argc, argv);
    auto startup = readStartup(QCoreApplication::arguments(), STDIN_FILENO);
    if (!startup)
        return complain(startup.error(), Exit::Usage);
    Worker worker(*std::move(startup));
    if (!worker.start())
        return complain(QStringLiteral("trawl-worker: nobody listens at the socket"),
                        Exit::NoEngine);
    return QCoreApplication::exec();
}
