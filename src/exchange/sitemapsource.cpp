// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/sitemapsource.h"
#include "exchange/linkreader.h"

#include <algorithm>

namespace trawl::exchange {

namespace {

/// A person's own file may be larger than the protocol allows, but it is not to take for ever.
constexpr qint64 mostBytes = qint64(4) << 30;
constexpr qsizetype pieceBytes = 4096; // packed, a thousand times as much at most

} // namespace

SitemapSource::SitemapSource(InputBuffer &input)
    : m_input(input)
    , m_reader(mostBytes)
{
}

bool SitemapSource::read(QList<item::Link> &links, bool mayRead)
{
    auto entries = m_reader.take();
    while (entries.isEmpty() && feed(mayRead))
        entries = m_reader.take();
    std::transform(entries.begin(), entries.end(), std::back_inserter(links),
                   [](const auto &entry) { return parseAbsoluteLink(entry.text, entry.line); });
    return !entries.isEmpty();
}

/// False when there is no more, or it would have to be waited for.
bool SitemapSource::feed(bool mayRead)
{
    if (m_reader.ended())
        return false;
    if (m_input.rest().isEmpty() && (!mayRead || !m_input.fill())) {
        if (!mayRead || !m_input.error().isEmpty())
            return false;
        m_reader.finish();
        return true;
    }
    const auto rest = m_input.rest();
    const auto piece = rest.first(std::min(rest.size(), pieceBytes));
    m_reader.feed(piece);
    m_input.take(piece.size());
    return true;
}

} // namespace trawl::exchange
