// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/results.h"

#include <QByteArray>
#include <QStringList>

#include <tl/expected.hpp>

namespace trawl::cli {

/// What `trawlc status` was asked.
struct StatusOptions
{
    QString sessionPath;
    QList<item::ItemId> ids; ///< none = counts
    bool help = false;
};

[[nodiscard]] tl::expected<StatusOptions, QString> parseStatusOptions(const QStringList &arguments);
[[nodiscard]] QString statusHelp();

/// JSON Lines: an object for each job, status and reason, or for each item that was asked for.
[[nodiscard]] QByteArray statusLines(const engine::SessionStatus &status);

} // namespace trawl::cli
