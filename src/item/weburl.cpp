// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/weburl.h"
#include "item/ascii.h"
#include "item/urlchars.h"
#include "item/webhost.h"

namespace trawl::item {

namespace {

/// Where a port that needs no rewriting ends; 0 = it may need some.
qsizetype skipPlainPort(QByteArrayView text, qsizetype colon, bool https)
{
    auto i = colon + 1;
    int port = 0;
    for (; i < text.size() && isDigit(text[i]) && port <= 0xffff; ++i)
        port = port * 10 + (text[i] - '0');
    const bool plain =
        i > colon + 1 && text[colon + 1] != '0' && port <= 0xffff && port != (https ? 443 : 80);
    return plain ? i : 0;
}

/// Where path and query end, at the end or at a '#'; 0 = something in them must be rewritten.
qsizetype skipPlainPath(QByteArrayView text, qsizetype from)
{
    auto i = from;
    for (; i < text.size() && isUrlChar(text[i], PathChar); ++i) {
        if ((text[i] == '.' || text[i] == '%') && text[i - 1] == '/')
            return 0; // may be a dot segment
    }
    if (i < text.size() && text[i] == '?')
        i = skipUrlChars(text, i + 1, QueryChar);
    return i == text.size() || text[i] == '#' ? i : 0;
}

void appendEncoded(QByteArray &out, QByteArrayView text, UrlChars allowed)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (isUrlChar(c, allowed)) {
            out += c;
        } else {
            out += '%';
            out += hex[quint8(c) >> 4];
            out += hex[quint8(c) & 15];
        }
    }
}

/// The number of dots when the segment is "." or "..", written plainly or as %2e; else 0.
int dotSegment(QByteArrayView segment)
{
    int dots = 0;
    while (!segment.isEmpty()) {
        const bool encoded = segment.size() >= 3 && segment[0] == '%' && segment[1] == '2' &&
                             (segment[2] | 0x20) == 'e';
        if (++dots > 2 || (!encoded && segment[0] != '.'))
            return 0;
        segment = segment.sliced(encoded ? 3 : 1);
    }
    return dots;
}

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

