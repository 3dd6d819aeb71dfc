// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/importtask.h"
#include "adding/survey.h"
#include "desktop/prompts.h"
#include "desktop/settings.h"

#include <QDialog>

#include <memory>

namespace trawl::adding {

namespace Ui {
class AddDialog;
}

/// Shows what a list holds before it is added, and asks where to and under which name. Open it
/// with open(); counting goes on while it is shown.
class AddDialog : public QDialog
{
    Q_OBJECT

public:
    AddDialog(ListInput input, desktop::Settings &settings, const desktop::Prompts &prompts,
              QWidget *parent = nullptr);
    ~AddDialog() override;

    [[nodiscard]] ImportPlan plan() const;
    void accept() override; ///< remembers the choices

Q_SIGNALS:
    void agreed(const trawl::adding::ImportPlan &plan);

private:
    void take(const Survey &survey);
    void showProblems();
    void updateButton();
    void chooseFolder();
    [[nodiscard]] QString suggestedName() const;

    std::unique_ptr<Ui::AddDialog> m_ui;
    ListInput m_input;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Survey m_survey;
    SurveyTask m_task;
};

} // namespace trawl::adding
