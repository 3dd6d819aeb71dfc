// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "item/failedwrites.h"

#include <QCoreApplication>

#include <clocale>
#include <cstring>

#include <fcntl.h>
#include <langinfo.h>
#include <unistd.h>

namespace {

/// Qt takes file names and arguments as UTF-8 and would say so on each start in another locale.
void makeLocaleUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

/// A descriptor that is closed would be taken by the next file that is opened, and that be read or
/// written as a standard stream.
void openStandardStreams()
{
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(fd, F_GETFD) == -1)
            (void)::open("/dev/null", O_RDWR); // the lowest that is free
    }
}

/// The arguments of a process are everybody's to read (/proc/PID/cmdline).
void hideSecrets(const QStringList &arguments, int argc, char **argv)
{
    const auto pieces = trawl::cli::secretsOf(arguments);
    for (const auto &piece : pieces) {
        const auto index = piece.argument + 2; // behind the program and its command
        if (index >= argc || piece.from + piece.size > qsizetype(std::strlen(argv[index])))
            continue; // of another encoding than it was taken for
        std::memset(argv[index] + piece.from, '*', std::size_t(piece.size));
    }
}

} // namespace

int main(int argc, char **argv)
{
    openStandardStreams();
    makeLocaleUtf8();
    qputenv("QT_NO_GLIB", "1"); // its event loop costs wake-ups for each request
    trawl::item::outliveFailedWrites();
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().sliced(1);
    hideSecrets(arguments, argc, argv);
    return trawl::cli::runCommand(arguments);
}
