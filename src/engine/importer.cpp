// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importer.h"

#include <QSemaphore>

#include <xxhash.h>

namespace trawl::engine {

namespace {

/// Goes over all that decides what is fetched: the same URL with another checksum is another list.
quint64 digestAfter(quint64 digest, const item::Link &link)
{
    digest = XXH3_64bits_withSeed(link.url.constData(), std::size_t(link.url.size()), digest);
    const auto options = link.options ? item::toJson(*link.options) : QByteArray();
    return options.isEmpty()
               ? digest
               : XXH3_64bits_withSeed(options.constData(), std::size_t(options.size()), digest);
}

quint64 digestAfter(quint64 digest, const QList<item::Link> &links)
{
    for (const auto &link : links)
        digest = digestAfter(digest, link);
    return digest;
}

/// A list that can be read again from its start as far as it has been read: what is to be compared
/// with the session is kept until it is known where the new entries begin.
class Rereader
{
public:
    explicit Rereader(const LinkSource &source)
        : m_source(source)
    {
    }

    /// The digest of the first `count` entries; nullopt when the list is shorter.
    std::optional<quint64> digestOf(qint64 count)
    {
        while (m_kept.size() < count) {
            const auto more = m_source();
            if (more.isEmpty())
                return std::nullopt;
            m_kept += more;
        }
        quint64 digest = 0;
        for (qint64 i = 0; i < count; ++i)
            digest = digestAfter(digest, m_kept[i]);
        return digest;
    }
    void skip(qint64 count) { m_kept.remove(0, count); }
    QList<item::Link> next() { return m_kept.isEmpty() ? m_source() : std::exchange(m_kept, {}); }

private:
    const LinkSource &m_source;
    QList<item::Link> m_kept;
};

/// The job that this list belongs to: the one whose entries are its first, or a new one.
tl::expected<JobPosition, item::Failure> findJob(EngineThread &engine, JobSpec spec, Rereader &list)
{
    const auto source = spec.source;
    for (int variant = 2;; ++variant) {
        const auto position =
            engine.call([&spec](Engine &e) { return std::optional(e.openJob(spec)); });
        if (!position->has_value() || (*position)->imported == 0 ||
            list.digestOf((*position)->imported) == (*position)->digest)
            return *position;
        engine.post([job = (*position)->id](Engine &e) { e.closeJob(job, false); });
        spec.source = source + '#' + QByteArray::number(variant); // the list has changed
    }
}

/// Waits until the engine has taken the links; false when cancelled, or when the job is removed.
bool hand(EngineThread &engine, QSemaphore &room, item::JobId job, const QList<item::Link> &links,
          quint64 digest, const std::atomic_bool &cancel)
{
    constexpr int lookMs = 100; // how soon a cancel is seen
    enum class Answer { Taken, Wait, JobGone };
    while (!cancel) {
        const auto answer = engine.call([&](Engine &e) {
            if (!e.hasJob(job))
                return Answer::JobGone;
            if (e.linkRoom() < links.size())
                return Answer::Wait;
            e.addLinks(job, links, digest);
            return Answer::Taken;
        });
        if (answer != Answer::Wait)
            return answer == Answer::Taken;
        (void)room.tryAcquire(std::max(1, room.available()), lookMs);
    }
    return false;
}

} // namespace

tl::expected<ImportResult, item::Failure> importLinks(EngineThread &engine, const JobSpec &spec,
                                                      const LinkSource &source,
                                                      const std::atomic_bool &cancel,
                                                      const ImportProgress &progress)
{
    Rereader list(source);
    const auto position = findJob(engine, spec, list);
    if (!position)
        return tl::unexpected(position.error());
    ImportResult result{position->id, 0, position->imported};
    list.skip(position->imported);
    const auto tell = [&] {
        if (progress)
            progress(result.job, result.skipped + result.added);
    };
    tell();
    QSemaphore room;
    const auto connection = QObject::connect(
        engine.engine(), &Engine::roomForLinks, engine.engine(), [&room] { room.release(); },
        Qt::DirectConnection);
    auto digest = position->digest;
    bool whole = true;
    for (auto links = list.next(); !links.isEmpty() && whole; links = list.next()) {
        constexpr qsizetype most = 1000; // a piece that always fits the engine's room
        for (qsizetype at = 0; at < links.size() && whole; at += most) {
            const auto piece = links.mid(at, most);
            digest = digestAfter(digest, piece);
            whole = hand(engine, room, result.job, piece, digest, cancel);
            result.added += whole ? piece.size() : 0;
            tell();
        }
    }
    engine.call([&](Engine &e) {
        QObject::disconnect(connection); // where the signal is emitted: none is under way now
        e.closeJob(result.job, whole);
        return true;
    });
    return result;
}

} // namespace trawl::engine
