// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace trawl::cli {

/// Reads the members of a JSON object; the first error stays. Members that are null count as
/// missing.
class Question
{
public:
    explicit Question(const QJsonObject &object)
        : m_object(object)
    {
    }

    [[nodiscard]] QByteArray text(QLatin1StringView key); ///< as UTF-8
    [[nodiscard]] QByteArray text(QLatin1StringView key, const QByteArray &fallback);
    [[nodiscard]] qint64 integer(QLatin1StringView key, qint64 least, qint64 most,
                                 std::optional<qint64> fallback = {});
    [[nodiscard]] QJsonArray array(QLatin1StringView key);
    /// Of any type.
    [[nodiscard]] QJsonValue value(QLatin1StringView key);
    /// An absolute http(s) URL in normal form.
    [[nodiscard]] QByteArray url(QLatin1StringView key);

    void fail(const QString &error);
    [[nodiscard]] bool failed() const { return !m_error.isEmpty(); }
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    const QJsonObject &m_object;
    QString m_error;
};

/// A text of JSON as UTF-8; half a surrogate pair is U+FFFD, as for browsers.
[[nodiscard]] QByteArray utf8Of(const QString &text);

} // namespace trawl::cli
