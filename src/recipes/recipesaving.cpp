// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/recipetext.h"
#include "item/recipejson.h"
#include "recipes/recipeeditor.h"
#include "ui_recipeeditor.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalBlocker>

namespace trawl::recipes {

namespace {

/// A new one: one kind of page without anything.
item::Recipe blank()
{
    item::Recipe recipe;
    recipe.pages.append(item::Page());
    return recipe;
}

} // namespace

void RecipeEditor::begin()
{
    edit(blank());
    m_saved = item::toJson(m_recipe);
    showTitle();
    showPage();
}

void RecipeEditor::edit(const item::Recipe &recipe)
{
    m_transfer.reset();
    m_path.clear();
    m_saved.clear();
    m_asJson = false;
    m_kind = 0;
    m_recipe = recipe;
    showAll();
    changed();
}

void RecipeEditor::editInstead(const item::Recipe &recipe, const item::TransferSettings &transfer,
                               const QList<QByteArray> &urls)
{
    leaveThen([this, recipe, transfer, urls] {
        edit(recipe.isEmpty() ? blank() : recipe);
        m_transfer = transfer;
        m_saved = item::toJson(m_recipe);
        showTitle();
        if (!urls.isEmpty())
            addPages(urls);
    });
}

void RecipeEditor::openInstead(const QString &path, const QList<QByteArray> &urls)
{
    leaveThen([this, path, urls] {
        if (path.isEmpty())
            begin();
        else
            openFile(path);
        if (!urls.isEmpty())
            addPages(urls);
    });
}

void RecipeEditor::open()
{
    const auto path =
        m_prompts.openRecipe(this, m_settings.get<QString>(desktop::Setting::RecipeDirectory));
    if (!path.isEmpty())
        openFile(path);
}

void RecipeEditor::openFile(const QString &path)
{
    m_transfer.reset();
    m_settings.set(desktop::Setting::RecipeDirectory, QFileInfo(path).absolutePath());
    m_file.startReading(path);
}

/// Inside of the program: nothing is waited for.
void RecipeEditor::openExample(const QString &path)
{
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        m_transfer.reset();
        useText({}, file.readAll());
    }
}

void RecipeEditor::useText(const QString &path, const QByteArray &text)
{
    m_ui->messages->hide();
    m_kind = 0;
    m_path = path;
    m_textIsOld = false;
    {
        const QSignalBlocker blocker(m_ui->text);
        m_ui->text->setPlainText(QString::fromUtf8(text));
    }
    takeText();
    if (m_textIsBad) {
        m_ui->tabs->setCurrentWidget(m_ui->textTab);
        m_recipe = blank();
        showAll();
    }
    m_saved = item::toJson(m_recipe);
    showTitle();
}

bool RecipeEditor::isChanged() const
{
    return m_textIsBad ? m_ui->text->document()->isModified() : item::toJson(m_recipe) != m_saved;
}

void RecipeEditor::save()
{
    if (m_path.isEmpty())
        saveAs();
    else
        write(m_path);
}

void RecipeEditor::saveAs()
{
    const QDir directory(m_settings.get<QString>(desktop::Setting::RecipeDirectory));
    const auto suggested =
        m_path.isEmpty() ? directory.filePath(tr("recipe") + QStringLiteral(".toml")) : m_path;
    const auto path = m_prompts.saveRecipe(this, suggested);
    if (path.isEmpty()) {
        m_whenWritten = {};
        return;
    }
    m_settings.set(desktop::Setting::RecipeDirectory, QFileInfo(path).absolutePath());
    write(path);
}

/// The text as the person wrote it, unless the forms have changed since or it is of the other kind.
void RecipeEditor::write(const QString &path)
{
    const bool json = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    if (m_textTimer.isActive()) {
        m_textTimer.stop();
        takeText();
    }
    auto text = m_ui->text->toPlainText().toUtf8();
    if (m_textIsOld || (json != m_asJson && !m_textIsBad) || text.isEmpty())
        text = exchange::recipeToText(m_recipe, json);
    m_asJson = json;
    m_file.startWriting(path, text);
}

void RecipeEditor::fileWritten(const QString &path)
{
    m_path = path;
    m_saved = item::toJson(m_recipe);
    m_ui->text->document()->setModified(false);
    m_ui->messages->hide();
    m_ui->statusBar->showMessage(tr("Saved as “%1”.").arg(QDir::toNativeSeparators(path)), 10'000);
    showTitle();
    Q_EMIT saved(path);
    if (const auto then = std::exchange(m_whenWritten, {}))
        then();
}

void RecipeEditor::leaveThen(const std::function<void()> &then)
{
    if (m_textTimer.isActive()) {
        m_textTimer.stop();
        takeText();
    }
    if (!isChanged())
        return then();
    const auto name = m_path.isEmpty() ? tr("the new recipe") : QFileInfo(m_path).fileName();
    switch (m_prompts.keepRecipe(this, tr("Save the changes of %1?").arg(name))) {
    case desktop::Unsaved::Save:
        m_whenWritten = then;
        return save();
    case desktop::Unsaved::Discard:
        return then();
    case desktop::Unsaved::Cancel:
        break;
    }
}

} // namespace trawl::recipes
