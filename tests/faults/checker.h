// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace trawl::faults {

/// A URL of the list, and what its file must be when it is done. None: it may never be done.
struct Listed
{
    QByteArray url;
    std::optional<QByteArray> sha256;
};

/// What the fault that was injected excuses.
struct Allowed
{
    int requests = 1;                  ///< for each URL
    QHash<QByteArray, int> requestsOf; ///< for these another number
    QHash<QString, QByteArray> own;    ///< the person's files in the destination: path, content
    bool orphans = false;              ///< files of ours that the session has forgotten
    bool killed = false; ///< nobody could clean up or export: parts and intents lie about
};

/// A row of the results as they were exported.
struct Row
{
    qint64 id = 0;
    QByteArray url;
    QString status;
    QString reason;
    QString file;
    qint64 bytes = 0;
    int code = 0;
    int attempts = 0;
    QString finalUrl;
    QString sha256;
    QString started;
    QString finished;
    qint64 durationMs = 0;
};

/// Where a run left its traces.
struct Traces
{
    QString destination;
    QString session; ///< empty = there was none
    QString results; ///< exported as JSON Lines
    QHash<QByteArray, int> requests;
};

/// What the session says in words of its failures, a line each.
[[nodiscard]] QByteArray readDetails(const QString &session);

[[nodiscard]] QList<Row> readResults(const QString &path);

/// The one checker, the same after every fault. What it finds wrong, a line each; empty = all
/// holds.
[[nodiscard]] QStringList check(const QList<Listed> &list, const Traces &traces,
                                const Allowed &allowed);

} // namespace trawl::faults
