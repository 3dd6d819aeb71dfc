// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/settings.h"
#include "item/recipe.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace trawl::adding {

/// Chooses a recipe: none, one of those used last, another file, or a new one.
class RecipeBox : public QWidget
{
    Q_OBJECT

public:
    explicit RecipeBox(QWidget *parent = nullptr);

    void setUp(desktop::Settings &settings, const desktop::Prompts &prompts);
    /// Shows "New…" and "Edit…": editWanted() leads somewhere.
    void setEditable(bool editable);
    /// Reads the file beside the window; changed() or a message below the box follows.
    void use(const QString &file);
    /// Empty = none.
    [[nodiscard]] const item::Recipe &recipe() const { return m_recipe; }
    [[nodiscard]] QString file() const { return m_file; }
    /// Puts the file among those used last.
    void remember();

Q_SIGNALS:
    void changed();
    void editWanted(const QString &file); ///< empty = a new one

private:
    void choose(int index);
    void chooseFile();
    void fill();
    void say(const QString &problem);

    desktop::Settings *m_settings = nullptr;
    const desktop::Prompts *m_prompts = nullptr;
    QComboBox *m_box;
    QPushButton *m_browse;
    QPushButton *m_new;
    QPushButton *m_edit;
    QLabel *m_problem;
    bool m_editable = false;
    QString m_asked; ///< the file that is being read
    QString m_file;
    item::Recipe m_recipe;
};

} // namespace trawl::adding