/// White space and controls around the text.
QByteArrayView trimmedEnds(QByteArrayView text)
{
    const auto isBlank = [](char c) { return quint8(c) <= 0x20; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// A URL in normal form without a fragment, by its parts.
struct Base
{
    explicit Base(QByteArrayView normal)
        : url(normal)
        , https(normal.startsWith("https"))
        , root(normal.indexOf('/', https ? 8 : 7))
        , pathEnd(normal.indexOf('?', root))
    {
        if (pathEnd < 0)
            pathEnd = normal.size();
    }

    [[nodiscard]] QByteArrayView origin() const { return url.first(root); }
    [[nodiscard]] QByteArrayView path() const { return url.sliced(root, pathEnd - root); }
    /// The path up to its last slash.
    [[nodiscard]] QByteArrayView directory() const
    {
        return path().first(path().lastIndexOf('/') + 1);
    }

    QByteArrayView url;
    bool https;
    qsizetype root;
    qsizetype pathEnd;
};

std::optional<QByteArray> bounded(QByteArray url)
{
    return url.size() <= maxUrlBytes ? std::optional(std::move(url)) : std::nullopt;
}

/// `rest` is path, query and fragment, any of which may be missing.
std::optional<QByteArray> withPath(const QByteArray &origin, QByteArrayView rest)
{
    if (const auto hash = rest.indexOf('#'); hash >= 0)
        rest = rest.first(hash);
    const auto mark = rest.indexOf('?');
    auto url = origin + normalPath(mark < 0 ? rest : rest.first(mark));
    if (mark >= 0)
        url += '?' + normalQuery(rest.sliced(mark + 1));
    return bounded(std::move(url));
}

/// `text` begins with slashes or an authority.
std::optional<QByteArray> withAuthority(bool https, QByteArrayView text)
{
    const auto begin = skipSlashes(text, 0);
    const auto authority = authorityAt(text, begin);
    const auto host = normalAuthority(authority, https);
    if (!host)
        return std::nullopt;
    return withPath((https ? "https://" : "http://") + *host,
                    text.sliced(begin + authority.size()));
}

/// Whether the scheme is https; nullopt for another than that and http.
std::optional<bool> isHttps(QByteArrayView scheme)
{
    if (scheme.compare("https", Qt::CaseInsensitive) == 0)
        return true;
    if (scheme.compare("http", Qt::CaseInsensitive) == 0)
        return false;
    return std::nullopt;
}

/// Without a scheme.
std::optional<QByteArray> resolveRelative(const Base &base, QByteArrayView text)
{
    if (text.isEmpty() || text.front() == '#')
        return base.url.toByteArray();
    if (text.size() > 1 && isSlash(text[0]) && isSlash(text[1]))
        return withAuthority(base.https, text);
    const auto origin = base.origin().toByteArray();
    if (isSlash(text.front()))
        return withPath(origin, text);
    const auto above = text.front() == '?' ? base.path() : base.directory();
    return withPath(origin, above.toByteArray() + text.toByteArray());
}

/// The length of the leading part of a relative reference that can be put behind its base as it is;
/// 0 = not without a closer look.
qsizetype plainReferenceLength(QByteArrayView text)
{
    if (text.isEmpty() || !isUrlChar(text.front(), PathChar) || text.front() == '.' ||
        text.front() == '%' || text.startsWith("//") || schemeLength(text) > 0)
        return 0;
    return skipPlainPath(text, 1);
}

std::optional<QByteArray> resolveNormal(const Base &base, QByteArrayView reference)
{
    if (const auto length = plainReferenceLength(reference)) {
        const auto above = reference.front() == '/'
                               ? base.origin()
                               : base.url.first(base.root + base.directory().size());
        QByteArray url;
        url.reserve(above.size() + length);
        url.append(above).append(reference.first(length));
        return bounded(std::move(url));
    }
    const auto trimmed = webTrimmed(reference);
    const QByteArrayView text(trimmed);
    const auto scheme = schemeLength(text);
    if (scheme == 0)
        return resolveRelative(base, text);
    const auto https = isHttps(text.first(scheme));
    if (!https)
        return std::nullopt;
    const auto rest = text.sliced(scheme + 1);
    return *https == base.https && !rest.startsWith("//") ? resolveRelative(base, rest)
                                                          : withAuthority(*https, rest);
}

} // namespace

std::optional<QByteArray> resolveUrl(QByteArrayView base, QByteArrayView reference)
{
    reference = trimmedEnds(reference);
    if (reference.size() > maxUrlBytes)
        return std::nullopt;
    if (const auto plain = plainUrlLength(reference))
        return reference.first(plain).toByteArray();
    if (const auto plain = plainUrlLength(base))
        return resolveNormal(Base(base.first(plain)), reference);
    const auto normal = normalUrl(base);
    return normal ? resolveNormal(Base(*normal), reference) : normalUrl(reference);
}

std::optional<QByteArray> normalUrl(QByteArrayView absolute)
{
    absolute = trimmedEnds(absolute);
    if (absolute.size() > maxUrlBytes)
        return std::nullopt;
    if (const auto plain = plainUrlLength(absolute))
        return absolute.first(plain).toByteArray();
    const auto trimmed = webTrimmed(absolute);
    const QByteArrayView text(trimmed);
    const auto scheme = schemeLength(text);
    const auto https = isHttps(text.first(scheme));
    return https ? withAuthority(*https, text.sliced(scheme + 1)) : std::nullopt;
}

qsizetype plainUrlLength(QByteArrayView text)
{
    const bool https = text.startsWith("https://");
    if (!https && !text.startsWith("http://"))
        return 0;
    const qsizetype host = https ? 8 : 7;
    auto i = skipUrlChars(text, host, HostChar);
    if (!isPlainHost(text.sliced(host, i - host)))
        return 0;
    if (i < text.size() && text[i] == ':')
        i = skipPlainPort(text, i, https);
    if (i == 0 || i == text.size() || text[i] != '/')
        return 0;
    return skipPlainPath(text, i);
}

QByteArray normalPath(QByteArrayView path)
{
    QByteArray out;
    out.reserve(path.size() + 1);
    if (!path.isEmpty())
        path = path.sliced(1); // its leading slash; each segment brings its own
    for (bool last = false; !last;) {
        qsizetype end = 0;
        while (end < path.size() && path[end] != '/' && path[end] != '\\')
            ++end;
        last = end == path.size();
        const auto segment = path.first(end);
        const int dots = dotSegment(segment);
        if (dots == 2)
            out.truncate(qMax(0, out.lastIndexOf('/')));
        if (dots == 0 || last)
            out += '/';
        if (dots == 0)
            appendEncoded(out, segment, PathChar);
        if (!last)
            path = path.sliced(end + 1);
    }
    return out;
}

QByteArray normalQuery(QByteArrayView query)
{
    QByteArray out;
    appendEncoded(out, query, QueryChar);
    return out;
}

QByteArray percentDecoded(QByteArrayView text)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int octet = encodedOctet(text, i);
        out += octet < 0 ? text[i] : char(octet);
        i += octet < 0 ? 0 : 2;
    }
    return out;
}

QByteArray webTrimmed(QByteArrayView text)
{
    auto out = trimmedEnds(text).toByteArray();
    out.removeIf([](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return out;
}

qsizetype schemeLength(QByteArrayView text)
{
    if (text.isEmpty() || !isLetter(text.front()))
        return 0;
    qsizetype i = 1;
    while (i < text.size() && (isLetter(text[i]) || isDigit(text[i]) || text[i] == '+' ||
                               text[i] == '-' || text[i] == '.'))
        ++i;
    return i < text.size() && text[i] == ':' ? i : 0;
}

qsizetype skipSlashes(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isSlash(text[from]))
        ++from;
    return from;
}

QByteArrayView originOf(QByteArrayView url)
{
    const auto scheme = url.indexOf(QByteArrayView("://"));
    if (scheme < 0)
        return url;
    auto end = scheme + 3;
    while (end < url.size() && url[end] != '/' && url[end] != '?' && url[end] != '#')
        ++end;
    return url.first(end);
}

QByteArrayView hostOf(QByteArrayView url)
{
    const auto scheme = url.indexOf(QByteArrayView("://"));
    auto host = scheme < 0 ? QByteArrayView() : authorityAt(url, scheme + 3);
    if (host.isEmpty())
        return host; // Qt 6.8's lastIndexOf() looks past the end of an empty view
    host = host.sliced(host.lastIndexOf('@') + 1);
    if (host.startsWith('['))
        return host.sliced(1, qMax<qsizetype>(0, host.indexOf(']') - 1));
    const auto colon = host.indexOf(':');
    return colon < 0 ? host : host.first(colon);
}

QByteArrayView authorityAt(QByteArrayView text, qsizetype from)
{
    auto end = from;
    while (end < text.size() && !isSlash(text[end]) && text[end] != '?' && text[end] != '#')
        ++end;
    return text.sliced(from, end - from);
}

} // namespace trawl::item
