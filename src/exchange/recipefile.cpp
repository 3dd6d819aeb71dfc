// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipefile.h"
#include "exchange/toml.h"
#include "item/recipejson.h"

#include <QFile>
#include <QJsonDocument>

namespace trawl::exchange {

namespace {

constexpr qint64 maxBytes = 4 << 20; // a person wrote it

tl::expected<QJsonObject, QString> readJson(const QByteArray &text)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto before = text.first(qBound(0, error.offset, int(text.size())));
        const auto line = before.split('\n').last();
        return tl::unexpected(QStringLiteral("line %1, column %2: %3")
                                  .arg(before.count('\n') + 1)
                                  .arg(line.size() + 1)
                                  .arg(error.errorString()));
    }
    if (!document.isObject())
        return tl::unexpected(QStringLiteral("a JSON object is needed"));
    return document.object();
}

} // namespace

tl::expected<item::Recipe, QString> recipeFromText(const QByteArray &text, bool isJson)
{
    const auto object = isJson ? readJson(text) : tomlObject(text);
    if (!object)
        return tl::unexpected(object.error());
    return item::recipeFromObject(*object);
}

tl::expected<item::Recipe, QString> readRecipe(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(file.errorString());
    const auto text = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return tl::unexpected(file.errorString());
    if (text.size() > maxBytes)
        return tl::unexpected(QStringLiteral("larger than 4 MiB: this is no recipe"));
    const bool isToml = path.endsWith(u".toml", Qt::CaseInsensitive);
    const bool looksLikeJson = text.trimmed().startsWith('{');
    return recipeFromText(text, path.endsWith(u".json", Qt::CaseInsensitive) ||
                                    (!isToml && looksLikeJson));
}

} // namespace trawl::exchange
