// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <vector>

namespace trawl::transport {

/// The sockets that curl wants to hear of. A connection between two requests is left as it is
/// until settle(), for curl takes most of them up again at once; and notifiers are kept per
/// descriptor, for the kernel gives the numbers out again.
class SocketWatch : public QObject
{
    Q_OBJECT

public:
    /// `act` gets the descriptor and a CURL_CSELECT_ bit.
    using Act = std::function<void(int fd, int event)>;
    explicit SocketWatch(Act act);

    void set(int fd, int what); ///< CURL_POLL_…
    void forget(int fd);        ///< about to be closed
    void settle();              ///< stop listening for what is no longer wanted

private:
    struct Entry
    {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
        int wanted = 0; ///< bits: 1 read, 2 write
        bool listed = false;
    };

    Entry &entry(int fd);
    void listen(std::unique_ptr<QSocketNotifier> &notifier, int fd, QSocketNotifier::Type type);
    void activated(int fd, int bit);
    static void apply(Entry &entry);

    Act m_act;
    std::vector<std::unique_ptr<Entry>> m_entries; ///< by descriptor
    std::vector<int> m_loose; ///< descriptors whose notifiers hear more than is wanted
};

} // namespace trawl::transport
