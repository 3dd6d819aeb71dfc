// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handover.h"

#include "adding/listinput.h"
#include "control/client.h"

#include <QCoreApplication>
#include <QDir>

namespace trawl::app {

namespace {

using Kind = control::Trouble::Kind;

class HandoverWords
{
    Q_DECLARE_TR_FUNCTIONS(trawl::app)
};

/// What a desktop gives a start, so that the window may take the keyboard: Wayland's and X11's.
QString activationToken(const QProcessEnvironment &environment)
{
    const auto token = environment.value(QStringLiteral("XDG_ACTIVATION_TOKEN"));
    return token.isEmpty() ? environment.value(QStringLiteral("DESKTOP_STARTUP_ID")) : token;
}

Ending ending(const control::Trouble &trouble, const QString &sessionPath)
{
    const auto path = QDir::toNativeSeparators(sessionPath);
    const auto text =
        trouble.kind == Kind::NoAnswer
            ? HandoverWords::tr(
                  "trawl: the window that has %1 open (process %2) does not answer. End that "
                  "process, or use another session: trawl --session FILE")
                  .arg(path)
                  .arg(trouble.pid)
            : HandoverWords::tr(
                  "trawl: another version of Trawl (process %2) has %1 open. Quit it first, "
                  "or use another session: trawl --session FILE")
                  .arg(path)
                  .arg(trouble.pid);
    return {ExitStatus::LocalTrouble, text + u'\n'};
}

} // namespace

std::optional<Ending> handOver(const QString &sessionPath, const QStringList &lists,
                               const QProcessEnvironment &environment, int timeoutMs)
{
    auto client = control::Client::open(sessionPath, timeoutMs);
    if (!client)
        return client.error().kind == Kind::NobodyThere
                   ? std::nullopt
                   : std::optional(ending(client.error(), sessionPath));
    if (!client->hasWindow())
        return std::nullopt; // opening the session will say who has it
    const auto input = adding::inputFromArguments(lists);
    control::Request request;
    request.verb = input.isEmpty() ? control::Verb::Raise : control::Verb::Add;
    request.files = input.files;
    request.text = input.text;
    request.activation = activationToken(environment);
    const auto answer = client->ask(request, timeoutMs);
    if (!answer && answer.error().kind == Kind::NobodyThere)
        return std::nullopt; // it quit just now
    return answer ? Ending() : ending(answer.error(), sessionPath);
}

} // namespace trawl::app
