// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/site.h"

#include <zlib.h>

#include <atomic>
#include <optional>

namespace trawl::faults {

using support::RawConnection;
using support::RawRequest;

namespace {

struct Range
{
    qint64 first = 0;
    qint64 last = 0;
};

/// Of "bytes=5-" and "bytes=5-9"; none when there is no range, or not one that counts here.
std::optional<Range> rangeOf(const RawRequest &request, const Resource &resource)
{
    const auto asked = request.header("Range");
    const auto condition = request.header("If-Range");
    if (!asked.startsWith("bytes=") ||
        (!condition.isEmpty() && condition != resource.etag && condition != resource.lastModified))
        return {};
    const auto ends = asked.sliced(6).split('-');
    const auto size = resource.body.size();
    const bool open = ends.value(1).isEmpty();
    return Range{ends.value(0).toLongLong(),
                 open ? size - 1 : qMin<qint64>(ends.value(1).toLongLong(), size - 1)};
}

QByteArray number(qint64 value)
{
    return QByteArray::number(value);
}

bool sendSized(RawConnection &connection, const RawRequest &request, const Resource &resource)
{
    const auto validators =
        "ETag: " + resource.etag + "\r\nLast-Modified: " + resource.lastModified + "\r\n";
    const auto size = resource.body.size();
    const auto range = rangeOf(request, resource);
    if (!range)
        return connection.send(
            support::okSized(resource.body, "Accept-Ranges: bytes\r\n" + validators));
    if (range->first >= size)
        return connection.send("HTTP/1.1 416 Range Not Satisfiable\r\nContent-Length: 0\r\n"
                               "Content-Range: bytes */" +
                               number(size) + "\r\n\r\n");
    const auto part = resource.body.sliced(range->first, range->last - range->first + 1);
    return connection.send("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes " +
                           number(range->first) + '-' + number(range->last) + '/' + number(size) +
                           "\r\nContent-Length: " + number(part.size()) + "\r\n" + validators +
                           "\r\n" + part);
}

} // namespace

QByteArray bodyOf(const QByteArray &seed, qint64 size)
{
    quint64 state = 0x9e3779b97f4a7c15ULL;
    for (const char c : seed)
        state = (state ^ quint8(c)) * 0x100000001b3ULL;
    QByteArray body((size + 7) & ~7, Qt::Uninitialized);
    auto *words = reinterpret_cast<quint64 *>(body.data());
    for (qint64 i = 0; i < body.size() / 8; ++i) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        words[i] = state;
    }
    body.truncate(size);
    return body;
}

QByteArray gzipped(const QByteArray &plain)
{
    z_stream stream = {};
    deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(plain.size()))), Qt::Uninitialized);
    auto input = plain;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = uInt(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

QByteArray chunked(const QByteArray &body)
{
    constexpr qsizetype each = 10'000;
    QByteArray coded;
    for (qsizetype at = 0; at < body.size(); at += each) {
        const auto chunk = body.mid(at, each);
        coded += QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
    }
    return coded + "0\r\n\r\n";
}

Answer serving(const Resource &resource)
{
    return [resource](RawConnection &connection, const RawRequest &request) {
        switch (resource.sending) {
        case Sending::Length:
            return sendSized(connection, request, resource);
        case Sending::Close:
            connection.send(support::ok("Connection: close\r\n", resource.body));
            return false;
        case Sending::Chunked:
            return connection.send(
                support::ok("Transfer-Encoding: chunked\r\n", chunked(resource.body)));
        case Sending::Gzip:
            break;
        }
        if (!request.header("Accept-Encoding").contains("gzip"))
            return connection.send(support::okSized(resource.body));
        return connection.send(
            support::okSized(gzipped(resource.body), "Content-Encoding: gzip\r\n"));
    };
}

Answer raw(const QByteArray &response)
{
    return [response](RawConnection &connection, const RawRequest &) {
        connection.send(response);
        return false;
    };
}

Answer rawThenReset(const QByteArray &response)
{
    return [response](RawConnection &connection, const RawRequest &) {
        connection.send(response);
        connection.reset();
        return false;
    };
}

Answer status(const QByteArray &line, const QByteArray &fields)
{
    const QByteArray response = "HTTP/1.1 " + line + "\r\nContent-Length: 0\r\n" + fields + "\r\n";
    return [response](RawConnection &connection, const RawRequest &) {
        return connection.send(response);
    };
}

Answer inTurn(QList<Answer> answers)
{
    const auto next = std::make_shared<std::atomic<qsizetype>>(0);
    return [answers, next](RawConnection &connection, const RawRequest &request) {
        return answers.at(qMin(next->fetch_add(1), answers.size() - 1))(connection, request);
    };
}

Site::Site(const support::RawPlace &place, const support::Certificate *certificate)
    : m_place(place)
    , m_certificate(certificate)
    , m_other(status("404 Not Found"))
{
    start();
}

void Site::start()
{
    const auto handler = [this](RawConnection &connection) { serve(connection); };
    m_server = std::make_unique<support::RawServer>(handler, m_certificate, m_place);
    m_place.port = m_server->port();
}

void Site::stop()
{
    m_earlier = requests();
    m_server.reset();
}

void Site::serve(RawConnection &connection)
{
    for (auto request = connection.readRequest(); request; request = connection.readRequest()) {
        if (!answerFor(request->target)(connection, *request))
            return;
    }
}

Answer Site::answerFor(const QByteArray &path) const
{
    const std::lock_guard lock(m_mutex);
    return m_answers.value(path, m_other);
}

void Site::answer(const QByteArray &path, Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_answers.insert(path, std::move(answer));
}

void Site::answerAll(Answer answer)
{
    const std::lock_guard lock(m_mutex);
    m_other = std::move(answer);
}

QByteArray Site::url(const QByteArray &path) const
{
    return (m_certificate ? "https://" : "http://") + m_place.address + ':' +
           QByteArray::number(m_place.port) + path;
}

QList<RawRequest> Site::requests() const
{
    return m_server ? m_earlier + m_server->requests() : m_earlier;
}

int Site::requestsFor(const QByteArray &path) const
{
    const auto all = requests();
    return int(std::count_if(all.begin(), all.end(),
                             [&](const RawRequest &request) { return request.target == path; }));
}

} // namespace trawl::faults
