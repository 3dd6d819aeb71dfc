// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <memory>

namespace trawl::support {

constexpr int bigSessionBlock = 1000;

inline item::UrlBlockPtr bigSessionLinks(qint64 first)
{
    auto block = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(1));
    for (auto id = first; id < first + bigSessionBlock; ++id)
        block->append("https://files" + QByteArray::number(id % 500) +
                      ".example.org/archive/2024/" + QByteArray::number(id) + "-report.csv.gz");
    return block;
}

inline store::ItemUpdate bigSessionUpdate(qint64 id)
{
    store::ItemUpdate made;
    made.id = made.outcome.id = item::ItemId(id);
    made.status = id % 20 == 10 ? item::Status::Failed : item::Status::Done;
    made.outcome.failure.reason =
        made.status == item::Status::Failed ? item::Reason::Dns : item::Reason::None;
    made.attempts = 1;
    made.finishedMs = 1'700'000'000'000 + id;
    if (made.status == item::Status::Done)
        made.file = QStringLiteral("2024/%1-report.csv.gz").arg(id);
    return made;
}

/// A session of so many items (whole thousands): half are done, some failed, the rest waits in a
/// paused job.
inline bool makeSession(const QString &path, qint64 many, const QString &directory)
{
    auto opened = store::Store::open(path);
    if (!opened)
        return false;
    auto &session = **opened;
    store::JobRow job{.id = item::JobId(1),
                      .name = QStringLiteral("papers"),
                      .directory = directory,
                      .complete = true,
                      .paused = true};
    session.addJob(job);
    for (qint64 first = 1; first <= many; first += bigSessionBlock) {
        job.imported = first + bigSessionBlock - 1;
        session.import({.urls = bigSessionLinks(first), .job = job});
        QList<store::ItemUpdate> updates;
        for (auto id = first; id < first + bigSessionBlock; ++id) {
            if (id % 20 >= 10)
                updates.append(bigSessionUpdate(id));
        }
        session.apply(updates);
    }
    session.setSynced(session.nextEpoch());
    return true;
}

} // namespace trawl::support
