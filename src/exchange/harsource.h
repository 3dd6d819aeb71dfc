// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/jsonrecord.h"
#include "exchange/source.h"

#include <array>

namespace trawl::exchange {

/// A HAR 1.2 (what a browser's network panel saves): each request of log.entries with the headers
/// that a transfer may send again. What is no GET is an entry that cannot be used and says why.
class HarSource : public Source
{
public:
    explicit HarSource(InputBuffer &input);
    bool read(QList<item::Link> &links, bool mayRead) override;
    [[nodiscard]] QString error() const override;

private:
    [[nodiscard]] bool isRequest(JsonToken token) const;
    [[nodiscard]] item::Link link() const;

    static constexpr std::size_t keptKeys = 6;

    JsonScanner m_scanner;
    std::array<QByteArray, keptKeys> m_path; ///< the last key of each depth
    JsonRecord m_request;
    bool m_inRequest = false;
    bool m_any = false;
};

} // namespace trawl::exchange
