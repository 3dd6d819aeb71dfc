// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/linkoptions.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace trawl::item {

namespace {

void put(QJsonObject &object, QLatin1StringView key, const QString &value)
{
    if (!value.isEmpty())
        object.insert(key, value);
}

constexpr QLatin1StringView nameKey("name");
constexpr QLatin1StringView folderKey("folder");
constexpr QLatin1StringView headersKey("headers");
constexpr QLatin1StringView mirrorsKey("mirrors");
constexpr QLatin1StringView checksumKey("checksum");
constexpr QLatin1StringView sizeKey("size");
constexpr QLatin1StringView userKey("user");
constexpr QLatin1StringView passwordKey("password");

} // namespace

QByteArray toJson(const LinkOptions &options)
{
    if (options.isEmpty())
        return {};
    QJsonObject object;
    put(object, nameKey, options.name);
    put(object, folderKey, options.folder);
    QJsonArray headers;
    for (const auto &header : options.headers)
        headers.append(QJsonArray{QString::fromLatin1(header.name),
                                  QString::fromLatin1(header.value)}); // bytes, not characters
    if (!headers.isEmpty())
        object.insert(headersKey, headers);
    QJsonArray mirrors;
    for (const auto &mirror : options.mirrors)
        mirrors.append(QString::fromLatin1(mirror));
    if (!mirrors.isEmpty())
        object.insert(mirrorsKey, mirrors);
    if (options.checksum)
        object.insert(checksumKey, QString::fromLatin1(checksumText(*options.checksum)));
    if (options.size >= 0)
        object.insert(sizeKey, options.size);
    put(object, userKey, options.credentials.user);
    put(object, passwordKey, options.credentials.password);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

LinkOptions linkOptionsFromJson(const QByteArray &json)
{
    const auto object = QJsonDocument::fromJson(json).object();
    LinkOptions options;
    options.name = object.value(nameKey).toString();
    options.folder = object.value(folderKey).toString();
    for (const auto &header : object.value(headersKey).toArray())
        options.headers.append({header.toArray().at(0).toString().toLatin1(),
                                header.toArray().at(1).toString().toLatin1()});
    for (const auto &mirror : object.value(mirrorsKey).toArray())
        options.mirrors.append(mirror.toString().toLatin1());
    options.checksum = parseChecksum(object.value(checksumKey).toString().toLatin1());
    options.size = object.value(sizeKey).toInteger(-1);
    options.credentials = {object.value(userKey).toString(), object.value(passwordKey).toString()};
    return options;
}

} // namespace trawl::item
