// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/checksum.h"

#include <QByteArrayView>

#include <memory>

struct evp_md_ctx_st;

namespace trawl::fetch {

/// A running hash by OpenSSL, which has the CPU's instructions.
class Digest
{
public:
    explicit Digest(item::HashAlgorithm algorithm);

    [[nodiscard]] item::HashAlgorithm algorithm() const { return m_algorithm; }
    void add(QByteArrayView bytes);
    /// Ends it.
    [[nodiscard]] QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    item::HashAlgorithm m_algorithm;
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace trawl::fetch
