// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"
#include "app/startup.h"
#include "app/translations.h"
#include "app/unixsignals.h"
#include "models/icons.h"

#include <QApplication>

#include <cstdio>
#include <optional>

namespace {

QStringList wordsOf(int argc, char **argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return words;
}

int print(const QString &text, trawl::app::ExitStatus status)
{
    auto *stream = status == trawl::app::ExitStatus::Ok ? stdout : stderr;
    std::fputs(text.toLocal8Bit().constData(), stream);
    return int(status);
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("trawl"));
    QCoreApplication::setOrganizationName(QStringLiteral("trawl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TRAWL_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("trawl"));
}

/// --help, --version, a mistake or a missing display: all without a window.
std::optional<int> answerWithoutWindow(int argc, char **argv, const QStringList &words)
{
    const auto environment = QProcessEnvironment::systemEnvironment();
    const bool lacksDisplay = trawl::app::lacksDisplay(environment, words);
    QCoreApplication core(argc, argv);
    trawl::app::installTranslations(core, QLocale());
    const auto parsed = trawl::app::parseArguments(words);
    // Qt's own options (-platform …) are a mistake here and taken away by QApplication below.
    if (!parsed.arguments && (parsed.status == trawl::app::ExitStatus::Ok || lacksDisplay))
        return print(parsed.output, parsed.status);
    if (lacksDisplay)
        return print(trawl::app::noDisplayMessage(parsed.arguments->lists),
                     trawl::app::ExitStatus::LocalTrouble);
    return std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (const auto status = answerWithoutWindow(argc, argv, wordsOf(argc, argv)))
        return *status;
    QApplication application(argc, argv);
    trawl::app::installTranslations(application, QLocale());
    QApplication::setWindowIcon(trawl::models::icon(u"trawl"));
    const auto parsed = trawl::app::parseArguments(QCoreApplication::arguments());
    if (!parsed.arguments)
        return print(parsed.output, parsed.status);
    trawl::app::UnixSignals signals;
    trawl::app::Application trawl(*parsed.arguments);
    QObject::connect(&signals, &trawl::app::UnixSignals::endRequested, &trawl,
                     &trawl::app::Application::end);
    trawl.begin();
    return QApplication::exec();
}
