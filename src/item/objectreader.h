// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace trawl::item {

/// Reads the keys of one JSON object that a person wrote: types are checked, unknown keys are
/// errors. The first error of all readers that share `error` stays, with its path.
class ObjectReader
{
public:
    ObjectReader(QJsonObject object, QString path, QString &error);

    /// The value of a key, which is known from now on; nullopt = not given.
    [[nodiscard]] std::optional<QJsonValue> take(QLatin1StringView key);
    void text(QLatin1StringView key, QString &out);
    void flag(QLatin1StringView key, bool &out);
    /// One text or a list of texts.
    void texts(QLatin1StringView key, QStringList &out);
    template <typename Number>
    void integer(QLatin1StringView key, Number &out, qint64 least, qint64 most)
    {
        if (const auto number = wholeNumber(key, least, most))
            out = Number(*number);
    }
    /// One of `words`, which are in the order of the enum.
    template <typename Enum, typename Words>
    void word(QLatin1StringView key, Enum &out, const Words &words)
    {
        QString given;
        text(key, given);
        const auto found = std::find(words.begin(), words.end(), given);
        if (found != words.end())
            out = Enum(found - words.begin());
        else if (m_object.contains(key))
            failWord(pathOf(key), given, listed(words));
    }
    /// Call last: a key that was not asked for is an error.
    void finish();

    [[nodiscard]] QString pathOf(QLatin1StringView key) const;
    [[nodiscard]] const QString &path() const { return m_path; }
    void fail(const QString &path, const QString &what);

    template <typename Words> [[nodiscard]] static QString listed(const Words &words)
    {
        QStringList names;
        for (const auto &word : words)
            names.append(QString(word));
        return names.join(QStringLiteral(", "));
    }

private:
    [[nodiscard]] std::optional<qint64> wholeNumber(QLatin1StringView key, qint64 least,
                                                    qint64 most);
    void failWord(const QString &path, const QString &given, const QString &known);

    QJsonObject m_object;
    QString m_path;
    QString &m_error;
    QStringList m_known;
};

} // namespace trawl::item
