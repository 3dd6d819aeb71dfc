// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/rawserver.h"

#include <QHash>

#include <functional>
#include <memory>
#include <mutex>

namespace trawl::faults {

/// What a path is answered with. False: nothing more on this connection.
using Answer = std::function<bool(support::RawConnection &, const support::RawRequest &)>;

/// Bytes that only the seed decides, and that do not pack.
[[nodiscard]] QByteArray bodyOf(const QByteArray &seed, qint64 size);
[[nodiscard]] QByteArray gzipped(const QByteArray &plain);
[[nodiscard]] QByteArray chunked(const QByteArray &body);

enum class Sending { Length, Close, Chunked, Gzip };

/// A file as a server by the book has it: ranges with If-Range when it is sent with its length.
struct Resource
{
    QByteArray body;
    Sending sending = Sending::Length;
    QByteArray etag = "\"1\"";
    QByteArray lastModified = "Mon, 01 Jan 2024 00:00:00 GMT";
};
[[nodiscard]] Answer serving(const Resource &resource);
/// These bytes, head and all, then a FIN.
[[nodiscard]] Answer raw(const QByteArray &response);
/// The same and a RST instead.
[[nodiscard]] Answer rawThenReset(const QByteArray &response);
/// A head alone ("404 Not Found" …) with these fields, each with its line end.
[[nodiscard]] Answer status(const QByteArray &line, const QByteArray &fields = {});
/// The first answers in turn, the last of them for ever.
[[nodiscard]] Answer inTurn(QList<Answer> answers);

/// A server that answers each path as it was told, and counts.
class Site
{
public:
    explicit Site(const support::RawPlace &place = {},
                  const support::Certificate *certificate = nullptr);

    void answer(const QByteArray &path, Answer answer);
    void answerAll(Answer answer); ///< what was told of no path
    [[nodiscard]] QByteArray url(const QByteArray &path) const;
    [[nodiscard]] QByteArray origin() const { return url({}); }

    [[nodiscard]] QList<support::RawRequest> requests() const;
    [[nodiscard]] int requestsFor(const QByteArray &path) const;
    [[nodiscard]] int openConnections() const { return m_server ? m_server->openConnections() : 0; }
    [[nodiscard]] int connections() const { return m_server ? m_server->connections() : 0; }
    void stop();  ///< gone: breaks what is open, refuses what comes
    void start(); ///< back on the same port

private:
    void serve(support::RawConnection &connection);
    [[nodiscard]] Answer answerFor(const QByteArray &path) const;

    support::RawPlace m_place;
    const support::Certificate *m_certificate;
    mutable std::mutex m_mutex;
    QHash<QByteArray, Answer> m_answers;
    Answer m_other;
    QList<support::RawRequest> m_earlier; ///< before the last stop()
    std::unique_ptr<support::RawServer> m_server;
};

} // namespace trawl::faults
