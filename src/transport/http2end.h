// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trawl::transport {

/// Only END_STREAM ends a response (RFC 9113, 8.1), but libcurl (7.88 to 8.14) takes a RST_STREAM
/// with NO_ERROR for a good end as well, so that a body without a length that is cut there would
/// pass for whole. In a program that this is linked into, such a stream ends with an error. False
/// where that cannot be: nothing may be fetched over HTTP/2 then.
[[nodiscard]] bool watchesHttp2Ends();

} // namespace trawl::transport
