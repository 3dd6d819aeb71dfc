// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/expansion.h"

#include <deque>

namespace trawl::exchange {

/// What curl's options up to the next --next ask for: each URL is fetched with all of them, the
/// n-th --output belongs to the n-th URL. Whatever would be no GET of a file is refused by name,
/// and so is a proxy, which belongs to the job; other options are passed over. URLs are patterns
/// unless --globoff is given, and `#1` in an output name is filled in, as curl does.
class CurlRequests
{
public:
    /// `name` without dashes; `value` is empty for an option that takes none. Text that is no
    /// option is given as "url".
    void add(QByteArrayView name, QByteArrayView value, qint64 line);
    void refuse(const QString &why) { m_all.refuse(why); }
    [[nodiscard]] bool hasUrl() const { return !m_urls.empty(); }
    /// Bytes of what was added.
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// Adds the next links; false when there is none left. After the first call nothing is added.
    bool take(QList<item::Link> &links);

private:
    struct Url
    {
        QByteArray text;
        qint64 line;
    };

    bool addHeaderOption(QByteArrayView name, QByteArrayView value);
    void addHeader(QByteArrayView value);
    void addUser(QByteArrayView value);
    void addOutput(QByteArrayView path);
    void refuseUnlessGet(QByteArrayView name, QByteArrayView value);

    Entry m_all; ///< what each link gets
    std::deque<Url> m_urls;
    std::deque<QByteArray> m_outputs; ///< empty = named by the response
    std::optional<Expansion> m_expansion;
    qsizetype m_size = 0;
    bool m_glob = true;
};

} // namespace trawl::exchange
