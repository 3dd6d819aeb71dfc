// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <curl/curl.h>

#include <tl/expected.hpp>

#include <memory>

namespace trawl::transport {

/// Asks curl's cookie engine, the one behind AccessManager, which cookies a request would carry
/// after certain responses. Curl works as ever, only that its connections end in this process:
/// there is no network and no name server in it. One thread; it blocks for about a millisecond a
/// request.
class CookieTrial
{
public:
    /// A Set-Cookie field's value and the URL that sent it, as item::normalUrl() gives it.
    struct Received
    {
        QByteArray url;
        QByteArray setCookie; ///< without line ends and NUL
    };

    CookieTrial();
    ~CookieTrial();

    /// The Cookie field's value of a request to `url` that follows on `received`, beginning without
    /// any cookie; empty = it has none. The error is curl's.
    [[nodiscard]] tl::expected<QByteArray, QString> sent(const QList<Received> &received,
                                                         const QByteArray &url);

private:
    /// The request's head.
    tl::expected<QByteArray, QString> exchange(const QByteArray &url, const QByteArray &fields);

    struct Cleanup
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };
    std::unique_ptr<CURL, Cleanup> m_handle;
};

} // namespace trawl::transport
