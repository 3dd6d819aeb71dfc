// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adding/destinationcheck.h"

#include "desktop/offthread.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace trawl::adding {

namespace {

constexpr int pauseMs = 200;

/// QFileInfo asks for the rights of the real user, not of the one that the process acts for.
bool mayMakeIn(const QString &directory)
{
    return ::faccessat(AT_FDCWD, QFile::encodeName(directory).constData(), W_OK | X_OK,
                       AT_EACCESS) == 0;
}

DestinationState stateOf(const QString &directory)
{
    DestinationState state{.known = true};
    QFileInfo place(directory);
    while (!place.exists() && !place.isRoot())
        place.setFile(place.absolutePath());
    state.isFile = place.exists() && !place.isDir();
    state.writable = place.isDir() && mayMakeIn(place.filePath());
    // Not QStorageInfo, which looks through all mounted disks and finds none in a chroot.
    std::error_code error;
    const auto disk = std::filesystem::space(place.filesystemAbsoluteFilePath(), error);
    if (!error)
        state.freeBytes = qint64(disk.available);
    return state;
}

} // namespace

DestinationCheck::DestinationCheck(QObject *parent)
    : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DestinationCheck::look);
}

void DestinationCheck::check(const QString &directory)
{
    m_directory = directory;
    m_pause.start();
}

void DestinationCheck::checkNow()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        look();
    }
}

void DestinationCheck::look()
{
    if (!QDir::isAbsolutePath(m_directory))
        return;
    desktop::offThread(
        this, [directory = m_directory] { return stateOf(directory); },
        [this, directory = m_directory](const DestinationState &state) {
            if (directory == m_directory)
                Q_EMIT checked(state);
        });
}

} // namespace trawl::adding

#include "moc_destinationcheck.cpp"
