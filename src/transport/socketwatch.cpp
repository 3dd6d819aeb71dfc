// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socketwatch.h"

#include <curl/curl.h>

namespace trawl::transport {

static_assert(CURL_POLL_IN == CURL_CSELECT_IN && CURL_POLL_OUT == CURL_CSELECT_OUT);

SocketWatch::SocketWatch(Act act)
    : m_act(std::move(act))
{
}

SocketWatch::Entry &SocketWatch::entry(int fd)
{
    if (size_t(fd) >= m_entries.size())
        m_entries.resize(size_t(fd) + 1);
    auto &entry = m_entries[size_t(fd)];
    if (!entry)
        entry = std::make_unique<Entry>();
    return *entry;
}

void SocketWatch::set(int fd, int what)
{
    auto &e = entry(fd);
    e.wanted = what == CURL_POLL_REMOVE ? 0 : what & CURL_POLL_INOUT;
    if (e.wanted & CURL_POLL_IN)
        listen(e.read, fd, QSocketNotifier::Read);
    if (e.wanted & CURL_POLL_OUT)
        listen(e.write, fd, QSocketNotifier::Write);
    if (e.wanted != CURL_POLL_INOUT && !e.listed) {
        e.listed = true;
        m_loose.push_back(fd);
    }
}

void SocketWatch::forget(int fd)
{
    auto &e = entry(fd);
    e.wanted = 0;
    apply(e);
}

void SocketWatch::settle()
{
    for (const int fd : m_loose) {
        auto &e = *m_entries[size_t(fd)];
        e.listed = false;
        apply(e);
    }
    m_loose.clear();
}

void SocketWatch::listen(std::unique_ptr<QSocketNotifier> &notifier, int fd,
                         QSocketNotifier::Type type)
{
    if (!notifier) {
        notifier = std::make_unique<QSocketNotifier>(fd, type);
        const int bit = type == QSocketNotifier::Read ? CURL_CSELECT_IN : CURL_CSELECT_OUT;
        connect(notifier.get(), &QSocketNotifier::activated, this,
                [this, fd, bit] { activated(fd, bit); });
    }
    notifier->setEnabled(true);
}

void SocketWatch::activated(int fd, int bit)
{
    auto &e = entry(fd);
    if (e.wanted & bit)
        m_act(fd, bit);
    else
        apply(e); // not settled yet: this is a nested event loop
}

void SocketWatch::apply(Entry &entry)
{
    if (entry.read)
        entry.read->setEnabled(entry.wanted & CURL_POLL_IN);
    if (entry.write)
        entry.write->setEnabled(entry.wanted & CURL_POLL_OUT);
}

} // namespace trawl::transport

#include "moc_socketwatch.cpp"
