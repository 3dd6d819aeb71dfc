// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/settings.h"

#include <QByteArray>
#include <QLocale>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <optional>

/// What is decided before there is a window.
namespace trawl::app {

/// Exit statuses, the same as trawlc's.
enum class ExitStatus { Ok = 0, Usage = 2, LocalTrouble = 4 };

struct Arguments
{
    QString session; ///< as given; empty = the person's own
    QStringList lists;
};

/// A command line that was understood, or what to print and how to end.
struct ParsedArguments
{
    std::optional<Arguments> arguments;
    QString output;
    ExitStatus status = ExitStatus::Ok;
};

/// For a command line without Qt's own options; needs a QCoreApplication for its words only when
/// there is something to print.
[[nodiscard]] ParsedArguments parseArguments(const QStringList &commandLine);

/// True when Qt would need a display that is not there: asked before QApplication, which would
/// abort.
[[nodiscard]] bool lacksDisplay(const QProcessEnvironment &environment,
                                const QStringList &commandLine);
/// What to say then, with the trawlc line that does the same.
[[nodiscard]] QString noDisplayMessage(const QStringList &lists);

/// The absolute path of the session that was named, or of the person's own, whose folder is made.
[[nodiscard]] QString sessionPath(const Arguments &arguments);
/// What to use when `path` is unusable: "session.trawl" → "session-2.trawl" → "session-3.trawl" …
/// Always the same one, so that what is put into it is found again the next time.
[[nodiscard]] QString otherSessionPath(const QString &path);

/// The language of the preferences, else the desktop's.
[[nodiscard]] QLocale chosenLocale(const desktop::Settings &settings);

/// TRAWL_WORKER, else trawl-worker beside the program, else ../libexec/trawl/ of it; the second
/// when none is there.
[[nodiscard]] QString workerProgram(const QProcessEnvironment &environment,
                                    const QString &programDirectory);

} // namespace trawl::app
