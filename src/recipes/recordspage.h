// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "engine/changeset.h"
#include "engine/records.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace trawl::recipes {

class RecordsModel;

namespace Ui {
class RecordsPage;
}

/// The Records tab: the scraped table of a job, live while the job runs. It reads nothing while it
/// is hidden.
class RecordsPage : public QWidget
{
    Q_OBJECT

public:
    explicit RecordsPage(QWidget *parent = nullptr);
    ~RecordsPage() override;

    /// Once, before anything else.
    void setUp(desktop::Session &session, const desktop::Prompts &prompts);
    void apply(const engine::ChangeSet &changes);
    /// The job that the window shows, if it has fields; else the one chosen here stays.
    void showJob(item::JobId job);

Q_SIGNALS:
    /// These records are to go to a file.
    void exportWanted(trawl::item::JobId job);
    /// "Copied." and the like.
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void takeJobs(const QList<engine::JobState> &jobs);
    void chooseJob();
    void refresh();
    void showState();
    void leavePlace();
    void findPlace(bool asked);
    void copy();
    void copied(const QString &text, qsizetype records);
    void openValue(const QModelIndex &index);
    void showValue(const QString &value);

    /// Where the person is.
    struct Place
    {
        engine::RecordKey key;
        int column = 0;
        bool seen = false; ///< in the viewport
    };

    std::unique_ptr<Ui::RecordsPage> m_ui;
    desktop::Session *m_session = nullptr;
    const desktop::Prompts *m_prompts = nullptr;
    RecordsModel *m_model = nullptr;
    QList<engine::JobState> m_jobs; ///< those with fields
    qint64 m_ended = -1;            ///< items of the shown job that have, when it was read
    QString m_failure;
    bool m_removed = false; ///< items are gone since it was read
    Place m_place;
    qint64 m_copying = 0; ///< so many records of what is read whole are to go to the clipboard
    QString m_valueName;  ///< of what is read whole to be shown
    QTimer m_refreshTimer;
    QTimer m_busyTimer;
    QTimer m_filterTimer;
};

} // namespace trawl::recipes
