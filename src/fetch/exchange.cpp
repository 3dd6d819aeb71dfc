// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/exchange.h"

#include "fetch/shared.h"
#include "transport/attributes.h"

#include <QNetworkAccessManager>

#include <algorithm>
#include <limits>
#include <utility>

namespace trawl::fetch {

namespace {

// A file of 1 GiB is no faster with more; 64 of these make a process of 50 MB, 512 kB one of 99.
constexpr qint64 replyBuffer = 256 * 1024;
// With a limit, what a reply has read ahead is a burst over it.
constexpr qint64 limitedReplyBuffer = 64 * 1024;
// An error page is read to its end so that the connection can be used again, but not a film.
constexpr qint64 longestDropped = 256 * 1024;

} // namespace

Exchange::Exchange(Context &context, ResponseSink &sink, const RateScopes &scopes)
    : RateGate::Reader(scopes)
    , m_context(context)
    , m_sink(sink)
{
}

Exchange::~Exchange()
{
    release();
}

void Exchange::start(QNetworkRequest request)
{
    const auto &settings = m_context.settings;
    const auto exactUrl = QNetworkRequest::Attribute(transport::ExactUrl);
    if (isHttp2InTheClear(settings, request.attribute(exactUrl).toByteArray()))
        request.setAttribute(QNetworkRequest::Attribute(transport::HttpVersionAttribute),
                             int(item::HttpVersion::Http1));
    m_ended = m_headSeen = m_wanted = m_replyFinished = m_refused = false;
    m_error = {};
    m_dropped = 0;
    m_allowance = m_taken = 0;
    m_reply = m_context.manager.get(request);
    m_reply->setReadBufferSize(m_context.gate.limits(*this) ? limitedReplyBuffer : replyBuffer);
    listen();
    const auto toHead = settings.stack == item::HttpStack::Qt
                            ? settings.connectTimeoutMs
                            : std::max(settings.connectTimeoutMs, settings.firstByteTimeoutMs);
    m_context.shared->watchdog.watch(*this, toHead);
    if (m_reply->isFinished())
        onFinished();
}

void Exchange::listen()
{
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Exchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &Exchange::onReadable);
    connect(m_reply, &QNetworkReply::finished, this, &Exchange::onFinished);
    const auto onSent = [this] { // its time to connect is over
        m_context.shared->watchdog.watch(*this, m_context.settings.firstByteTimeoutMs);
    };
    connect(m_reply, &QNetworkReply::requestSent, this, onSent);
    const auto onGone = [this] {
        m_reply = nullptr;
        end(Ending::Lost);
    };
    connect(m_reply, &QObject::destroyed, this, onGone);
}

void Exchange::stop()
{
    end(Ending::Stopped);
}

Ending Exchange::takeEnding()
{
    m_waiting = {};
    if (m_thrown)
        std::rethrow_exception(std::exchange(m_thrown, nullptr));
    return m_ending;
}

void Exchange::onHead()
{
    guarded([this] { takeHead(); });
}

void Exchange::onReadable()
{
    m_context.shared->watchdog.touch(*this);
    guarded([this] {
        takeHead();
        if (m_ended)
            return;
        if (m_direct) { // by write() all of it has come when it is finished
            if (m_replyFinished)
                end(m_refused ? Ending::Refused : Ending::Finished);
            return;
        }
        if (m_context.gate.limits(*this))
            m_context.gate.queue(*this);
        else
            pump(RateGate::noLimit);
    });
}

void Exchange::onFinished()
{
    m_replyFinished = true;
    onReadable();
}

void Exchange::gateOpened(qint64 bytes)
{
    m_context.shared->watchdog.touch(*this);
    if (!m_direct)
        return guarded([&] { pump(bytes); });
    // Paid in advance; what is left at the end is given back.
    if (bytes == RateGate::noLimit)
        bytes = m_pending;
    else
        m_context.gate.used(*this, bytes);
    m_allowance += bytes;
    m_direct->resume();
}

void Exchange::timeIsUp()
{
    if (waitsAtGate())
        m_context.shared->watchdog.touch(*this);
    else
        end(Ending::TimedOut);
}

// Qt's signals are no place for an exception: it goes to the coroutine.
template <typename Step> void Exchange::guarded(Step step)
{
    if (m_ended)
        return;
    try {
        step();
    } catch (...) {
        m_thrown = std::current_exception();
        m_pumping = false;
        end(Ending::Refused);
    }
}

