// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace trawl::cli {

enum class ProgressMode { Auto, Bar, Json, None };

/// A name for a server or a proxy, perhaps without its password.
struct UserOption
{
    item::Credentials credentials;
    bool asksPassword = false;
};

/// What `trawlc get` was asked to do. Files are named here and read by makePlan().
struct GetOptions
{
    QString directory = QStringLiteral(".");
    QStringList exports; ///< file names; "-" = JSON Lines to standard output
    engine::EngineOptions engine;
    engine::JobOptions job; ///< its `transfer` is engine.settings
    UserOption user;
    UserOption proxyUser;
    QString bearerFile;
    QString cookiesFile;
    bool netrc = false; ///< the usual one, if engine.settings.netrcFile is empty
    std::optional<item::Checksum> checksum;
    ProgressMode progress = ProgressMode::Auto;
    bool quiet = false;
    bool verbose = false;
    bool help = false;
    QStringList inputs; ///< lists and URLs in order; "-" = standard input
};

/// Reads the arguments behind `get`. The error names the option and says what would be right.
[[nodiscard]] tl::expected<GetOptions, QString> parseGetOptions(const QStringList &arguments);

/// A piece of an argument that nobody else may see: bytes of `argument`, counted as parsed.
struct SecretPiece
{
    qsizetype argument = 0;
    qsizetype from = 0; ///< in UTF-8 bytes
    qsizetype size = 0;
};
/// The values of secret options and the user info of URLs among the arguments behind `get`.
[[nodiscard]] QList<SecretPiece> secretPieces(const QStringList &arguments);

/// The text of `trawlc get --help`, from the same table.
[[nodiscard]] QString getHelp();

} // namespace trawl::cli
