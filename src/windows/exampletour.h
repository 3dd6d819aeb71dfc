// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "exporting/exporttask.h"

#include <memory>

namespace trawl::desktop {
class MessageBar;
class OfferBar;
} // namespace trawl::desktop

namespace trawl::example {
class Site;
}

namespace trawl::windows {

/// "Try the example": scrapes a small shop that the program serves to itself, so that it works
/// without a network, and ends in a spreadsheet.
class ExampleTour : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QObject *parent = nullptr;
        desktop::OfferBar *bar = nullptr;
        desktop::MessageBar *messages = nullptr;
    };

    ExampleTour(desktop::Session &session, const desktop::Settings &settings,
                const desktop::Prompts &prompts, const Parts &parts);
    ~ExampleTour() override;

    /// Makes a job of it and lets it run; began() follows.
    void begin();
    /// Offers the spreadsheet when it is the tour's.
    void jobEnded(const engine::JobState &job);

Q_SIGNALS:
    void began(trawl::item::JobId job);

private:
    void take(const tl::expected<engine::JobPosition, item::Failure> &job);
    void writeSpreadsheet(const engine::JobState &job);
    void openSpreadsheet(const exporting::ExportResult &rows);

    desktop::Session &m_session;
    const desktop::Settings &m_settings;
    const desktop::Prompts &m_prompts;
    Parts m_parts;
    std::unique_ptr<example::Site> m_site;
    std::unique_ptr<exporting::ExportTask> m_export;
    item::JobId m_job{};
};

} // namespace trawl::windows
