// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

/// `trawlc explain KIND`: what the program would do and why. A question is a JSON object a line,
/// the answer the same object with members added; it comes from the code that decides in a job.
namespace trawl::cli {

using Explanation = tl::expected<QJsonObject, QString>; ///< what to add; or what is wrong, English

struct ExplainKind
{
    const char *name;
    Explanation (*explain)(const QJsonObject &question);
    const char *members; ///< in and out, for people
    const char *example; ///< a question
};

/// nullptr = there is no such kind.
[[nodiscard]] const ExplainKind *explainKind(const QString &name);
[[nodiscard]] QStringList explainKindNames();
[[nodiscard]] QString explainHelp();

struct ExplainedLine
{
    QByteArray text; ///< with its end
    bool ok = false; ///< else it has the member "error"
};

/// Longer lines are errors.
constexpr qsizetype mostExplainBytes = 64 << 20;

[[nodiscard]] ExplainedLine explainLine(const ExplainKind &kind, const QByteArray &line);
/// The line for one that is longer than mostExplainBytes.
[[nodiscard]] ExplainedLine explainTooLong();

} // namespace trawl::cli
