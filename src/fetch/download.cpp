// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/download.h"

#include "fetch/bodylength.h"
#include "fetch/filetype.h"
#include "fetch/retryafter.h"
#include "fetch/shared.h"
#include "item/mediatype.h"
#include "item/packed.h"
#include "item/weburl.h"
#include "transport/attributes.h"

#include <QDateTime>
#include <QFile>

#include <algorithm>
#include <utility>

namespace trawl::fetch {

namespace {

using item::Reason;

// Keeps an outcome far below the longest frame of the wire, whatever a server sends.
constexpr qsizetype longestField = 8192;
constexpr int mostRestarts = 1;
constexpr qsizetype mostHops = 20;

QByteArray shortField(const QNetworkReply &reply, const char *name)
{
    auto value = reply.rawHeader(name);
    value.truncate(longestField);
    return value;
}

QVariant attribute(const QNetworkReply &reply, transport::Attribute which)
{
    return reply.attribute(QNetworkRequest::Attribute(which));
}

qint32 milliseconds(const QNetworkReply &reply, transport::Attribute which)
{
    const auto us = attribute(reply, which);
    return us.isValid() && us.toLongLong() > 0 ? qint32(us.toLongLong() / 1000) : -1;
}

item::ResponseHead headOf(const QNetworkReply &reply)
{
    item::ResponseHead head;
    head.code = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto version = attribute(reply, transport::HttpVersionUsed);
    head.version = version.isValid() ? quint8(version.toInt()) : 11; // all that Qt's may speak
    head.mime = shortField(reply, "Content-Type");
    head.contentDisposition = shortField(reply, "Content-Disposition");
    head.etag = shortField(reply, "ETag");
    head.lastModified = shortField(reply, "Last-Modified");
    head.fields = attribute(reply, transport::HeadBlock).toByteArray();
    return head;
}

/// With URLs as lists give them: nothing else may come into a request's line.
item::Request inNormalForm(item::Request request)
{
    if (auto url = item::normalUrl(request.url))
        request.url = *std::move(url);
    for (auto &mirror : request.mirrors)
        mirror = item::normalUrl(mirror).value_or(mirror);
    return request;
}

QString freshPath(const QString &partPath)
{
    return QString(partPath).replace(QStringLiteral(".part"), QStringLiteral(".fresh"));
}

} // namespace

Download::Download(Context &context, item::Request request, item::Progress &progress,
                   Lending &lending)
    : m_context(context)
    , m_request(inNormalForm(std::move(request)))
    , m_progress(progress)
    , m_lending(lending)
    , m_part(std::make_unique<PartFile>(m_request.partPath))
    , m_checksum(m_request.checksum)
{
    m_clock.start();
    m_outcome.id = m_request.id;
    m_outcome.startedMs = QDateTime::currentMSecsSinceEpoch();
    m_outcome.finalUrl = m_request.url;
    m_progress = {m_request.id, 0, -1};
    m_lending.look = [this] { return inspection(); };
}

Download::~Download()
{
    m_lending.grant = nullptr;
    m_lending.look = nullptr;
}

bool Download::begin()
{
    if (!item::normalUrl(m_request.url)) {
        const auto scheme = m_request.url.first(item::schemeLength(m_request.url)).toLower();
        const bool web = scheme.isEmpty() || scheme == "http" || scheme == "https";
        m_outcome.failure = {web ? Reason::InvalidUrl : Reason::UnsupportedScheme, 0, false,
                             web ? QString() : QString::fromLatin1(scheme.left(20))};
        return false;
    }
    if (!m_request.partPath.isEmpty())
        m_state = loadPartState(statePath(m_request.partPath));
    if (m_state && m_state->url != m_request.url)
        m_state.reset();
    m_hadState = m_state.has_value();
    m_oldBytes = m_state ? m_state->bytes() : 0;
    m_stopChecking = std::make_shared<std::atomic_bool>(false);
    watchTime();
    return true;
}

void Download::watchTime()
{
    const auto &settings = m_context.settings;
    auto &watchdog = m_context.shared->watchdog;
    if (settings.totalTimeoutMs > 0) {
        const auto over = [this] {
            m_over = true;
            m_outcome.failure = {Reason::Timeout, 0, true, QStringLiteral("took too long")};
            endStreams();
        };
        m_totalLimit = std::make_unique<Limit>(watchdog, over);
        m_totalLimit->start(settings.totalTimeoutMs);
    }
    if (settings.minBytesPerSecond > 0) {
        m_speedLimit = std::make_unique<Limit>(watchdog, [this] { tooSlow(); });
        m_speedLimit->start(settings.minSpeedWindowMs);
    }
}

void Download::tooSlow()
{
    const auto bytes = m_part->bytes() - std::exchange(m_slowBytes, m_part->bytes());
    const auto windowMs = m_context.settings.minSpeedWindowMs;
    if (bytes >= m_context.settings.minBytesPerSecond * windowMs / 1000)
        return m_speedLimit->start(windowMs);
    m_over = true;
    m_outcome.failure = {Reason::TooSlow, 0, true,
                         QStringLiteral("%1 bytes in %2 ms").arg(bytes).arg(windowMs)};
    endStreams();
}

/// What is there has been checked.
void Download::adopt(std::list<PartFile::Extent> extents)
{
    if (m_stopped || m_over)
        return;
    m_known = *std::exchange(m_state, std::nullopt);
    const auto before = m_known.bytes();
    if (extents.empty() || !m_part->resume(std::move(extents))) {
        m_outcome.note = QStringLiteral("the part is gone: started again");
        m_part = std::make_unique<PartFile>(m_request.partPath);
        m_known = {};
        m_oldBytes = 0;
        return;
    }
    if (m_part->bytes() < before)
        m_outcome.note = QStringLiteral("%1 bytes of the part were not as they had been written")
                             .arg(before - m_part->bytes());
    m_isKnown = true;
    m_endTold = true;
    m_outcome.finalUrl = m_known.finalUrl;
    m_oldBytes = m_savedBytes = m_slowBytes = m_part->bytes();
    m_part->expect(m_known.total);
    m_progress.kept = m_oldBytes;
    moved();
    offerSegments();
}

void Download::stop()
{
    m_stopped = true;
    if (m_stopChecking)
        *m_stopChecking = true;
    endStreams();
}

bool Download::isWhole() const
{
    return m_isKnown && m_known.total >= 0 && m_part->bytes() == m_known.total &&
           m_part->solidBytes() == m_known.total;
}

/// The head of the last response; the outcome's, until the body's own is known.
void Download::answered(const QNetworkReply &reply)
{
    m_outcome.firstByteMs = qint32(m_clock.elapsed());
    m_outcome.head = headOf(reply);
    m_outcome.timings = {
        milliseconds(reply, transport::DnsUs), milliseconds(reply, transport::ConnectUs),
        milliseconds(reply, transport::TlsUs), milliseconds(reply, transport::FirstByteUs)};
    m_outcome.privatePeer =
        reply.attribute(QNetworkRequest::Attribute(transport::PeerIsPrivate)).toBool();
    m_outcome.retryAfterMs = -1;
    if (m_outcome.head.code < 300 && m_outcome.head.code != 202)
        return;
    const auto now = QDateTime::currentMSecsSinceEpoch();
    m_outcome.retryAfterMs =
        retryAfterMs(reply.rawHeader("Retry-After"), reply.rawHeader("Date"), now);
}

void Download::remark(const QString &note)
{
    if (m_outcome.note.isEmpty())
        m_outcome.note = note;
}

bool Download::mayBeginAnew(const Stream &stream) const
{
    const auto others = std::any_of(m_running.begin(), m_running.end(), [&](const Running &each) {
        return each.stream != &stream && each.stream->isActive();
    });
    return stream.isMain() && !others && m_restarts <= mostRestarts;
}

// A redirect that leads to https and nowhere else changes no name.
bool Download::staysAsFile(const item::ResponseHead &head, const QByteArray &url) const
{
    const auto place = [](const QByteArray &each) { return each.mid(each.indexOf(':')); };
    return m_request.typesKept.contains(item::mediaType(head.mime)) &&
           item::nameInDisposition(head.contentDisposition).isEmpty() &&
           place(url) == place(m_request.url);
}

std::optional<item::Failure> Download::beginWhole(const QNetworkReply &reply, const QByteArray &url,
                                                  qint64 total)
{
    const auto &head = m_outcome.head; // only the main stream's comes here
    if (m_isKnown) {
        // A captive portal or a login page answers for every file.
        const auto type = item::mediaType(head.mime);
        if (type != item::mediaType(m_known.head.mime) && type == "text/html")
            return item::Failure{
                Reason::Changed, 0, true,
                QStringLiteral("type changed: %1 instead of %2")
                    .arg(QString::fromLatin1(type.left(100)),
                         QString::fromLatin1(item::mediaType(m_known.head.mime).left(100)))};
        const Validators now{head.etag, head.lastModified, {}};
        m_outcome.note = now.contradicts(m_known.validators)
                             ? QStringLiteral("changed on the server, started again")
                             : QStringLiteral("the server sends it as a whole only, started again");
        ++m_restarts;
        m_fresh = true;
        m_part = std::make_unique<PartFile>(freshPath(m_request.partPath));
        m_noRanges = true;
    }
    if (!m_isKnown && staysAsFile(head, url))
        return item::Failure{Reason::Exists, head.code, false,
                             QStringLiteral("there is a file of that name")};
    m_coded = isCoded(reply);
    m_endTold = m_coded || tellsItsEnd(reply);
    m_noRanges = m_noRanges || reply.rawHeader("Accept-Ranges").trimmed().toLower() == "none";
    m_known = {m_request.url,
               url,
               {head.etag, head.lastModified, shortField(reply, "Date")},
               head,
               total,
               0,
               {}};
    m_outcome.finalUrl = url;
    m_isKnown = true;
    m_savedBytes = m_slowBytes = 0;
    m_saveClock.start();
    m_progress.kept = 0;
    if (m_request.size >= 0 && total >= 0 && total != m_request.size)
        return item::Failure{
            Reason::WrongSize, 0, false,
            QStringLiteral("%1 bytes, but the list says %2").arg(total).arg(m_request.size)};
    const auto most = maxBytes();
    if (most > 0 && total > most)
        return item::Failure{Reason::TooLarge, 0, false, QStringLiteral("%1 bytes").arg(total)};
    m_part->expect(total);
    if (m_checksum)
        m_part->digest(m_checksum->algorithm);
    if (m_context.settings.sha256)
        m_part->digest(item::HashAlgorithm::Sha256);
    moved();
    return std::nullopt;
}

qint64 Download::maxBytes() const
{
    return m_request.maxBytes > 0 ? m_request.maxBytes : m_context.settings.maxBytes;
}

void Download::learnTotal(qint64 total)
{
    m_known.total = total;
    moved();
    offerSegments();
}

void Download::changed(const QString &how)
{
    m_restart = true;
    m_outcome.note = how;
    endStreams();
}

bool Download::takeRestart()
{
    if (!std::exchange(m_restart, false) || m_stopped || m_over)
        return false;
    if (++m_restarts > mostRestarts) {
        m_outcome.failure = {Reason::Changed, 0, true, m_outcome.note};
        return false;
    }
    m_outcome.failure = {};
    m_outcome.note += QStringLiteral(": started again");
    m_oldBytes = std::max(m_oldBytes, m_part->bytes());
    m_fresh = m_part->isOpen();
    m_part =
        std::make_unique<PartFile>(m_fresh ? freshPath(m_request.partPath) : m_request.partPath);
    m_known = {};
    m_isKnown = false;
    return true;
}

void Download::redirected(const QByteArrayList &chain)
{
    m_outcome.redirects = qint32(chain.size() - 1);
    m_outcome.hops.clear();
    for (const auto &url : chain.mid(1, std::min(chain.size() - 2, mostHops)))
        m_outcome.hops.append(url);
    m_outcome.head = {};
    if (!m_isKnown)
        m_outcome.finalUrl = chain.last();
}

/// What a stream could not get another one may; only what cannot be made good ends them all.
void Download::failed(const item::Failure &failure)
{
    const bool local = failure.reason == Reason::DiskFull || failure.reason == Reason::FileError ||
                       failure.reason == Reason::SystemLimit ||
                       failure.reason == Reason::TooLarge || failure.reason == Reason::Internal;
    if (m_outcome.ok() || (local && !m_over))
        m_outcome.failure = failure;
    if (failure.httpCode > 0)
        m_outcome.head.code = failure.httpCode;
    if (local && !std::exchange(m_over, true))
        endStreams();
}

void Download::moved()
{
    const auto bytes = m_part->bytes();
    m_progress.received = bytes;
    m_progress.total = m_known.total;
    constexpr qint64 saveBytes = 1 << 20;
    constexpr int saveMs = 3000;
    if (bytes - m_savedBytes >= saveBytes && !m_saving && m_saveClock.isValid() &&
        m_saveClock.hasExpired(saveMs) && isResumable())
        checkpoint();
}

item::Outcome Download::takeOutcome()
{
    if (m_stopped && !isWhole())
        m_outcome.failure = {Reason::Cancelled, 0, false, {}};
    else if (m_outcome.ok() && m_outcome.verdict == item::Verdict::None)
        m_outcome.failure = {Reason::Internal, 0, true, QStringLiteral("not whole")};
    if (m_outcome.ok() || m_outcome.failure.reason == Reason::Checksum) {
        // The name and the type are told by the response that the first byte came with.
        m_outcome.head = m_known.head;
    }
    m_outcome.bytes = m_part->bytes();
    m_outcome.kept = m_progress.kept;
    m_outcome.xxh3 = m_outcome.ok() ? m_part->hash() : 0;
    m_outcome.durationMs = qint32(m_clock.elapsed());
    m_outcome.failure.detail.truncate(1000);
    return std::move(m_outcome);
}

} // namespace trawl::fetch
