// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/linkreader.h"
#include "exchange/unusablelink.h"
#include "exchange/weburl.h"

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

using item::Reason;

constexpr qsizetype maxShownText = 2048;

/// Schemes without an authority: what follows the colon is no host and no user info.
constexpr std::array opaqueSchemes{
    "about", "blob", "data", "javascript", "magnet",   "mailto",      "news",
    "sip",   "sms",  "tel",  "urn",        "vbscript", "view-source", "xmpp",
};

bool isSpaceOrControl(char c)
{
    return quint8(c) <= 0x20;
}

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

bool endsAuthority(char c)
{
    return isSlash(c) || c == '?' || c == '#';
}

/// White space and controls around the text go, tabs and line ends inside too (WHATWG URL, 4.4).
QByteArray webTrimmed(QByteArrayView text)
{
    while (!text.isEmpty() && isSpaceOrControl(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isSpaceOrControl(text.back()))
        text.chop(1);
    auto out = text.toByteArray();
    out.removeIf([](char c) { return c == '\t' || c == '\n' || c == '\r'; });
    return out;
}

/// The length of a leading scheme (RFC 3986, 3.1) without its colon; 0 = there is none.
qsizetype schemeLength(QByteArrayView text)
{
    const auto isLetter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
    if (text.isEmpty() || !isLetter(text.front()))
        return 0;
    qsizetype i = 1;
    while (i < text.size() && (isLetter(text[i]) || (text[i] >= '0' && text[i] <= '9') ||
                               text[i] == '+' || text[i] == '-' || text[i] == '.'))
        ++i;
    return i < text.size() && text[i] == ':' ? i : 0;
}

qsizetype skipSlashes(QByteArrayView text, qsizetype from)
{
    while (from < text.size() && isSlash(text[from]))
        ++from;
    return from;
}

QByteArrayView authorityAt(QByteArrayView text, qsizetype from)
{
    auto end = from;
    while (end < text.size() && !endsAuthority(text[end]))
        ++end;
    return text.sliced(from, end - from);
}

bool isOpaque(const QByteArray &scheme)
{
    return std::any_of(opaqueSchemes.begin(), opaqueSchemes.end(),
                       [&](const char *name) { return scheme == name; });
}

/// "host:8080/x" and "user:word@host/x" look as if they had a scheme.
bool isAuthorityInstead(QByteArrayView text, qsizetype colon)
{
    const auto authority = authorityAt(text, 0);
    if (authority.size() <= colon || authority.contains('@'))
        return authority.size() > colon;
    const auto port = authority.sliced(colon + 1);
    return !port.isEmpty() && port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
}

struct Start
{
    Reason problem = Reason::None;
    bool https = true;
    qsizetype authority = 0; ///< where it begins
    bool guessed = false;    ///< no scheme was written
};

Start findStart(QByteArrayView text)
{
    const auto length = schemeLength(text);
    const auto scheme = text.first(length).toByteArray().toLower();
    if (scheme == "http" || scheme == "https")
        return {Reason::None, scheme == "https", skipSlashes(text, length + 1), false};
    if (length > 0 && (isOpaque(scheme) || !isAuthorityInstead(text, length)))
        return {Reason::UnsupportedScheme, false, skipSlashes(text, length + 1), false};
    if (text.size() > 2 && isSlash(text[0]) && isSlash(text[1]))
        return {Reason::None, true, 2, false};
    return {Reason::None, true, 0, true};
}

/// A password may hold anything where the text is too broken to tell, so all up to the last @ goes.
QByteArray withoutUserInfo(QByteArray text)
{
    const auto scheme = schemeLength(text);
    const auto from = skipSlashes(text, scheme ? scheme + 1 : 0);
    const auto at = text.lastIndexOf('@');
    if (at >= from && !isOpaque(text.first(scheme).toLower()))
        text.remove(from, at + 1 - from);
    return text;
}

QByteArray shownText(QByteArrayView text)
{
    auto shown = QString::fromUtf8(withoutUserInfo(webTrimmed(text)).left(maxShownText));
    for (auto &c : shown) {
        if (c < u' ' || c == QChar(0x7f))
            c = QChar::ReplacementCharacter;
    }
    return shown.toUtf8();
}

struct Authority
{
    QByteArray host;
    QByteArray port; ///< with its colon; empty = the default
    item::Credentials user;
};

item::Credentials credentialsOf(QByteArrayView userInfo)
{
    const auto plain = [](QByteArrayView part) {
        return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toByteArray()));
    };
    const auto colon = userInfo.indexOf(':');
    if (colon < 0)
        return {plain(userInfo), {}};
    return {plain(userInfo.first(colon)), plain(userInfo.sliced(colon + 1))};
}

/// nullopt for a bad port or host.
std::optional<Authority> readAuthority(QByteArrayView text, const Start &start)
{
    Authority authority;
    if (const auto at = text.isEmpty() ? -1 : text.lastIndexOf('@'); at >= 0) {
        authority.user = credentialsOf(text.first(at));
        text = text.sliced(at + 1);
    }
    if (text.isEmpty())
        return std::nullopt; // and Qt 6.8's lastIndexOf() looks past the end of an empty view
    const auto bracket = text.lastIndexOf(']');
    const auto colon = text.lastIndexOf(':');
    const bool hasPort = colon > bracket;
    const auto host = hasPort ? text.first(colon) : text;
    const auto digits = hasPort ? text.sliced(colon + 1) : QByteArrayView();
    if (start.guessed && !hasPort && !host.contains('.') && host != "localhost" && bracket < 0)
        return std::nullopt; // a word, not a host
    if (!digits.isEmpty()) {
        bool ok =
            std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
        const int port = ok ? digits.toInt(&ok) : 0;
        if (!ok || port < 1 || port > 0xffff)
            return std::nullopt;
        if (port != (start.https ? 443 : 80))
            authority.port = ':' + QByteArray::number(port);
    }
    const auto normal = normalHost(host);
    if (!normal)
        return std::nullopt;
    authority.host = *normal;
    return authority;
}

} // namespace

item::Link unusableLink(QByteArrayView text, qint64 line, Reason problem, const QString &detail)
{
    return {line, shownText(text), problem, {}, detail};
}

item::Link parseLink(QByteArrayView text, qint64 line)
{
    if (const auto plain = plainUrlLength(text))
        return {line, text.first(plain).toByteArray(), Reason::None};
    const auto trimmed = webTrimmed(text);
    const auto start = findStart(trimmed);
    if (start.problem != Reason::None)
        return unusableLink(text, line, start.problem);
    const auto authorityText = authorityAt(trimmed, start.authority);
    const auto authority = readAuthority(authorityText, start);
    if (!authority)
        return unusableLink(text, line, Reason::InvalidUrl);

    auto rest = QByteArrayView(trimmed).sliced(start.authority + authorityText.size());
    if (const auto hash = rest.indexOf('#'); hash >= 0)
        rest = rest.first(hash);
    const auto mark = rest.indexOf('?');
    QByteArray url = (start.https ? "https://" : "http://") + authority->host + authority->port +
                     normalPath(mark < 0 ? rest : rest.first(mark));
    if (mark >= 0)
        url += '?' + normalQuery(rest.sliced(mark + 1));
    item::Link link{line, url, Reason::None};
    if (!authority->user.isEmpty()) {
        item::LinkOptions options;
        options.credentials = authority->user;
        link.options = std::make_shared<const item::LinkOptions>(std::move(options));
    }
    return link;
}

} // namespace trawl::exchange
