// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/startup.h"

#include "control/server.h"
#include "desktop/plainlabels.h"
#include "desktop/session.h"
#include "desktop/settings.h"
#include "windows/mainwindow.h"

#include <QObject>
#include <QSettings>

#include <memory>

namespace trawl::app {

/// The composition root: opens the session, then the window on it. Needs a QApplication.
class Application : public QObject
{
    Q_OBJECT

public:
    explicit Application(Arguments arguments);
    ~Application() override;

    /// The window comes when the session is open, or a moment later says that it is being read.
    void begin();
    /// Closes the window without a question; the event loop ends.
    void end();

private:
    void open(const QString &path);
    [[nodiscard]] bool startsHidden() const;
    void showReading();
    void showWindow();
    void listen();
    void serve(const control::Request &request);
    void openFailed(const item::Failure &failure);
    void offerOtherSession(const item::Failure &failure);

    Arguments m_arguments;
    desktop::PlainLabels m_plainLabels;
    QSettings m_store;
    desktop::Settings m_settings{m_store};
    std::unique_ptr<desktop::Session> m_session;
    std::unique_ptr<windows::MainWindow> m_window;
    bool m_opened = false;
    std::unique_ptr<control::Server> m_server;
    int m_tries = 0; ///< to open a session that another process has
};

} // namespace trawl::app
