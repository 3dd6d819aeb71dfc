// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/recipejson.h"
#include "item/result.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace trawl::item {

namespace {

constexpr qsizetype mostPageKinds = 200;
constexpr qsizetype maxColumns = 1000; // SQLite takes 2 000 in a table
constexpr qsizetype maxNameLength = 200;

/// Looks a recipe through; stops at the first thing that is wrong.
class Check
{
public:
    explicit Check(const Recipe &recipe)
        : m_recipe(recipe)
        , m_columns(recipe.columns())
    {
    }
    QString run();

private:
    void page(qsizetype index);
    void field(const QString &path, const Field &field);
    void fieldName(const QString &path, const QString &name);
    void follow(const QString &path, const Follow &follow);
    void columns();
    void pattern(const QString &path, const QString &pattern);
    void sitemaps();
    void fail(const QString &path, const QString &what)
    {
        if (m_error.isEmpty())
            m_error = path + QStringLiteral(": ") + what;
    }

    const Recipe &m_recipe;
    QStringList m_columns;
    QSet<QString> m_pageNames;
    QString m_error;
};

QString Check::run()
{
    if (m_recipe.isEmpty())
        return QStringLiteral("nothing to do: give fields, follow, save or [[page]] tables");
    if (m_recipe.pages.size() > mostPageKinds)
        return QStringLiteral("page: there are %1 page kinds; the most is %2")
            .arg(m_recipe.pages.size())
            .arg(mostPageKinds);
    for (qsizetype i = 0; i < m_recipe.pages.size() && m_error.isEmpty(); ++i)
        page(i);
    columns();
    for (qsizetype i = 0; i < m_recipe.crawl.allow.size(); ++i)
        pattern(QStringLiteral("crawl.allow[%1]").arg(i), m_recipe.crawl.allow[i]);
    for (qsizetype i = 0; i < m_recipe.crawl.deny.size(); ++i)
        pattern(QStringLiteral("crawl.deny[%1]").arg(i), m_recipe.crawl.deny[i]);
    sitemaps();
    return m_error;
}

void Check::page(qsizetype index)
{
    const auto &page = m_recipe.pages[index];
    const bool only = m_recipe.pages.size() == 1;
    const auto here = QStringLiteral("page[%1]").arg(index);
    const auto prefix = only && page.name.isEmpty() ? QString() : here + u'.';
    if (!only && page.name.isEmpty())
        fail(here, QStringLiteral("a name is needed, for there are several page kinds"));
    if (m_pageNames.contains(page.name))
        fail(here + QStringLiteral(".name"),
             QStringLiteral("there are two page kinds \"%1\"").arg(page.name));
    m_pageNames.insert(page.name);
    QSet<QString> names;
    for (const auto &entry : page.fields) {
        const auto path = prefix + QStringLiteral("fields.") + entry.name;
        if (names.contains(entry.name))
            fail(path, QStringLiteral("there are two fields of that name on the page"));
        names.insert(entry.name);
        field(path, entry);
    }
    for (qsizetype i = 0; i < page.follow.size(); ++i)
        follow(prefix + QStringLiteral("follow[%1]").arg(i), page.follow[i]);
}

void Check::field(const QString &path, const Field &field)
{
    fieldName(path, field.name);
    if (field.selector.trimmed().isEmpty())
        fail(path, QStringLiteral("a selector is needed: select = \"h1\""));
    for (qsizetype i = 0; i < field.steps.size(); ++i) {
        const auto &step = field.steps[i];
        if (step.kind == StepKind::Regex)
            pattern(path + QStringLiteral(".steps[%1]").arg(i), step.argument);
    }
}

void Check::fieldName(const QString &path, const QString &name)
{
    const auto isBad = [](QChar c) { return c.category() == QChar::Other_Control; };
    if (name.trimmed().isEmpty())
        fail(path, QStringLiteral("a field needs a name"));
    else if (name.size() > maxNameLength)
        fail(path, QStringLiteral("a field's name may have %1 characters").arg(maxNameLength));
    else if (name.contains(u'{') || name.contains(u'}') ||
             std::any_of(name.begin(), name.end(), isBad))
        fail(path, QStringLiteral("a field's name may hold no braces and no control characters"));
    for (const char *column : resultColumnNames) {
        if (name.compare(QLatin1StringView(column), Qt::CaseInsensitive) == 0)
            fail(path, QStringLiteral("every result has a column \"%1\"; choose another name")
                           .arg(QLatin1StringView(column)));
    }
}

/// SQLite and spreadsheets do not tell columns apart by case.
void Check::columns()
{
    if (m_columns.size() > maxColumns)
        fail(QStringLiteral("fields"),
             QStringLiteral("there are %1; the most is %2").arg(m_columns.size()).arg(maxColumns));
    QHash<QString, QString> seen;
    for (const auto &name : std::as_const(m_columns)) {
        const auto before = seen.value(name.toCaseFolded());
        if (!before.isEmpty())
            fail(QStringLiteral("fields.") + name,
                 QStringLiteral("it differs from \"%1\" only by case; choose another name")
                     .arg(before));
        seen.insert(name.toCaseFolded(), name);
    }
}

void Check::follow(const QString &path, const Follow &follow)
{
    if (follow.selector.trimmed().isEmpty())
        fail(path, QStringLiteral("a selector is needed: select = \"a\""));
    if (!follow.page.isEmpty() && m_recipe.pageIndex(follow.page) < 0) {
        QStringList known;
        for (const auto &page : m_recipe.pages) {
            if (!page.name.isEmpty())
                known.append(page.name);
        }
        fail(path + QStringLiteral(".page"),
             QStringLiteral("there is no page kind \"%1\"; known: %2")
                 .arg(follow.page, known.join(QStringLiteral(", "))));
    }
    for (const auto &name : follow.carry) {
        if (!m_columns.contains(name))
            fail(path + QStringLiteral(".carry"),
                 QStringLiteral("there is no field \"%1\"; known: %2")
                     .arg(name, m_columns.join(QStringLiteral(", "))));
    }
    pattern(path + QStringLiteral(".allow"), follow.allow);
    pattern(path + QStringLiteral(".deny"), follow.deny);
}

void Check::pattern(const QString &path, const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (!expression.isValid())
        fail(path, QStringLiteral("not a regular expression, at character %1: %2")
                       .arg(expression.patternErrorOffset())
                       .arg(expression.errorString()));
}

void Check::sitemaps()
{
    for (qsizetype i = 0; i < m_recipe.sitemaps.size(); ++i) {
        const auto &url = m_recipe.sitemaps[i];
        if (!url.startsWith(u"http://", Qt::CaseInsensitive) &&
            !url.startsWith(u"https://", Qt::CaseInsensitive))
            fail(QStringLiteral("sitemaps[%1]").arg(i),
                 QStringLiteral("a URL with http:// or https:// is needed"));
    }
}

} // namespace

QString recipeComplaint(const Recipe &recipe)
{
    return Check(recipe).run();
}

} // namespace trawl::item
