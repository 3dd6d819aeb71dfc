// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/expansion.h"

namespace trawl::exchange {

Expansion::Expansion(Pattern pattern, Entry entry, QByteArray path)
    : m_pattern(std::move(pattern))
    , m_entry(std::move(entry))
    , m_path(std::move(path))
{
}

bool Expansion::next(QList<item::Link> &links)
{
    if (m_at == m_pattern.count())
        return false;
    auto entry = m_entry;
    if (!m_path.isEmpty())
        entry.setPath(m_pattern.nameAt(m_at, m_path));
    links.append(entry.linkOf(m_pattern.at(m_at)));
    ++m_at;
    return true;
}

std::optional<Expansion> expand(QByteArrayView url, Entry entry, QList<item::Link> &links,
                                QByteArrayView path)
{
    auto pattern = Pattern::parse(url);
    if (pattern && !pattern->isPlain())
        return Expansion(std::move(*pattern), std::move(entry), path.toByteArray());
    if (!pattern)
        entry.refuse(pattern.error());
    if (!path.isEmpty())
        entry.setPath(path);
    links.append(entry.linkOf(pattern ? pattern->first() : url.toByteArray()));
    return std::nullopt;
}

} // namespace trawl::exchange
