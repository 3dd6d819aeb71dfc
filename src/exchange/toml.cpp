// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/toml.h"

#include <QJsonArray>

#include <toml++/toml.h>

#include <algorithm>
#include <exception>
#include <vector>

namespace trawl::exchange {

namespace {

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

QJsonObject jsonObject(const toml::table &table);
QJsonArray jsonArray(const toml::array &array);

// The parser nests at most 256 deep, so this may recurse.
QJsonValue jsonValue(const toml::node &node)
{
    if (const auto *table = node.as_table())
        return jsonObject(*table);
    if (const auto *array = node.as_array())
        return jsonArray(*array);
    if (const auto *text = node.as_string())
        return textOf(text->get());
    if (const auto *number = node.as_integer())
        return qint64(number->get());
    if (const auto *number = node.as_floating_point())
        return number->get();
    if (const auto *flag = node.as_boolean())
        return flag->get();
    return {};
}

QJsonObject jsonObject(const toml::table &table)
{
    QJsonObject object;
    for (const auto &[key, value] : table)
        object.insert(textOf(key.str()), jsonValue(value));
    return object;
}

QJsonArray jsonArray(const toml::array &array)
{
    QJsonArray json;
    for (const auto &entry : array)
        json.append(jsonValue(entry));
    return json;
}

/// The entries of a table of fields in the order of the text. What is no field as it is, so that
/// the recipe's reader says what is wrong with it at its key.
QJsonValue fieldList(const toml::table &fields)
{
    struct Entry
    {
        toml::source_position at;
        QString name;
        QJsonValue value;
    };
    std::vector<Entry> entries;
    for (const auto &[key, value] : fields)
        entries.push_back({key.source().begin, textOf(key.str()), jsonValue(value)});
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry &a, const Entry &b) { return a.at < b.at; });
    QJsonArray list;
    for (const auto &entry : entries) {
        auto object = entry.value.isString() ? QJsonObject{{QStringLiteral("select"), entry.value}}
                                             : entry.value.toObject();
        const bool isField = entry.value.isString() || entry.value.isObject();
        if (!isField || object.contains(QLatin1StringView("name")))
            return jsonObject(fields);
        object.insert(QLatin1StringView("name"), entry.name);
        list.append(object);
    }
    return list;
}

/// Puts a page's fields into the order of the text.
void orderFields(const toml::table &page, QJsonObject &json)
{
    if (const auto *fields = page["fields"].as_table())
        json.insert(QLatin1StringView("fields"), fieldList(*fields));
}

QJsonObject orderedObject(const toml::table &root)
{
    auto json = jsonObject(root);
    orderFields(root, json);
    if (const auto *pages = root["page"].as_array()) {
        QJsonArray list;
        for (const auto &page : *pages) {
            auto entry = jsonValue(page);
            if (auto object = entry.toObject(); entry.isObject()) {
                orderFields(*page.as_table(), object);
                entry = object;
            }
            list.append(entry);
        }
        json.insert(QLatin1StringView("page"), list);
    }
    return json;
}

} // namespace

tl::expected<QJsonObject, QString> tomlObject(const QByteArray &text)
{
    try {
        const auto root = toml::parse(std::string_view(text.constData(), std::size_t(text.size())));
        return orderedObject(root);
    } catch (const toml::parse_error &error) {
        const auto &at = error.source().begin;
        return tl::unexpected(QStringLiteral("line %1, column %2: %3")
                                  .arg(at.line)
                                  .arg(at.column)
                                  .arg(textOf(error.description())));
    } catch (const std::exception &error) {
        return tl::unexpected(QString::fromUtf8(error.what()));
    }
}

} // namespace trawl::exchange
