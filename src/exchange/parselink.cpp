// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/entry.h"
#include "exchange/linkreader.h"
#include "exchange/roles.h"
#include "exchange/unusablelink.h"

#include "item/ascii.h"
#include "item/blanks.h"
#include "item/webhost.h"
#include "item/weburl.h"

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

bool isOpaque(const QByteArray &scheme)
{
    return std::any_of(opaqueSchemes.begin(), opaqueSchemes.end(),
                       [&](const char *name) { return scheme == name; });
}

/// "host:8080/x" and "user:word@host/x" look as if they had a scheme.
bool isAuthorityInstead(QByteArrayView text, qsizetype colon)
{
    const auto authority = item::authorityAt(text, 0);
    if (authority.size() <= colon || authority.contains('@'))
        return authority.size() > colon;
    const auto port = authority.sliced(colon + 1);
    return !port.isEmpty() && port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), item::isDigit);
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
    const auto length = item::schemeLength(text);
    const auto scheme = text.first(length).toByteArray().toLower();
    if (scheme == "http" || scheme == "https")
        return {Reason::None, scheme == "https", item::skipSlashes(text, length + 1), false};
    if (length > 0 && (isOpaque(scheme) || !isAuthorityInstead(text, length)))
        return {Reason::UnsupportedScheme, false, item::skipSlashes(text, length + 1), false};
    if (text.size() > 2 && item::skipSlashes(text, 0) >= 2)
        return {Reason::None, true, 2, false};
    return {Reason::None, true, 0, true};
}

/// A password may hold anything where the text is too broken to tell, so all up to the last @ goes.
QByteArray withoutUserInfo(QByteArray text)
{
    const auto scheme = item::schemeLength(text);
    const auto from = item::skipSlashes(text, scheme ? scheme + 1 : 0);
    const auto at = text.lastIndexOf('@');
    if (at >= from && !isOpaque(text.first(scheme).toLower()))
        text.remove(from, at + 1 - from);
    return text;
}

QByteArray shownText(QByteArrayView text)
{
    auto shown = QString::fromUtf8(withoutUserInfo(item::webTrimmed(text)).left(maxShownText));
    for (auto &c : shown) {
        if (c < u' ' || c == QChar(0x7f))
            c = QChar::ReplacementCharacter;
    }
    return shown.toUtf8();
}

item::Credentials credentialsOf(QByteArrayView userInfo)
{
    const auto plain = [](QByteArrayView part) {
        return QString::fromUtf8(item::percentDecoded(part));
    };
    const auto colon = userInfo.indexOf(':');
    if (colon < 0)
        return {plain(userInfo), {}};
    return {plain(userInfo.first(colon)), plain(userInfo.sliced(colon + 1))};
}

/// What stands alone and has neither a dot nor a port nor brackets is no host that a person meant,
/// and what begins with a hyphen is an item of a list or an option.
bool isGuessable(QByteArrayView authority)
{
    const auto host = authority.sliced(authority.isEmpty() ? 0 : authority.lastIndexOf('@') + 1);
    const auto isMark = [](char c) { return c == '.' || c == ':' || c == ']'; };
    const bool isWord = std::none_of(host.begin(), host.end(), isMark) && host != "localhost";
    return !isWord && !authority.startsWith('-');
}

std::shared_ptr<const item::LinkOptions> userOptions(QByteArrayView authority)
{
    const auto at = authority.isEmpty() ? -1 : authority.lastIndexOf('@');
    item::LinkOptions options;
    if (at >= 0)
        options.credentials = credentialsOf(authority.first(at));
    if (options.credentials.isEmpty())
        return nullptr;
    return std::make_shared<const item::LinkOptions>(std::move(options));
}

/// "#sha256=…" behind a URL, as package indexes write it: the link keeps that promise.
std::optional<item::Link> linkWithDigest(QByteArrayView text, qint64 line)
{
    const auto mark = text.indexOf('#');
    if (mark < 0)
        return std::nullopt;
    Entry entry(line);
    bool found = false;
    for (const auto &word : text.sliced(mark + 1).trimmed().toByteArray().split('&')) {
        const auto equals = word.indexOf('=');
        if (equals < 0 || !isLikeDigest(QByteArrayView(word).first(equals)) ||
            !isHexDigest(QByteArrayView(word).sliced(equals + 1)))
            continue;
        entry.setChecksum(QByteArrayView(word).first(equals),
                          QByteArrayView(word).sliced(equals + 1));
        found = true;
    }
    if (!found)
        return std::nullopt;
    entry.addUrl(text.first(mark));
    entry.setShownText(text);
    return entry.link();
}

} // namespace

item::Link unusableLink(QByteArrayView text, qint64 line, Reason problem, const QString &detail)
{
    return {line, shownText(text), problem, {}, detail};
}

item::Link parseLink(QByteArrayView text, qint64 line)
{
    if (auto link = linkWithDigest(text, line))
        return *std::move(link);
    if (const auto plain = item::plainUrlLength(text))
        return {line, text.first(plain).toByteArray(), Reason::None};
    const auto trimmed = item::webTrimmed(item::withoutBlanks(text));
    const auto start = findStart(trimmed);
    if (start.problem != Reason::None)
        return unusableLink(text, line, start.problem);
    const auto authority = item::authorityAt(trimmed, start.authority);
    if (authority.isEmpty() || (start.guessed && !isGuessable(authority)))
        return unusableLink(text, line, Reason::InvalidUrl);
    const auto url = item::normalUrl((start.https ? "https://" : "http://") +
                                     QByteArrayView(trimmed).sliced(start.authority).toByteArray());
    if (!url) {
        const auto *problem = start.guessed ? nullptr : item::authorityProblem(authority);
        return unusableLink(text, line, Reason::InvalidUrl, QString::fromLatin1(problem));
    }
    return {line, *url, Reason::None, userOptions(authority)};
}

item::Link parseAbsoluteLink(QByteArrayView text, qint64 line)
{
    if (item::schemeLength(item::webTrimmed(item::withoutBlanks(text))) > 0)
        return parseLink(text, line);
    return unusableLink(text, line, Reason::InvalidUrl,
                        QStringLiteral("it does not begin with http:// or https://"));
}

} // namespace trawl::exchange
