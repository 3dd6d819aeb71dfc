// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipetext.h"

#include "item/recipejson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringBuilder>

#include <algorithm>

namespace trawl::exchange {

namespace {

bool cannotBeLiteral(QChar c)
{
    return c.category() == QChar::Other_Control || c.isSurrogate();
}

/// A regular expression is best left as it is, between single quotes.
QString tomlString(const QString &text)
{
    const bool awkward = text.contains(u'\\') || text.contains(u'"');
    if (awkward && !text.contains(u'\'') && std::none_of(text.begin(), text.end(), cannotBeLiteral))
        return u'\'' % text % u'\'';
    QString result;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            result += QStringLiteral("\\") + c;
        else if (c.category() == QChar::Other_Control)
            result += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            result += c;
    }
    return u'"' % result % u'"';
}

QString key(const QString &name)
{
    static const QRegularExpression bare(QStringLiteral("^[A-Za-z0-9_-]+$"));
    return bare.match(name).hasMatch() ? name : tomlString(name);
}

QString inlined(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toInteger());
    QStringList parts;
    if (value.isArray()) {
        const auto array = value.toArray();
        for (const auto &entry : array)
            parts.append(inlined(entry));
        return u'[' % parts.join(QStringLiteral(", ")) % u']';
    }
    if (!value.isObject())
        return tomlString(value.toString());
    auto object = value.toObject();
    const auto add = [&](const QString &name) {
        parts.append(key(name) % u" = " % inlined(object.take(name)));
    };
    for (const auto *first : {"name", "select"}) { // the rest as JSON has it, by name
        if (object.contains(QLatin1StringView(first)))
            add(QLatin1StringView(first));
    }
    while (!object.isEmpty())
        add(object.begin().key());
    return u"{ " % parts.join(QStringLiteral(", ")) % u" }";
}

/// Writes the JSON of a recipe as TOML.
class TomlWriter
{
public:
    QString run(QJsonObject recipe)
    {
        const auto pages = recipe.take(QStringLiteral("page")).toArray();
        const auto crawl = recipe.take(QStringLiteral("crawl")).toObject();
        for (auto it = recipe.begin(); it != recipe.end(); ++it)
            line(it.key(), *it);
        const bool flat = pages.size() == 1 && !pages[0].toObject().contains(u"name");
        if (flat)
            page(pages[0].toObject(), {});
        if (!crawl.isEmpty()) {
            header(QStringLiteral("[crawl]"));
            for (auto it = crawl.begin(); it != crawl.end(); ++it)
                line(it.key(), *it);
        }
        for (const auto &entry : pages) {
            if (flat)
                break;
            header(QStringLiteral("[[page]]"));
            page(entry.toObject(), QStringLiteral("page."));
        }
        return m_text;
    }

private:
    void header(const QString &title)
    {
        m_text += (m_text.isEmpty() ? QString() : QStringLiteral("\n")) % title % u'\n';
    }
    void line(const QString &name, const QJsonValue &value)
    {
        m_text += key(name) % u" = " % inlined(value) % u'\n';
    }

    void page(QJsonObject page, const QString &prefix)
    {
        const auto list = page.take(QStringLiteral("fields")).toArray();
        for (const auto *first : {"name", "rows", "save"}) {
            if (const auto value = page.take(QLatin1StringView(first)); !value.isUndefined())
                line(QLatin1StringView(first), value);
        }
        if (const auto rules = page.take(QStringLiteral("follow")).toArray(); !rules.isEmpty())
            follow(rules);
        if (list.isEmpty())
            return;
        if (!areKeys(list))
            return line(QStringLiteral("fields"), list);
        header(u'[' % prefix % u"fields]");
        for (const auto &entry : list)
            field(entry.toObject());
    }

    void follow(const QJsonArray &rules)
    {
        m_text += QStringLiteral("follow = [\n");
        for (const auto &rule : rules)
            m_text += u"    " % inlined(rule) % u",\n";
        m_text += QStringLiteral("]\n");
    }

    /// A draft may have two fields of one name, which no table can.
    static bool areKeys(const QJsonArray &fields)
    {
        QSet<QString> names;
        for (const auto &field : fields)
            names.insert(field.toObject().value(u"name").toString());
        return names.size() == fields.size();
    }

    void field(QJsonObject field)
    {
        const auto name = field.take(QStringLiteral("name")).toString();
        if (field.size() == 1 && field.contains(u"select"))
            line(name, field.value(u"select"));
        else
            line(name, field);
    }

    QString m_text;
};

} // namespace

QByteArray recipeToText(const item::Recipe &recipe, bool asJson)
{
    if (recipe.isEmpty())
        return {};
    const auto document = QJsonDocument::fromJson(item::toJson(recipe));
    return asJson ? document.toJson(QJsonDocument::Indented)
                  : TomlWriter().run(document.object()).toUtf8();
}

} // namespace trawl::exchange
