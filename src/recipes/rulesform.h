// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QWidget>

#include <memory>

namespace trawl::recipes {

namespace Ui {
class RulesForm;
}

/// What a recipe says of all its pages: the tree, and the rules of the crawl.
class RulesForm : public QWidget
{
    Q_OBJECT

public:
    explicit RulesForm(QWidget *parent = nullptr);
    ~RulesForm() override;

    void setRules(const item::Recipe &recipe);
    /// Puts what is shown into the recipe.
    void putInto(item::Recipe &recipe) const;
    /// A word on the tree; empty = none.
    void setTreeHint(const QString &hint);

Q_SIGNALS:
    void edited();

private:
    std::unique_ptr<Ui::RulesForm> m_ui;
    bool m_filling = false; ///< text edits tell changes by the program too
};

} // namespace trawl::recipes
