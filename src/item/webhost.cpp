// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/webhost.h"
#include "item/urlchars.h"

#include <QUrl>

#include <arpa/inet.h>

#include <algorithm>

namespace trawl::item {

namespace {

constexpr qsizetype maxHost = 253; // RFC 1035, 2.3.4, as text without the last dot
constexpr qsizetype maxLabel = 63;

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

/// The longest run of zeros, if it is one, becomes "::" (RFC 5952); inet_ntop() would write some
/// addresses with a dotted quad, which browsers do not.
QByteArray ipv6Text(const in6_addr &address)
{
    const auto field = [&](int i) {
        return address.s6_addr[2 * i] << 8 | address.s6_addr[2 * i + 1];
    };
    int begin = 0;
    int length = 1; // one zero alone is written
    for (int i = 0, run = 0; i < 8; ++i) {
        run = field(i) == 0 ? run + 1 : 0;
        if (run > length) {
            length = run;
            begin = i + 1 - run;
        }
    }
    QByteArray out("[");
    for (int i = 0; i < 8; ++i) {
        if (length > 1 && i == begin) {
            out += "::";
            i += length - 1;
            continue;
        }
        if (out.back() != '[' && out.back() != ':')
            out += ':';
        out += QByteArray::number(field(i), 16);
    }
    return out + ']';
}

std::optional<QByteArray> normalIpv6(QByteArrayView bracketed)
{
    in6_addr address{};
    const auto inner = bracketed.sliced(1).chopped(1).toByteArray();
    if (inet_pton(AF_INET6, inner.constData(), &address) != 1 ||
        qsizetype(qstrlen(inner.constData())) != inner.size())
        return std::nullopt;
    return ipv6Text(address);
}

/// Text that is known to be no host before it is decoded and looked up in Unicode's tables.
constexpr qsizetype maxHostText = 4096;

/// QByteArray::fromPercentEncoding() makes up octets where no hex digits follow.
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

/// The number, 1 … 65535; 0 = it is none.
int portNumber(QByteArrayView digits)
{
    int port = 0;
    for (const char c : digits) {
        if (!isDigit(c) || port > 0xffff)
            return 0;
        port = port * 10 + (c - '0');
    }
    return port <= 0xffff ? port : 0;
}

} // namespace

bool isPlainHost(QByteArrayView host)
{
    if (host.isEmpty() || host.size() > maxHost || skipUrlChars(host, 0, HostChar) != host.size())
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

std::optional<QByteArray> normalHost(QByteArrayView host)
{
    if (host.startsWith('[') && host.endsWith(']') && host.size() > 2)
        return normalIpv6(host);
    if (host.size() > maxHostText)
        return std::nullopt;
    const auto decoded = percentDecoded(host);
    if (decoded.isEmpty() || decoded.startsWith('.') || !QByteArrayView(decoded).isValidUtf8())
        return std::nullopt;
    if (const auto lower = decoded.toLower(); isPlainHost(lower))
        return lower;
    const auto ace = QUrl::toAce(QString::fromUtf8(decoded)).toLower();
    if (ace.isEmpty() || ace.size() > maxHost || skipUrlChars(ace, 0, HostChar) != ace.size())
        return std::nullopt;
    return endsInNumber(ace) ? normalIpv4(ace) : ace;
}

std::optional<QByteArray> normalAuthority(QByteArrayView authority, bool https)
{
    const auto behindLast = [&](char c) {
        return authority.isEmpty() ? 0 : authority.lastIndexOf(c) + 1; // Qt 6.8 minds an empty view
    };
    authority = authority.sliced(behindLast('@'));
    const auto colon = behindLast(':') - 1;
    const bool hasPort = colon >= behindLast(']');
    const auto digits = hasPort ? authority.sliced(colon + 1) : QByteArrayView();
    const auto port = portNumber(digits);
    if (!digits.isEmpty() && port == 0)
        return std::nullopt;
    auto host = normalHost(hasPort ? authority.first(colon) : authority);
    if (host && !digits.isEmpty() && port != (https ? 443 : 80))
        *host += ':' + QByteArray::number(port);
    return host;
}

} // namespace trawl::item
