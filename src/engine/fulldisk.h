// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/failure.h"
#include "item/ids.h"

#include <QList>
#include <QMetaType>
#include <QString>

#include <optional>

namespace trawl::engine {

/// A disk without room: what was being written to it waits in jobs that are paused now.
struct FullDisk
{
    std::optional<quint64> disk; ///< as diskOf() tells
    QString directory;           ///< the job's whose file did not fit
    QList<item::JobId> jobs;
    qint64 waiting = 0; ///< items of these jobs
    item::Failure failure;
};

/// Which file system the directory is on, or will be once it is made.
[[nodiscard]] std::optional<quint64> diskOf(QString directory);

} // namespace trawl::engine

Q_DECLARE_METATYPE(trawl::engine::FullDisk)
