// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace trawl::support {

/// What may be written for a proxy's URL, and what may not: all that read one must agree.
struct ProxyText
{
    const char *text;
    bool good;
};

inline constexpr std::array proxyTexts{
    ProxyText{"http://proxy.example:3128", true},
    ProxyText{"http://proxy.example", true},
    ProxyText{"https://proxy.example:8443/", true},
    ProxyText{"HTTP://proxy.example", true},
    ProxyText{"socks5://u:p%40@proxy.example", true},
    ProxyText{"socks5://[::1]:1080", true},
    ProxyText{"socks5h://proxy.example", false},
    ProxyText{"socks4://proxy.example", false},
    ProxyText{"ftp://proxy.example", false},
    ProxyText{"proxy.example", false},
    ProxyText{"proxy.example:3128", false},
    ProxyText{"http://", false},
    ProxyText{"http://:3128", false},
    ProxyText{"http://proxy.example:0", false},
    ProxyText{"http://proxy.example:65536", false},
    ProxyText{"http://a proxy", false},
    ProxyText{"http://proxy.example/path", false},
    ProxyText{"http://proxy.example?query", false},
    ProxyText{"http://proxy.example#fragment", false},
};

} // namespace trawl::support
