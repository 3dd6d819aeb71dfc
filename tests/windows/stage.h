// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace trawl::support {
class RawServer;
}

namespace trawl::windows {

/// What windows stand on while they are looked at: an open session that looks used and in which
/// nothing runs, settings of their own, prompts that nobody answers, and a small shop on loopback.
class Stage
{
public:
    Stage();
    ~Stage();

    [[nodiscard]] desktop::Session &session() { return *m_session; }
    [[nodiscard]] desktop::Settings &settings() { return m_settings; }
    [[nodiscard]] const desktop::Prompts &prompts() const { return m_prompts; }
    /// Writes a file and tells its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const;
    [[nodiscard]] QString directory() const { return m_directory.path(); }

    /// Three jobs with items of every status, hosts, workers and a minute of the chart; the same at
    /// each call. The session's file tells the same of them, and more (stagesession.cpp).
    [[nodiscard]] static engine::ChangeSet changes();
    /// How the worker sees item 2, which runs.
    [[nodiscard]] static engine::Inspection inspection();
    /// Lines of every level, as the session tells them.
    void log();
    /// 20 pages with a product each, three of them without a price.
    [[nodiscard]] QList<QByteArray> shopPages() const;

private:
    QTemporaryDir m_directory;
    QSettings m_store;
    desktop::Settings m_settings;
    desktop::Prompts m_prompts;
    std::unique_ptr<support::RawServer> m_shop;
    std::unique_ptr<desktop::Session> m_session;
};

/// Stands in names, values and messages of the stage: no window may take it for HTML.
inline const QString poison = QStringLiteral("<img src=x>");

/// Writes the file of the stage's session.
void writeStageSession(const QString &path);

/// The fields of the stage's third job.
[[nodiscard]] QStringList stageFields();

} // namespace trawl::windows
