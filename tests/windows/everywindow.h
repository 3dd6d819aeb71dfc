// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/prompts.h"
#include "desktop/session.h"
#include "desktop/settings.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QWidget>

#include <functional>
#include <memory>
#include <span>

/// Every dialog, page and menu that the person can meet, filled with something to look at: tests
/// examine each of them, and the program `shots` makes pictures of them.
namespace trawl::windows {

/// What windows stand on while they are looked at: an open session in which nothing runs, settings
/// of their own and prompts that nobody answers.
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

    /// Two jobs with items of every status, hosts, workers and a minute of the chart; the same at
    /// each call.
    [[nodiscard]] static engine::ChangeSet changes();

private:
    QTemporaryDir m_directory;
    QSettings m_store;
    desktop::Settings m_settings;
    desktop::Prompts m_prompts;
    std::unique_ptr<desktop::Session> m_session;
};

/// One of them. Add a row to the table in everywindow.cpp for each new dialog, page or menu.
struct Entry
{
    const char *name;
    /// Makes it, not yet shown, and waits for what it reads in the background.
    std::unique_ptr<QWidget> (*make)(Stage &stage);
};

[[nodiscard]] std::span<const Entry> everyWindow();

/// Calls look(name) once for each tab of the widget, which is shown then, or once if it has none.
/// The name is empty without tabs.
void forEveryTab(QWidget &widget, const std::function<void(const QString &name)> &look);

} // namespace trawl::windows
