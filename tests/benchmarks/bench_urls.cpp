// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/figures.h"
#include "crawl/canonical.h"
#include "exchange/linkreader.h"
#include "item/weburl.h"

#include <cstdio>

using namespace trawl;

namespace {

constexpr int count = 300'000;

template <typename Work> void each(const char *what, Work work)
{
    qsizetype bytes = 0;
    benchmarks::Watch watch;
    for (int i = 0; i < count; ++i)
        bytes += work(QByteArray::number(i));
    benchmarks::figure(what, watch.lap() * 1e6 / count, "ns");
    if (bytes == 0)
        std::puts("nothing came of it");
}

} // namespace

/// What a URL costs on its way.
int main()
{
    each("parse a link", [](const QByteArray &number) {
        return exchange::parseLink("https://www.example.org/directory/page-" + number +
                                   ".html?lang=en")
            .url.size();
    });
    each("canonical form", [](const QByteArray &number) {
        return crawl::canonicalUrl("https://www.example.org/a/page.html?id=" + number, true, true)
            .size();
    });
    each("resolve, relative", [](const QByteArray &number) {
        return item::resolveUrl("https://www.example.org/other/index.html",
                                "../directory/page-" + number)
            ->size();
    });
}
