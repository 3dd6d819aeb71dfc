// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportchoices.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace trawl::exporting {

namespace {

template <typename E> E choice(const QJsonObject &object, const char *key, E fallback, E last)
{
    const auto number = object.value(QLatin1StringView(key)).toInt(int(fallback));
    return number >= 0 && number <= int(last) ? E(number) : fallback;
}

} // namespace

QStringList ExportSubject::fields(std::optional<item::JobId> of) const
{
    QStringList names;
    for (const auto &one : jobs) {
        if (!of || one.id == *of)
            names += one.fields;
    }
    names.removeDuplicates();
    return names;
}

QByteArray ExportChoices::toBytes() const
{
    const QJsonObject object{
        {QStringLiteral("scope"), int(scope)},
        {QStringLiteral("format"), int(format)},
        {QStringLiteral("order"), int(order)},
        {QStringLiteral("preset"), int(preset)},
        {QStringLiteral("columns"), QJsonArray::fromStringList(columns)},
        {QStringLiteral("bom"), bom},
        {QStringLiteral("defuse"), defuseFormulas},
        {QStringLiteral("where"), where},
        {QStringLiteral("file"), file},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ExportChoices ExportChoices::fromBytes(const QByteArray &bytes)
{
    const auto object = QJsonDocument::fromJson(bytes).object();
    ExportChoices choices;
    choices.scope = choice(object, "scope", choices.scope, ExportScope::Job);
    choices.format = choice(object, "format", choices.format, exchange::ExportFormat::Last);
    choices.order = choice(object, "order", choices.order, ExportOrder::Arrival);
    choices.preset = choice(object, "preset", choices.preset, ColumnPreset::Own);
    for (const auto &column : object.value(QLatin1StringView("columns")).toArray())
        choices.columns.append(column.toString());
    choices.bom = object.value(QLatin1StringView("bom")).toBool();
    choices.defuseFormulas = object.value(QLatin1StringView("defuse")).toBool(true);
    choices.where = object.value(QLatin1StringView("where")).toString();
    choices.file = object.value(QLatin1StringView("file")).toString();
    return choices;
}

} // namespace trawl::exporting
