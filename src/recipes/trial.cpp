// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/trial.h"

#include "item/recipejson.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace trawl::recipes {

namespace {

class TrialWords
{
    Q_DECLARE_TR_FUNCTIONS(trawl::recipes::Trial)
};

/// Empty = it is an expression.
QString patternComplaint(const QString &pattern)
{
    const QRegularExpression expression(pattern);
    if (expression.isValid())
        return {};
    return TrialWords::tr("“%1” is no regular expression, at character %2: %3")
        .arg(pattern)
        .arg(expression.patternErrorOffset())
        .arg(expression.errorString());
}

QString stepComplaint(const item::Field &field)
{
    for (const auto &step : field.steps) {
        if (step.kind != item::StepKind::Regex)
            continue;
        if (const auto complaint = patternComplaint(step.argument); !complaint.isEmpty())
            return complaint;
    }
    return {};
}

bool isTriable(const item::Field &field)
{
    return !field.selector.trimmed().isEmpty() && stepComplaint(field).isEmpty();
}

} // namespace

std::optional<item::RecipePlace> Trial::placeOf(item::RecipePlace ofDraft) const
{
    if (ofDraft.part == item::RecipePart::Rows)
        return hasRows ? std::optional(ofDraft) : std::nullopt;
    const auto &list = ofDraft.part == item::RecipePart::Field ? fields : follow;
    const auto index = list.indexOf(ofDraft.index);
    if (index < 0)
        return std::nullopt;
    return item::RecipePlace{ofDraft.part, qint32(index)};
}

item::RecipePlace Trial::draftPlaceOf(item::RecipePlace ofTrial) const
{
    if (ofTrial.part == item::RecipePart::Rows)
        return ofTrial;
    const auto &list = ofTrial.part == item::RecipePart::Field ? fields : follow;
    return {ofTrial.part, list.value(ofTrial.index, -1)};
}

Trial trialOf(const item::Recipe &draft, int page)
{
    Trial trial;
    item::Recipe recipe;
    recipe.tree = draft.tree;
    recipe.maxPageBytes = draft.maxPageBytes;
    recipe.crawl.nofollow = draft.crawl.nofollow;
    const auto own = draft.pages.value(page);
    trial.page = page;
    trial.ofFields = int(own.fields.size());
    item::Page tried;
    tried.rows = own.rows.trimmed();
    tried.save = true; // without any field it is a recipe all the same
    trial.hasRows = !tried.rows.isEmpty();
    for (int i = 0; i < own.fields.size(); ++i) {
        if (!isTriable(own.fields[i]))
            continue;
        tried.fields.append(own.fields[i]);
        tried.fields.last().name = QStringLiteral("f%1").arg(i);
        trial.fields.append(i);
    }
    for (int i = 0; i < own.follow.size(); ++i) {
        const auto &rule = own.follow[i];
        if (rule.selector.trimmed().isEmpty() || !followComplaint(rule).isEmpty())
            continue;
        tried.follow.append({rule.selector, {}, rule.next, {}, rule.allow, rule.deny});
        trial.follow.append(i);
    }
    recipe.pages = {tried};
    trial.recipe = item::toJson(recipe);
    return trial;
}

QString fieldComplaint(const item::Page &page, int field)
{
    const auto &own = page.fields[field];
    const auto same = [&own](const item::Field &other) {
        return other.name.compare(own.name, Qt::CaseInsensitive) == 0;
    };
    if (own.name.trimmed().isEmpty())
        return TrialWords::tr("The field needs a name: it is the column's.");
    if (std::ranges::count_if(page.fields, same) > 1)
        return TrialWords::tr("There are two fields “%1”.").arg(own.name);
    if (own.selector.trimmed().isEmpty())
        return TrialWords::tr("The field needs a selector, such as h1 or .price.");
    return stepComplaint(own);
}

QString followComplaint(const item::Follow &follow)
{
    if (follow.selector.trimmed().isEmpty())
        return TrialWords::tr("The rule needs a selector, such as a.next.");
    const auto complaint = patternComplaint(follow.allow);
    return complaint.isEmpty() ? patternComplaint(follow.deny) : complaint;
}

bool isRequired(const item::Field &field)
{
    return std::ranges::any_of(
        field.steps, [](const item::Step &step) { return step.kind == item::StepKind::Required; });
}

} // namespace trawl::recipes
