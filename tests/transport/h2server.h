// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawserver.h"

#include <nghttp2/nghttp2.h>

namespace trawl::test {

/// HTTP/2 with prior knowledge on a connection of a RawServer: what the script says, frame by
/// frame.
class H2Stream
{
public:
    using Script = std::function<void(H2Stream &)>;
    /// Runs the script for each request.
    [[nodiscard]] static support::RawServer::Handler serve(Script script);

    [[nodiscard]] int connection() const;
    [[nodiscard]] int32_t id() const { return m_id; }

    void interim(const QByteArray &status);
    enum class End { Yes, No };
    /// Status 200; a Content-Length when it is not negative.
    void respond(const QByteArray &body, qint64 contentLength, End end);
    void reset(uint32_t errorCode);
    void goAway(int32_t lastStream);

private:
    struct Session;
    friend struct Session;
    H2Stream(Session &session, int32_t id)
        : m_session(session)
        , m_id(id)
    {
    }

    Session &m_session;
    int32_t m_id;
};

} // namespace trawl::test
