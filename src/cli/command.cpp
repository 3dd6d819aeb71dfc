// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/exitstatus.h"
#include "cli/explainrun.h"
#include "cli/exports.h"
#include "cli/run.h"
#include "cli/sessioncommand.h"
#include "cli/words.h"

#include <QHash>

#include <cstdio>

namespace trawl::cli {

namespace {

const auto programHelp =
    QStringLiteral("Usage: trawlc COMMAND [options] ...\n"
                   "\n"
                   "  get         fetch what a list names: trawlc get --help tells more\n"
                   "  scrape      pick fields out of pages, follow links\n"
                   "  jobs        list the jobs of a session, also one that a window has open\n"
                   "  status      tell how its items stand: trawlc status --help tells more\n"
                   "  export      write its results\n"
                   "  pause, resume, retry\n"
                   "              its jobs and items\n"
                   "  explain     what would be done and why: JSON lines in, JSON lines out\n"
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

int runJob(Command command, const QString &word, const QStringList &arguments)
{
    Console console;
    const auto options = parseOptions(command, arguments);
    if (!options)
        return refuse(console, options.error(), QStringLiteral("trawlc %1 --help").arg(word));
    if (options->help)
        return print(helpText(command));
    auto plan = makePlan(command, *options);
    if (!plan) {
        console.line(QStringLiteral("trawlc: ") + plan.error().text);
        return plan.error().exitStatus;
    }
    return Run(*options, std::move(*plan), console).run();
}

int refuse(Console &console, const Refusal &refusal, const QString &help)
{
    if (refusal.exitStatus == BadUsage)
        return refuse(console, refusal.text, help);
    console.line(QStringLiteral("trawlc: ") + refusal.text);
    return refusal.exitStatus;
}

int runSessionCommand(Command command, const QString &word, const QStringList &arguments)
{
    Console console;
    const auto help = QStringLiteral("trawlc %1 --help").arg(word);
    const auto options = parseOptions(command, arguments);
    if (!options)
        return refuse(console, options.error(), help);
    if (options->help)
        return print(helpText(command));
    const auto report = runOnSession(command, *options);
    if (!report)
        return refuse(console, report.error(), help);
    if (!report->note.isEmpty() && !options->quiet)
        console.line(QStringLiteral("trawlc: ") + report->note);
    const bool says = !options->quiet || command == Command::Jobs || command == Command::Status;
    return !says || print(report->out) ? report->exitStatus : LocalTrouble;
}

int runExport(const QStringList &arguments)
{
    Console console;
    const auto options = parseOptions(Command::Export, arguments);
    const auto help = QStringLiteral("trawlc export --help");
    if (!options)
        return refuse(console, options.error(), help);
    if (options->help)
        return print(helpText(Command::Export));
    if (options->exports.files.isEmpty())
        return refuse(console, QStringLiteral("-o FILE is needed"), help);
    const auto path = chosenSession(*options);
    const auto job = chosenJob(path, options->choice.job);
    if (!job)
        return refuse(console, job.error(), help);
    const engine::ResultFilter filter{.job = *job, .status = {}, .after = {}};
    const auto fields = engine::resultFields(path, filter);
    if (!fields) {
        console.line(QStringLiteral("trawlc: ") + failureText(fields.error()));
        return LocalTrouble;
    }
    Exports exports(options->exports, path);
    if (const auto wrong = exports.begin(filter, *fields); !wrong.isEmpty())
        return refuse(console, wrong, help);
    exports.write();
    for (const auto &text : exports.trouble())
        console.line(QStringLiteral("trawlc: ") + text);
    return exports.trouble().isEmpty() ? AllDone : LocalTrouble;
}

std::optional<Command> commandOf(const QString &word)
{
    static const QHash<QString, Command> commands{
        {QStringLiteral("get"), Command::Get},       {QStringLiteral("scrape"), Command::Scrape},
        {QStringLiteral("export"), Command::Export}, {QStringLiteral("jobs"), Command::Jobs},
        {QStringLiteral("status"), Command::Status}, {QStringLiteral("pause"), Command::Pause},
        {QStringLiteral("resume"), Command::Resume}, {QStringLiteral("retry"), Command::Retry},
    };
    const auto found = commands.constFind(word);
    return found == commands.constEnd() ? std::nullopt : std::optional(*found);
}

int runWithOptions(Command command, const QString &word, const QStringList &arguments)
{
    switch (command) {
    case Command::Get:
    case Command::Scrape:
        return runJob(command, word, arguments);
    case Command::Export:
        return runExport(arguments);
    default:
        return runSessionCommand(command, word, arguments);
    }
}

} // namespace

QList<SecretPiece> secretsOf(const QStringList &arguments)
{
    const auto command = commandOf(arguments.value(0));
    return command ? secretPieces(*command, arguments.sliced(1)) : QList<SecretPiece>();
}

int runCommand(const QStringList &arguments)
{
    const auto word = arguments.value(0);
    if (const auto command = commandOf(word))
        return runWithOptions(*command, word, arguments.sliced(1));
    if (word == u"explain")
        return runExplain(arguments.sliced(1));
    if (word == u"--version")
        return print(QStringLiteral("trawlc " TRAWL_VERSION "\n"));
    if (word == u"--help" || word == u"-h" || word == u"help")
        return print(programHelp);
    Console console;
    const QString help = QStringLiteral("trawlc --help");
    if (word.isEmpty())
        return refuse(console, QStringLiteral("a command is missing, like get"), help);
    if (word.startsWith(u'-'))
        return refuse(console, QStringLiteral("unknown option %1").arg(word), help);
    return refuse(console,
                  QStringLiteral("unknown command %1; to fetch it: trawlc get %1").arg(word), help);
}

} // namespace trawl::cli
