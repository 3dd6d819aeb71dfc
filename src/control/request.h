// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/selection.h"

#include <QJsonObject>
#include <QStringList>

#include <tl/expected.hpp>

namespace trawl::control {

/// What can be asked of whoever has a session open.
enum class Verb {
    Hello,  ///< who are you?
    Add,    ///< let the person look through these lists and links
    Raise,  ///< show the window
    Jobs,   ///< how the jobs stand at this moment
    Pause,  ///< of the selection, what can be
    Resume, ///< of the selection, what is paused
    Retry,  ///< of the selection, what failed
    Last = Retry,
};

struct Request
{
    Verb verb = Verb::Hello;
    engine::Selection selection;
    QStringList files;  ///< to be added: absolute paths of lists
    QString text;       ///< to be added: links
    QString activation; ///< with Add and Raise: the desktop's token for a window to come forward

    friend bool operator==(const Request &, const Request &) = default;
};

[[nodiscard]] QJsonObject toJson(const Request &request);
/// The error (English) tells what is wrong with it.
[[nodiscard]] tl::expected<Request, QString> requestFromJson(const QJsonObject &json);

/// A job as `trawlc jobs --json` shows it: job, name, directory, paused, reading, counts.
[[nodiscard]] QJsonObject toJson(const engine::JobState &job);
[[nodiscard]] engine::JobState jobFromJson(const QJsonObject &json);

/// {"error": text}: the answer to what is not done.
[[nodiscard]] QJsonObject refusal(const QString &text);

} // namespace trawl::control
