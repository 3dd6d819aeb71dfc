// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipefile.h"
#include "exchange/recipetext.h"
#include "item/recipejson.h"
#include "recipes/partmodel.h"
#include "recipes/problemlabel.h"
#include "recipes/recipeeditor.h"
#include "recipes/valuesmodel.h"
#include "ui_recipeeditor.h"

#include <QSignalBlocker>

namespace trawl::recipes {

using item::RecipePart;
using item::RecipePlace;

void RecipeEditor::showAll()
{
    if (m_recipe.pages.isEmpty())
        m_recipe.pages.append(item::Page());
    m_problems.clear();
    m_ui->rulesForm->setRules(m_recipe);
    showKind(std::min<int>(m_kind, int(m_recipe.pages.size()) - 1));
}

void RecipeEditor::showKind(int kind)
{
    if (std::exchange(m_kind, kind) != kind)
        m_problems.clear();
    m_ui->kind->clear();
    for (const auto &entry : std::as_const(m_recipe.pages))
        m_ui->kind->addItem(entry.name.isEmpty() ? tr("(no name)") : entry.name);
    m_ui->kind->setCurrentIndex(kind);
    m_ui->kindRemove->setEnabled(m_recipe.pages.size() > 1);
    m_kindName = page().name;
    m_ui->kindName->setText(m_kindName);
    m_ui->save->setCurrentIndex(!page().save ? 0 : *page().save ? 1 : 2);
    m_ui->rows->setText(page().rows);
    showLists();
    if (currentField() < 0)
        m_ui->fields->setCurrentIndex(m_fields->index(0, 0));
    if (currentRule() < 0)
        m_ui->follow->setCurrentIndex(m_rules->index(0, 0));
    showField();
    showRule();
    m_results.clear();
    m_tryTimer.start();
}

void RecipeEditor::showLists()
{
    QList<PartModel::Row> fields;
    QList<ValuesModel::Field> columns;
    for (int i = 0; i < page().fields.size(); ++i) {
        const auto &field = page().fields[i];
        fields.append(
            {{field.name, field.selector, foundText(i)}, problemOf({RecipePart::Field, i})});
        columns.append({field.name, isRequired(field)});
    }
    m_fields->setRows(fields);
    m_values->setFields(columns);
    QList<PartModel::Row> rules;
    for (int i = 0; i < page().follow.size(); ++i) {
        const auto &rule = page().follow[i];
        rules.append({{rule.selector, rule.page.isEmpty() ? tr("the same") : rule.page},
                      problemOf({RecipePart::Follow, i})});
    }
    m_rules->setRows(rules);
    const auto field = currentField();
    const auto rule = currentRule();
    showProblem(*m_ui->rowsProblem, problemOf({RecipePart::Rows, 0}));
    m_ui->fieldForm->setProblem(field < 0 ? QString() : problemOf({RecipePart::Field, field}));
    m_ui->followForm->setProblem(rule < 0 ? QString() : problemOf({RecipePart::Follow, rule}));
    m_ui->noFields->setVisible(fields.isEmpty());
    m_ui->noFollow->setVisible(rules.isEmpty());
    m_ui->fieldForm->setVisible(field >= 0);
    m_ui->followForm->setVisible(rule >= 0);
    m_ui->fieldRemove->setEnabled(field >= 0);
    m_ui->fieldUp->setEnabled(field > 0);
    m_ui->fieldDown->setEnabled(field >= 0 && field + 1 < fields.size());
    m_ui->followRemove->setEnabled(rule >= 0);
    m_ui->followUp->setEnabled(rule > 0);
    m_ui->followDown->setEnabled(rule >= 0 && rule + 1 < rules.size());
}

void RecipeEditor::showField()
{
    const auto index = currentField();
    if (index >= 0 && m_ui->fieldForm->field() != page().fields[index])
        m_ui->fieldForm->setField(page().fields[index]);
    showLists();
    m_tryTimer.start();
}

void RecipeEditor::showRule()
{
    QStringList kinds;
    for (const auto &entry : std::as_const(m_recipe.pages))
        kinds.append(entry.name);
    if (const auto index = currentRule(); index >= 0)
        m_ui->followForm->setRule(page().follow[index], kinds);
    showLists();
    m_tryTimer.start();
}

void RecipeEditor::showText()
{
    if (!std::exchange(m_textIsOld, false))
        return;
    const QSignalBlocker blocker(m_ui->text);
    m_ui->text->setPlainText(QString::fromUtf8(exchange::recipeToText(m_recipe, m_asJson)));
    m_textIsBad = false;
    showProblem(*m_ui->textProblem, {});
}

void RecipeEditor::takeText()
{
    const auto text = m_ui->text->toPlainText().toUtf8();
    m_asJson = text.trimmed().startsWith('{');
    const bool empty = text.trimmed().isEmpty();
    const auto recipe = empty ? item::Recipe() : exchange::recipeFromText(text, m_asJson);
    m_textIsBad = !recipe;
    showProblem(*m_ui->textProblem, recipe ? QString() : recipe.error());
    if (recipe) {
        m_recipe = *recipe;
        showAll();
    }
    changed(From::Text);
}

void RecipeEditor::changed(From from)
{
    if (from == From::Forms) {
        m_textIsOld = true;
        m_textIsBad = false;
        if (m_ui->tabs->currentWidget() == m_ui->textTab)
            showText();
    }
    showLists();
    showTitle();
    m_tryTimer.start();
}

void RecipeEditor::addKind()
{
    if (m_recipe.pages.size() == 1 && page().name.isEmpty())
        page().name = QStringLiteral("list");
    item::Page added;
    for (qsizetype i = m_recipe.pages.size() + 1; added.name.isEmpty(); ++i) {
        const auto name = QStringLiteral("page%1").arg(i);
        added.name = m_recipe.pageIndex(name) < 0 ? name : QString();
    }
    m_recipe.pages.append(added);
    showKind(int(m_recipe.pages.size()) - 1);
    changed();
    m_ui->kindName->setFocus();
    m_ui->kindName->selectAll();
}

void RecipeEditor::removeKind()
{
    m_recipe.pages.removeAt(m_kind);
    showKind(std::max(0, m_kind - 1));
    changed();
}

/// Rules that lead to it go on doing so, also over a moment without a name.
void RecipeEditor::renameKind(const QString &name)
{
    page().name = name;
    for (auto &entry : m_recipe.pages) {
        for (auto &rule : entry.follow) {
            if (!name.isEmpty() && !m_kindName.isEmpty() && rule.page == m_kindName)
                rule.page = name;
        }
    }
    m_kindName = name.isEmpty() ? m_kindName : name;
    m_ui->kind->setItemText(m_kind, name.isEmpty() ? tr("(no name)") : name);
    showRule();
    changed();
}

void RecipeEditor::addField()
{
    item::Field field;
    for (qsizetype i = page().fields.size() + 1; field.name.isEmpty(); ++i) {
        const auto name = QStringLiteral("field%1").arg(i);
        const auto same = [&name](const item::Field &other) { return other.name == name; };
        const auto &fields = page().fields;
        field.name = std::any_of(fields.begin(), fields.end(), same) ? QString() : name;
    }
    page().fields.append(field);
    showLists();
    m_ui->fields->setCurrentIndex(m_fields->index(m_fields->rowCount() - 1, 0));
    changed();
    m_ui->fieldForm->focusName();
}

void RecipeEditor::addRule()
{
    page().follow.append(item::Follow());
    showLists();
    m_ui->follow->setCurrentIndex(m_rules->index(m_rules->rowCount() - 1, 0));
    changed();
    m_ui->followForm->focusSelector();
}

void RecipeEditor::movePart(bool field, int by)
{
    const auto from = field ? currentField() : currentRule();
    if (field)
        page().fields.move(from, from + by);
    else
        page().follow.move(from, from + by);
    m_problems.clear();
    m_results.clear();
    if (field)
        m_ui->fields->setCurrentIndex(m_fields->index(from + by, 0));
    else
        m_ui->follow->setCurrentIndex(m_rules->index(from + by, 0));
    changed();
}

void RecipeEditor::removePart(bool field)
{
    m_problems.clear();
    m_results.clear();
    if (field)
        page().fields.removeAt(currentField());
    else
        page().follow.removeAt(currentRule());
    showLists();
    showField();
    showRule();
    changed();
}

int RecipeEditor::currentField() const
{
    const auto row = m_ui->fields->currentIndex().row();
    return row < m_recipe.pages[m_kind].fields.size() ? row : -1;
}

int RecipeEditor::currentRule() const
{
    const auto row = m_ui->follow->currentIndex().row();
    return row < m_recipe.pages[m_kind].follow.size() ? row : -1;
}

QString RecipeEditor::problemOf(RecipePlace place) const
{
    const auto &own = m_recipe.pages[m_kind];
    QString complaint;
    if (place.part == RecipePart::Field)
        complaint = fieldComplaint(own, place.index);
    else if (place.part == RecipePart::Follow)
        complaint = followComplaint(own.follow[place.index]);
    return complaint.isEmpty() ? m_problems.value({int(place.part), place.index}) : complaint;
}

RecipePlace RecipeEditor::placeAtCursor() const
{
    if (m_ui->tabs->currentWidget() == m_ui->followTab)
        return {RecipePart::Follow, currentRule()};
    if (m_ui->rows->hasFocus() || currentField() < 0)
        return {RecipePart::Rows, 0};
    return {RecipePart::Field, currentField()};
}

} // namespace trawl::recipes
