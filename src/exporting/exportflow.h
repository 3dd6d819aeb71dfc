// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "exporting/exportdialog.h"
#include "exporting/exporttask.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace trawl::models {
class ItemModel;
}

namespace trawl::desktop {
class MessageBar;
} // namespace trawl::desktop

namespace trawl::exporting {

/// From the question what to export to the file.
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *window = nullptr;
        models::ItemModel *items = nullptr;
        desktop::MessageBar *messages = nullptr;
    };

    ExportFlow(QString sessionPath, desktop::Settings &settings, const desktop::Prompts &prompts,
               Parts parts);
    ~ExportFlow() override;

    void begin();
    [[nodiscard]] bool isRunning() const { return !m_tasks.empty(); }

Q_SIGNALS:
    /// "1,200 rows exported to list.csv"
    void done(const QString &message);

private:
    void chooseFile(ExportScope scope, exchange::ExportFormat format);
    void write(ExportPlan plan);
    void finish(const ExportTask *task, const ExportResult &rows);
    [[nodiscard]] std::vector<bool> shownIds() const;

    QString m_sessionPath;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Parts m_parts;
    QPointer<ExportDialog> m_dialog;
    std::vector<std::unique_ptr<ExportTask>> m_tasks;
};

} // namespace trawl::exporting
