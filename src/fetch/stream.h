// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/contentrange.h"
#include "fetch/exchange.h"
#include "fetch/partfile.h"

#include <QByteArrayList>
#include <QElapsedTimer>

namespace trawl::fetch {

class Download;

/// One of the connections that fill a download: the requests that it makes, one after another, and
/// what becomes of each response. Knows nothing of waiting.
class Stream final : public ResponseSink
{
public:
    /// What is asked for.
    enum class Kind {
        Whole, ///< the file
        Range, ///< the bytes from position() on
    };
    static constexpr qint64 open = std::numeric_limits<qint64>::max(); ///< an end not known

    /// The main one starts with the item's URL and may begin anew; another one is a segment.
    Stream(Download &download, bool main);

    /// Finds itself something to do. False: there is nothing, or something went wrong.
    [[nodiscard]] bool begin();
    [[nodiscard]] QNetworkRequest nextRequest() const;
    /// How the last request ended. True: another one follows.
    [[nodiscard]] bool ended(Ending ending, const ReplyError &error);

    [[nodiscard]] bool head(const QNetworkReply &reply) override;
    [[nodiscard]] bool body(const char *data, qint64 size) override;

    [[nodiscard]] bool isMain() const { return m_main; }
    [[nodiscard]] bool isActive() const { return m_active; } ///< has a range of its own
    [[nodiscard]] qint64 position() const { return m_position; }
    [[nodiscard]] qint64 end() const { return m_end; }
    /// Of this response, or of the last one; 0 = not known.
    [[nodiscard]] double bytesPerSecond() const;
    /// Another stream takes the bytes from there on.
    void setEnd(qint64 end) { m_end = end; }

    void take(Kind kind, qint64 position, qint64 end);

private:
    [[nodiscard]] bool takeHead(const QNetworkReply &reply);
    [[nodiscard]] bool takePartial(const QNetworkReply &reply);
    [[nodiscard]] bool takeWhole(const QNetworkReply &reply);
    [[nodiscard]] bool takeUnaskedPart(const QNetworkReply &reply);
    [[nodiscard]] bool takeFromStart(const QNetworkReply &reply, qint64 end, qint64 total);
    void refuseAnswer(const QNetworkReply &reply);
    [[nodiscard]] bool compare(const char *&data, qint64 &size);
    [[nodiscard]] bool bodyEnded(Ending ending, const ReplyError &error);
    [[nodiscard]] bool follow();
    [[nodiscard]] bool nextUrl();
    void fail(item::Failure failure);
    void refuse(item::Failure failure);

    Download &m_download;
    const bool m_main;
    bool m_active = false;
    Kind m_kind = Kind::Whole;
    qint64 m_position = 0;
    qint64 m_end = open;
    qint64 m_asked = 0;      ///< first byte of the last range request: before position() to compare
    qint64 m_comparedTo = 0; ///< where the response's next byte stands while it is compared
    qint64 m_responseEnd = open; ///< past the last byte that this response brings
    QElapsedTimer m_clock;       ///< since this response began
    qint64 m_began = 0;          ///< position() at the start of the response
    int m_mirror = -1;           ///< index of the URL that is asked; -1 = the item's
    bool m_publicOnly = false;   ///< the next request asks no private address
    QByteArrayList m_chain;      ///< of this request: first URL, redirects, the current one last
    int m_code = 0;              ///< of the current response; 0 = none came
    QByteArray m_location;
    bool m_redirected = false;              ///< it names another place
    bool m_unasked = false;                 ///< it is a part that nobody asked for
    bool m_taking = false;                  ///< its body is wanted
    std::optional<item::Failure> m_refusal; ///< why a response is not wanted
    PartFile::Extent *m_extent = nullptr;
};

} // namespace trawl::fetch
