// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

struct sockaddr;

namespace trawl::transport {

/// An address that means another machine to each who uses it: this machine, its link, its own
/// network, a provider's (RFC 6890), also where it is wrapped in an IPv6 one. False for what is no
/// address of IP.
[[nodiscard]] bool isPrivateAddress(const sockaddr *address);
/// The same of one in figures ("10.0.0.1", "fe80::1"); false for what is none.
[[nodiscard]] bool isPrivateAddress(const char *text);

} // namespace trawl::transport
