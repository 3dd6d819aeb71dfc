// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace trawl::cli {

enum class ProgressMode { Auto, Bar, Json, None };

/// What `trawlc get` was asked to do.
struct GetOptions
{
    QString directory = QStringLiteral(".");
    QStringList exports; ///< file names; "-" = JSON Lines to standard output
    engine::EngineOptions engine;
    ProgressMode progress = ProgressMode::Auto;
    bool quiet = false;
    bool verbose = false;
    bool help = false;
    QStringList inputs; ///< lists and URLs in order; "-" = standard input
};

/// Reads the arguments behind `get`. The error names the option and says what would be right.
[[nodiscard]] tl::expected<GetOptions, QString> parseGetOptions(const QStringList &arguments);

/// The text of `trawlc get --help`, from the same table.
[[nodiscard]] QString getHelp();

} // namespace trawl::cli
