// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <tl/expected.hpp>

namespace trawl::worker {

/// What a worker is given by the program that starts it.
struct Startup
{
    QString socketName; ///< the last argument
    QByteArray token;   ///< the first line of the standard input
};

/// Reads it, blocking until the line is there. Fails with a sentence for the person when the
/// worker was started by hand.
[[nodiscard]] tl::expected<Startup, QString> readStartup(const QStringList &arguments, int inputFd);

} // namespace trawl::worker
