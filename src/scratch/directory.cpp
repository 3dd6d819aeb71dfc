// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scratch/directory.h"
#include "scratch/hold.h"
#include "scratch/sweep.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <unistd.h>

namespace trawl::scratch {

Directory::Directory(QByteArray path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{
}

Directory::~Directory()
{
    removeContents(m_descriptor);
    ::rmdir(m_path.constData());
    ::close(m_descriptor);
}

tl::expected<std::unique_ptr<Directory>, QString> Directory::make(const QString &parent)
{
    const auto pattern =
        QFile::encodeName(QDir(parent).absolutePath()) + '/' + directoryPrefix + "XXXXXX";
    for (;;) {
        QByteArray path = pattern;
        if (::mkdtemp(path.data()) == nullptr)
            return tl::unexpected(qt_error_string(errno));
        const int descriptor =
            ::open(path.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0 && errno != ENOENT)
            return tl::unexpected(qt_error_string(errno));
        if (descriptor < 0)
            continue; // swept
        if (hold(descriptor))
            return std::unique_ptr<Directory>(new Directory(path, descriptor));
        ::close(descriptor);
    }
}

QString Directory::filePath(const QString &name) const
{
    return QFile::decodeName(m_path) + u'/' + name;
}

} // namespace trawl::scratch
