// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <QCoreApplication>

#include <clocale>
#include <csignal>

#include <langinfo.h>

namespace {

/// Qt takes file names and arguments as UTF-8 and would say so on each start in another locale.
void makeLocaleUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char **argv)
{
    makeLocaleUtf8();
    qputenv("QT_NO_GLIB", "1");    // its event loop costs wake-ups for each request
    std::signal(SIGPIPE, SIG_IGN); // a reader that is gone is a failed write
    const QCoreApplication application(argc, argv);
    return trawl::cli::runCommand(QCoreApplication::arguments().sliced(1));
}
