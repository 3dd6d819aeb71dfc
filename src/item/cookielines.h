// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

#include <optional>

namespace trawl::item {

/// The cookies of a job as lines of a Netscape cookie file, one for each domain, path and name:
/// seven fields with tabs between (curl's form, "#HttpOnly_" before the domain included). Values
/// are secret. Whether a site may set a cookie is not decided here.
class CookieLines
{
public:
    static constexpr qsizetype most = 5'000; ///< cookies; new ones are dropped then

    /// Takes lines over; what is no cookie is passed over. Answers those that changed something.
    QList<QByteArray> merge(const QList<QByteArray> &lines);

    [[nodiscard]] bool isEmpty() const { return m_lines.isEmpty(); }
    [[nodiscard]] QList<QByteArray> lines() const; ///< in order
    /// As a file, and back.
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] static QList<QByteArray> split(const QByteArray &text);

private:
    QHash<QByteArray, QByteArray> m_lines; ///< by domain, path and name
};

/// Domain, path and name of a line; nullopt when it is no cookie.
[[nodiscard]] std::optional<QByteArray> cookieKey(const QByteArray &line);

} // namespace trawl::item
