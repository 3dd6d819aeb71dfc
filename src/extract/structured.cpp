// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/structured.h"

#include "extract/jsonpath.h"
#include "extract/nodes.h"

#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace trawl::extract {

namespace {

enum class Kind : quint8 { JsonLd, Microdata, Meta };

/// The values within arrays, however nested, in order.
QList<QJsonValue> flat(const QList<QJsonValue> &values)
{
    QList<QJsonValue> result;
    std::vector<QJsonValue> open(values.rbegin(), values.rend());
    while (!open.empty()) {
        const QJsonValue value = std::move(open.back());
        open.pop_back();
        if (!value.isArray()) {
            result.append(value);
            continue;
        }
        const QJsonArray array = value.toArray();
        for (auto i = array.size(); i > 0; --i)
            open.push_back(array.at(i - 1));
    }
    return result;
}

/// Product is https://schema.org/Product, schema:Product and Product.
bool isOfType(const QJsonValue &types, const QString &wanted)
{
    const auto isWanted = [&](const QJsonValue &type) {
        const QString name = type.toString();
        if (!name.endsWith(wanted))
            return false;
        const auto before = name.size() - wanted.size() - 1;
        return before < 0 || QStringView(u"/#:").contains(name.at(before));
    };
    const auto all = flat({types});
    return std::any_of(all.begin(), all.end(), isWanted);
}

/// All objects of a type in a value, each before what is in it.
QList<QJsonValue> objectsOfType(const QJsonArray &top, const QString &key, const QString &type)
{
    QList<QJsonValue> result;
    std::vector<QJsonValue> open{top};
    while (!open.empty()) {
        const QJsonValue value = std::move(open.back());
        open.pop_back();
        const auto first = qsizetype(open.size());
        if (value.isArray()) {
            for (const QJsonArray array = value.toArray(); const auto &element : array)
                open.push_back(element);
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            if (isOfType(object.value(key), type))
                result.append(value);
            open.insert(open.end(), object.begin(), object.end());
        }
        std::reverse(open.begin() + first, open.end());
    }
    return result;
}

QJsonValue bare(const QJsonValue &value)
{
    const QJsonValue inner = value.toObject().value(QStringLiteral("@value"));
    return inner.isUndefined() ? value : inner;
}

QJsonValue property(const QJsonValue &value, const QString &name, Kind kind)
{
    QJsonObject object = value.toObject();
    if (kind == Kind::Microdata)
        object = object.value(QStringLiteral("properties")).toObject();
    return object.value(name);
}

QList<QJsonValue> propertyValues(QList<QJsonValue> values, const QStringList &names, Kind kind)
{
    for (const auto &name : names) {
        QList<QJsonValue> next;
        for (const auto &value : flat(values)) {
            if (auto found = property(value, name, kind); !found.isUndefined())
                next.append(std::move(found));
        }
        values = std::move(next);
    }
    values = flat(values);
    std::transform(values.begin(), values.end(), values.begin(), bare);
    return values;
}

QList<item::Value> metaContents(const xmlDoc *document, const QString &name)
{
    QList<item::Value> result;
    for (const xmlNode *node : elementsOf(document, "meta")) {
        const auto is = [&](const char *attribute) {
            const auto value = attributeOf(node, attribute);
            return value && value->trimmed().compare(name, Qt::CaseInsensitive) == 0;
        };
        const auto content = attributeOf(node, "content");
        if (content && (is("name") || is("property") || is("http-equiv")))
            result.append(*content);
    }
    return result;
}

/// Type.property.property, or <URL>.property; gives what is wrong with it, or nothing.
QString parsePath(QStringView text, QString &type, QStringList &names)
{
    if (text.contains(u'['))
        return QStringLiteral("brackets are for paths that begin with $");
    if (text.startsWith(u'<')) {
        const auto close = text.indexOf(u'>');
        const auto rest = close < 0 ? QStringView() : text.sliced(close + 1);
        if (close < 2 || (!rest.isEmpty() && rest.front() != u'.'))
            return QStringLiteral("a type in full is <URL>, with a point behind it");
        type = text.sliced(1, close - 1).toString();
        if (!rest.isEmpty())
            names = rest.sliced(1).toString().split(u'.');
    } else {
        names = text.toString().split(u'.');
        type = names.takeFirst();
    }
    return type.isEmpty() || names.contains(QString())
               ? QStringLiteral("a name is missing; a path is Type.property.property")
               : QString();
}

QString joinedNotes(const QString &a, const QString &b)
{
    return a.isEmpty() || b.isEmpty() ? a + b : a + QStringLiteral("; ") + b;
}

} // namespace

struct Structured::Query
{
    Kind kind = Kind::JsonLd;
    std::optional<JsonPath> path;
    QString type;      ///< empty = all objects
    QStringList names; ///< of properties, from the outside in; of Meta the one name
};

tl::expected<Structured, QString> Structured::compile(QStringView kind, QStringView path)
{
    auto query = std::make_shared<Query>();
    path = path.trimmed();
    QString error;
    if (kind == u"meta") {
        query->kind = Kind::Meta;
        query->names = {path.toString()};
        if (path.isEmpty())
            error = QStringLiteral("the name is missing, as in meta:og:title");
    } else if (kind == u"jsonld" || kind == u"microdata") {
        query->kind = kind == u"jsonld" ? Kind::JsonLd : Kind::Microdata;
        if (path.startsWith(u'$')) {
            auto compiled = JsonPath::compile(path);
            if (compiled)
                query->path = *std::move(compiled);
            else
                error = compiled.error();
        } else if (!path.isEmpty()) {
            error = parsePath(path, query->type, query->names);
        }
    } else {
        error = QStringLiteral("no such kind of selector");
    }
    if (!error.isEmpty())
        return tl::unexpected(error);
    Structured result;
    result.m_query = std::move(query);
    return result;
}

Structured::Found Structured::select(PageData &page, Effort &effort) const
{
    if (m_query->kind == Kind::Meta)
        return {metaContents(page.document(), m_query->names.first()), {}};
    const bool isLd = m_query->kind == Kind::JsonLd;
    const auto begin = Effort::now();
    const auto &data = isLd ? page.jsonLd() : page.microdata(effort);
    if (m_query->path) {
        auto values = m_query->path->select(data.objects, effort);
        return {values.value_or(QList<QJsonValue>()),
                joinedNotes(data.note, values ? QString() : values.error())};
    }
    if (m_query->type.isEmpty())
        return {{data.objects.begin(), data.objects.end()}, data.note};
    const auto key = isLd ? QStringLiteral("@type") : QStringLiteral("type");
    auto values = propertyValues(objectsOfType(data.objects, key, m_query->type), m_query->names,
                                 m_query->kind);
    effort.use(Effort::now() - begin);
    return {std::move(values), data.note};
}

} // namespace trawl::extract
