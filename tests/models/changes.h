// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

/// Makes what the engine would send.
namespace trawl::test {

/// Items first … first + urls.size() - 1 of a job.
inline item::UrlBlockPtr block(qint64 first, const QList<QByteArray> &urls, int job = 1)
{
    auto made = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(job));
    for (const auto &url : urls)
        made->append(url);
    made->squeeze();
    return made;
}

inline QByteArray urlOf(qint64 id)
{
    return "https://host" + QByteArray::number(id % 7) + ".example/dir/file-" +
           QByteArray::number(id) + ".bin";
}

inline item::UrlBlockPtr numberedBlock(qint64 first, qint64 count, int job = 1)
{
    auto made = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(job));
    for (auto id = first; id < first + count; ++id)
        made->append(urlOf(id));
    made->squeeze();
    return made;
}

inline engine::RowState state(qint64 id, item::Status status)
{
    return {.id = item::ItemId(id), .status = status};
}

inline engine::RowState running(qint64 id, qint64 bytes, qint64 total = 1000)
{
    return {.id = item::ItemId(id),
            .status = item::Status::Running,
            .attempts = 1,
            .bytes = bytes,
            .total = total,
            .bytesPerSecond = 100};
}

inline engine::RowState done(qint64 id, const QString &file)
{
    return {.id = item::ItemId(id),
            .status = item::Status::Done,
            .code = 200,
            .attempts = 1,
            .bytes = 1000,
            .total = 1000,
            .file = file};
}

inline engine::RowState failed(qint64 id, item::Reason reason, int code = 0)
{
    return {.id = item::ItemId(id),
            .status = item::Status::Failed,
            .reason = reason,
            .code = qint16(code),
            .attempts = 3};
}

} // namespace trawl::test
