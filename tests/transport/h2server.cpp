// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/h2server.h"

#include <cstring>
#include <map>

namespace trawl::test {

using support::RawConnection;

struct H2Stream::Session
{
    struct Body
    {
        QByteArray bytes;
        qsizetype sent = 0;
        End end = End::Yes;
    };

    Session(RawConnection &connection_, const Script &script_)
        : connection(connection_)
        , script(script_)
    {
        nghttp2_session_callbacks *callbacks = nullptr;
        nghttp2_session_callbacks_new(&callbacks);
        nghttp2_session_callbacks_set_send_callback(callbacks, onSend);
        nghttp2_session_callbacks_set_on_frame_recv_callback(callbacks, onFrame);
        nghttp2_session_server_new(&session, callbacks, this);
        nghttp2_session_callbacks_del(callbacks);
        nghttp2_submit_settings(session, NGHTTP2_FLAG_NONE, nullptr, 0);
    }
    ~Session() { nghttp2_session_del(session); }
    Q_DISABLE_COPY_MOVE(Session)

    void run()
    {
        while (nghttp2_session_send(session) == 0) {
            const auto bytes = connection.receive();
            const auto *data = reinterpret_cast<const uint8_t *>(bytes.constData());
            if (bytes.isEmpty() ||
                nghttp2_session_mem_recv(session, data, size_t(bytes.size())) < 0)
                return;
            for (const auto id : std::exchange(requests, {})) {
                H2Stream stream(*this, id);
                script(stream);
            }
        }
    }
    static ssize_t onSend(nghttp2_session *, const uint8_t *data, size_t length, int, void *self)
    {
        const QByteArrayView bytes(data, qsizetype(length));
        const bool sent = static_cast<Session *>(self)->connection.send(bytes);
        return sent ? ssize_t(length) : ssize_t(NGHTTP2_ERR_CALLBACK_FAILURE);
    }
    static int onFrame(nghttp2_session *, const nghttp2_frame *frame, void *self)
    {
        if (frame->hd.type == NGHTTP2_HEADERS && frame->headers.cat == NGHTTP2_HCAT_REQUEST)
            static_cast<Session *>(self)->requests.append(frame->hd.stream_id);
        return 0;
    }
    static ssize_t onRead(nghttp2_session *, int32_t id, uint8_t *out, size_t room, uint32_t *flags,
                          nghttp2_data_source *, void *self)
    {
        auto &body = static_cast<Session *>(self)->bodies[id];
        const auto length = qMin(qsizetype(room), body.bytes.size() - body.sent);
        std::memcpy(out, body.bytes.constData() + body.sent, size_t(length));
        body.sent += length;
        if (body.sent == body.bytes.size())
            *flags =
                NGHTTP2_DATA_FLAG_EOF | (body.end == End::No ? NGHTTP2_DATA_FLAG_NO_END_STREAM : 0);
        return ssize_t(length);
    }

    RawConnection &connection;
    const Script &script;
    nghttp2_session *session = nullptr;
    QList<int32_t> requests;
    std::map<int32_t, Body> bodies;
};

namespace {

// Refers to the texts: they must live until nghttp2 has copied them.
nghttp2_nv field(QByteArrayView name, QByteArrayView value)
{
    const auto bytes = [](QByteArrayView text) {
        return reinterpret_cast<uint8_t *>(const_cast<char *>(text.data()));
    };
    return {bytes(name), bytes(value), size_t(name.size()), size_t(value.size()),
            NGHTTP2_NV_FLAG_NONE};
}

} // namespace

support::RawServer::Handler H2Stream::serve(Script script)
{
    return [script = std::move(script)](RawConnection &connection) {
        Session(connection, script).run();
    };
}

int H2Stream::connection() const
{
    return m_session.connection.index();
}

void H2Stream::interim(const QByteArray &status)
{
    const auto head = field(":status", status);
    nghttp2_submit_headers(m_session.session, NGHTTP2_FLAG_NONE, m_id, nullptr, &head, 1, nullptr);
    nghttp2_session_send(m_session.session);
}

void H2Stream::respond(const QByteArray &body, qint64 contentLength, End end)
{
    m_session.bodies[m_id] = {body, 0, end};
    const auto length = QByteArray::number(contentLength);
    const nghttp2_nv head[] = {field(":status", "200"), field("content-length", length)};
    nghttp2_data_provider provider = {};
    provider.read_callback = Session::onRead;
    nghttp2_submit_response(m_session.session, m_id, head, contentLength < 0 ? 1 : 2, &provider);
    nghttp2_session_send(m_session.session);
}

void H2Stream::reset(uint32_t errorCode)
{
    nghttp2_submit_rst_stream(m_session.session, NGHTTP2_FLAG_NONE, m_id, errorCode);
    nghttp2_session_send(m_session.session);
}

void H2Stream::goAway(int32_t lastStream)
{
    nghttp2_submit_goaway(m_session.session, NGHTTP2_FLAG_NONE, lastStream, NGHTTP2_NO_ERROR,
                          nullptr, 0);
    nghttp2_session_send(m_session.session);
}

} // namespace trawl::test
