// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/recipebox.h"

#include "desktop/offthread.h"
#include "exchange/recipefile.h"
#include "models/plaintip.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace trawl::adding {

RecipeBox::RecipeBox(QWidget *parent)
    : QWidget(parent)
    , m_box(new QComboBox(this))
    , m_browse(new QPushButton(tr("&Choose…"), this))
    , m_new(new QPushButton(tr("Ne&w…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_problem(new QLabel(this))
{
    m_box->setObjectName(QStringLiteral("recipeBox"));
    m_box->setAccessibleName(tr("Recipe"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_browse->setObjectName(QStringLiteral("chooseRecipe"));
    m_new->setObjectName(QStringLiteral("newRecipe"));
    m_edit->setObjectName(QStringLiteral("editRecipe"));
    m_browse->setAccessibleName(tr("Choose a recipe"));
    m_new->setAccessibleName(tr("Make a new recipe"));
    m_edit->setAccessibleName(tr("Edit the recipe"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    auto *row = new QHBoxLayout;
    row->addWidget(m_box, 1);
    for (auto *button : {m_browse, m_new, m_edit}) {
        button->setAutoDefault(false);
        button->setToolTip(button->accessibleName());
        row->addWidget(button);
    }
    layout->addLayout(row);
    layout->addWidget(m_problem);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, &RecipeBox::choose);
    connect(m_browse, &QPushButton::clicked, this, &RecipeBox::chooseFile);
    connect(m_new, &QPushButton::clicked, this, [this] { Q_EMIT editWanted({}); });
    connect(m_edit, &QPushButton::clicked, this, [this] { Q_EMIT editWanted(m_file); });
}

void RecipeBox::setUp(desktop::Settings &settings, const desktop::Prompts &prompts)
{
    m_settings = &settings;
    m_prompts = &prompts;
    fill();
}

void RecipeBox::setEditable(bool editable)
{
    m_editable = editable;
    fill();
}

void RecipeBox::use(const QString &file)
{
    m_asked = file;
    desktop::offThread(
        this, [file] { return exchange::readRecipe(file); },
        [this, file](const tl::expected<item::Recipe, QString> &recipe) {
            if (file != m_asked)
                return; // another was chosen meanwhile
            m_file = recipe ? file : QString();
            m_recipe = recipe.value_or(item::Recipe());
            fill();
            say(recipe ? QString()
                       : tr("%1 is no recipe: %2").arg(QFileInfo(file).fileName(), recipe.error()));
            Q_EMIT changed();
        });
}

void RecipeBox::remember()
{
    if (!m_file.isEmpty())
        m_settings->remember(desktop::Setting::RecentRecipes, m_file);
}

void RecipeBox::choose(int index)
{
    if (const auto file = m_box->itemData(index).toString(); !file.isEmpty())
        return use(file);
    m_asked.clear();
    m_file.clear();
    m_recipe = {};
    say({});
    fill();
    Q_EMIT changed();
}

void RecipeBox::chooseFile()
{
    if (const auto file = m_prompts->openRecipe(this, {}); !file.isEmpty())
        use(file);
}

void RecipeBox::fill()
{
    m_box->clear();
    m_box->addItem(tr("None: fetch the files only"), QString());
    auto files = m_settings->get<QStringList>(desktop::Setting::RecentRecipes);
    if (!m_file.isEmpty() && !files.contains(m_file))
        files.prepend(m_file);
    for (const auto &file : std::as_const(files)) {
        m_box->addItem(QFileInfo(file).fileName(), file);
        m_box->setItemData(m_box->count() - 1, models::plainTip(file), Qt::ToolTipRole);
    }
    m_box->setCurrentIndex(qMax(0, m_file.isEmpty() ? 0 : m_box->findData(m_file)));
    m_new->setVisible(m_editable);
    m_edit->setVisible(m_editable && !m_file.isEmpty());
}

void RecipeBox::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

} // namespace trawl::adding

#include "moc_recipebox.cpp"
