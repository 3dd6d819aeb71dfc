// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/textwriter.h"

namespace trawl::exchange {

/// One URL a line, as it was given; once for an item with several records, whose rows come
/// together.
class UrlListWriter : public TextWriter
{
public:
    void row(QByteArray &out, const item::Result &result) override;

private:
    item::ItemId m_last{};
};

} // namespace trawl::exchange
