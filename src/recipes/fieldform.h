// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QWidget>

#include <memory>

namespace trawl::recipes {

namespace Ui {
class FieldForm;
}

/// One field of a recipe, to be edited. Steps that cannot be understood are told and leave the
/// field's as they were.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    explicit FieldForm(QWidget *parent = nullptr);
    ~FieldForm() override;

    void setField(const item::Field &field);
    [[nodiscard]] const item::Field &field() const { return m_field; }
    /// What is wrong with it, in words, beneath the selector; empty = nothing.
    void setProblem(const QString &problem);
    void focusName();

Q_SIGNALS:
    void edited();

private:
    void takeSelector(const QString &text);
    void take();
    [[nodiscard]] QList<item::Step> steps();

    std::unique_ptr<Ui::FieldForm> m_ui;
    item::Field m_field;
    QList<item::Step> m_steps; ///< those of the line, as they were last understood
};

} // namespace trawl::recipes
