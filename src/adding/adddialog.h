// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/destinationcheck.h"
#include "adding/importtask.h"
#include "adding/survey.h"
#include "desktop/prompts.h"
#include "desktop/settings.h"

#include <QDialog>
#include <QTimer>

#include <memory>

namespace trawl::adding {

namespace Ui {
class AddDialog;
}

/// Shows what a list holds before it is added, and asks where to, under which name and how. An
/// empty input makes it the dialog of a new job, with a text to type links into. Open it with
/// open(); counting goes on while it is shown.
class AddDialog : public QDialog
{
    Q_OBJECT

public:
    /// `session` tells links that are there already; null = nobody knows.
    AddDialog(ListInput input, desktop::Settings &settings, const desktop::Prompts &prompts,
              QWidget *parent = nullptr, std::shared_ptr<const SessionLinks> session = {});
    ~AddDialog() override;

    [[nodiscard]] ImportPlan plan() const;
    void accept() override; ///< remembers the choices

    /// The questions about recipes lead somewhere: recipeEditorWanted() is connected.
    void setRecipesEditable(bool editable);
    /// A recipe that was written meanwhile.
    void useRecipe(const QString &file);
    /// Some of the links, to try a recipe on.
    [[nodiscard]] QList<QByteArray> sampleLinks() const;

Q_SIGNALS:
    void agreed(const trawl::adding::ImportPlan &plan);
    /// Empty = a new one.
    void recipeEditorWanted(const QString &file);

private:
    void setUpForm();
    void setUpInput();
    void survey();
    void take(const Survey &survey);
    void showCounts();
    void showSummary();
    void showSingle();
    void showRoom(const DestinationState &state);
    void updateButton();
    void chooseFolder();
    void editSettings();
    void sayTyped();
    void takeLongText(const QString &text);
    void showLongText();
    [[nodiscard]] QString typedText() const;
    [[nodiscard]] bool isTyped() const { return m_typed; }
    [[nodiscard]] qint64 addedLinks() const;
    [[nodiscard]] QString suggestedName() const;
    [[nodiscard]] QString directory() const;

    std::unique_ptr<Ui::AddDialog> m_ui;
    ListInput m_input;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    std::shared_ptr<const SessionLinks> m_session;
    bool m_typed;
    bool m_compact = false; ///< one link, of which there is nothing to be reviewed
    Survey m_survey;
    std::unique_ptr<SurveyTask> m_task;
    QTimer m_pause;     ///< while somebody types
    QString m_longText; ///< pasted, and not shown
    DestinationCheck m_destination;
    DestinationState m_state;
    engine::JobOptions m_options;
    bool m_optionsChanged = false;
    bool m_accepting = false; ///< once it is known whether the folder can be written to
    QString m_cookiesFile;
};

} // namespace trawl::adding
