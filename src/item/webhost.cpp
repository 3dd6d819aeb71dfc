// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/webhost.h"
#include "item/urlchars.h"
#include "item/weburl.h"

#include <QUrl>

#include <tl/expected.hpp>

#include <arpa/inet.h>

#include <algorithm>
#include <string>

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

constexpr QByteArrayView acePrefix("xn--");

bool isPlainLabel(QByteArrayView label)
{
    return !label.isEmpty() && label.size() <= maxLabel && !label.startsWith(acePrefix);
}

constexpr quint64 beyondIpv4 = quint64(1) << 32;

/// One part of an IPv4 address: decimal, 0x… or 0… octal; an empty 0x is 0. What is too large for
/// any address is `beyondIpv4`; nullopt = no number.
std::optional<quint64> ipv4Number(QByteArrayView part)
{
    if (part.isEmpty())
        return std::nullopt;
    unsigned base = 10;
    if (part.startsWith("0x") || part.startsWith("0X")) {
        base = 16;
        part = part.sliced(2);
    } else if (part.size() > 1 && part.front() == '0') {
        base = 8;
        part = part.sliced(1);
    }
    quint64 value = 0;
    for (const char c : part) {
        const int digit = hexValue(c);
        if (digit < 0 || unsigned(digit) >= base)
            return std::nullopt;
        value = qMin(value * base + unsigned(digit), beyondIpv4);
    }
    return value;
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

using Host = tl::expected<QByteArray, const char *>;

tl::unexpected<const char *> refused(const char *why)
{
    return tl::unexpected<const char *>(why);
}

/// The label in Unicode (RFC 3492, 6.2), without its prefix; nullopt = it is no punycode.
std::optional<std::u32string> punycodeDecoded(QByteArrayView text)
{
    constexpr quint32 base = 36, low = 1, high = 26, skew = 38, damp = 700, most = 0x10ffff;
    const auto mark = text.isEmpty() ? -1 : text.lastIndexOf('-');
    std::u32string out;
    for (const char c : text.first(qMax<qsizetype>(mark, 0)))
        out += char32_t(c);
    quint64 code = 128, place = 0, bias = 72;
    for (qsizetype at = mark + 1; at < text.size();) {
        const auto before = place;
        quint64 weight = 1;
        for (quint64 k = base;; k += base) {
            if (at == text.size() || place > most * quint64(maxLabel + 1))
                return std::nullopt;
            const char c = text[at++];
            const auto digit = quint64(isDigit(c) ? c - '0' + 26 : c - 'a');
            if (!isDigit(c) && !isLetter(c))
                return std::nullopt;
            place += digit * weight;
            const auto least = k <= bias ? low : k >= bias + high ? high : k - bias;
            if (digit < least)
                break;
            weight = qMin<quint64>(weight * (base - least), most * quint64(maxLabel + 1));
        }
        const auto count = quint64(out.size()) + 1;
        auto delta = before == 0 ? place / damp : (place - before) / 2;
        delta += delta / count;
        quint64 steps = 0;
        for (; delta > ((base - low) * high) / 2; steps += base)
            delta /= base - low;
        bias = steps + (base - low + 1) * delta / (delta + skew);
        code += place / count;
        place %= count;
        if (code > most || (code >= 0xd800 && code < 0xe000))
            return std::nullopt;
        out.insert(std::size_t(place++), 1, char32_t(code));
    }
    return out;
}

/// `label` begins with xn--: it stands for a name that is written so and in no other way (UTS 46,
/// 4.1). Characters that are younger than Qt's tables are believed.
bool isAce(QByteArrayView label)
{
    const auto name = punycodeDecoded(label.sliced(acePrefix.size()));
    if (!name || std::all_of(name->begin(), name->end(), [](char32_t c) { return c < 128; }))
        return false;
    const auto isUnknown = [](char32_t c) {
        return QChar::category(c) == QChar::Other_NotAssigned;
    };
    const auto written = QUrl::toAce(QString::fromStdU32String(*name));
    return written == label ||
           (written.isEmpty() && std::any_of(name->begin(), name->end(), isUnknown));
}

/// What is wrong with a label that is lower-case ASCII; nullptr = nothing. Hyphens and underscores
/// may stand anywhere: DNS carries any name, and the web uses them (WHATWG URL, 3.3, leaves
/// CheckHyphens out).
const char *labelProblem(QByteArrayView label)
{
    if (label.isEmpty())
        return "the host has an empty label";
    if (label.size() > maxLabel)
        return "a label of the host is longer than 63 characters";
    if (skipUrlChars(label, 0, HostChar) != label.size())
        return "the host holds a character that no name has";
    if (label.startsWith(acePrefix) && !isAce(label))
        return "the host is not valid punycode";
    return nullptr;
}

/// In lower-case ASCII; empty = it cannot be written so.
QByteArray asciiLabel(const QString &label)
{
    const auto text = label.toUtf8();
    const bool ascii =
        std::all_of(text.begin(), text.end(), [](char c) { return quint8(c) < 128; });
    return ascii ? text.toLower() : QUrl::toAce(label).toLower();
}

/// `name` is decoded; full stops of Chinese and Japanese part labels, too (UTS 46, 4).
Host normalName(const QByteArray &name)
{
    auto text = QString::fromUtf8(name);
    for (const char16_t stop : {u'\u3002', u'\uff0e', u'\uff61'})
        text.replace(QChar(stop), u'.');
    QByteArray out;
    for (const auto &label : text.split(u'.'))
        out += asciiLabel(label) + '.';
    out.chop(1);
    const bool rooted = out.size() > 1 && out.endsWith('.');
    const auto last = rooted ? out.size() - 1 : out.size();
    for (const auto &label : out.first(last).split('.')) {
        if (const auto *problem = labelProblem(label))
            return refused(problem);
    }
    if (last > maxHost)
        return refused("the host is longer than 253 characters");
    if (!endsInNumber(out))
        return out;
    const auto address = normalIpv4(out);
    return address ? Host(*address) : refused("the host is a number, but no IPv4 address");
}

/// normalHost(), or what is wrong.
Host readHost(QByteArrayView host)
{
    if (host.startsWith('[') && host.endsWith(']') && host.size() > 2) {
        const auto address = normalIpv6(host);
        return address ? Host(*address) : refused("the host is no IPv6 address");
    }
    if (host.size() > maxHostText)
        return refused("the host is longer than 253 characters");
    const auto decoded = percentDecoded(host);
    if (decoded.isEmpty())
        return refused("there is no host");
    if (!QByteArrayView(decoded).isValidUtf8())
        return refused("the host holds a character that no name has");
    const auto lower = decoded.toLower();
    return isPlainHost(lower) ? Host(lower) : normalName(decoded);
}

/// normalAuthority(), or what is wrong.
Host readAuthority(QByteArrayView authority, bool https)
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
        return refused("the port is no number from 1 to 65535");
    auto host = readHost(hasPort ? authority.first(colon) : authority);
    if (host && !digits.isEmpty() && port != (https ? 443 : 80))
        *host += ':' + QByteArray::number(port);
    return host;
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
    auto normal = readHost(host);
    return normal ? std::optional(*std::move(normal)) : std::nullopt;
}

std::optional<QByteArray> normalAuthority(QByteArrayView authority, bool https)
{
    auto normal = readAuthority(authority, https);
    return normal ? std::optional(*std::move(normal)) : std::nullopt;
}

const char *authorityProblem(QByteArrayView authority)
{
    const auto normal = readAuthority(authority, false);
    return normal ? nullptr : normal.error();
}

} // namespace trawl::item
