// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/settings.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <vector>

class QGridLayout;
class QLabel;

namespace trawl::desktop {

class SettingEditor;

namespace Ui {
class PreferencesDialog;
}

/// All settings that have a label, a page for each group: made from the table. What is changed is
/// stored by Apply and OK.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// Why a setting cannot work here, as a sentence; empty = it can.
    using Unavailable = std::function<QString(Setting setting)>;

    PreferencesDialog(Settings &settings, const Prompts &prompts, const Unavailable &unavailable,
                      QWidget *parent = nullptr);
    ~PreferencesDialog() override;

    void accept() override;

private:
    struct Row
    {
        SettingEditor *editor;
        QLabel *label; ///< none of a check box
        int page;
        bool unavailable;
    };

    void addPages(const Prompts &prompts, const Unavailable &unavailable);
    void addRow(const SettingInfo &info, QGridLayout *form, const Prompts &prompts,
                const QString &unavailableBecause);
    void apply();
    void restoreDefaults();
    void search(const QString &text);
    void update();
    void updateNeeds();
    [[nodiscard]] bool isChanged(const Row &row) const;
    [[nodiscard]] SettingEditor *editorOf(Setting setting) const;

    std::unique_ptr<Ui::PreferencesDialog> m_ui;
    Settings &m_settings;
    std::vector<Row> m_rows;
};

} // namespace trawl::desktop
