// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/optionrows.h"

#include <QDialog>

#include <memory>

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
    void addRows();
    void addBelow(const item::OptionInfo &info, QGridLayout *form);
    [[nodiscard]] QGridLayout *formOf(item::OptionPage page) const;
    void showCookiesFile(bool shown);
    void setTabOrders();
    void setUpHeaders();
    void showCrawl();
    void showExample();
    void showSecrets(bool shown);
    void validate();
    void takeCrawl(item::Recipe &recipe) const;

    std::unique_ptr<Ui::JobSettingsDialog> m_ui;
    engine::JobOptions m_options;
    OptionRows m_rows;
    HeaderModel *m_headers;
    QLineEdit *m_nameTemplate = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QLineEdit *m_cookiesFile = nullptr;
};

} // namespace trawl::adding
