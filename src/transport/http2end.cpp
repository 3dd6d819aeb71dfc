// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/http2end.h"

#include <atomic>
#include <set>
#include <utility>

#include <dlfcn.h>
#include <nghttp2/nghttp2.h>

namespace {

constexpr auto setterName = "nghttp2_session_callbacks_set_on_stream_close_callback";

/// What libcurl wants to be told; always the same function.
std::atomic<nghttp2_on_stream_close_callback> toldByLibrary = nullptr;

using Stream = std::pair<nghttp2_session *, int32_t>;

/// Streams of which a RST_STREAM comes in before END_STREAM.
thread_local std::set<Stream> cut;

/// Once the frame is read, nghttp2 itself has closed the stream and cannot tell any more.
int onBeginFrame(nghttp2_session *session, const nghttp2_frame_hd *frame, void *)
{
    if (frame->type == NGHTTP2_RST_STREAM &&
        nghttp2_session_get_stream_remote_close(session, frame->stream_id) == 0)
        cut.emplace(session, frame->stream_id);
    return 0;
}

int onStreamClose(nghttp2_session *session, int32_t stream, uint32_t error, void *user)
{
    if (cut.erase({session, stream}) > 0 && error == NGHTTP2_NO_ERROR)
        error = NGHTTP2_PROTOCOL_ERROR;
    return toldByLibrary.load()(session, stream, error, user);
}

} // namespace

/// libcurl offers no way to ask how a stream ended. It calls this function of libnghttp2's by name,
/// and the program's own comes before that of a library.
extern "C" [[gnu::visibility("default")]] void
nghttp2_session_callbacks_set_on_stream_close_callback(nghttp2_session_callbacks *callbacks,
                                                       nghttp2_on_stream_close_callback callback)
{
    using Set = decltype(&nghttp2_session_callbacks_set_on_stream_close_callback);
    static const auto set = reinterpret_cast<Set>(dlsym(RTLD_NEXT, setterName));
    toldByLibrary = callback;
    set(callbacks, onStreamClose);
    nghttp2_session_callbacks_set_on_begin_frame_callback(callbacks, onBeginFrame);
}

namespace trawl::transport {

bool watchesHttp2Ends()
{
    static const bool watches =
        dlsym(RTLD_DEFAULT, setterName) ==
        reinterpret_cast<void *>(&nghttp2_session_callbacks_set_on_stream_close_callback);
    return watches;
}

} // namespace trawl::transport
