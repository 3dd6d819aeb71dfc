// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/weburl.h"

#include <QUrl>

#include <arpa/inet.h>

#include <array>

namespace trawl::exchange {

namespace {

enum CharClass : quint8 { HostChar = 1, PathChar = 2, QueryChar = 4 };

constexpr std::array<quint8, 256> charClasses()
{
    std::array<quint8, 256> classes{};
    for (int c = 0x21; c < 0x7f; ++c)
        classes[std::size_t(c)] = PathChar | QueryChar;
    for (const char c : {'"', '#', '<', '>', '?', '^', '`', '{', '}', '\\'})
        classes[std::size_t(c)] &= quint8(~PathChar);
    for (const char c : {'"', '#', '<', '>', '\''})
        classes[std::size_t(c)] &= quint8(~QueryChar);
    for (int c = 'a'; c <= 'z'; ++c)
        classes[std::size_t(c)] |= HostChar;
    for (int c = '0'; c <= '9'; ++c)
        classes[std::size_t(c)] |= HostChar;
    for (const char c : {'-', '_', '.'})
        classes[std::size_t(c)] |= HostChar;
    return classes;
}

constexpr auto classes = charClasses();
constexpr qsizetype maxHost = 253; // RFC 1035, 2.3.4, as text without the last dot
constexpr qsizetype maxLabel = 63;

bool is(char c, CharClass wanted)
{
    return classes[quint8(c)] & wanted;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

qsizetype skip(QByteArrayView text, qsizetype from, CharClass wanted)
{
    while (from < text.size() && is(text[from], wanted))
        ++from;
    return from;
}

/// A dotted quad as it would be written out again: no leading zeros, each part up to 255.
bool isPlainQuad(QByteArrayView host)
{
    int parts = 0;
    for (qsizetype i = 0; i < host.size(); ++i, ++parts) {
        int value = 0;
        const auto begin = i;
        for (; i < host.size() && isDigit(host[i]) && value < 256; ++i)
            value = value * 10 + (host[i] - '0');
        const auto digits = i - begin;
        if (digits == 0 || value > 255 || (digits > 1 && host[begin] == '0') ||
            (i < host.size() && host[i] != '.'))
            return false;
    }
    return parts == 4 && host.back() != '.';
}

bool isPlainLabel(QByteArrayView label)
{
    return !label.isEmpty() && label.size() <= maxLabel && label.front() != '-' &&
           label.back() != '-' && !label.startsWith("xn--");
}

bool isPlainHost(QByteArrayView host)
{
    if (host.isEmpty() || host.size() > maxHost)
        return false;
    auto last = host;
    for (qsizetype dot; (dot = last.indexOf('.')) >= 0; last = last.sliced(dot + 1)) {
        if (!isPlainLabel(last.first(dot)))
            return false;
    }
    if (!isPlainLabel(last))
        return false;
    return isDigit(last.front()) ? isPlainQuad(host) : true;
}

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
qsizetype skipPlainPath(QByteArrayView text, qsizetype slash)
{
    auto i = slash;
    for (; i < text.size() && is(text[i], PathChar); ++i) {
        if ((text[i] == '.' || text[i] == '%') && text[i - 1] == '/')
            return 0; // may be a dot segment
    }
    if (i < text.size() && text[i] == '?')
        i = skip(text, i + 1, QueryChar);
    return i == text.size() || text[i] == '#' ? i : 0;
}

/// One part of an IPv4 address: decimal, 0x… or 0… octal; an empty 0x is 0.
std::optional<quint64> ipv4Number(QByteArrayView part)
{
    if (part.isEmpty())
        return std::nullopt;
    int base = 10;
    if (part.startsWith("0x") || part.startsWith("0X")) {
        base = 16;
        part = part.sliced(2);
    } else if (part.size() > 1 && part.front() == '0') {
        base = 8;
        part = part.sliced(1);
    }
    if (part.isEmpty())
        return 0;
    if (part.front() == '+' || part.front() == '-')
        return std::nullopt;
    bool ok = false;
    const auto value = part.toULongLong(&ok, base);
    return ok ? std::optional<quint64>(value) : std::nullopt;
}

bool endsInNumber(QByteArrayView host)
{
    if (host.endsWith('.'))
        host.chop(1);
    if (host.isEmpty())
        return false; // and Qt 6.8's lastIndexOf() looks past the end of an empty view
    const auto last = host.sliced(host.lastIndexOf('.') + 1);
    return !last.isEmpty() &&
           (std::all_of(last.begin(), last.end(), isDigit) ||
            ((last.startsWith("0x") || last.startsWith("0X")) && ipv4Number(last)));
}

std::optional<QByteArray> normalIpv4(QByteArrayView host)
{
    if (host.endsWith('.'))
        host.chop(1);
    const auto parts = host.toByteArray().split('.');
    if (parts.size() > 4)
        return std::nullopt;
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto number = ipv4Number(parts[i]);
        const bool last = i == parts.size() - 1;
        const auto limit = last ? quint64(1) << (8 * (4 - i)) : 256;
        if (!number || *number >= limit)
            return std::nullopt;
        address += last ? *number : *number << (8 * (3 - i));
    }
    QByteArray out;
    for (int shift = 24; shift >= 0; shift -= 8)
        out += QByteArray::number((address >> shift) & 0xff) + (shift ? "." : "");
    return out;
}

std::optional<QByteArray> normalIpv6(QByteArrayView bracketed)
{
    in6_addr address;
    std::array<char, INET6_ADDRSTRLEN> text{};
    const auto inner = bracketed.sliced(1).chopped(1).toByteArray();
    if (inet_pton(AF_INET6, inner.constData(), &address) != 1 ||
        qsizetype(qstrlen(inner.constData())) != inner.size())
        return std::nullopt;
    inet_ntop(AF_INET6, &address, text.data(), text.size());
    return QByteArray("[") + text.data() + "]";
}

void appendEncoded(QByteArray &out, QByteArrayView text, CharClass allowed)
{
    static constexpr char hex[] = "0123456789ABCDEF";
    for (const char c : text) {
        if (is(c, allowed)) {
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

} // namespace

qsizetype plainUrlLength(QByteArrayView text)
{
    const bool https = text.startsWith("https://");
    if (!https && !text.startsWith("http://"))
        return 0;
    const qsizetype host = https ? 8 : 7;
    auto i = skip(text, host, HostChar);
    if (!isPlainHost(text.sliced(host, i - host)))
        return 0;
    if (i < text.size() && text[i] == ':')
        i = skipPlainPort(text, i, https);
    if (i == 0 || i == text.size() || text[i] != '/')
        return 0;
    return skipPlainPath(text, i);
}

std::optional<QByteArray> normalHost(QByteArrayView host)
{
    if (host.startsWith('[') && host.endsWith(']') && host.size() > 2)
        return normalIpv6(host);
    const auto decoded = QByteArray::fromPercentEncoding(host.toByteArray());
    if (decoded.isEmpty() || decoded.startsWith('.') || !QByteArrayView(decoded).isValidUtf8())
        return std::nullopt;
    const auto ace = QUrl::toAce(QString::fromUtf8(decoded)).toLower();
    if (ace.isEmpty() || ace.size() > maxHost || skip(ace, 0, HostChar) != ace.size())
        return std::nullopt;
    return endsInNumber(ace) ? normalIpv4(ace) : ace;
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

} // namespace trawl::exchange
