// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/objectreader.h"

#include <cmath>

namespace trawl::item {

ObjectReader::ObjectReader(QJsonObject object, QString path, QString &error)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_error(error)
{
}

std::optional<QJsonValue> ObjectReader::take(QLatin1StringView key)
{
    m_known.append(key);
    const auto found = m_object.constFind(key);
    return found == m_object.constEnd() ? std::nullopt : std::optional<QJsonValue>(*found);
}

void ObjectReader::text(QLatin1StringView key, QString &out)
{
    const auto value = take(key);
    if (value && !value->isString())
        fail(pathOf(key), QStringLiteral("a text in quotes is needed"));
    else if (value)
        out = value->toString();
}

void ObjectReader::flag(QLatin1StringView key, bool &out)
{
    const auto value = take(key);
    if (value && !value->isBool())
        fail(pathOf(key), QStringLiteral("true or false is needed"));
    else if (value)
        out = value->toBool();
}

void ObjectReader::texts(QLatin1StringView key, QStringList &out)
{
    const auto value = take(key);
    if (!value)
        return;
    const auto array = value->isString() ? QJsonArray{*value} : value->toArray();
    const auto isText = [](const QJsonValue &entry) { return entry.isString(); };
    if (!(value->isString() || value->isArray()) ||
        !std::all_of(array.begin(), array.end(), isText))
        return fail(pathOf(key), QStringLiteral("a text or a list of texts is needed"));
    out.clear();
    for (const auto &entry : array)
        out.append(entry.toString());
}

std::optional<qint64> ObjectReader::wholeNumber(QLatin1StringView key, qint64 least, qint64 most)
{
    const auto value = take(key);
    if (!value)
        return std::nullopt;
    const double number = value->toDouble(std::nan(""));
    if (number >= double(least) && number <= double(most) && number == std::floor(number))
        return value->toInteger(qint64(number));
    fail(pathOf(key),
         QStringLiteral("a whole number from %1 to %2 is needed").arg(least).arg(most));
    return std::nullopt;
}

void ObjectReader::finish()
{
    for (const auto &key : m_object.keys()) {
        if (!m_known.contains(key))
            fail(m_path, QStringLiteral("unknown key \"%1\"; known: %2").arg(key, listed(m_known)));
    }
}

QString ObjectReader::pathOf(QLatin1StringView key) const
{
    return m_path.isEmpty() ? QString(key) : m_path + u'.' + key;
}

void ObjectReader::fail(const QString &path, const QString &what)
{
    if (m_error.isEmpty())
        m_error = path.isEmpty() ? what : path + QStringLiteral(": ") + what;
}

void ObjectReader::failWord(const QString &path, const QString &given, const QString &known)
{
    fail(path, QStringLiteral("unknown word \"%1\"; known: %2").arg(given, known));
}

} // namespace trawl::item
