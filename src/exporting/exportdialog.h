// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/settings.h"
#include "exporting/previewtask.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QFileInfo;
class QStandardItemModel;

namespace trawl::exporting {

namespace Ui {
class ExportDialog;
}

/// Asks what to export, as what and where to, and shows the first rows as they will be written.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(ExportSubject subject, desktop::Settings &settings,
                 const desktop::Prompts &prompts, QWidget *parent = nullptr);
    ~ExportDialog() override;

    // Whatever was chosen the last time.
    void chooseSelected();
    void chooseJob(); ///< the subject's
    [[nodiscard]] ExportChoices choices() const;
    /// By the choices of the moment.
    [[nodiscard]] ExportPlan plan() const;
    void accept() override; ///< remembers the choices

private:
    void setUpScopes();
    void setUpFormats();
    void setUpColumns();
    void setUpPreview();
    void connectParts();
    void restore(const ExportChoices &choices);
    void scopeChanged();
    void formatChanged();
    void fillColumns();
    void moveColumn(int by);
    void fileChanged();
    void browse();
    void updateButtons();
    void refresh();
    void preview();
    void showPreview(const ExportPreview &preview);
    [[nodiscard]] ExportScope scope() const;
    [[nodiscard]] exchange::ExportFormat format() const;
    [[nodiscard]] std::optional<item::JobId> job() const;
    [[nodiscard]] QStringList fields() const;
    [[nodiscard]] QStringList presetColumns(ColumnPreset preset) const;
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] tl::expected<exchange::Where, QString> where() const;
    [[nodiscard]] QString file() const;
    [[nodiscard]] bool isSession(const QFileInfo &info) const;
    [[nodiscard]] bool mayBeWritten() const;

    std::unique_ptr<Ui::ExportDialog> m_ui;
    ExportSubject m_subject;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    QStandardItemModel *m_rows;
    QStringList m_own; ///< columns that the person chose
    QTimer m_soon;
    std::unique_ptr<PreviewTask> m_task;
};

} // namespace trawl::exporting
