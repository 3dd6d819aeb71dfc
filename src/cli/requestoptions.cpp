// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "item/values.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

QString takeHeader(RunOptions &o, const QString &text)
{
    const auto header = item::parseHeader(text);
    if (!header)
        return QStringLiteral("one line of the form \"Name: value\"");
    if (item::isOwnHeader(header->name)) {
        return QStringLiteral("any field but %1, which Trawl sets itself")
            .arg(QString::fromUtf8(header->name.toLower()));
    }
    if (header->name.compare("user-agent", Qt::CaseInsensitive) == 0)
        o.engine.settings.userAgent = header->value;
    else
        o.engine.settings.headers.append(*header);
    return {};
}

QString takeUserAgent(RunOptions &o, const QString &text)
{
    const auto header = item::parseHeader(QStringLiteral("User-Agent: ") + text);
    return takeValue(o.engine.settings.userAgent,
                     header ? std::optional(header->value) : std::nullopt,
                     QStringLiteral("one line"));
}

/// "name:password", or "name" alone, and then the password is asked for.
QString takeUser(UserOption &user, const QString &text)
{
    const auto colon = text.indexOf(u':');
    user.asksPassword = colon < 0;
    user.credentials = {colon < 0 ? text : text.first(colon),
                        colon < 0 ? QString() : text.sliced(colon + 1)};
    return user.credentials.user.isEmpty() ? QStringLiteral("NAME or NAME:PASSWORD") : QString();
}

/// A token of RFC 6750, 2.1, or "@" and the file that it is in.
QString takeBearer(RunOptions &o, const QString &text)
{
    if (text.startsWith(u'@') && text.size() > 1) {
        o.bearerFile = text.sliced(1);
        return {};
    }
    const auto token = item::parseToken(text.toUtf8());
    return takeValue(o.engine.settings.bearer, token, QStringLiteral("a token, or @FILE"));
}

QString takeProxy(RunOptions &o, const QString &text)
{
    const auto proxy = item::parseProxy(text);
    return takeValue(o.engine.settings.proxy, proxy,
                     QStringLiteral("system, or a URL that begins with http://, https:// or "
                                    "socks5://"));
}

QString takeNetrc(RunOptions &o, const QString &text)
{
    o.netrc = true;
    o.engine.settings.netrcFile = text;
    return {};
}

constexpr std::array requestTable{
    Option{'H', "header", Secret, "\"NAME: VALUE\"",
           "add a header field to each request; may be repeated", takeHeader},
    Option{'A', "user-agent", Value, "TEXT", "who we say we are (Trawl/" TRAWL_VERSION ")",
           takeUserAgent},
    Option{'u', "user", Secret, "NAME[:PASSWORD]",
           "for servers that ask; without a password it is asked\nfor on the terminal",
           [](RunOptions &o, const QString &v) { return takeUser(o.user, v); }},
    Option{0, "bearer", Secret, "TOKEN|@FILE", "a token for the server, better from a file",
           takeBearer},
    Option{0, "netrc", Optional, "[=FILE]", "names and passwords from FILE (~/.netrc)", takeNetrc},
    Option{0, "cookies", Value, "FILE",
           "take and send cookies, to begin with those in FILE\n(Netscape's format)",
           [](RunOptions &o, const QString &v) { return takeName(o.cookiesFile, v); }},
    Option{0, "proxy", Secret, "URL|system",
           "http://, https:// or socks5://; system = the\nenvironment's (none)", takeProxy},
    Option{0, "proxy-user", Secret, "NAME[:PASSWORD]", "for the proxy, as with --user",
           [](RunOptions &o, const QString &v) { return takeUser(o.proxyUser, v); }},
    Option{0, "max-redirects", Value, "N", "redirects to follow (20)",
           [](RunOptions &o, const QString &v) {
               constexpr int most = 100;
               return takeCount(o.engine.settings.maxRedirects, v, 0, most);
           }},
    Option{
        0, "allow-http", Switch, nullptr, "follow redirects from https to http, too",
        [](RunOptions &o, const QString &) { return switchOn(o.engine.settings.allowDowngrade); }},
    Option{0, "cacert", Value, "FILE",
           "trust the certificates in FILE (PEM) instead of the system's",
           [](RunOptions &o, const QString &v) { return takeName(o.engine.settings.caFile, v); }},
    Option{0, "cert", Value, "FILE", "our own certificate (PEM), for servers that ask",
           [](RunOptions &o, const QString &v) {
               return takeName(o.engine.settings.clientCertificate, v);
           }},
    Option{
        0, "key", Value, "FILE", "its key (PEM; in the certificate's file)",
        [](RunOptions &o, const QString &v) { return takeName(o.engine.settings.clientKey, v); }},
    Option{'k', "insecure", Switch, nullptr, "do not check the servers' certificates",
           [](RunOptions &o, const QString &) {
               o.engine.settings.verifyTls = false;
               return QString();
           }},
    Option{0, "http", Value, "1.1|2", "speak only this HTTP version (what the server likes)",
           [](RunOptions &o, const QString &v) {
               return takeWord(
                   o.engine.settings.http, v,
                   {{"1.1", item::HttpVersion::Http1}, {"2", item::HttpVersion::Http2}});
           }},
    Option{0, "http-stack", Value, "curl|qt",
           "what carries the requests; qt is for comparison (curl)",
           [](RunOptions &o, const QString &v) {
               return takeWord(o.engine.settings.stack, v,
                               {{"curl", item::HttpStack::Curl}, {"qt", item::HttpStack::Qt}});
           }},
};

} // namespace

std::span<const Option> requestOptions()
{
    return requestTable;
}

} // namespace trawl::cli
