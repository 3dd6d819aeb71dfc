// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace trawl::transport {

/// Takes a body straight from the block that curl received, without a buffer between. Called from
/// inside curl: it may not emit, run an event loop, or touch any reply or manager.
class BodySink
{
public:
    enum class Taken {
        All,
        Pause, ///< nothing of it; the same bytes come again after DirectReply::resume()
        Fail,  ///< ends the reply as CURLE_WRITE_ERROR, which comes from nothing else
    };
    /// 16 kB as a rule, some 800 kB at most; what is undone of a Content-Encoding already is.
    [[nodiscard]] virtual Taken write(const char *data, qint64 size) = 0;

protected:
    ~BodySink() = default;
};

/// The side of AccessManager's replies that Qt's do not have: `dynamic_cast` a QNetworkReply.
class DirectReply
{
public:
    /// From metaDataChanged() on, before finished(): the bytes that are buffered go to the sink
    /// first, in order and from the event loop. There is no readyRead() from then on, and
    /// finished() comes after all bytes were taken. The sink must stay until finished(), abort() or
    /// null.
    virtual void setBodySink(BodySink *sink) = 0;
    /// After Taken::Pause, not from within write().
    virtual void resume() = 0;

protected:
    ~DirectReply() = default;
};

} // namespace trawl::transport
