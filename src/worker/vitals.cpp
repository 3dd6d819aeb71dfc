// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "worker/vitals.h"

#include <QFile>

#include <algorithm>
#include <sys/resource.h>
#include <unistd.h>
#include <utility>

namespace trawl::worker {

namespace {

qint64 toMs(const timeval &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_usec / 1000;
}

} // namespace

qint64 residentBytes()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readLine().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

qint64 cpuMs()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return toMs(usage.ru_utime) + toMs(usage.ru_stime);
}

void LagMeter::expect(qint64 intervalMs)
{
    m_intervalMs = intervalMs;
    m_clock.start();
}

void LagMeter::fired()
{
    m_worstMs = std::max(m_worstMs, m_clock.restart() - m_intervalMs);
}

qint32 LagMeter::takeWorst()
{
    return qint32(std::exchange(m_worstMs, 0));
}

} // namespace trawl::worker
