// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/option.h"
#include "item/recipe.h"
#include "item/settings.h"

#include <QString>

#include <array>

namespace trawl::engine {

/// What happens when a name is taken.
enum class Collision : quint8 {
    Number,    ///< "name (1)"
    Overwrite, ///< the new file takes the old one's place
    Skip,      ///< the old one stays, the item is skipped
    IfNewer,   ///< as Overwrite if the server's is newer, else as Skip
    Last = IfNewer,
};

/// What a job does its own way. Kept with the job.
struct JobOptions
{
    item::TransferSettings transfer;
    QString nameTemplate; ///< naming/template.h; empty = {name}
    Collision collision = Collision::Number;
    qint64 bytesPerSecond = 0;     ///< for the job's transfers together; 0 = no limit
    qint64 itemBytesPerSecond = 0; ///< for each of them; 0 = no limit
    item::Recipe recipe;           ///< empty = files only
    bool save = true;              ///< bodies become files, unless the recipe's page says otherwise

    /// Bodies of that page kind become files.
    [[nodiscard]] bool saves(quint8 page) const;
    /// Bodies of any.
    [[nodiscard]] bool savesAny() const;
    /// Fields are picked from bodies of that page kind, or links followed.
    [[nodiscard]] bool looksInto(quint8 page) const;

    friend bool operator==(const JobOptions &, const JobOptions &) = default;
};

inline constexpr std::array collisionWords{
    item::OptionWord{QLatin1StringView("number"),
                     QT_TRANSLATE_NOOP("trawl::desktop::Settings", "give the new one a number")},
    item::OptionWord{QLatin1StringView("overwrite"),
                     QT_TRANSLATE_NOOP("trawl::desktop::Settings", "replace the old one")},
    item::OptionWord{
        QLatin1StringView("skip"),
        QT_TRANSLATE_NOOP("trawl::desktop::Settings", "keep the old one and skip the link")},
    item::OptionWord{
        QLatin1StringView("newer"),
        QT_TRANSLATE_NOOP("trawl::desktop::Settings", "replace it if the server's is newer")},
};

/// One row a field, in their order in help and in dialogs.
inline constexpr std::tuple jobOptionTable{
    item::notAnOption(&JobOptions::transfer),
    item::option(&JobOptions::bytesPerSecond,
                 {.kind = item::OptionKind::Rate,
                  .key = "bytesPerSecond",
                  .zeroIsNone = true,
                  .dialog = {.page = item::OptionPage::Speed,
                             .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "Limit of the &job:"),
                             .placeholder =
                                 QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                   "bytes a second, like 500k or 2M; 0 = no limit"),
                             .widget = "jobLimit"}}),
    item::option(&JobOptions::itemBytesPerSecond,
                 {.kind = item::OptionKind::Rate,
                  .key = "itemBytesPerSecond",
                  .zeroIsNone = true,
                  .command = {.name = "item-limit",
                              .value = "RATE",
                              .help = "bytes a second for each file; 0 = no limit",
                              .group = item::OptionGroup::Limits},
                  .dialog = {.page = item::OptionPage::Speed,
                             .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "Limit of each &file:"),
                             .placeholder =
                                 QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                   "bytes a second, like 500k or 2M; 0 = no limit"),
                             .widget = "itemLimit"}}),
    item::option(&JobOptions::save,
                 {.kind = item::OptionKind::Switch,
                  .key = "save",
                  .command = {.name = "save",
                              .help = "keep bodies as files (get does, scrape does not)",
                              .group = item::OptionGroup::Files},
                  .dialog = {.page = item::OptionPage::Files,
                             .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                                        "&Save bodies as files")}}),
    item::option(
        &JobOptions::nameTemplate,
        {.kind = item::OptionKind::Template,
         .key = "nameTemplate",
         .command = {.name = "name",
                     .value = "TEMPLATE",
                     .help = "name files so: {name} {stem} {ext} {host} {path}\n{index:05} {job} "
                             "{date} {field:NAME} ({name})",
                     .group = item::OptionGroup::Files},
         .dialog = {.page = item::OptionPage::Files,
                    .label =
                        QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "&Names of files:"),
                    .placeholder = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog", "{name}")},
         .preset = {.name = "add/name-template",
                    .page = item::PresetPage::Downloads,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "&Names of files"),
                    .help = QT_TRANSLATE_NOOP(
                        "trawl::desktop::Settings",
                        "How new jobs call their files: {name} is what the server calls it, {host} "
                        "the host, {index} the place in the list; a / makes a folder."),
                    .placeholder = "{name}"}}),
    item::option(
        &JobOptions::collision,
        {.kind = item::OptionKind::Choice,
         .key = "collision",
         .words = collisionWords,
         .command = {.name = "collision",
                     .value = "WHAT",
                     .help = "where a file of that name is: number, overwrite,\nskip, or newer "
                             "= overwrite if the server's is",
                     .group = item::OptionGroup::Files},
         .dialog = {.page = item::OptionPage::Files,
                    .label = QT_TRANSLATE_NOOP("trawl::adding::JobSettingsDialog",
                                               "When a file of that name is &there:")},
         .preset = {.name = "add/collision",
                    .page = item::PresetPage::Downloads,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                               "When a file of that name is &there"),
                    .help = QT_TRANSLATE_NOOP(
                        "trawl::desktop::Settings",
                        "What new jobs do when a file of that name exists already.")}}),
    item::option(&JobOptions::recipe, {.key = "recipe"}),
};
static_assert(hasARowForEachField(jobOptionTable));

/// One line of JSON and back: every field that is not as in JobOptions(). Unknown and unreadable
/// ones are passed over. It may hold secrets.
[[nodiscard]] QByteArray toJson(const JobOptions &options);
[[nodiscard]] JobOptions jobOptionsFromJson(const QByteArray &json);
/// What results need of a job's JSON, its recipe, and nothing that may be secret.
[[nodiscard]] QByteArray withoutSecrets(const QByteArray &json);

} // namespace trawl::engine
