// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/plan.h"

#include "item/recipejson.h"

#include <algorithm>

namespace trawl::extract {

namespace {

/// Compiles a recipe; throws the RecipeError, which never leaves makePlan().
class Planner
{
public:
    explicit Planner(const item::Recipe &recipe)
        : m_recipe(recipe)
    {
    }

    Plan run()
    {
        if (const QString complaint = item::recipeComplaint(m_recipe); !complaint.isEmpty())
            throw RecipeError{{}, complaint};
        Plan plan{.tree = m_recipe.tree,
                  .columns = m_recipe.columns(),
                  .pages = {},
                  .nofollow = m_recipe.crawl.nofollow,
                  .maxPageBytes = m_recipe.maxPageBytes};
        m_columns = plan.columns;
        for (const item::Page &page : m_recipe.pages)
            plan.pages.push_back(pageRule(page));
        return plan;
    }

private:
    QString where(const QString &part) const
    {
        return m_page.isEmpty() ? part : QStringLiteral("page \"%1\", %2").arg(m_page, part);
    }

    template <typename T> static T checked(tl::expected<T, QString> result, const QString &where)
    {
        if (!result)
            throw RecipeError{where, result.error()};
        return std::move(*result);
    }

    static void note(PageRule &rule, const Selector &selector)
    {
        rule.wantsJson |= selector.isJson();
        rule.wantsText |= selector.isJson() || selector.isPattern();
    }

    PageRule pageRule(const item::Page &page)
    {
        m_page = page.name;
        PageRule rule;
        if (!page.rows.isEmpty()) {
            rule.rows = checked(Selector::compile(page.rows), where(QStringLiteral("rows")));
            note(rule, *rule.rows);
        }
        for (const item::Field &field : page.fields) {
            rule.fields.push_back(fieldRule(field));
            note(rule, rule.fields.back().selector);
        }
        for (const item::Follow &follow : page.follow) {
            rule.follow.push_back(followRule(follow));
            note(rule, rule.follow.back().selector);
        }
        return rule;
    }

    FieldRule fieldRule(const item::Field &field)
    {
        const auto isUrl = [](const item::Step &step) { return step.kind == item::StepKind::Url; };
        const QString here = where(QStringLiteral("field \"%1\"").arg(field.name));
        return {.name = field.name,
                .column = m_columns.indexOf(field.name),
                .selector = checked(Selector::compile(field.selector), here),
                .all = field.all,
                .makesUrls = std::any_of(field.steps.begin(), field.steps.end(), isUrl),
                .firstIsEnough = !field.all && field.steps.isEmpty(),
                .steps = checked(Steps::compile(field.steps), here)};
    }

    FollowRule followRule(const item::Follow &follow)
    {
        const QString here = where(QStringLiteral("follow \"%1\"").arg(follow.selector));
        for (const QString &name : follow.carry) {
            if (!m_columns.contains(name))
                throw RecipeError{here, QStringLiteral("there is no field \"%1\"").arg(name)};
        }
        const QString &page = follow.page.isEmpty() ? m_page : follow.page;
        return {.selector = checked(Selector::compile(follow.selector), here),
                .page = quint8(m_recipe.pageIndex(page)),
                .samePlace = follow.next,
                .carry = follow.carry,
                .allow = pattern(follow.allow, here),
                .deny = pattern(follow.deny, here)};
    }

    static std::optional<Pattern> pattern(const QString &text, const QString &where)
    {
        if (text.isEmpty())
            return std::nullopt;
        return checked(Pattern::compile(text), where);
    }

    const item::Recipe &m_recipe;
    QStringList m_columns;
    QString m_page;
};

} // namespace

tl::expected<Plan, RecipeError> makePlan(const item::Recipe &recipe)
{
    try {
        return Planner(recipe).run();
    } catch (const RecipeError &error) {
        return tl::unexpected(error);
    }
}

} // namespace trawl::extract
