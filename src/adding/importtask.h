// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adding/listinput.h"
#include "desktop/background.h"

#include "engine/importer.h"

#include <QObject>

namespace trawl::adding {

class ListCursor;

/// A list that the person agreed to add, and how.
struct ImportPlan
{
    ListInput input;
    QString name;
    QString directory;
    bool startNow = true;
    qint64 expected = 0; ///< entries, 0 = unknown
    ReadChoices choices = {};
    std::optional<engine::JobOptions> options = {}; ///< none = what the settings are when it runs
    QString cookiesFile = {};                       ///< Netscape's format; empty = none
    bool first = false;                             ///< goes before all other jobs
    QString fileName = {}; ///< of the file of its only link; empty = as the list or the server says
};

/// How reading a list into the session ended.
struct ImportReport
{
    tl::expected<engine::ImportResult, item::Failure> result;
    QString readError; ///< a list or cookie file that could not be read; English
    QString readNote;  ///< a list of which something was passed over; English
    bool cancelled = false;
};

/// Reads a list into a job on a thread of its own. Must go before the engine's thread.
class ImportTask : public QObject
{
    Q_OBJECT

public:
    ImportTask(engine::EngineThread &engine, ImportPlan plan, QObject *parent = nullptr);
    ~ImportTask() override; ///< cancels; what was read stays in the session

    void start();
    void cancel() { m_background.cancel(); }
    [[nodiscard]] const ImportPlan &plan() const { return m_plan; }

Q_SIGNALS:
    void progress(qint64 entries);
    void finished(const trawl::adding::ImportReport &report);

private:
    ImportReport run(const std::atomic_bool &cancelled);
    [[nodiscard]] QList<item::Link> nextLinks(ListCursor &cursor) const;
    void giveName(QList<item::Link> &links) const;
    void holdBack(const engine::JobSpec &spec);

    engine::EngineThread &m_engine;
    ImportPlan m_plan;
    desktop::Background m_background;
};

} // namespace trawl::adding
