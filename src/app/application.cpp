// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "adding/listinput.h"
#include "app/bringforward.h"
#include "app/handover.h"
#include "desktop/enginesettings.h"
#include "desktop/readingstyle.h"
#include "desktop/theme.h"
#include "engine/loglevel.h"
#include "models/texts.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QTimer>

#include <cstdio>
#include <utility>

namespace trawl::app {

namespace {

/// So long a session is read before the window says so.
constexpr int patienceMs = 300;

} // namespace

Application::Application(Arguments arguments)
    : m_arguments(std::move(arguments))
{
    // A dialog may be the last window while the main one is hidden in the tray.
    QGuiApplication::setQuitOnLastWindowClosed(false);
    desktop::installReadingStyle();
    desktop::applyTheme(m_settings.choice<desktop::Theme>(desktop::Setting::Theme));
    connect(&m_settings, &desktop::Settings::changed, this, [this](desktop::Setting setting) {
        if (setting == desktop::Setting::Theme)
            desktop::applyTheme(m_settings.choice<desktop::Theme>(setting));
    });
}

Application::~Application() = default;

void Application::begin()
{
    open(sessionPath(m_arguments));
}

void Application::end()
{
    m_server.reset();
    if (m_window)
        m_window->closeAtOnce();
    QCoreApplication::quit();
}

void Application::open(const QString &path)
{
    auto options = desktop::engineOptions(m_settings);
    options.sessionPath = path;
    options.workerProgram = workerProgram(QProcessEnvironment::systemEnvironment(),
                                          QCoreApplication::applicationDirPath());
    m_window.reset(); // before its session
    m_session = std::make_unique<desktop::Session>(std::move(options));
    connect(m_session.get(), &desktop::Session::opened, this, &Application::showWindow);
    // Queued: the answer may be another session in the place of the one that emits.
    connect(m_session.get(), &desktop::Session::openFailed, this, &Application::openFailed,
            Qt::QueuedConnection);
    // Finds the desktop's bus now. Where one has to be started first, libdbus waits for the end of
    // a pipe, which the workers that are forked meanwhile would hold open for good.
    (void)QAccessible::isActive();
    m_session->open();
    // Made while the session is being read.
    m_window =
        std::make_unique<windows::MainWindow>(*m_session, m_settings, desktop::Prompts::desktop());
    connect(m_window.get(), &windows::MainWindow::closed, qApp, &QCoreApplication::quit);
    // A log-out may end the program before its window is closed.
    connect(qApp, &QGuiApplication::commitDataRequest, m_window.get(),
            [this] { m_window->saveState(); });
    QTimer::singleShot(patienceMs, m_window.get(), [this] { showReading(); });
}

bool Application::startsHidden() const
{
    return m_settings.get<bool>(desktop::Setting::StartHidden) &&
           QSystemTrayIcon::isSystemTrayAvailable();
}

/// A large session takes its time, and what cannot be opened is said without a window.
void Application::showReading()
{
    if (m_opened || startsHidden())
        return;
    m_window->setReading(true);
    m_window->show();
}

void Application::showWindow()
{
    m_opened = true;
    m_window->setReading(false);
    if (!startsHidden())
        m_window->show();
    m_session->start();
    listen();
    m_window->add(adding::inputFromArguments(m_arguments.lists));
}

/// Without the socket a second start finds the session locked, and says so.
void Application::listen()
{
    m_server = std::make_unique<control::Server>(
        control::Services{.engine = &m_session->thread(),
                          .window = [this](const control::Request &request) { serve(request); },
                          .ordered = {}});
    if (const auto listening = m_server->listen(m_session->path()); !listening)
        Q_EMIT m_session->logged(
            tr("Other programs cannot reach this window: %1").arg(listening.error()),
            engine::LogLevel::Warning);
}

void Application::serve(const control::Request &request)
{
    bringForward(*m_window, request.activation);
    m_window->add({.text = request.text, .files = request.files});
}

/// A window that is just opening has its session locked and no socket yet; one that was just
/// quit writes its session to the end.
void Application::openFailed(const item::Failure &failure)
{
    m_window.reset();
    constexpr int mostTries = 8;
    constexpr int pauseMs = 250;
    const bool locked = failure.reason == item::Reason::Session && failure.temporary;
    if (!locked || ++m_tries > mostTries)
        return offerOtherSession(failure);
    const auto ending =
        handOver(m_session->path(), m_arguments.lists, QProcessEnvironment::systemEnvironment());
    if (!ending) {
        QTimer::singleShot(pauseMs, this, [this] { open(m_session->path()); });
        return;
    }
    std::fputs(ending->output.toLocal8Bit().constData(), stderr);
    QCoreApplication::exit(int(ending->status));
}

void Application::offerOtherSession(const item::Failure &failure)
{
    const auto path = m_session->path();
    const auto other = otherSessionPath(path);
    QMessageBox box(QMessageBox::Warning, tr("The session cannot be used"),
                    tr("%1 cannot be used.").arg(QDir::toNativeSeparators(path)));
    box.setInformativeText(
        tr("%1\n\nIt stays as it is. You can use another session, %2, in the meantime.")
            .arg(models::Texts::failure(failure), QFileInfo(other).fileName()));
    const auto *use = box.addButton(tr("&Use the other session"), QMessageBox::AcceptRole);
    box.setDefaultButton(box.addButton(tr("&Quit"), QMessageBox::RejectRole));
    box.exec();
    if (box.clickedButton() != use)
        return QCoreApplication::exit(int(ExitStatus::LocalTrouble));
    m_tries = 0;
    open(other);
}

} // namespace trawl::app

#include "moc_application.cpp"
