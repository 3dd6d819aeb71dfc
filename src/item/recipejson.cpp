// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/recipejson.h"
#include "item/objectreader.h"
#include "item/recipewords.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace trawl::item {

namespace {

constexpr qint64 maxDepth = 1'000'000;
constexpr qint64 maxPages = 1'000'000'000'000;
constexpr qint64 maxPageBytes = 1LL << 30;

/// Bytes, or a text as "64M" (K, M, G of 1024).
std::optional<qint64> sizeOf(const QJsonValue &value)
{
    if (value.isDouble()) {
        const auto bytes = value.toInteger(-1);
        return bytes >= 1 && bytes <= maxPageBytes ? std::optional(bytes) : std::nullopt;
    }
    static const QRegularExpression form(QStringLiteral("^([0-9]{1,10})([KMG]?)$"));
    const auto match = form.match(value.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto unit = match.captured(2);
    const int shift = unit.isEmpty() ? 0 : unit == u"K" ? 10 : unit == u"M" ? 20 : 30;
    const auto bytes = match.captured(1).toLongLong() << shift;
    return bytes >= 1 && bytes <= maxPageBytes ? std::optional(bytes) : std::nullopt;
}

/// Reads a whole recipe; the first error stays.
class RecipeReader
{
public:
    [[nodiscard]] Recipe recipe(const QJsonObject &object);
    [[nodiscard]] const QString &error() const { return m_error; }

private:
    void pages(ObjectReader &reader, QList<Page> &pages);
    /// The keys of a page kind, which the top level may hold as well; true if there are any.
    bool pageKeys(ObjectReader &reader, Page &page);
    void fields(ObjectReader &reader, const QJsonValue &value, QList<Field> &fields);
    [[nodiscard]] Field field(const QJsonValue &value, const QString &path, const QString &name);
    [[nodiscard]] QList<Step> steps(ObjectReader &reader);
    [[nodiscard]] Step step(const QJsonValue &value, const QString &path);
    [[nodiscard]] QList<Follow> follows(ObjectReader &reader, const QJsonValue &value);
    [[nodiscard]] Follow follow(const QJsonValue &value, const QString &path);
    void crawl(ObjectReader &reader, CrawlRules &rules);
    void fail(const QString &path, const QString &what);

    QString m_error;
};

void RecipeReader::fail(const QString &path, const QString &what)
{
    ObjectReader({}, {}, m_error).fail(path, what);
}

Recipe RecipeReader::recipe(const QJsonObject &object)
{
    ObjectReader reader(object, {}, m_error);
    Recipe recipe;
    reader.word(QLatin1StringView("tree"), recipe.tree, treeWords);
    if (const auto size = reader.take(QLatin1StringView("max_page_size"))) {
        if (const auto bytes = sizeOf(*size))
            recipe.maxPageBytes = *bytes;
        else
            fail(QStringLiteral("max_page_size"),
                 QStringLiteral("a size from 1 to \"1G\" is needed, as in \"64M\" or 65536"));
    }
    reader.texts(QLatin1StringView("sitemaps"), recipe.sitemaps);
    pages(reader, recipe.pages);
    crawl(reader, recipe.crawl);
    reader.finish();
    if (m_error.isEmpty() && recipe.isEmpty() && !recipe.sitemaps.isEmpty())
        recipe.pages.append(Page{});
    return recipe;
}

void RecipeReader::pages(ObjectReader &reader, QList<Page> &pages)
{
    Page only;
    const bool isShort = pageKeys(reader, only);
    const auto value = reader.take(QLatin1StringView("page"));
    if (isShort)
        pages.append(only);
    if (!value)
        return;
    if (isShort)
        return fail(QStringLiteral("page"),
                    QStringLiteral("give rows, fields, follow and save in the [[page]] tables or "
                                   "at the top, not both"));
    if (!value->isArray())
        return fail(QStringLiteral("page"),
                    QStringLiteral("a list is needed: [[page]] before each page kind"));
    const auto array = value->toArray();
    for (qsizetype i = 0; i < array.size() && m_error.isEmpty(); ++i) {
        const auto path = QStringLiteral("page[%1]").arg(i);
        if (!array[i].isObject())
            return fail(path, QStringLiteral("a table is needed"));
        ObjectReader entry(array[i].toObject(), path, m_error);
        Page page;
        entry.text(QLatin1StringView("name"), page.name);
        (void)pageKeys(entry, page);
        entry.finish();
        pages.append(page);
    }
}

bool RecipeReader::pageKeys(ObjectReader &reader, Page &page)
{
    reader.text(QLatin1StringView("rows"), page.rows);
    const auto fieldsValue = reader.take(QLatin1StringView("fields"));
    if (fieldsValue)
        fields(reader, *fieldsValue, page.fields);
    const auto followValue = reader.take(QLatin1StringView("follow"));
    if (followValue)
        page.follow = follows(reader, *followValue);
    const auto save = reader.take(QLatin1StringView("save"));
    if (save && !save->isBool())
        fail(reader.pathOf(QLatin1StringView("save")), QStringLiteral("true or false is needed"));
    else if (save)
        page.save = save->toBool();
    return fieldsValue || followValue || save || !page.rows.isEmpty();
}

void RecipeReader::fields(ObjectReader &reader, const QJsonValue &value, QList<Field> &fields)
{
    const auto path = reader.pathOf(QLatin1StringView("fields"));
    if (value.isObject()) {
        const auto object = value.toObject();
        for (auto it = object.begin(); it != object.end() && m_error.isEmpty(); ++it)
            fields.append(field(*it, path + u'.' + it.key(), it.key()));
        return;
    }
    if (!value.isArray())
        return fail(path, QStringLiteral("a table of names and selectors, or a list of tables with "
                                         "name and select, is needed"));
    const auto array = value.toArray();
    for (qsizetype i = 0; i < array.size() && m_error.isEmpty(); ++i) {
        const auto name = array[i].toObject().value(QLatin1StringView("name")).toString();
        const auto entry =
            name.isEmpty() ? path + QStringLiteral("[%1]").arg(i) : path + u'.' + name;
        if (!array[i].isObject())
            return fail(entry, QStringLiteral("a table with name and select is needed"));
        fields.append(field(array[i], entry, {}));
    }
}

/// `name` is that of the key that the field stands at; empty in a list, where it is in the table.
Field RecipeReader::field(const QJsonValue &value, const QString &path, const QString &name)
{
    Field field{.name = name};
    if (value.isString()) {
        field.selector = value.toString();
        return field;
    }
    if (!value.isObject()) {
        fail(path, QStringLiteral("a selector in quotes or a table with select is needed"));
        return field;
    }
    ObjectReader reader(value.toObject(), path, m_error);
    if (name.isEmpty())
        reader.text(QLatin1StringView("name"), field.name);
    reader.text(QLatin1StringView("select"), field.selector);
    reader.flag(QLatin1StringView("all"), field.all);
    field.steps = steps(reader);
    reader.finish();
    return field;
}

QList<Step> RecipeReader::steps(ObjectReader &reader)
{
    const auto value = reader.take(QLatin1StringView("steps"));
    const auto path = reader.pathOf(QLatin1StringView("steps"));
    QList<Step> steps;
    if (value && !value->isArray())
        fail(path, QStringLiteral("a list is needed, as in [\"trim\", { join = \", \" }]"));
    const auto array = value ? value->toArray() : QJsonArray();
    for (qsizetype i = 0; i < array.size() && m_error.isEmpty(); ++i)
        steps.append(step(array[i], path + QStringLiteral("[%1]").arg(i)));
    return steps;
}

Step RecipeReader::step(const QJsonValue &value, const QString &path)
{
    const auto object = value.toObject();
    const auto name = value.isString() ? value.toString() : object.keys().value(0);
    const auto found = std::find(stepWords.begin(), stepWords.end(), name);
    if (!value.isString() && object.size() != 1)
        fail(path, QStringLiteral("a step's name or a table of one step and its value is needed"));
    else if (found == stepWords.end())
        fail(path, QStringLiteral("unknown step \"%1\"; known: %2")
                       .arg(name, ObjectReader::listed(stepWords)));
    if (!m_error.isEmpty())
        return {};
    Step step{StepKind(found - stepWords.begin()), {}};
    if (value.isString()) {
        if (needsArgument(step.kind))
            fail(path, QStringLiteral("%1 needs a value: { %1 = \"…\" }").arg(name));
        return step;
    }
    const auto argument = object.begin().value();
    if (!takesArgument(step.kind))
        fail(path, QStringLiteral("%1 takes no value: write \"%1\"").arg(name));
    else if (!argument.isString())
        fail(path + u'.' + name, QStringLiteral("a text in quotes is needed"));
    step.argument = argument.toString();
    return step;
}

QList<Follow> RecipeReader::follows(ObjectReader &reader, const QJsonValue &value)
{
    const auto path = reader.pathOf(QLatin1StringView("follow"));
    if (!value.isArray())
        return {follow(value, path)};
    QList<Follow> all;
    const auto array = value.toArray();
    for (qsizetype i = 0; i < array.size() && m_error.isEmpty(); ++i)
        all.append(follow(array[i], path + QStringLiteral("[%1]").arg(i)));
    return all;
}

Follow RecipeReader::follow(const QJsonValue &value, const QString &path)
{
    Follow follow;
    if (value.isString()) {
        follow.selector = value.toString();
        return follow;
    }
    if (!value.isObject()) {
        fail(path, QStringLiteral("a selector in quotes or a table with select is needed"));
        return follow;
    }
    ObjectReader reader(value.toObject(), path, m_error);
    reader.text(QLatin1StringView("select"), follow.selector);
    reader.text(QLatin1StringView("page"), follow.page);
    reader.flag(QLatin1StringView("next"), follow.next);
    reader.texts(QLatin1StringView("carry"), follow.carry);
    reader.text(QLatin1StringView("allow"), follow.allow);
    reader.text(QLatin1StringView("deny"), follow.deny);
    reader.finish();
    return follow;
}

void RecipeReader::crawl(ObjectReader &reader, CrawlRules &rules)
{
    const auto value = reader.take(QLatin1StringView("crawl"));
    if (!value)
        return;
    if (!value->isObject())
        return fail(QStringLiteral("crawl"), QStringLiteral("a table is needed: [crawl]"));
    ObjectReader table(value->toObject(), QStringLiteral("crawl"), m_error);
    table.integer(QLatin1StringView("depth"), rules.depth, 0, maxDepth);
    table.word(QLatin1StringView("span"), rules.span, spanWords);
    table.texts(QLatin1StringView("allow"), rules.allow);
    table.texts(QLatin1StringView("deny"), rules.deny);
    table.integer(QLatin1StringView("max_pages"), rules.maxPages, 0, maxPages);
    table.flag(QLatin1StringView("robots"), rules.robots);
    table.flag(QLatin1StringView("nofollow"), rules.nofollow);
    table.flag(QLatin1StringView("sort_query"), rules.sortQuery);
    table.flag(QLatin1StringView("drop_tracking"), rules.dropTracking);
    table.flag(QLatin1StringView("throttle"), rules.throttle);
    table.finish();
}

} // namespace

tl::expected<Recipe, QString> recipeFromObject(const QJsonObject &json)
{
    RecipeReader reader;
    auto recipe = reader.recipe(json);
    if (!reader.error().isEmpty())
        return tl::unexpected(reader.error());
    if (const auto complaint = recipeComplaint(recipe); !complaint.isEmpty())
        return tl::unexpected(complaint);
    return recipe;
}

tl::expected<Recipe, QString> recipeFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(
            QStringLiteral("byte %1: %2").arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return tl::unexpected(QStringLiteral("a JSON object is needed"));
    return recipeFromObject(document.object());
}

} // namespace trawl::item
