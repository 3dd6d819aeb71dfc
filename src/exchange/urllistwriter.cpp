// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/urllistwriter.h"

namespace trawl::exchange {

void UrlListWriter::row(QByteArray &out, const item::Result &result)
{
    if (result.id == m_last)
        return;
    m_last = result.id;
    // A line end in a URL would make two of it.
    out += cleanText(result.url).replace('\r', "%0D").replace('\n', "%0A");
    out += '\n';
}

} // namespace trawl::exchange
