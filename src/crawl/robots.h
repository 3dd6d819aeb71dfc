// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>
#include <vector>

namespace trawl::crawl {

/// A host's robots.txt as one robot has to read it (RFC 9309). Where the RFC leaves it open it is
/// read as Google's open parser does: usual typos ("dissallow", a missing colon) are understood.
class Robots
{
public:
    struct Answer
    {
        bool allowed = true;
        QByteArray rule; ///< the line that says so, such as "Disallow: /x"; empty = none does
    };

    /// All URLs are allowed.
    Robots() = default;
    /// Looks at the first 500 KiB. `userAgent` is a product token or a whole User-Agent.
    [[nodiscard]] static Robots parse(QByteArrayView text, QByteArrayView userAgent);
    [[nodiscard]] static Robots allowAll() { return {}; }
    [[nodiscard]] static Robots denyAll();
    /// By what came of asking for it: 2xx is read, also a 206 that brought all; 4xx and a redirect
    /// that went on beyond five hops mean that there is none; all else refuses all for now: 5xx,
    /// 429 (as Google: it is the server that is busy, RFC 9309 has no word on it), `code` 0, no
    /// answer, and what brings no rules though it is no error, such as 202 and 304.
    [[nodiscard]] static Robots fromAnswer(int code, QByteArrayView body, QByteArrayView userAgent);

    /// fromAnswer() refuses all.
    [[nodiscard]] static bool isRefusal(int code);

    /// `url` is as item::resolveUrl() gives it. The longest rule that matches wins, of two as long
    /// the one that allows; /robots.txt itself is always allowed.
    [[nodiscard]] Answer check(QByteArrayView url) const;
    /// Between two requests, 0 … 60 000 ms; not of the RFC.
    [[nodiscard]] std::optional<qint64> crawlDelayMs() const { return m_delayMs; }
    /// As they are written there: to be resolved against the URL of robots.txt.
    [[nodiscard]] QList<QByteArray> sitemaps() const { return m_sitemaps; }

private:
    friend class RobotsParser;

    /// Both texts lie in m_text.
    struct Rule
    {
        quint32 pattern;
        quint32 patternSize;
        quint32 written;
        quint32 writtenSize;
        bool allow;
    };
    [[nodiscard]] QByteArrayView pattern(const Rule &rule) const;

    std::vector<Rule> m_rules; ///< longest first, then those that allow
    QByteArray m_text;
    QList<QByteArray> m_sitemaps;
    std::optional<qint64> m_delayMs;
};

} // namespace trawl::crawl
