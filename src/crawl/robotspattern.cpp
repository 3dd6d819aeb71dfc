// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "crawl/robotspattern.h"
#include "crawl/percent.h"

#include "item/weburl.h"

#include <cstring>

namespace trawl::crawl {

namespace {

constexpr char wildcard = '\1';
constexpr char endMark = '\2';

/// A pattern's "%2A" and "%24" are the characters themselves, and so a URL's.
void appendLiteral(QByteArray &out, QByteArrayView text)
{
    QByteArray normal;
    appendPercentNormal(normal, text);
    out.append(normal.replace("%2A", "*").replace("%24", "$"));
}

/// Where `piece` begins in `text`; -1 = nowhere. glibc's memmem() is linear, unlike indexOf().
qsizetype find(QByteArrayView text, QByteArrayView piece)
{
    const auto *found = static_cast<const char *>(
        ::memmem(text.data(), std::size_t(text.size()), piece.data(), std::size_t(piece.size())));
    return found ? found - text.data() : -1;
}

} // namespace

QByteArray robotsPattern(QByteArrayView written)
{
    const bool ends = written.endsWith('$');
    if (ends)
        written.chop(1);
    QByteArray out;
    for (qsizetype star; (star = written.indexOf('*')) >= 0; written = written.sliced(star + 1)) {
        appendLiteral(out, written.first(star));
        if (!out.endsWith(wildcard))
            out.append(wildcard);
    }
    appendLiteral(out, written);
    if (ends)
        out.append(endMark);
    return out;
}

QByteArray robotsPath(QByteArrayView url)
{
    if (const auto hash = url.indexOf('#'); hash >= 0)
        url = url.first(hash);
    const auto scheme = url.indexOf(QByteArrayView("://"));
    if (scheme >= 0 && !url.first(scheme).contains('/'))
        url = url.sliced(scheme + 3 + item::authorityAt(url, scheme + 3).size());
    QByteArray out;
    if (!url.startsWith('/'))
        out.append('/');
    appendLiteral(out, url);
    return out;
}

bool matchesRobotsPattern(QByteArrayView path, QByteArrayView pattern, qint64 &work)
{
    const bool ends = pattern.endsWith(endMark);
    if (ends)
        pattern.chop(1);
    auto star = pattern.indexOf(wildcard);
    if (star < 0)
        return ends ? path == pattern : path.startsWith(pattern);
    if (!path.startsWith(pattern.first(star)))
        return false;
    path = path.sliced(star);
    for (; star >= 0; star = pattern.indexOf(wildcard)) {
        pattern = pattern.sliced(star + 1);
        const auto next = pattern.indexOf(wildcard);
        const auto piece = next < 0 ? pattern : pattern.first(next);
        if (next < 0 && ends)
            return path.endsWith(piece);
        const auto at = find(path, piece);
        const auto seen = at < 0 ? path.size() : at + piece.size();
        work -= seen;
        if (at < 0)
            return false;
        path = path.sliced(seen);
    }
    return true;
}

} // namespace trawl::crawl
