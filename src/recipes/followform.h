// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/recipe.h"

#include <QWidget>

#include <memory>

namespace trawl::recipes {

namespace Ui {
class FollowForm;
}

/// One rule for links to follow, to be edited.
class FollowForm : public QWidget
{
    Q_OBJECT

public:
    explicit FollowForm(QWidget *parent = nullptr);
    ~FollowForm() override;

    void setRule(const item::Follow &rule, const QStringList &pageKinds);
    [[nodiscard]] const item::Follow &rule() const { return m_rule; }
    void setProblem(const QString &problem);
    void focusSelector();

Q_SIGNALS:
    void edited();

private:
    void take();

    std::unique_ptr<Ui::FollowForm> m_ui;
    item::Follow m_rule;
};

} // namespace trawl::recipes
