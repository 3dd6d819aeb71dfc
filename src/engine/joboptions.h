// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"
#include "item/settings.h"

#include <QString>

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

    friend bool operator==(const JobOptions &, const JobOptions &) = default;
};

/// One line of JSON and back: every field that is not as in JobOptions(). Unknown and unreadable
/// ones are passed over. It may hold secrets.
[[nodiscard]] QByteArray toJson(const JobOptions &options);
[[nodiscard]] JobOptions jobOptionsFromJson(const QByteArray &json);

} // namespace trawl::engine
