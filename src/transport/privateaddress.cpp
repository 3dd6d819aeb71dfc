// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/privateaddress.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace trawl::transport {
namespace {

struct Block
{
    quint32 network;
    int bits;
};

constexpr quint32 quad(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

constexpr std::array blocks{
    Block{quad(0, 0, 0, 0), 8},      // this machine
    Block{quad(10, 0, 0, 0), 8},     // private
    Block{quad(100, 64, 0, 0), 10},  // a provider's
    Block{quad(127, 0, 0, 0), 8},    // loopback
    Block{quad(169, 254, 0, 0), 16}, // link-local, where clouds keep their secrets
    Block{quad(172, 16, 0, 0), 12},  // private
    Block{quad(192, 0, 0, 0), 24},   // of protocols
    Block{quad(192, 168, 0, 0), 16}, // private
    Block{quad(198, 18, 0, 0), 15},  // of benchmarks
    Block{quad(224, 0, 0, 0), 3},    // multicast, reserved, broadcast
};

bool isPrivate(quint32 address)
{
    return std::any_of(blocks.begin(), blocks.end(), [address](const Block &block) {
        return (address ^ block.network) >> (32 - block.bits) == 0;
    });
}

bool isPrivate(const in6_addr &address)
{
    const auto *bytes = address.s6_addr;
    const auto begins = [bytes](std::initializer_list<quint8> prefix) {
        return std::equal(prefix.begin(), prefix.end(), bytes);
    };
    const auto wrapped = [bytes](int at) {
        return isPrivate(quad(bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]));
    };
    if (begins({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff})) // of IPv4 (RFC 4291)
        return wrapped(12);
    if (begins({0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0})) // by NAT64 (RFC 6052)
        return wrapped(12);
    if (begins({0x20, 0x02})) // 6to4 (RFC 3056)
        return wrapped(2);
    return begins({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}) || // unspecified, loopback
           (bytes[0] & 0xfe) == 0xfc ||                    // unique local
           (bytes[0] == 0xfe && bytes[1] >= 0x80) ||       // link-local, site-local
           bytes[0] == 0xff;                               // multicast
}

} // namespace

bool isPrivateAddress(const sockaddr *address)
{
    if (address->sa_family == AF_INET) {
        sockaddr_in four = {};
        std::memcpy(&four, address, sizeof four);
        return isPrivate(ntohl(four.sin_addr.s_addr));
    }
    if (address->sa_family == AF_INET6) {
        sockaddr_in6 six = {};
        std::memcpy(&six, address, sizeof six);
        return isPrivate(six.sin6_addr);
    }
    return false;
}

bool isPrivateAddress(const char *text)
{
    in_addr four = {};
    if (::inet_pton(AF_INET, text, &four) == 1)
        return isPrivate(ntohl(four.s_addr));
    in6_addr six = {};
    return ::inet_pton(AF_INET6, text, &six) == 1 && isPrivate(six);
}

} // namespace trawl::transport
