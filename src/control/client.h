// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/request.h"

#include <QLocalSocket>

#include <memory>

namespace trawl::control {

/// Why nothing came back.
struct Trouble
{
    enum class Kind {
        NobodyThere, ///< no process has the session open, or one without a socket
        NoAnswer,    ///< there is one, and it is silent (hung, stopped)
        Refused,     ///< it said no; the text says why
        Unusable,    ///< not a Trawl of ours
    };
    Kind kind = Kind::NobodyThere;
    QString text;   ///< English
    qint64 pid = 0; ///< of the other process; 0 = unknown
};

/// Talks to the process that has a session open. Blocks, at most so long as it is told; needs no
/// event loop.
class Client
{
public:
    /// Connects and has the other side introduce itself.
    [[nodiscard]] static tl::expected<Client, Trouble> open(const QString &sessionPath,
                                                            int timeoutMs = 5'000);

    [[nodiscard]] tl::expected<QJsonObject, Trouble> ask(const Request &request,
                                                         int timeoutMs = 30'000);
    [[nodiscard]] qint64 pid() const { return m_pid; }
    [[nodiscard]] bool hasWindow() const { return m_hasWindow; }

private:
    Client() = default;
    [[nodiscard]] tl::unexpected<Trouble> trouble(Trouble::Kind kind, const QString &text) const;

    std::unique_ptr<QLocalSocket> m_socket;
    qint64 m_pid = 0;
    bool m_hasWindow = false;
};

} // namespace trawl::control
