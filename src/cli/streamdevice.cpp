// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/streamdevice.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace trawl::cli {

StreamDevice::StreamDevice(int fd)
    : m_fd(fd)
{
    if (::pipe2(m_wakePipe.data(), O_CLOEXEC) != 0)
        m_readError = qt_error_string(errno);
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

StreamDevice::~StreamDevice()
{
    for (const int fd : {m_fd, m_wakePipe[0], m_wakePipe[1]})
        ::close(fd);
}

QByteArray StreamDevice::head(const std::function<bool(QByteArrayView)> &enough)
{
    constexpr qsizetype headBytes = 64 * 1024;
    while (m_head.size() < headBytes && (m_head.isEmpty() || !enough(m_head))) {
        const auto before = m_head.size();
        m_head.resize(headBytes);
        const auto count = qMax<qint64>(0, readSome(m_head.data() + before, headBytes - before));
        m_head.truncate(before + count);
        if (count == 0)
            break;
    }
    return m_head;
}

void StreamDevice::interrupt()
{
    const char byte = 0;
    (void)!::write(m_wakePipe[1], &byte, 1); // never taken out again: it holds for later reads
}

qint64 StreamDevice::readData(char *data, qint64 most)
{
    if (m_head.isEmpty())
        return readSome(data, most);
    const auto count = qMin<qint64>(most, m_head.size());
    std::copy_n(m_head.constData(), count, data);
    m_head.remove(0, count);
    return count;
}

bool StreamDevice::waitForInput()
{
    std::array<pollfd, 2> ends{pollfd{m_fd, POLLIN, 0}, pollfd{m_wakePipe[0], POLLIN, 0}};
    while (::poll(ends.data(), ends.size(), -1) < 0) {
        if (errno != EINTR)
            return false;
    }
    return ends[1].revents == 0;
}

qint64 StreamDevice::readSome(char *data, qint64 most)
{
    while (m_readError.isEmpty() && waitForInput()) {
        const auto count = ::read(m_fd, data, std::size_t(most));
        if (count >= 0)
            return count;
        if (errno != EINTR && errno != EAGAIN)
            m_readError = qt_error_string(errno);
    }
    return m_readError.isEmpty() ? 0 : -1;
}

} // namespace trawl::cli
