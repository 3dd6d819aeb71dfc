// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace trawl::transport {

/// The codings of a Content-Encoding in their order (RFC 9110, 8.4): the last is to be undone
/// first.
struct ContentCodings
{
    QList<QByteArray> known; ///< those that can be undone
    bool foreign = false;    ///< there is one that cannot
};

/// What is no coding at all ("UTF-8", "none", "aws-chunked") says nothing of the bytes.
[[nodiscard]] ContentCodings contentCodings(QByteArrayView field);

/// Undoes a Content-Encoding as the bytes come (RFC 9110, 8.4.1). Unlike curl's own, it knows
/// whether the stream reached its end, and it makes no more output than there is room for.
class ContentDecoder
{
public:
    /// The header of a request that wants its answer decoded.
    static constexpr char acceptHeader[] = "Accept-Encoding: gzip, deflate, br, zstd";

    enum class State {
        Going,  ///< wants more input, or more room when the output is full
        Done,   ///< the stream's end; input behind it means nothing
        Broken, ///< no stream of this coding
    };

    virtual ~ContentDecoder() = default;

    /// Takes from the front of `in`, and writes at most `room` bytes; `written` tells how many.
    virtual State decode(QByteArrayView &in, char *out, qsizetype room, qsizetype &written) = 0;

    /// Null when there is nothing to undo.
    [[nodiscard]] static std::unique_ptr<ContentDecoder> make(const QList<QByteArray> &codings);
};

} // namespace trawl::transport
