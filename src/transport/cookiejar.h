// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QMap>

namespace trawl::transport {

/// The cookies of one job, taken and sent by RFC 6265, 5.1 to 5.4, with what browsers added since
/// (RFC 6265bis): Secure ones come from https only and http cannot shadow them, names that begin
/// with __Host- or __Secure- keep their promise, and sizes are bounded. None is for a public
/// suffix (libpsl). URLs are in item::normalUrl()'s form, times ms since the epoch.
class CookieJar
{
public:
    static constexpr qsizetype most = 3'000; ///< of these the oldest go
    static constexpr qsizetype mostOfADomain = 180;

    /// Lines of a Netscape cookies.txt, which are believed; bad ones are left out.
    void set(const QList<QByteArray> &lines, qint64 nowMs);
    /// A Set-Cookie field's value in a response from `url`.
    void take(QByteArrayView url, QByteArrayView setCookie, qint64 nowMs);
    /// The Cookie field's value of a request to `url`; empty = it has none. `own` is what the
    /// request says itself: it goes along, and instead of cookies of the same names.
    [[nodiscard]] QByteArray header(QByteArrayView url, const QByteArray &own, qint64 nowMs) const;
    /// The lines that take() changed since the last call; a deleted one has expired.
    [[nodiscard]] QList<QByteArray> takeNew();

private:
    struct Cookie
    {
        QByteArray name;
        QByteArray value;
        QByteArray domain;
        QByteArray path;
        qint64 expires = 0; ///< s since the epoch; 0 = with the session
        quint64 order = 0;  ///< of creation
        bool hostOnly = true;
        bool secure = false;
        bool httpOnly = false;

        [[nodiscard]] bool isOver(qint64 nowMs) const
        {
            return expires != 0 && expires <= nowMs / 1000;
        }
        [[nodiscard]] QByteArray line() const;
    };
    struct Origin;
    using Cookies = QList<Cookie>;

    [[nodiscard]] static bool parseLine(const QByteArray &line, Cookie &cookie);
    [[nodiscard]] static bool parse(const Origin &origin, QByteArrayView field, qint64 nowMs,
                                    Cookie &cookie);
    [[nodiscard]] bool shadowsSecure(const Origin &origin, const Cookie &cookie) const;
    /// Of the same name, domain and path as one that is there, it takes its place. True: the jar
    /// has changed.
    bool store(Cookie cookie, qint64 nowMs);
    bool drop(const Cookie &cookie); ///< the one of the same name, domain and path
    [[nodiscard]] static Cookies::iterator findIn(Cookies &cookies, const Cookie &wanted);
    void makeRoom(const QByteArray &domain);

    QHash<QByteArray, Cookies> m_domains;
    qsizetype m_count = 0;
    quint64 m_order = 0;
    bool m_hasSecure = false;            ///< or had one
    QMap<QByteArray, QByteArray> m_news; ///< lines by domain, path and name
};

} // namespace trawl::transport
