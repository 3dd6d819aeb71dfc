// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipes/trial.h"

#include "item/recipejson.h"
#include "support/testmain.h"

#include <QTest>

namespace tst_trial {

using namespace trawl;
using namespace trawl::recipes;
using item::RecipePart;
using item::RecipePlace;

namespace {

item::Field field(const char *name, const char *selector, QList<item::Step> steps = {})
{
    return {QString::fromUtf8(name), QString::fromUtf8(selector), false, std::move(steps)};
}

/// Half-written in every way: names twice, nothing to look for, expressions that are none.
item::Recipe draft()
{
    item::Recipe recipe;
    recipe.tree = item::Tree::Fast;
    item::Page list;
    list.name = QStringLiteral("list");
    list.rows = QStringLiteral("li");
    list.fields = {field("", "h1"), field("a", ""), field("a", "h2"),
                   field("b", "h3", {{item::StepKind::Regex, QStringLiteral("(")}}),
                   field("c", "h4", {{item::StepKind::Required, {}}})};
    list.follow = {{.selector = {}},
                   {.selector = QStringLiteral("a"), .page = QStringLiteral("gone")},
                   {.selector = QStringLiteral("b"), .allow = QStringLiteral("[")},
                   {.selector = QStringLiteral("c"), .carry = {QStringLiteral("zzz")}}};
    recipe.pages = {item::Page(), list};
    return recipe;
}

} // namespace

class TestTrial : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsTried()
    {
        const auto trial = trialOf(draft(), 1);
        QCOMPARE(trial.page, 1);
        QCOMPARE(trial.ofFields, 5);
        QCOMPARE(trial.fields, (QList<int>{0, 2, 4}));
        QCOMPARE(trial.follow, (QList<int>{1, 3}));
        const auto recipe = item::recipeFromJson(trial.recipe);
        QVERIFY2(recipe, qPrintable(recipe ? QString() : recipe.error()));
        QCOMPARE(recipe->tree, item::Tree::Fast);
        QCOMPARE(recipe->pages.size(), 1);
        QCOMPARE(recipe->pages[0].rows, QStringLiteral("li"));
        QCOMPARE(recipe->pages[0].fields.size(), 3);
        QCOMPARE(recipe->pages[0].follow.size(), 2);
    }
    void placesThereAndBack()
    {
        const auto trial = trialOf(draft(), 1);
        QCOMPARE(trial.placeOf({RecipePart::Field, 2}), (RecipePlace{RecipePart::Field, 1}));
        QCOMPARE(trial.placeOf({RecipePart::Follow, 3}), (RecipePlace{RecipePart::Follow, 1}));
        QVERIFY(!trial.placeOf({RecipePart::Field, 1}));
        QVERIFY(!trial.placeOf({RecipePart::Field, -1}));
        QVERIFY(trial.placeOf({RecipePart::Rows, 0}));
        QVERIFY(!trialOf(draft(), 0).placeOf({RecipePart::Rows, 0}));
        QCOMPARE(trial.draftPlaceOf({RecipePart::Field, 2}), (RecipePlace{RecipePart::Field, 4}));
        QCOMPARE(trial.draftPlaceOf({RecipePart::Field, 9}).index, -1);
    }
    void anEmptyDraftIsARecipeAllTheSame()
    {
        const auto trial = trialOf(draft(), 0);
        QVERIFY(trial.isEmpty());
        QVERIFY(item::recipeFromJson(trial.recipe));
    }
    void complaints()
    {
        const auto recipe = draft();
        const auto page = recipe.pages[1];
        QVERIFY(fieldComplaint(page, 0).contains(QStringLiteral("name")));
        QVERIFY(fieldComplaint(page, 1).contains(QStringLiteral("two fields")));
        QVERIFY(fieldComplaint(page, 3).contains(QStringLiteral("(")));
        QCOMPARE(fieldComplaint(page, 4), QString());
        QVERIFY(followComplaint(page.follow[0]).contains(QStringLiteral("selector")));
        QVERIFY(followComplaint(page.follow[2]).contains(QStringLiteral("[")));
        QCOMPARE(followComplaint(page.follow[3]), QString());
        QVERIFY(isRequired(page.fields[4]) && !isRequired(page.fields[3]));
    }
};

TRAWL_TEST(Appless, TestTrial)

} // namespace tst_trial

#include "tst_trial.moc"
