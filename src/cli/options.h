// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/recipeoptions.h"

#include "engine/engine.h"
#include "item/listformats.h"

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

/// Commands with tables of options.
enum class Command : quint8 { Get, Scrape, Export, Jobs, Status, Pause, Resume, Retry };

/// What of a session a command is about, beside the items that are named by their numbers.
struct SessionChoice
{
    QString job; ///< its name or number; empty = all
    std::optional<item::Status> status;
    std::optional<item::Reason> reason;
    int code = 0; ///< with Reason::Http; 0 = any
    bool json = false;
};

/// In which order results come.
enum class Order { List, Arrival };

/// How results are written.
struct ExportChoice
{
    QStringList files;   ///< names; "-" = JSON Lines to standard output
    QString where;       ///< exchange/where.h; empty = all
    QStringList columns; ///< empty = all
    std::optional<Order> order;
    bool keepFormulas = false;
    bool bom = false;
};

/// What a command was asked to do. Files are named here and read by makePlan().
struct RunOptions
{
    QString directory = QStringLiteral(".");
    ExportChoice exports;
    RecipeOptions scrape;
    SessionChoice choice;
    std::optional<bool> save;   ///< unset = as the command does
    std::optional<int> perHost; ///< unset = as the work is
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
    std::optional<item::ListFormat> from; ///< what the lists are; none = found out
    QStringList inputs; ///< lists and URLs in order; "-" = standard input; or numbers of items
};

/// Reads the arguments behind the command. The error names the option and says what would be right.
[[nodiscard]] tl::expected<RunOptions, QString> parseOptions(Command command,
                                                             const QStringList &arguments);

/// A piece of an argument that nobody else may see: bytes of `argument`, counted as parsed.
struct SecretPiece
{
    qsizetype argument = 0;
    qsizetype from = 0; ///< in UTF-8 bytes
    qsizetype size = 0;
};
/// The values of secret options and the user info of URLs among the arguments behind the command.
[[nodiscard]] QList<SecretPiece> secretPieces(Command command, const QStringList &arguments);

/// The text of `trawlc COMMAND --help`, from the same tables.
[[nodiscard]] QString helpText(Command command);

/// The table of a command's options in README.md, from the same tables, but for the rare ones.
[[nodiscard]] QString readmeTable(Command command);

} // namespace trawl::cli
