// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/exitstatus.h"
#include "cli/getrun.h"
#include "cli/status.h"
#include "cli/words.h"

#include <cstdio>

namespace trawl::cli {

namespace {

const auto programHelp =
    QStringLiteral("Usage: trawlc COMMAND [options] ...\n"
                   "\n"
                   "  get         fetch what a list names: trawlc get --help tells more\n"
                   "  status      tell how a session stands: trawlc status --help tells more\n"
                   "  --help      show this\n"
                   "  --version   show the version\n");

bool print(const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stdout) ==
               std::size_t(bytes.size()) &&
           std::fflush(stdout) == 0;
}

int print(const QString &text)
{
    return print(text.toUtf8()) ? AllDone : LocalTrouble;
}

int refuse(Console &console, const QString &text, const QString &help)
{
    console.line(QStringLiteral("trawlc: ") + text);
    console.line(QStringLiteral("%1 shows what can be said.").arg(help));
    return BadUsage;
}

int runGet(const QStringList &arguments)
{
    Console console;
    const auto options = parseGetOptions(arguments);
    if (!options)
        return refuse(console, options.error(), QStringLiteral("trawlc get --help"));
    if (options->help)
        return print(getHelp());
    auto plan = makePlan(*options);
    if (!plan) {
        console.line(QStringLiteral("trawlc: ") + plan.error().text);
        return plan.error().exitStatus;
    }
    return GetRun(*options, std::move(*plan), console).run();
}

int runStatus(const QStringList &arguments)
{
    Console console;
    const auto options = parseStatusOptions(arguments);
    if (!options)
        return refuse(console, options.error(), QStringLiteral("trawlc status --help"));
    if (options->help)
        return print(statusHelp());
    const auto status = engine::readStatus(options->sessionPath, options->ids);
    if (!status) {
        console.line(QStringLiteral("trawlc: ") + failureText(status.error()));
        return LocalTrouble;
    }
    if (!print(statusLines(*status)))
        return LocalTrouble;
    return status->items.size() < options->ids.size() ? SomeFailed : AllDone;
}

} // namespace

QList<SecretPiece> secretsOf(const QStringList &arguments)
{
    return arguments.value(0) == u"get" ? secretPieces(arguments.sliced(1)) : QList<SecretPiece>();
}

int runCommand(const QStringList &arguments)
{
    const auto command = arguments.value(0);
    if (command == u"get")
        return runGet(arguments.sliced(1));
    if (command == u"status")
        return runStatus(arguments.sliced(1));
    if (command == u"--version")
        return print(QStringLiteral("trawlc " TRAWL_VERSION "\n"));
    if (command == u"--help" || command == u"-h" || command == u"help")
        return print(programHelp);
    Console console;
    const QString help = QStringLiteral("trawlc --help");
    if (command.isEmpty())
        return refuse(console, QStringLiteral("a command is missing, like get"), help);
    if (command.startsWith(u'-'))
        return refuse(console, QStringLiteral("unknown option %1").arg(command), help);
    return refuse(console,
                  QStringLiteral("unknown command %1; to fetch it: trawlc get %1").arg(command),
                  help);
}

} // namespace trawl::cli
