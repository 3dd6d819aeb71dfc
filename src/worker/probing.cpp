// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/probing.h"

#include "extract/preview.h"
#include "worker/looking.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>

namespace trawl::worker {

namespace {

/// The engine bounds what it fetches; a file that has grown since is not ours.
constexpr qint64 mostBody = 256 << 20;

item::ProbeAnswer probeFile(const item::Probe &probe)
{
    QFile file(probe.bodyPath);
    item::ProbeAnswer answer;
    if (!file.open(QIODevice::ReadOnly) || file.size() > mostBody) {
        answer.failure = {item::Reason::FileError, 0, false, file.errorString()};
        return answer;
    }
    return extract::preview(probe, file.readAll());
}

/// Fills pieces one after the other, each with about as much as a frame should hold.
class Pieces
{
public:
    explicit Pieces(const item::ProbeAnswer &head) { m_pieces.append(head); }

    /// Where `bytes` more have room.
    item::ProbeAnswer &room(qsizetype bytes)
    {
        if (m_bytes > 0 && m_bytes + bytes > pieceBytes) {
            m_pieces.last().goesOn = true;
            m_pieces.emplaceBack().number = m_pieces.first().number;
            m_bytes = 0;
        }
        m_bytes += bytes;
        return m_pieces.last();
    }
    [[nodiscard]] QList<item::ProbeAnswer> take() { return std::move(m_pieces); }

private:
    QList<item::ProbeAnswer> m_pieces;
    qsizetype m_bytes = 0;
};

} // namespace

item::ProbeAnswer runProbe(const item::Probe &probe)
{
    QElapsedTimer timer;
    timer.start();
    auto answer = probeFile(probe);
    answer.number = probe.number;
    answer.ms = qint32(timer.elapsed());
    return answer;
}

// A value of a record is bounded, and so is a record by the fields of a recipe that fits into a
// frame; what would be longer than a piece by itself is left out.
QList<item::ProbeAnswer> inPieces(const item::ProbeAnswer &answer)
{
    auto head = answer;
    head.records.clear();
    head.lost.clear();
    head.links.clear();
    head.matches.clear();
    head.source.clear();
    Pieces pieces(head);
    for (const auto &record : answer.records) {
        if (record.size() <= pieceBytes)
            pieces.room(record.size()).records.append(record);
        else
            pieces.room(2).records.append("[]");
    }
    for (const auto &lost : answer.lost)
        pieces.room(16 + 2 * lost.found.size()).lost.append(lost);
    for (const auto &link : answer.links)
        pieces.room(link.size() + 4).links.append(link);
    for (const auto &match : answer.matches)
        pieces.room(8).matches.append(match);
    constexpr auto step = pieceBytes / 2; // two bytes a character
    for (qsizetype at = 0; at < answer.source.size(); at += step)
        pieces.room(pieceBytes).source = answer.source.mid(at, step);
    return pieces.take();
}

} // namespace trawl::worker
