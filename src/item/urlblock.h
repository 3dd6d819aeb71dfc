// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

namespace trawl::item {

/// URLs of consecutive items in one piece of memory. Never changed once shared, so engine and
/// window (two threads) hold the same block: the text of a million URLs is kept once.
class UrlBlock
{
public:
    UrlBlock(ItemId first, JobId job)
        : m_first(first)
        , m_job(job)
    {
    }

    void append(QByteArrayView url)
    {
        m_text.append(url.data(), url.size());
        m_ends.push_back(quint32(m_text.size()));
    }
    void squeeze()
    {
        m_text.squeeze();
        m_ends.shrink_to_fit();
    }

    [[nodiscard]] ItemId first() const { return m_first; }
    [[nodiscard]] JobId job() const { return m_job; }
    [[nodiscard]] qsizetype size() const { return qsizetype(m_ends.size()); }
    /// `index` counts from 0 in the block.
    [[nodiscard]] QByteArrayView url(qsizetype index) const
    {
        const auto begin = index == 0 ? 0 : m_ends[std::size_t(index) - 1];
        return QByteArrayView(m_text).sliced(begin, m_ends[std::size_t(index)] - begin);
    }

private:
    ItemId m_first;
    JobId m_job;
    QByteArray m_text;
    std::vector<quint32> m_ends;
};

using UrlBlockPtr = std::shared_ptr<const UrlBlock>;

} // namespace trawl::item
