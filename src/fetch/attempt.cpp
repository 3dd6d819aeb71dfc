// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/attempt.h"

#include "fetch/redirect.h"
#include "fetch/retryafter.h"
#include "fetch/shared.h"
#include "transport/attributes.h"

#include <QDateTime>

#include <utility>

namespace trawl::fetch {

namespace {

using item::Reason;

// Keeps an outcome far below the longest frame of the wire, whatever a server sends.
constexpr qsizetype longestField = 8192;

QByteArray field(const QNetworkReply &reply, const char *name)
{
    auto value = reply.rawHeader(name);
    value.truncate(longestField);
    return value;
}

quint8 httpVersion(const QNetworkReply &reply)
{
    const auto used = QNetworkRequest::Attribute(transport::HttpVersionUsed);
    const auto version = reply.attribute(used);
    return version.isValid() ? quint8(version.toInt()) : 11; // all that the stock one may speak
}

} // namespace

Attempt::Attempt(Context &context, item::Request request, item::Progress &progress)
    : m_context(context)
    , m_request(std::move(request))
    , m_progress(progress)
    , m_part(m_request.partPath)
{
    m_clock.start();
    m_outcome.id = m_request.id;
    m_outcome.startedMs = QDateTime::currentMSecsSinceEpoch();
    m_outcome.finalUrl = m_request.url;
    m_progress = {m_request.id, 0, -1};
}

bool Attempt::begin()
{
    const auto url = QUrl::fromEncoded(m_request.url, QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        fail({Reason::InvalidUrl, 0, false, {}});
    else if (url.scheme() != QLatin1StringView("http") &&
             url.scheme() != QLatin1StringView("https"))
        fail({Reason::UnsupportedScheme, 0, false, url.scheme().left(20)});
    m_chain.append(url);
    return m_outcome.ok();
}

QNetworkRequest Attempt::nextRequest() const
{
    const auto own = m_chain.size() == 1 || sameOrigin(m_chain.first(), m_chain.last());
    auto request = own ? m_context.shared->ownRequest : m_context.shared->foreignRequest;
    request.setUrl(m_chain.last());
    if (own) {
        for (const auto &header : m_request.headers)
            request.setRawHeader(header.name, header.value);
    }
    return request;
}

// A part of the whole (206) was never asked for: it is no success.
bool Attempt::isSuccess() const
{
    const auto code = m_outcome.head.code;
    return code >= 200 && code < 300 && code != 206;
}

bool Attempt::head(const QNetworkReply &reply)
{
    noteHead(reply);
    if (isRedirect(m_outcome.head.code)) {
        m_location = reply.rawHeader("Location");
        return false;
    }
    if (!isSuccess()) {
        m_outcome.retryAfterMs =
            retryAfterMs(reply.rawHeader("Retry-After"), reply.rawHeader("Date"),
                         QDateTime::currentMSecsSinceEpoch());
        return false;
    }
    noteLength(reply);
    return true;
}

void Attempt::noteHead(const QNetworkReply &reply)
{
    m_outcome.firstByteMs = qint32(m_clock.elapsed());
    auto &head = m_outcome.head;
    head.code = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    head.version = httpVersion(reply);
    head.mime = field(reply, "Content-Type");
    head.contentDisposition = field(reply, "Content-Disposition");
    head.etag = field(reply, "ETag");
    head.lastModified = field(reply, "Last-Modified");
}

// The length counts the coded bytes: of a coded body it says nothing about what is written.
void Attempt::noteLength(const QNetworkReply &reply)
{
    bool ok = false;
    const auto length = reply.rawHeader("Content-Length").toLongLong(&ok);
    const auto coded = !reply.rawHeader("Content-Encoding").isEmpty();
    const auto code = m_outcome.head.code;
    const auto bodiless = code == 204 || code == 205;
    m_length = ok && length >= 0 && !coded && !bodiless ? length : -1;
    m_progress.total = m_length;
    m_part.expect(m_length);
}

bool Attempt::body(const char *data, qint64 size)
{
    const auto ok = m_part.write(data, size);
    m_progress.received = m_part.bytes();
    return ok;
}

bool Attempt::ended(Ending ending, const ReplyError &error)
{
    const auto redirected = isRedirect(m_outcome.head.code);
    switch (ending) {
    case Ending::Stopped:
        fail({Reason::Cancelled, 0, false, {}});
        return false;
    case Ending::Refused:
        fail(m_part.failure());
        return false;
    case Ending::Lost:
        fail({Reason::Network, 0, true, QStringLiteral("the access manager went away")});
        return false;
    case Ending::TimedOut:
        // A body that is not wanted may come as slowly as it likes.
        if (m_outcome.head.code != 0 && (redirected || !isSuccess()))
            break;
        fail({Reason::Timeout, 0, true,
              m_outcome.head.code == 0 ? QStringLiteral("no answer in time")
                                       : QStringLiteral("the body stalled")});
        return false;
    case Ending::Finished:
        break;
    }
    if (redirected)
        return follow();
    answered(error);
    return false;
}

void Attempt::answered(const ReplyError &error)
{
    if (m_outcome.head.code == 0)
        fail(describe(error));
    else if (!isSuccess())
        fail(httpFailure(m_outcome.head.code));
    else if (error.code != QNetworkReply::NoError)
        fail(describe(error));
    else
        finish();
}

bool Attempt::follow()
{
    auto target = redirectTarget(m_chain.last(), m_location);
    if (!target) {
        fail(std::move(target.error()));
        return false;
    }
    if (m_outcome.redirects >= m_context.settings.maxRedirects || m_chain.contains(*target)) {
        const auto why = m_chain.contains(*target) ? QStringLiteral("redirect loop")
                                                   : QStringLiteral("more redirects than allowed");
        fail({Reason::TooManyRedirects, 0, false, why});
        return false;
    }
    ++m_outcome.redirects;
    m_outcome.finalUrl = target->toEncoded();
    m_outcome.head = {};
    m_location.clear();
    m_chain.append(*std::move(target));
    return true;
}

void Attempt::finish()
{
    const auto bytes = m_part.bytes();
    if (m_length >= 0 && bytes != m_length) {
        const auto counts = QStringLiteral("%1 of %2 bytes").arg(bytes).arg(m_length);
        fail({bytes < m_length ? Reason::Truncated : Reason::BadFraming, 0, true, counts});
    } else if (!m_part.keep()) {
        fail(m_part.failure());
    }
}

item::Outcome Attempt::takeOutcome()
{
    m_outcome.bytes = m_part.bytes();
    m_outcome.xxh3 = m_part.hash();
    m_outcome.durationMs = qint32(m_clock.elapsed());
    return std::move(m_outcome);
}

} // namespace trawl::fetch
