// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <curl/curl.h>

#include <memory>

namespace trawl::transport {

/// The cookies of curl's engine that all easy handles of one share have in common, as lines of a
/// Netscape cookies.txt. Who may see which is curl's to decide.
class CookieJar
{
public:
    explicit CookieJar(CURLSH *share);

    void set(const QList<QByteArray> &lines);
    void noteSetCookie() { m_changed = true; } ///< a server sent one
    [[nodiscard]] QList<QByteArray> takeNew();

private:
    [[nodiscard]] QSet<QByteArray> all() const;

    struct Cleanup
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };
    std::unique_ptr<CURL, Cleanup> m_handle; ///< the way to them: is never put to work
    QSet<QByteArray> m_known;
    bool m_changed = false;
};

} // namespace trawl::transport
