// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/stream.h"

#include "fetch/bodylength.h"
#include "fetch/download.h"
#include "fetch/redirect.h"
#include "fetch/shared.h"
#include "item/weburl.h"
#include "transport/attributes.h"

#include <algorithm>
#include <utility>

namespace trawl::fetch {

namespace {

using item::Reason;

/// Fetched again and compared where no strong validator tells that the file is still the same.
constexpr qint64 overlap = 4096;

/// Whether an answer is the file. 202 is a promise of it, 204 and 205 say that there is none, 226
/// is what has to be applied to another one; of what nobody knows the first digit counts (RFC 9110,
/// 15).
bool bringsFile(int code)
{
    return code >= 200 && code < 300 && code != 202 && code != 204 && code != 205 && code != 206 &&
           code != 226;
}

/// A part's length and its range are not of one body.
bool contradicts(const QNetworkReply &reply, const ContentRange &range)
{
    const auto length = bodyLength(reply);
    return length >= 0 && length != range.last - range.first + 1;
}

bool isConditional(const QNetworkRequest &request)
{
    return request.hasRawHeader("If-Modified-Since") || request.hasRawHeader("If-None-Match");
}

Validators validatorsOf(const QNetworkReply &reply)
{
    return {reply.rawHeader("ETag"), reply.rawHeader("Last-Modified"), reply.rawHeader("Date")};
}

} // namespace

Stream::Stream(Download &download, bool main)
    : m_download(download)
    , m_main(main)
{
}

bool Stream::begin()
{
    m_active = false;
    m_extent = nullptr;
    if (!m_download.assign(*this))
        return false;
    m_active = true;
    m_chain.clear();
    const auto &request = m_download.request();
    m_publicOnly = request.publicOnly;
    m_chain.append(m_mirror < 0 ? request.url : request.mirrors[m_mirror]);
    if (m_mirror < 0 && !request.chain.isEmpty()) {
        m_chain += request.chain;
        if (m_main)
            m_download.redirected(m_chain);
    }
    return true;
}

void Stream::take(Kind kind, qint64 position, qint64 end)
{
    m_kind = kind;
    m_position = m_began = position;
    m_end = end;
    m_clock.invalidate();
    const bool certain = m_mirror < 0 && !m_download.known().validators.ifRange().isEmpty();
    m_asked = certain ? position : m_download.extentBegin(position, position - overlap);
}

double Stream::bytesPerSecond() const
{
    if (!m_clock.isValid() || m_position <= m_began)
        return 0;
    return double(m_position - m_began) * 1000 / double(std::max<qint64>(1, m_clock.elapsed()));
}

QNetworkRequest Stream::nextRequest() const
{
    const auto &download = m_download;
    const auto &asked = download.request();
    const auto own =
        m_mirror < 0 && item::originOf(m_chain.first()) == item::originOf(m_chain.last());
    auto request = m_download.context().shared->request(m_chain.last(), own, asked.job);
    if (m_publicOnly)
        request.setAttribute(QNetworkRequest::Attribute(transport::PublicOnly), true);
    if (own) {
        // Those of segments are used for the next ones.
        if (asked.lastOfHost && m_main)
            request.setAttribute(QNetworkRequest::Attribute(transport::LastOfHost), true);
        for (const auto &header : asked.headers)
            request.setRawHeader(header.name, header.value);
        setCredentials(request, asked.credentials);
    }
    if (m_kind == Kind::Whole)
        return request;
    auto range = "bytes=" + QByteArray::number(m_asked) + '-';
    if (!m_main && m_end != open)
        range += QByteArray::number(m_end - 1);
    request.setRawHeader("Range", range);
    request.setRawHeader("Accept-Encoding", "identity");
    if (const auto condition = download.known().validators.ifRange();
        m_mirror < 0 && !condition.isEmpty())
        request.setRawHeader("If-Range", condition);
    // A stream of the connection that there is would bring no more than that one does.
    if (!m_main)
        request.setAttribute(QNetworkRequest::Attribute(transport::HttpVersionAttribute),
                             int(item::HttpVersion::Http1));
    return request;
}

bool Stream::head(const QNetworkReply &reply)
{
    m_code = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_taking = takeHead(reply);
    return m_taking;
}

bool Stream::takeHead(const QNetworkReply &reply)
{
    if (m_main)
        m_download.answered(reply);
    if (m_main && isHttp2InTheClear(m_download.context().settings, m_chain.last()))
        m_download.remark(QStringLiteral("HTTP/1.1: HTTP/2 is spoken over https only"));
    m_unasked = false;
    // One of several choices with a Location is the server's own choice (RFC 9110, 15.4.1).
    m_redirected = isRedirect(m_code) || (m_code == 300 && reply.hasRawHeader("Location"));
    if (m_redirected) {
        // Where a public server sends is its wish, not the person's.
        const auto peer = reply.attribute(QNetworkRequest::Attribute(transport::PeerIsPrivate));
        if (peer.isValid() && !peer.toBool())
            m_publicOnly = !m_download.context().settings.allowPrivate;
        m_location = reply.rawHeader("Location");
        return false;
    }
    if (m_code == 206)
        return m_kind == Kind::Range ? takePartial(reply) : takeUnaskedPart(reply);
    if (bringsFile(m_code))
        return takeWhole(reply);
    if (m_kind == Kind::Range && m_code == 416) {
        const auto total = unsatisfiedTotal(reply.rawHeader("Content-Range"));
        if (total >= 0 && total == m_position && m_download.known().total < 0)
            m_download.learnTotal(total); // it was whole, only nobody knew
        else
            m_download.changed(QStringLiteral("the file on the server is shorter"));
        return false;
    }
    refuseAnswer(reply);
    return false;
}

// Who asked for no condition has not got what a 304 is about.
void Stream::refuseAnswer(const QNetworkReply &reply)
{
    if (m_code == 304 && isConditional(reply.request()))
        refuse({Reason::Exists, m_code, false, QStringLiteral("not changed since")});
    else
        refuse(httpFailure(m_code, m_download.context().settings.retryCodes));
}

bool Stream::takePartial(const QNetworkReply &reply)
{
    const auto &known = m_download.known();
    const auto range = checkContentRange(reply.rawHeader("Content-Range"), m_asked, known.total);
    if (isCoded(reply)) {
        refuse({Reason::BadHead, 206, true, QStringLiteral("a part that is encoded")});
        return false;
    }
    if (m_mirror < 0 && known.validators.contradicts(validatorsOf(reply))) {
        m_download.changed(QStringLiteral("changed on the server"));
        return false;
    }
    if (!range) {
        const auto parsed = parseContentRange(reply.rawHeader("Content-Range"));
        if (parsed && parsed->total >= 0 && known.total >= 0 && parsed->total != known.total)
            m_download.changed(QStringLiteral("changed on the server"));
        else
            refuse({Reason::BadHead, 206, true,
                    QStringLiteral("asked for bytes from %1 on, got %2")
                        .arg(m_asked)
                        .arg(range.error())});
        return false;
    }
    if (contradicts(reply, *range)) {
        refuse({Reason::BadHead, 206, true,
                QStringLiteral("a Content-Range and a Content-Length that contradict each other")});
        return false;
    }
    if (known.total < 0 && range->total >= 0)
        m_download.learnTotal(range->total);
    if (m_end == open && known.total >= 0)
        m_end = known.total;
    m_comparedTo = range->first;
    m_responseEnd = range->last + 1;
    m_began = m_position;
    m_clock.start();
    m_extent = &m_download.part().extentAt(m_position);
    return true;
}

bool Stream::takeWhole(const QNetworkReply &reply)
{
    if (m_kind == Kind::Range && !m_download.mayBeginAnew(*this)) {
        if (m_download.known().validators.contradicts(validatorsOf(reply))) {
            m_download.changed(QStringLiteral("changed on the server"));
        } else {
            m_download.rangesRefused();
            refuse({Reason::Changed, 0, true,
                    QStringLiteral("the server sends the whole file when a part is asked for")});
        }
        return false;
    }
    // Of a body that is undone the length says nothing about what is written.
    const auto total = isCoded(reply) ? -1 : bodyLength(reply);
    return takeFromStart(reply, total >= 0 ? total : open, total);
}

// Some servers answer so to each request. What begins at the first byte is as good as a 200; the
// rest, if there is any, is asked for.
bool Stream::takeUnaskedPart(const QNetworkReply &reply)
{
    const auto range = parseContentRange(reply.rawHeader("Content-Range"));
    if (!range || range->first != 0 || range->total < 0 || isCoded(reply) ||
        contradicts(reply, *range)) {
        auto failure = httpFailure(206, m_download.context().settings.retryCodes);
        failure.detail = QStringLiteral("a part that nobody asked for: %1")
                             .arg(QString::fromLatin1(reply.rawHeader("Content-Range").left(60)));
        refuse(std::move(failure));
        return false;
    }
    m_unasked = true;
    return takeFromStart(reply, range->last + 1, range->total);
}

bool Stream::takeFromStart(const QNetworkReply &reply, qint64 end, qint64 total)
{
    if (auto failure = m_download.beginWhole(reply, m_chain.last(), total)) {
        refuse(*std::move(failure));
        return false;
    }
    m_kind = Kind::Whole;
    m_position = m_comparedTo = m_began = 0;
    m_clock.start();
    m_end = total >= 0 ? total : open;
    m_responseEnd = end;
    m_extent = &m_download.part().extentAt(0);
    if (total >= 0)
        m_download.learnTotal(total);
    return true;
}

bool Stream::body(const char *data, qint64 size)
{
    if (m_comparedTo < m_began && !compare(data, size))
        return false;
    const auto most = m_download.maxBytes();
    while (size > 0) {
        if (m_position == m_end && !m_download.extend(*this))
            return false; // the rest is another stream's
        const auto count = std::min(size, m_end - m_position);
        if (most > 0 && m_download.part().bytes() + count > most) {
            refuse({Reason::TooLarge, 0, false, QStringLiteral("more than %1 bytes").arg(most)});
            return false;
        }
        if (!m_download.part().write(*m_extent, data, count)) {
            refuse(m_download.part().failure());
            return false;
        }
        m_position += count;
        data += count;
        size -= count;
    }
    m_download.moved();
    return m_position < m_end || m_responseEnd <= m_end || m_download.extend(*this);
}

/// Bytes that are there already must be the same. False: they are not.
bool Stream::compare(const char *&data, qint64 &size)
{
    const auto count = std::min(size, m_began - m_comparedTo);
    if (!m_download.part().equals(m_comparedTo, data, count)) {
        refuse({Reason::Changed, 0, true, QStringLiteral("other bytes than those that are there")});
        return false;
    }
    m_comparedTo += count;
    data += count;
    size -= count;
    return true;
}

bool Stream::ended(Ending ending, const ReplyError &error)
{
    m_code = 0;
    const auto redirected = std::exchange(m_redirected, false);
    const auto taking = std::exchange(m_taking, false);
    auto refusal = std::exchange(m_refusal, std::nullopt);
    const auto give = [this](item::Failure failure) {
        fail(std::move(failure));
        return nextUrl();
    };
    if (ending == Ending::Stopped || m_download.isRestarting()) {
        m_active = false;
        return false;
    }
    if (refusal && refusal->reason == Reason::Changed && taking) {
        m_active = false;
        m_download.changed(refusal->detail);
        return false;
    }
    if (refusal)
        return give(*std::move(refusal));
    if (ending == Ending::Lost)
        return give({Reason::Network, 0, true, QStringLiteral("the access manager went away")});
    if (taking)
        return bodyEnded(ending, error);
    // A body that is not wanted may come as slowly as it likes.
    if (redirected)
        return follow();
    if (m_download.isWhole()) {
        m_active = false;
        return false;
    }
    if (ending == Ending::TimedOut)
        return give({Reason::Timeout, 0, true, QStringLiteral("no answer in time")});
    return give(describe(error));
}

bool Stream::bodyEnded(Ending ending, const ReplyError &error)
{
    const auto unbounded = m_end == open;
    const auto good = ending == Ending::Finished && error.code == QNetworkReply::NoError;
    if (good && unbounded) {
        m_active = false;
        m_end = m_position;
        m_download.learnTotal(m_position);
        return false;
    }
    const auto whole = m_position == m_end;
    // Else a server could have itself asked for each byte.
    const auto someMore =
        good && m_position == m_responseEnd && (m_unasked || m_position - m_began >= overlap);
    if (whole || someMore)
        return begin();
    if (ending == Ending::TimedOut)
        fail({Reason::Timeout, 0, true, QStringLiteral("the body stalled")});
    else if (good)
        fail({Reason::Truncated, 0, true, {}});
    else
        fail(describe(error));
    return nextUrl();
}

bool Stream::follow()
{
    const auto &settings = m_download.context().settings;
    auto target = redirectTarget(m_chain.last(), m_location, settings.allowDowngrade);
    m_location.clear();
    if (!target) {
        fail(std::move(target.error()));
        return nextUrl();
    }
    // A URL may come again: with the cookie that it was to bring, it has another answer.
    if (m_chain.size() > settings.maxRedirects) {
        fail({Reason::TooManyRedirects, 0, false,
              QStringLiteral("more than %1, the last to %2")
                  .arg(settings.maxRedirects)
                  .arg(QString::fromLatin1(target->left(200)))});
        return nextUrl();
    }
    if (m_main && m_download.request().asksAtRedirect) {
        m_download.asks(*target);
        fail({Reason::Cancelled, 0, false, {}});
        return false;
    }
    m_chain.append(*std::move(target));
    if (m_main)
        m_download.redirected(m_chain);
    return true;
}

/// Another place for the same file, if there is one and the failure is not ours.
bool Stream::nextUrl()
{
    const auto count = m_download.request().mirrors.size();
    if (!m_main || m_mirror + 1 >= count)
        return false;
    ++m_mirror;
    return begin();
}

void Stream::refuse(item::Failure failure)
{
    if (!m_refusal)
        m_refusal = std::move(failure);
}

void Stream::fail(item::Failure failure)
{
    m_active = false;
    if (failure.reason == Reason::Truncated && m_end != open) {
        const auto total = m_download.known().total;
        failure.detail = QStringLiteral("%1 of %2 bytes")
                             .arg(m_download.part().bytes())
                             .arg(total >= 0 ? total : m_end);
    }
    m_download.failed(failure);
}

} // namespace trawl::fetch
