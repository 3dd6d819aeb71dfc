// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "engine/joboptions.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QAbstractButton;
class QLineEdit;

namespace trawl::adding {

class HeaderModel;

namespace Ui {
class JobSettingsDialog;
}

/// What a job does its own way, for one that is being added and for one that is there. Values that
/// cannot be are named below the pages, and the dialog does not go then.
class JobSettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `usual`: what the job has so far.
    JobSettingsDialog(const engine::JobOptions &usual, const desktop::Prompts &prompts,
                      QWidget *parent = nullptr);
    ~JobSettingsDialog() override;

    /// As they were, but for what was changed.
    [[nodiscard]] engine::JobOptions options() const;
    /// A file of cookies to begin with, for a job that is not there yet; else it is not asked.
    void setCookiesFile(const QString &file);
    [[nodiscard]] QString cookiesFile() const;
    /// "Edit recipe…" is shown: editRecipeWanted() leads somewhere.
    void setRecipeEditable(bool editable);
    /// The recipe that was edited; what was changed here of its crawl goes.
    void setRecipe(const item::Recipe &recipe);

Q_SIGNALS:
    void editRecipeWanted();

private:
    using Options = engine::JobOptions;
    /// A line of text that is a part of the options.
    struct Field
    {
        QLineEdit *edit;
        std::function<QString(const Options &)> show;
        /// What is wrong, as a part of a sentence; empty = taken.
        std::function<QString(Options &, const QString &)> take;
        QString before; ///< as it was shown first
    };
    struct Switch
    {
        QAbstractButton *box;
        std::function<bool(const Options &)> show;
        std::function<void(Options &, bool)> take;
    };

    void addFileFields();
    void addSpeedFields();
    void addRequestFields();
    void addSecretFields();
    void addSwitches();
    void addField(QLineEdit *edit, std::function<QString(const Options &)> show,
                  std::function<QString(Options &, const QString &)> take);
    template <typename Part> void addText(QLineEdit *edit, Part part);
    template <typename Part> void addSize(QLineEdit *edit, Part part, bool mayBeNone);
    template <typename Part> void addSeconds(QLineEdit *edit, Part part, bool mayBeNone);
    void addSwitch(QAbstractButton *box, std::function<bool(const Options &)> show,
                   std::function<void(Options &, bool)> take);
    void setUpChoices();
    void setUpHeaders();
    void setUpBrowsing();
    void showCrawl();
    void showExample();
    void showSecrets(bool shown);
    void validate();
    [[nodiscard]] QString firstProblem() const;
    [[nodiscard]] QString nameOf(const QWidget *field) const;
    void takeChoices(Options &options) const;

    std::unique_ptr<Ui::JobSettingsDialog> m_ui;
    const desktop::Prompts &m_prompts;
    Options m_options;
    std::vector<Field> m_fields;
    std::vector<Switch> m_switches;
    HeaderModel *m_headers;
};

} // namespace trawl::adding
