// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/importer.h"

#include "item/urlblock.h"

#include <QSemaphore>

#include <xxhash.h>

#include <unordered_map>
#include <vector>

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

/// Entries of a list in order, in a third of the memory: hardly any has more than its URL.
class PackedLinks
{
public:
    void append(const QList<item::Link> &links)
    {
        for (const auto &link : links) {
            if (m_size % pieceSize == 0)
                m_pieces.emplace_back();
            auto &piece = m_pieces.back();
            piece.urls.append(link.url);
            piece.lines.push_back(link.line);
            if (!link.ok() || link.options)
                m_odd.emplace(m_size, link);
            ++m_size;
        }
    }
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] item::Link at(qint64 index) const
    {
        if (const auto odd = m_odd.find(index); odd != m_odd.end())
            return odd->second;
        const auto &piece = m_pieces[std::size_t(index / pieceSize)];
        const auto place = index % pieceSize;
        return {piece.lines[std::size_t(place)], piece.urls.url(place).toByteArray()};
    }

private:
    static constexpr qint64 pieceSize = 4096;
    struct Piece
    {
        item::UrlBlock urls{{}, {}};
        std::vector<qint64> lines;
    };
    std::vector<Piece> m_pieces;
    std::unordered_map<qint64, item::Link> m_odd; ///< by place
    qint64 m_size = 0;
};

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
            m_kept.append(more);
        }
        quint64 digest = 0;
        for (qint64 i = 0; i < count; ++i)
            digest = digestAfter(digest, m_kept.at(i));
        return digest;
    }
    /// The next entries, none of which is among the first `skipped`.
    QList<item::Link> next(qint64 skipped)
    {
        m_given = std::max(m_given, skipped);
        QList<item::Link> links;
        while (m_given < m_kept.size() && links.size() < together)
            links.append(m_kept.at(m_given++));
        if (!links.isEmpty())
            return links;
        m_kept = {};
        return m_source();
    }

private:
    static constexpr qsizetype together = 1000;
    const LinkSource &m_source;
    PackedLinks m_kept;
    qint64 m_given = 0; ///< of m_kept, from its start
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
    const auto next = [&] { return list.next(position->imported); };
    for (auto links = next(); !links.isEmpty() && whole; links = next()) {
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
