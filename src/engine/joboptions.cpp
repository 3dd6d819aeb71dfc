// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joboptions.h"

#include "item/recipejson.h"
#include "item/record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <type_traits>

namespace trawl::engine {

namespace {

// Bytes of headers and tokens are not always UTF-8: one character a byte keeps them.
QJsonValue jsonOf(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes);
}
QJsonValue jsonOf(const QString &text)
{
    return text;
}
template <typename Number>
    requires std::is_integral_v<Number>
QJsonValue jsonOf(Number number)
{
    if constexpr (std::is_same_v<Number, bool>)
        return number;
    else
        return qint64(number);
}
template <typename Enum>
    requires std::is_enum_v<Enum>
QJsonValue jsonOf(Enum value)
{
    return int(value);
}
QJsonValue jsonOf(const item::Headers &headers)
{
    QJsonArray array;
    for (const auto &header : headers)
        array.append(QJsonArray{jsonOf(header.name), jsonOf(header.value)});
    return array;
}
QJsonValue jsonOf(const QList<int> &numbers)
{
    QJsonArray array;
    for (const int number : numbers)
        array.append(number);
    return array;
}
QJsonValue jsonOf(const item::Credentials &credentials)
{
    return QJsonArray{credentials.user, credentials.password};
}

QJsonValue jsonOf(const item::Recipe &recipe)
{
    return QJsonDocument::fromJson(item::toJson(recipe)).object();
}

void read(const QJsonValue &json, item::Recipe &recipe)
{
    recipe = item::recipeFromObject(json.toObject()).value_or(item::Recipe());
}
void read(const QJsonValue &json, QByteArray &bytes)
{
    bytes = json.toString().toLatin1();
}
void read(const QJsonValue &json, QString &text)
{
    text = json.toString();
}
template <typename Number>
    requires std::is_integral_v<Number>
void read(const QJsonValue &json, Number &number)
{
    if constexpr (std::is_same_v<Number, bool>)
        number = json.toBool(number);
    else
        number = Number(json.toInteger(number));
}
void read(const QJsonValue &json, item::Headers &headers)
{
    headers.clear();
    const auto array = json.toArray();
    for (const auto &header : array)
        headers.append({header.toArray().at(0).toString().toLatin1(),
                        header.toArray().at(1).toString().toLatin1()});
}
void read(const QJsonValue &json, QList<int> &numbers)
{
    numbers.clear();
    const auto array = json.toArray();
    for (const auto &number : array)
        numbers.append(number.toInt());
}
void read(const QJsonValue &json, item::Credentials &credentials)
{
    credentials = {json.toArray().at(0).toString(), json.toArray().at(1).toString()};
}

template <typename T>
void readOption(const QJsonValue &json, T &value, const item::OptionInfo &info)
{
    if constexpr (std::is_enum_v<T>) {
        if (const int number = json.toInt(-1); number >= 0 && number < int(info.words.size()))
            value = T(number);
    } else {
        read(json, value);
    }
}

/// Every option with its field, for the writer and the reader alike.
template <typename Visit, typename Options> void visitFields(Visit visit, Options &o)
{
    const auto visitIn = [&visit](auto &owner) {
        return [&](const auto &row) { visit(row.info, owner.*row.field); };
    };
    item::forEachOption(item::transferOptionTable, visitIn(o.transfer));
    item::forEachOption(jobOptionTable, visitIn(o));
}

} // namespace

bool JobOptions::saves(quint8 page) const
{
    if (page == item::sitemapPage)
        return false;
    return page < recipe.pages.size() ? recipe.pages[page].save.value_or(save) : save;
}

bool JobOptions::savesAny() const
{
    if (recipe.isEmpty())
        return save;
    const auto its = [this](const item::Page &page) { return page.save.value_or(save); };
    return std::any_of(recipe.pages.begin(), recipe.pages.end(), its);
}

bool JobOptions::looksInto(quint8 page) const
{
    if (page >= recipe.pages.size())
        return page == item::sitemapPage;
    return !recipe.pages[page].fields.isEmpty() || !recipe.pages[page].follow.isEmpty();
}

QByteArray toJson(const JobOptions &options)
{
    const JobOptions usual;
    QJsonObject usualJson;
    const auto note = [&](const item::OptionInfo &info, const auto &value) {
        usualJson.insert(QLatin1StringView(info.key), jsonOf(value));
    };
    visitFields(note, usual);
    QJsonObject object;
    const auto put = [&](const item::OptionInfo &info, const auto &value) {
        const QLatin1StringView key(info.key);
        if (const auto json = jsonOf(value); json != usualJson.value(key))
            object.insert(key, json);
    };
    visitFields(put, options);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

JobOptions jobOptionsFromJson(const QByteArray &json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    JobOptions options;
    const auto take = [&](const item::OptionInfo &info, auto &value) {
        const auto found = object.constFind(QLatin1StringView(info.key));
        if (found != object.end())
            readOption(*found, value, info);
    };
    visitFields(take, options);
    return options;
}

QByteArray withoutSecrets(const QByteArray &json)
{
    JobOptions kept;
    kept.recipe = jobOptionsFromJson(json).recipe;
    return toJson(kept);
}

} // namespace trawl::engine
