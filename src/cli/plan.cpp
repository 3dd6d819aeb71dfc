// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/plan.h"
#include "cli/exitstatus.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace trawl::cli {

namespace {

tl::unexpected<Refusal> badUsage(const QString &text)
{
    return tl::unexpected(Refusal{BadUsage, text});
}

/// Empty when it can.
QString whyNotWritable(const QString &directory)
{
    const QFileInfo info(directory);
    if (!info.isDir())
        return QStringLiteral("%1 is no directory").arg(directory);
    return info.isWritable() ? QString() : QStringLiteral("%1 cannot be written").arg(directory);
}

QString checkExport(const QString &path)
{
    if (path == u"-")
        return {};
    const QFileInfo info(path);
    if (info.exists() && !info.isFile())
        return QStringLiteral("%1 is not a regular file").arg(path);
    return whyNotWritable(info.absolutePath());
}

} // namespace

QString findWorker()
{
    if (const auto given = qEnvironmentVariable("TRAWL_WORKER"); !given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    const QDir here(QCoreApplication::applicationDirPath());
    const auto beside = here.filePath(QStringLiteral("trawl-worker"));
    const auto installed = here.filePath(QStringLiteral("../libexec/trawl/trawl-worker"));
    return !QFileInfo::exists(beside) && QFileInfo::exists(installed) ? QDir::cleanPath(installed)
                                                                      : beside;
}

tl::expected<Plan, Refusal> makePlan(const GetOptions &options)
{
    if (options.inputs.isEmpty())
        return badUsage(QStringLiteral("nothing to fetch: name a list or a URL, or - to read "
                                       "standard input"));
    const auto &caFile = options.engine.settings.caFile;
    if (!caFile.isEmpty() && !QFileInfo(caFile).isReadable())
        return badUsage(QStringLiteral("--cacert: %1 cannot be read").arg(caFile));
    auto inputs = Inputs::open(options.inputs);
    if (!inputs)
        return badUsage(inputs.error());
    Plan plan{options.engine, {}, std::move(*inputs)};
    plan.engine.workerProgram = findWorker();
    if (!QFileInfo(plan.engine.workerProgram).isExecutable())
        return tl::unexpected(
            Refusal{LocalTrouble, QStringLiteral("the worker program %1 is missing; "
                                                 "TRAWL_WORKER can name it")
                                      .arg(plan.engine.workerProgram)});
    if (!caFile.isEmpty())
        plan.engine.settings.caFile = QFileInfo(caFile).absoluteFilePath();
    if (!plan.engine.sessionPath.isEmpty())
        plan.engine.sessionPath = QFileInfo(plan.engine.sessionPath).absoluteFilePath();
    plan.job.name = plan.inputs->title();
    plan.job.source = plan.inputs->source();
    plan.job.directory = QDir::cleanPath(QDir(options.directory).absolutePath());
    if (!QDir().mkpath(plan.job.directory))
        return badUsage(QStringLiteral("-d: %1 cannot be made").arg(options.directory));
    if (const auto why = whyNotWritable(plan.job.directory); !why.isEmpty())
        return badUsage(QStringLiteral("-d: ") + why);
    for (const auto &path : options.exports) { // may lie in --dir, so that is made by now
        if (const auto why = checkExport(path); !why.isEmpty())
            return badUsage(QStringLiteral("-o: ") + why);
    }
    return plan;
}

} // namespace trawl::cli
