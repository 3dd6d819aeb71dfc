// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/partfolder.h"

#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace trawl::fetch {

namespace {

constexpr int onlyDirectory = O_PATH | O_DIRECTORY | O_CLOEXEC;

} // namespace

PartFolder::PartFolder(const QString &path, Missing missing)
    : m_fd(AT_FDCWD)
    , m_name(QFile::encodeName(path))
{
    const auto names = m_name.split('/');
    const auto count = names.size();
    if (count < 4 || names[count - 3] != ".trawl")
        return;
    const auto above = m_name.first(m_name.lastIndexOf("/.trawl/") + 1);
    m_fd = ::open(above.constData(), onlyDirectory);
    m_error = m_fd < 0 ? errno : 0;
    enter(names[count - 3], missing);
    enter(names[count - 2], missing);
    m_name = names.last();
}

PartFolder::~PartFolder()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

void PartFolder::enter(const QByteArray &name, Missing missing)
{
    if (m_error != 0)
        return;
    if (missing == Missing::Make)
        ::mkdirat(m_fd, name.constData(), 0777);
    const int next = ::openat(m_fd, name.constData(), onlyDirectory | O_NOFOLLOW);
    m_error = next < 0 ? errno : 0;
    ::close(m_fd);
    m_fd = next;
}

void PartFolder::remove() const
{
    if (m_error == 0)
        ::unlinkat(m_fd, m_name.constData(), 0);
}

} // namespace trawl::fetch
