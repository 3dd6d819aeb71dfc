// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crawl/sitemapreader.h"
#include "exchange/inputbuffer.h"
#include "exchange/source.h"

namespace trawl::exchange {

/// The URLs of a sitemap file, packed or not. A list is not fetched from, so those of an index are
/// its sitemaps themselves, as files.
class SitemapSource : public Source
{
public:
    explicit SitemapSource(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override { return m_reader.trouble(); }
    [[nodiscard]] QString note() const override { return m_reader.note(); }

private:
    bool feed(bool mayRead);

    InputBuffer &m_input;
    crawl::SitemapReader m_reader;
};

} // namespace trawl::exchange
