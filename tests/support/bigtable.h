// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"

#include <memory>
#include <random>
#include <vector>

/// A session of a million items half of which have ended, and what an engine tells of it while 5
/// 000 of them change each second.
namespace trawl::bigtable {

#ifdef __SANITIZE_ADDRESS__ // another program: fewer rows, to look for errors only
inline constexpr int many = 60'000;
#else
inline constexpr int many = 1'000'000;
#endif

inline constexpr int blockSize = 4000;
inline constexpr int hosts = 1000;
inline constexpr int tickMs = 100;
inline constexpr int changesATick = 500;

inline QByteArray hostName(qint64 id)
{
    return "https://files" + QByteArray::number(id * 7919 % hosts) + ".example.org";
}

/// About 75 characters, as links to files have.
inline QByteArray linkOf(qint64 id)
{
    return hostName(id) + "/archive/2024/measurements/" +
           QByteArray::number(id * 104'729 % many).rightJustified(7, '0') + "-report.csv.gz";
}

inline std::vector<item::UrlBlockPtr> links()
{
    std::vector<item::UrlBlockPtr> blocks;
    for (qint64 first = 1; first <= many; first += blockSize) {
        auto block =
            std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(1 + first % 3));
        for (auto id = first; id < first + blockSize; ++id)
            block->append(linkOf(id));
        block->squeeze();
        blocks.push_back(block);
    }
    return blocks;
}

/// What an engine would tell ten times a second: most rows go on, some begin, some end.
class Feed
{
public:
    [[nodiscard]] engine::ChangeSet next()
    {
        engine::ChangeSet changes;
        for (int i = 0; i < changesATick; ++i)
            changes.rows.push_back(i < 300 ? going(i) : i < 400 ? beginning() : ending(i));
        for (int i = 0; i < 100; ++i) {
            const auto host = (m_tick * 100 + i) % hosts;
            changes.hosts.push_back(
                {.origin = hostName(host),
                 .counts = {.queued = many / hosts - m_tick % 50, .done = m_tick % 50}});
        }
        for (int job = 1; job <= 3; ++job)
            changes.jobs.append({.id = item::JobId(job),
                                 .name = QStringLiteral("job %1").arg(job),
                                 .directory = QStringLiteral("/data"),
                                 .counts = {.queued = many / 3 - m_tick, .done = m_tick}});
        changes.counts = {.queued = many - m_ended, .running = 400, .done = m_ended};
        ++m_tick;
        return changes;
    }

    /// How a session looks that has come half way.
    [[nodiscard]] static engine::RowState known(qint64 id)
    {
        const auto kind = id % 20;
        if (kind < 10)
            return {.id = item::ItemId(id)};
        if (kind == 10)
            return failed(id);
        return done(id);
    }

private:
    static engine::RowState done(qint64 id)
    {
        return {.id = item::ItemId(id),
                .status = item::Status::Done,
                .code = 200,
                .attempts = 1,
                .bytes = id * 31 % 9'000'000,
                .total = id * 31 % 9'000'000,
                .file = QStringLiteral("2024/%1-report.csv.gz").arg(id),
                .endedMs = 1'700'000'000'000 + id * 17};
    }
    static engine::RowState failed(qint64 id)
    {
        const bool http = id % 3 != 0;
        return {.id = item::ItemId(id),
                .status = item::Status::Failed,
                .reason = http ? item::Reason::Http : item::Reason(4 + id % 4),
                .code = qint16(http ? 400 + id % 30 : 0),
                .attempts = 5,
                .endedMs = 1'700'000'000'000 + id * 17};
    }
    [[nodiscard]] engine::RowState going(int i) const
    {
        return {.id = item::ItemId(1 + qint64(i) * (many / 300)),
                .status = item::Status::Running,
                .attempts = 1,
                .bytes = m_tick * 50'000 % 9'000'000,
                .total = 9'000'000,
                .bytesPerSecond = 400'000 + m_tick % 100};
    }
    [[nodiscard]] engine::RowState beginning()
    {
        return {.id = item::ItemId(1 + qint64(m_random() % many)),
                .status = item::Status::Running,
                .attempts = 1,
                .total = 9'000'000};
    }
    [[nodiscard]] engine::RowState ending(int i)
    {
        ++m_ended;
        const auto id = 1 + qint64(m_random() % many);
        return i % 5 == 0 ? failed(id) : done(id);
    }

    std::mt19937 m_random{11};
    qint64 m_tick = 0;
    qint64 m_ended = 0;
};

/// The session, in pieces as the engine tells of it.
template <typename Take> void load(Take take)
{
    const auto blocks = links();
    constexpr qint64 piece = 20'000;
    for (qint64 first = 1; first <= many; first += piece) {
        engine::ChangeSet changes;
        for (auto block = first; block < first + piece; block += blockSize)
            changes.added.push_back(blocks[std::size_t((block - 1) / blockSize)]);
        for (auto id = first; id < first + piece; ++id) {
            if (id % 20 >= 10)
                changes.rows.push_back(Feed::known(id));
        }
        take(changes);
    }
}

} // namespace trawl::bigtable
