// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "engine/changeset.h"
#include "exporting/exportbar.h"
#include "exporting/exportdialog.h"

#include <QPointer>

#include <memory>
#include <vector>

class QTableView;

namespace trawl::models {
class ItemModel;
class ItemSelectionModel;
} // namespace trawl::models

namespace trawl::exporting {

/// From the question what to export to the file.
class ExportFlow : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QWidget *window = nullptr;
        QTableView *table = nullptr; ///< of the items
        models::ItemModel *items = nullptr;
        models::ItemSelectionModel *selection = nullptr;
        QWidget *bars = nullptr; ///< has a layout; gets an ExportBar for each export
    };

    ExportFlow(QString sessionPath, desktop::Settings &settings, const desktop::Prompts &prompts,
               Parts parts);
    ~ExportFlow() override;

    void setJobs(const QList<engine::JobState> &jobs) { m_jobs = jobs; }
    void begin();
    /// The same, with this job chosen.
    void beginWithJob(item::JobId job);
    /// The same, for these items only.
    void beginWith(ItemIds items);
    [[nodiscard]] bool isRunning() const { return !m_tasks.empty(); }

Q_SIGNALS:
    /// "1,200 rows → list.csv"
    void done(const QString &message);

private:
    void ask(ExportSubject subject);
    [[nodiscard]] ExportSubject subject() const;
    [[nodiscard]] QStringList tableColumns() const;
    void write(ExportPlan plan);
    void drop(const ExportTask *task);

    QString m_sessionPath;
    desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Parts m_parts;
    QList<engine::JobState> m_jobs;
    QPointer<ExportDialog> m_dialog;
    std::vector<std::unique_ptr<ExportTask>> m_tasks;
};

} // namespace trawl::exporting