void Exchange::takeHead()
{
    if (m_headSeen || !m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return;
    m_headSeen = true;
    m_context.shared->watchdog.watch(*this, m_context.settings.idleTimeoutMs);
    m_wanted = m_sink.head(*m_reply);
    if (m_wanted && !m_ended)
        openSink();
}

// What is to be dropped may go the slow way.
void Exchange::openSink()
{
    m_direct = m_replyFinished ? nullptr : dynamic_cast<transport::DirectReply *>(m_reply);
    if (m_direct)
        m_direct->setBodySink(this);
}

// Within curl: whatever ends the exchange waits until the reply says that it has finished.
transport::BodySink::Taken Exchange::write(const char *data, qint64 size)
{
    m_context.shared->watchdog.touch(*this);
    if (m_ended || m_refused)
        return Taken::Fail;
    // After a pause the same block comes again, as a whole.
    const bool limited = m_context.gate.limits(*this);
    const auto rest = size - m_taken;
    const auto now = limited ? std::min(m_allowance, rest) : rest;
    if (now > 0 && !give(data + m_taken, now))
        return Taken::Fail;
    if (limited)
        m_allowance -= now;
    m_taken = now < rest ? m_taken + now : 0;
    m_pending = rest - now;
    if (m_pending == 0)
        return Taken::All;
    m_context.gate.queue(*this);
    return Taken::Pause;
}

bool Exchange::give(const char *data, qint64 size)
{
    try {
        m_refused = !m_sink.body(data, size);
    } catch (...) {
        m_thrown = std::current_exception();
        m_refused = true;
    }
    return !m_refused;
}

// Reading may let the reply take in more, and say so, within the call.
void Exchange::pump(qint64 allowed)
{
    if (std::exchange(m_pumping, true)) {
        m_pumpAgain = true;
        return;
    }
    qint64 count = 0;
    do {
        m_pumpAgain = false;
        count = readSome(allowed);
        allowed -= count;
    } while (!m_ended && allowed > 0 && (count > 0 || m_pumpAgain));
    m_pumping = false;
    if (m_ended)
        return;
    if (m_reply->bytesAvailable() > 0)
        m_context.gate.queue(*this);
    else if (m_replyFinished)
        end(Ending::Finished);
}

qint64 Exchange::readSome(qint64 allowed)
{
    auto &buffer = m_context.shared->buffer;
    const auto count = m_reply->read(buffer.data(), std::min(allowed, qint64(buffer.size())));
    if (count <= 0)
        return 0;
    if (m_context.gate.limits(*this))
        m_context.gate.used(*this, count);
    take(buffer.data(), count);
    return count;
}

void Exchange::take(const char *data, qint64 size)
{
    if (m_wanted) {
        if (!m_sink.body(data, size))
            end(Ending::Refused);
        return;
    }
    m_dropped += size;
    if (m_dropped > longestDropped)
        end(Ending::Finished);
}

void Exchange::noteError()
{
    m_error.headSeen = m_headSeen;
    m_error.code = m_reply->error();
    if (m_error.code == QNetworkReply::NoError)
        return;
    const auto curlCode = QNetworkRequest::Attribute(transport::CurlCode);
    m_error.curlCode = m_reply->attribute(curlCode).toInt();
    m_error.text = m_reply->errorString();
}

void Exchange::end(Ending ending)
{
    if (std::exchange(m_ended, true))
        return;
    m_ending = ending;
    if (ending == Ending::Finished)
        noteError();
    release();
    if (m_waiting)
        QMetaObject::invokeMethod(this, &Exchange::resume, Qt::QueuedConnection);
}

void Exchange::release()
{
    if (const auto unused = std::exchange(m_allowance, 0); unused > 0)
        m_context.gate.used(*this, -unused);
    m_context.gate.leave(*this);
    m_context.shared->watchdog.unwatch(*this);
    m_direct = nullptr;
    auto *reply = std::exchange(m_reply, nullptr);
    if (!reply)
        return;
    disconnect(reply, nullptr, this, nullptr);
    if (!m_replyFinished)
        reply->abort();
    reply->deleteLater();
}

void Exchange::resume()
{
    std::exchange(m_waiting, {}).resume();
}

} // namespace trawl::fetch
