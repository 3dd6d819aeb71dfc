// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "adding/listinput.h"
#include "desktop/enginesettings.h"
#include "models/texts.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace trawl::app {

Application::Application(Arguments arguments)
    : m_arguments(std::move(arguments))
{
}

Application::~Application() = default;

void Application::begin()
{
    open(m_arguments.session.isEmpty() ? defaultSessionPath()
                                       : QFileInfo(m_arguments.session).absoluteFilePath());
}

void Application::end()
{
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
    m_session = std::make_unique<desktop::Session>(std::move(options));
    connect(m_session.get(), &desktop::Session::opened, this, &Application::showWindow);
    // Queued: the answer may be another session in the place of the one that emits.
    connect(m_session.get(), &desktop::Session::openFailed, this, &Application::offerOtherSession,
            Qt::QueuedConnection);
    m_session->open();
}

void Application::showWindow()
{
    m_window =
        std::make_unique<windows::MainWindow>(*m_session, m_settings, desktop::Prompts::desktop());
    m_window->show();
    m_session->start();
    m_window->add(adding::inputFromArguments(m_arguments.lists));
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
    if (box.clickedButton() == use)
        open(other);
    else
        QCoreApplication::exit(int(ExitStatus::LocalTrouble));
}

} // namespace trawl::app
