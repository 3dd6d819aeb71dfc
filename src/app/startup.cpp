// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/startup.h"

#include "control/address.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace trawl::app {

namespace {

class StartupWords
{
    Q_DECLARE_TR_FUNCTIONS(trawl::app)
};

/// A word as a POSIX shell takes it for one.
QString quoted(QString word)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_@%+=:,./-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    return u'\'' + word.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

/// Qt's "-platform NAME", which wins over QT_QPA_PLATFORM.
QString platformArgument(const QStringList &commandLine)
{
    for (qsizetype i = 1; i + 1 < commandLine.size(); ++i) {
        if (commandLine[i] == u"-platform" || commandLine[i] == u"--platform")
            return commandLine[i + 1];
    }
    return {};
}

} // namespace

ParsedArguments parseArguments(const QStringList &commandLine)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        StartupWords::tr("Fetches lists of links: ten of them or a million."));
    parser.addPositionalArgument(
        QStringLiteral("list"),
        StartupWords::tr("A file with links, or a link; opens the add dialog."),
        QStringLiteral("[LIST|URL …]"));
    const QCommandLineOption session(
        QStringLiteral("session"), StartupWords::tr("The session to use; the default is your own."),
        QStringLiteral("FILE"));
    parser.addOption(session);
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    if (!parser.parse(commandLine))
        return {std::nullopt, parser.errorText() + u'\n', ExitStatus::Usage};
    if (parser.isSet(help))
        return {std::nullopt, parser.helpText(), ExitStatus::Ok};
    if (parser.isSet(version))
        return {std::nullopt, QStringLiteral("trawl " TRAWL_VERSION "\n"), ExitStatus::Ok};
    return {Arguments{parser.value(session), parser.positionalArguments()}, {}, ExitStatus::Ok};
}

bool lacksDisplay(const QProcessEnvironment &environment, const QStringList &commandLine)
{
    auto platform = platformArgument(commandLine);
    if (platform.isEmpty())
        platform = environment.value(QStringLiteral("QT_QPA_PLATFORM"));
    const auto name = platform.section(u':', 0, 0).section(u';', 0, 0);
    const bool needsDisplay = name.isEmpty() || name == u"xcb" || name.startsWith(u"wayland");
    return needsDisplay && environment.value(QStringLiteral("DISPLAY")).isEmpty() &&
           environment.value(QStringLiteral("WAYLAND_DISPLAY")).isEmpty();
}

QString noDisplayMessage(const QStringList &lists)
{
    QStringList words{QStringLiteral("trawlc"), QStringLiteral("get")};
    for (const auto &list : lists)
        words << quoted(list);
    if (lists.isEmpty())
        words << QStringLiteral("LIST");
    return StartupWords::tr(
               "trawl: there is no display to open a window on. Without a window, use:") +
           QStringLiteral("\n  ") + words.join(u' ') + u'\n';
}

QString sessionPath(const Arguments &arguments)
{
    if (!arguments.session.isEmpty())
        return QFileInfo(arguments.session).absoluteFilePath();
    const QFileInfo own(control::ownSessionPath());
    QDir().mkpath(own.absolutePath());
    return own.filePath();
}

QString otherSessionPath(const QString &path)
{
    static const QRegularExpression numbered(QStringLiteral("^(.*)-(\\d+)$"));
    const QFileInfo info(path);
    auto base = info.completeBaseName();
    int number = 2;
    if (const auto match = numbered.match(base); match.hasMatch()) {
        base = match.captured(1);
        number = match.captured(2).toInt() + 1;
    }
    const auto suffix = info.suffix().isEmpty() ? QString() : QString(u'.' + info.suffix());
    return info.dir().filePath(base + u'-' + QString::number(number) + suffix);
}

QLocale chosenLocale(const desktop::Settings &settings)
{
    switch (settings.choice<desktop::Language>(desktop::Setting::Language)) {
    case desktop::Language::English:
        return QLocale(QLocale::English);
    case desktop::Language::Chinese:
        return QLocale(QLocale::Chinese, QLocale::China);
    case desktop::Language::Desktop:
        break;
    }
    return {};
}

QString workerProgram(const QProcessEnvironment &environment, const QString &programDirectory)
{
    const auto given = environment.value(QStringLiteral("TRAWL_WORKER"));
    if (!given.isEmpty())
        return given;
    const QDir directory(programDirectory);
    const auto beside = directory.filePath(QStringLiteral("trawl-worker"));
    const auto installed = directory.filePath(QStringLiteral("../libexec/trawl/trawl-worker"));
    const auto there = !QFileInfo(beside).isExecutable() && QFileInfo(installed).isExecutable();
    return there ? QDir::cleanPath(installed) : beside;
}

} // namespace trawl::app
