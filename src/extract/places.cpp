// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/places.h"

#include "extract/nodes.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace trawl::extract {

namespace {

// Both ends fit into the one pointer that libxml2 leaves to its users; pages are smaller than
// 4 GiB. Where pointers are shorter no places are known.
constexpr bool fits = sizeof(void *) >= sizeof(quint64);

bool isLineEnd(const QByteArray &utf8, qsizetype at)
{
    return utf8[at] == '\r' && at + 1 < utf8.size() && utf8[at + 1] == '\n';
}

/// Walks once through UTF-8 and counts what an editor would.
class Walker
{
public:
    explicit Walker(const QByteArray &utf8)
        : m_utf8(utf8)
    {
    }

    /// Of bytes that do not fall from one call to the next.
    qint32 charactersUpTo(qint64 byte)
    {
        for (const auto end = std::min<qint64>(byte, m_utf8.size()); m_at < end; ++m_at) {
            const auto unit = uchar(m_utf8[m_at]);
            const bool counts = (unit & 0xc0) != 0x80 && !isLineEnd(m_utf8, m_at);
            m_characters += counts ? (unit >= 0xf0 ? 2 : 1) : 0;
        }
        return m_characters;
    }

private:
    const QByteArray &m_utf8;
    qsizetype m_at = 0;
    qint32 m_characters = 0;
};

} // namespace

void setPlace(void *node, ByteRange place)
{
    constexpr qint64 most = std::numeric_limits<quint32>::max();
    if (!fits || place.from < 0 || place.to <= place.from || place.to > most)
        return;
    // Nodes and attributes begin alike: with the pointer that is the user's.
    const auto packed = quint64(place.from) << 32 | quint64(place.to);
    static_cast<xmlNode *>(node)->_private = reinterpret_cast<void *>(quintptr(packed));
}

std::optional<ByteRange> placeOf(const xmlNode *node)
{
    const auto packed = quint64(quintptr(node->_private));
    if (!fits || packed == 0)
        return std::nullopt;
    return ByteRange{qint64(packed >> 32), qint64(packed & 0xffff'ffff)};
}

SourceText::SourceText(const QByteArray &utf8)
    : m_utf8(utf8)
{
}

QString SourceText::text() const
{
    // No character takes fewer bytes than units, so this is enough.
    constexpr auto most = item::ProbeAnswer::mostSource;
    auto text = QString::fromUtf8(m_utf8.first(std::min(m_utf8.size(), most * 4)));
    text.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"));
    text.truncate(most);
    return text;
}

bool SourceText::isCut() const
{
    return Walker(m_utf8).charactersUpTo(m_utf8.size()) > item::ProbeAnswer::mostSource;
}

QList<item::SourceRange> SourceText::rangesOf(QList<ByteRange> places) const
{
    constexpr auto most = qint32(item::ProbeAnswer::mostSource);
    places.removeIf([this](const ByteRange &place) { return place.to > m_utf8.size(); });
    std::ranges::sort(places, {}, &ByteRange::from);
    QList<qint64> bytes;
    for (const auto &[from, to] : std::as_const(places))
        bytes << from << to;
    std::ranges::sort(bytes);
    Walker walker(m_utf8);
    QHash<qint64, qint32> characters;
    for (const auto byte : std::as_const(bytes))
        characters.insert(byte, std::min(walker.charactersUpTo(byte), most));
    QList<item::SourceRange> ranges;
    for (const auto &[from, to] : std::as_const(places)) {
        if (characters[from] < characters[to])
            ranges.append({characters[from], characters[to]});
    }
    return ranges;
}

QList<ByteRange> SourceText::search(const QList<Match> &matches) const
{
    QList<ByteRange> places;
    qsizetype from = 0;
    for (const Match &match : matches) {
        const auto value =
            match.node && isElement(match.node) ? item::Value(rawText(match.node)) : valueOf(match);
        const auto text = value.toVariant().toString().toUtf8();
        const auto at = text.isEmpty() ? -1 : m_utf8.indexOf(text, from);
        if (at < 0)
            continue;
        places.append({at, at + text.size()});
        from = at + text.size();
    }
    return places;
}

} // namespace trawl::extract
