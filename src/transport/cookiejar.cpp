// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/cookiejar.h"

#include "item/ascii.h"
#include "item/weburl.h"
#include "transport/cookiedate.h"

#include <libpsl.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace trawl::transport {

/// Of a request, or of the response that sets a cookie.
struct CookieJar::Origin
{
    explicit Origin(QByteArrayView url)
        : https(url.startsWith("https:"))
        , host(item::hostOf(url).toByteArray())
    {
        auto rest = url.sliced(item::originOf(url).size());
        const auto end =
            std::find_if(rest.begin(), rest.end(), [](char c) { return c == '?' || c == '#'; });
        rest = rest.first(end - rest.begin());
        path = rest.startsWith('/') ? rest.toByteArray() : QByteArray("/");
    }

    bool https;
    QByteArray host;
    QByteArray path; ///< at least "/"
};

namespace {

// RFC 6265bis, 5.6
constexpr qsizetype maxPair = 4096;
constexpr qsizetype maxAttribute = 1024;
constexpr qint64 over = 1; ///< a time that is past
constexpr qint64 latest = std::numeric_limits<qint64>::max() / 1000;

constexpr QByteArrayView httpOnlyMark("#HttpOnly_");

QByteArrayView trimmedBlanks(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

/// What stands before the first `mark`, which is taken away with it.
QByteArrayView takeUntil(QByteArrayView &text, char mark)
{
    const auto at = text.indexOf(mark);
    const auto piece = at < 0 ? text : text.first(at);
    text = at < 0 ? QByteArrayView() : text.sliced(at + 1);
    return piece;
}

bool isSame(QByteArrayView a, QByteArrayView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool hasPrefix(QByteArrayView name, QByteArrayView prefix)
{
    return name.size() >= prefix.size() && isSame(name.first(prefix.size()), prefix);
}

bool isAddress(QByteArrayView host)
{
    return host.contains(':') || std::all_of(host.begin(), host.end(),
                                             [](char c) { return c == '.' || item::isDigit(c); });
}

/// RFC 6265, 5.1.3.
bool domainMatches(QByteArrayView host, QByteArrayView domain)
{
    if (host == domain)
        return true;
    return host.size() > domain.size() && host.endsWith(domain) &&
           host[host.size() - domain.size() - 1] == '.' && !isAddress(host);
}

/// RFC 6265, 5.1.4: "/a/" is no path of "/a".
bool pathMatches(QByteArrayView path, QByteArrayView cookiePath)
{
    return path.startsWith(cookiePath) &&
           (path.size() == cookiePath.size() || cookiePath.endsWith('/') ||
            path[cookiePath.size()] == '/');
}

QByteArray defaultPath(const QByteArray &path)
{
    const auto slash = path.lastIndexOf('/');
    return slash <= 0 ? QByteArray("/") : path.first(slash);
}

/// RFC 6265, 5.2.2, in s since the epoch; nullopt = it does not count.
std::optional<qint64> expiryAfter(QByteArrayView maxAge, qint64 nowMs)
{
    const bool negative = maxAge.startsWith('-');
    const auto digits = negative ? maxAge.sliced(1) : maxAge;
    if (maxAge.isEmpty() || !std::all_of(digits.begin(), digits.end(), item::isDigit))
        return std::nullopt;
    bool ok = false;
    const auto seconds = digits.toLongLong(&ok);
    if (negative || (ok && seconds == 0) || digits.isEmpty())
        return over;
    const auto now = nowMs / 1000;
    return !ok || seconds > latest - now ? latest : now + seconds;
}

struct Attributes
{
    std::optional<qint64> maxAge;
    std::optional<qint64> expires;
    QByteArray domain;
    QByteArray path; ///< empty = the usual one
    bool secure = false;
    bool httpOnly = false;
};

/// RFC 6265, 5.2: of attributes of one name the last counts, and Secure and HttpOnly are there
/// whatever value they are given.
Attributes parseAttributes(QByteArrayView text, qint64 nowMs)
{
    Attributes all;
    while (!text.isEmpty()) {
        auto value = takeUntil(text, ';');
        const auto name = trimmedBlanks(takeUntil(value, '='));
        value = trimmedBlanks(value);
        if (value.size() > maxAttribute)
            continue;
        if (isSame(name, "secure"))
            all.secure = true;
        else if (isSame(name, "httponly"))
            all.httpOnly = true;
        else if (isSame(name, "path"))
            all.path = value.startsWith('/') ? value.toByteArray() : QByteArray();
        else if (isSame(name, "domain") && !value.isEmpty())
            all.domain = value.sliced(value.startsWith('.') ? 1 : 0).toByteArray().toLower();
        else if (const auto age =
                     isSame(name, "max-age") ? expiryAfter(value, nowMs) : std::nullopt)
            all.maxAge = age;
        else if (const auto date = isSame(name, "expires") ? parseCookieDate(value) : std::nullopt)
            all.expires = std::max(*date, over);
    }
    return all;
}

QList<QByteArrayView> namesOf(const QByteArray &own)
{
    QList<QByteArrayView> names;
    for (QByteArrayView rest(own); !rest.isEmpty();) {
        auto pair = takeUntil(rest, ';');
        names.append(trimmedBlanks(takeUntil(pair, '=')));
    }
    return names;
}

} // namespace

QByteArray CookieJar::Cookie::line() const
{
    const auto word = [](bool is) { return is ? QByteArray("TRUE") : QByteArray("FALSE"); };
    const auto owner =
        (httpOnly ? httpOnlyMark.toByteArray() : QByteArray()) + (hostOnly ? "" : ".") + domain;
    return QByteArrayList{
        owner, word(!hostOnly), path, word(secure), QByteArray::number(expires), name, value}
        .join('\t');
}

bool CookieJar::parseLine(const QByteArray &line, Cookie &cookie)
{
    const auto fields = line.split('\t'); // domain, subdomains, path, secure, expires, name, value
    if (fields.size() != 7 || (line.startsWith('#') && !line.startsWith(httpOnlyMark)))
        return false;
    auto domain = fields[0].toLower();
    cookie.httpOnly = line.startsWith(httpOnlyMark);
    if (cookie.httpOnly)
        domain.remove(0, httpOnlyMark.size());
    if (domain.startsWith('.'))
        domain.remove(0, 1);
    bool ok = false;
    const auto expires = fields[4].toDouble(&ok); // some write a fraction
    cookie.domain = domain;
    cookie.hostOnly = !isSame(fields[1], "TRUE");
    cookie.path = fields[2].startsWith('/') ? fields[2] : QByteArray("/");
    cookie.secure = isSame(fields[3], "TRUE");
    cookie.expires = !ok || !(expires > 0)       ? 0
                     : expires >= double(latest) ? latest
                                                 : qint64(expires);
    cookie.name = fields[5];
    cookie.value = fields[6];
    return !domain.isEmpty() && !cookie.name.isEmpty();
}

/// RFC 6265, 5.2 and 5.3, up to step 10.
bool CookieJar::parse(const Origin &origin, QByteArrayView field, qint64 nowMs, Cookie &cookie)
{
    const auto isControl = [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (std::any_of(field.begin(), field.end(), isControl))
        return false;
    auto pair = takeUntil(field, ';');
    if (!pair.contains('='))
        return false;
    cookie.name = trimmedBlanks(takeUntil(pair, '=')).toByteArray();
    cookie.value = trimmedBlanks(pair).toByteArray();
    if (cookie.name.isEmpty() || cookie.name.size() + cookie.value.size() > maxPair)
        return false;
    auto attributes = parseAttributes(field, nowMs);
    if (psl_is_public_suffix(psl_builtin(), attributes.domain.constData())) {
        if (attributes.domain != origin.host && !attributes.domain.isEmpty())
            return false;
        attributes.domain.clear();
    }
    cookie.hostOnly = attributes.domain.isEmpty();
    cookie.domain = cookie.hostOnly ? origin.host : attributes.domain;
    cookie.path = attributes.path.isEmpty() ? defaultPath(origin.path) : attributes.path;
    cookie.secure = attributes.secure;
    cookie.httpOnly = attributes.httpOnly;
    cookie.expires = attributes.maxAge.value_or(attributes.expires.value_or(0));
    if (!domainMatches(origin.host, cookie.domain) || (cookie.secure && !origin.https))
        return false;
    if (hasPrefix(cookie.name, "__Secure-"))
        return cookie.secure;
    if (hasPrefix(cookie.name, "__Host-"))
        return cookie.secure && cookie.hostOnly && attributes.path == "/";
    return true;
}

void CookieJar::set(const QList<QByteArray> &lines, qint64 nowMs)
{
    for (const auto &line : lines) {
        if (Cookie cookie; parseLine(line, cookie))
            store(std::move(cookie), nowMs);
    }
}

void CookieJar::take(QByteArrayView url, QByteArrayView setCookie, qint64 nowMs)
{
    const Origin origin(url);
    Cookie cookie;
    if (!parse(origin, setCookie, nowMs, cookie) || shadowsSecure(origin, cookie))
        return;
    const auto line = cookie.line();
    const auto key = cookie.domain + '\t' + cookie.path + '\t' + cookie.name;
    if (store(std::move(cookie), nowMs) && m_news.size() < 2 * most) // nobody may ever ask
        m_news.insert(key, line);
}

/// RFC 6265bis, 5.7, step 16: http would take the place of what https has set.
bool CookieJar::shadowsSecure(const Origin &origin, const Cookie &cookie) const
{
    if (origin.https || !m_hasSecure)
        return false;
    const auto shadows = [&](const Cookie &known) {
        return known.secure && known.name == cookie.name && pathMatches(cookie.path, known.path) &&
               (domainMatches(known.domain, cookie.domain) ||
                domainMatches(cookie.domain, known.domain));
    };
    return std::any_of(m_domains.begin(), m_domains.end(), [&](const Cookies &cookies) {
        return std::any_of(cookies.begin(), cookies.end(), shadows);
    });
}

bool CookieJar::store(Cookie cookie, qint64 nowMs)
{
    if (cookie.isOver(nowMs))
        return drop(cookie);
    auto &cookies = m_domains[cookie.domain];
    const auto known = findIn(cookies, cookie);
    const bool isKnown = known != cookies.end();
    cookie.order = isKnown ? known->order : m_order++;
    const bool changed = !isKnown || known->line() != cookie.line();
    m_hasSecure = m_hasSecure || cookie.secure;
    if (isKnown) {
        *known = std::move(cookie);
        return changed;
    }
    const auto domain = cookie.domain;
    cookies.append(std::move(cookie));
    ++m_count;
    makeRoom(domain);
    return true;
}

bool CookieJar::drop(const Cookie &cookie)
{
    const auto cookies = m_domains.find(cookie.domain);
    if (cookies == m_domains.end())
        return false;
    const auto known = findIn(*cookies, cookie);
    if (known == cookies->end())
        return false;
    cookies->erase(known);
    if (cookies->isEmpty())
        m_domains.erase(cookies);
    --m_count;
    return true;
}

CookieJar::Cookies::iterator CookieJar::findIn(Cookies &cookies, const Cookie &wanted)
{
    return std::find_if(cookies.begin(), cookies.end(), [&](const Cookie &cookie) {
        return cookie.name == wanted.name && cookie.path == wanted.path;
    });
}

void CookieJar::makeRoom(const QByteArray &domain)
{
    const auto older = [](const Cookie &a, const Cookie &b) { return a.order < b.order; };
    const auto oldestOf = [&](const Cookies &cookies) {
        return *std::min_element(cookies.begin(), cookies.end(), older);
    };
    auto full = m_domains.constFind(domain);
    if (full->size() <= mostOfADomain && m_count <= most)
        return;
    if (full->size() <= mostOfADomain)
        full = std::min_element(
            m_domains.cbegin(), m_domains.cend(),
            [&](const Cookies &a, const Cookies &b) { return older(oldestOf(a), oldestOf(b)); });
    drop(oldestOf(*full));
}

/// RFC 6265, 5.4: longer paths first, of one length the older.
QByteArray CookieJar::header(QByteArrayView url, const QByteArray &own, qint64 nowMs) const
{
    if (m_count == 0)
        return own;
    const Origin origin(url);
    const auto ownNames = namesOf(own);
    QList<const Cookie *> fitting;
    for (auto domain = QByteArrayView(origin.host); !domain.isEmpty();) {
        const auto found = m_domains.constFind(domain.toByteArray());
        if (found != m_domains.constEnd()) {
            for (const auto &cookie : *found) {
                if ((!cookie.hostOnly || domain == origin.host) &&
                    domainMatches(origin.host, domain) && pathMatches(origin.path, cookie.path) &&
                    (!cookie.secure || origin.https) && !cookie.isOver(nowMs) &&
                    !ownNames.contains(cookie.name))
                    fitting.append(&cookie);
            }
        }
        (void)takeUntil(domain, '.');
    }
    std::sort(fitting.begin(), fitting.end(), [](const Cookie *a, const Cookie *b) {
        return a->path.size() != b->path.size() ? a->path.size() > b->path.size()
                                                : a->order < b->order;
    });
    QByteArray text;
    for (const auto *cookie : fitting)
        text += (text.isEmpty() ? "" : "; ") + cookie->name + '=' + cookie->value;
    return text.isEmpty() || own.isEmpty() ? text + own : text + "; " + own;
}

QList<QByteArray> CookieJar::takeNew()
{
    return std::exchange(m_news, {}).values();
}

} // namespace trawl::transport
