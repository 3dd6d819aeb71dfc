// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/curlreply.h"

#include "item/packed.h"
#include "item/weburl.h"
#include "transport/attributes.h"

namespace trawl::transport {
namespace {

constexpr qint64 codedBytes = 256 * 1024;  // held to be decoded
constexpr qint64 decodedBytes = 64 * 1024; // at a time
constexpr qsizetype shownHead = 8 * 1024;

Ending badHead(const QString &text)
{
    return {QNetworkReply::ProtocolFailure, text, CURLE_WEIRD_SERVER_REPLY};
}

Ending notTaken()
{
    return {QNetworkReply::OperationCanceledError, QStringLiteral("The body was not taken"),
            CURLE_WRITE_ERROR};
}

std::optional<Ending> refusal(QNetworkAccessManager::Operation operation,
                              const QNetworkRequest &request, const QByteArray &url)
{
    const auto scheme = url.first(item::schemeLength(url));
    if (scheme != "http" && scheme != "https")
        return Ending{
            QNetworkReply::ProtocolUnknownError,
            QStringLiteral("Protocol \"%1\" is not supported").arg(QString::fromLatin1(scheme)),
            CURLE_UNSUPPORTED_PROTOCOL};
    if (item::hostOf(url).isEmpty())
        return Ending{QNetworkReply::ProtocolInvalidOperationError,
                      QStringLiteral("The URL has no host"), CURLE_URL_MALFORMAT};
    if (operation != QNetworkAccessManager::GetOperation &&
        operation != QNetworkAccessManager::HeadOperation)
        return Ending{QNetworkReply::ContentOperationNotPermittedError,
                      QStringLiteral("Only GET and HEAD are supported"),
                      CURLE_UNSUPPORTED_PROTOCOL};
    const auto names = request.rawHeaderList();
    for (const auto &name : names) {
        const QByteArray line = name + request.rawHeader(name);
        if (line.contains('\n') || line.contains('\r') || line.contains('\0'))
            return Ending{QNetworkReply::ProtocolInvalidOperationError,
                          QStringLiteral("A request header holds a line break"),
                          CURLE_BAD_FUNCTION_ARGUMENT};
    }
    return {};
}

} // namespace

CurlReply::CurlReply(CurlMulti &multi, QNetworkAccessManager::Operation operation,
                     const QNetworkRequest &request, QObject *parent)
    : QNetworkReply(parent)
    , m_exactUrl(urlOf(request))
    , m_multi(&multi)
{
    setOperation(operation);
    setRequest(request);
    setUrl(request.url());
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    // A server may send a coding to who asked for none, and does.
    if (const auto accepted = request.rawHeader("Accept-Encoding");
        accepted.isEmpty() || accepted == "identity")
        m_body.expectCoding();
    if (auto why = refusal(operation, request, m_exactUrl))
        end(*why);
    else if (multi.proxy().kind == Proxy::Kind::Bad)
        end({ProxyNotFoundError, QStringLiteral("the proxy's URL is not understood"), CURLE_PROXY});
    else
        m_easy = multi.start(operation, request, *this);
    if (m_easy && m_easy->negotiates())
        m_head.expectNegotiation();
}

CurlReply::~CurlReply()
{
    release();
    if (m_multi)
        m_multi->forget(*this);
}

void CurlReply::abort()
{
    if (isFinished() || m_aborted)
        return;
    cancel();
    m_multi->touch(*this);
}

void CurlReply::cancel()
{
    m_aborted = true;
    m_sink = nullptr;
    release();
    m_body.clear();
    m_sentNews = false;
    m_headNews = false;
    m_bodyNews = false;
    m_ending = Ending{OperationCanceledError, QStringLiteral("Operation canceled"),
                      CURLE_ABORTED_BY_CALLBACK};
    setAttribute(QNetworkRequest::Attribute(CurlCode), m_ending->curlCode);
    setError(m_ending->error, m_ending->text);
}

void CurlReply::close()
{
    abort();
    QNetworkReply::close();
}

qint64 CurlReply::bytesAvailable() const
{
    return QNetworkReply::bytesAvailable() + m_body.plain().size();
}

bool CurlReply::canReadLine() const
{
    return m_body.plain().view().contains('\n') || QNetworkReply::canReadLine();
}

void CurlReply::setReadBufferSize(qint64 size)
{
    QNetworkReply::setReadBufferSize(size);
    wakeIfRoom();
}

qint64 CurlReply::readData(char *data, qint64 maxSize)
{
    if (m_body.plain().isEmpty())
        return m_ending && !m_body.isPending() ? -1 : 0;
    const auto length = m_body.plain().take(data, maxSize);
    wakeIfRoom();
    return length;
}

void CurlReply::requestGoesOut()
{
    m_sentNews = true;
    m_multi->touch(*this);
}

bool CurlReply::takeHeadLine(QByteArrayView line)
{
    if (!m_head.addLine(line)) {
        m_refusal = badHead(QStringLiteral("Response head too large"));
        return false;
    }
    if (m_head.isProvisional())
        takeProvisionalCookies();
    else if (m_head.isComplete() && announceHead())
        noteEnds();
    return !m_refusal;
}

// Curl may answer it by itself, and nothing else tells of its cookies then. If this is the final
// head after all, they are taken once more, which changes nothing.
void CurlReply::takeProvisionalCookies()
{
    const auto fields = m_head.fields();
    for (const auto &[name, value] : fields) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) == 0)
            m_multi->takeCookies(request(), value);
    }
}

bool CurlReply::announceHead()
{
    if (m_headApplied || m_headNews || m_refusal)
        return false;
    if (const auto fault = m_head.fault();
        !fault.isEmpty() && operation() == QNetworkAccessManager::GetOperation) {
        m_refusal = badHead(fault);
        return false;
    }
    if (m_head.status() == 407 && m_multi->proxy().kind != Proxy::Kind::None) {
        m_refusal = proxyAsksForLogin(m_multi->proxy());
        return false;
    }
    m_headNews = true;
    m_multi->touch(*this);
    return true;
}

/// The response redirects within its own host.
bool CurlReply::staysAtHost() const
{
    if (m_head.status() / 100 != 3)
        return false;
    const auto fields = m_head.fields();
    const auto location = std::ranges::find_if(fields, [](const auto &field) {
        return field.first.compare("location", Qt::CaseInsensitive) == 0;
    });
    if (location == fields.end())
        return false;
    const auto url = urlOf(request());
    const auto target = item::resolveUrl(url, location->second);
    return target && item::originOf(*target) == item::originOf(url);
}

void CurlReply::noteEnds()
{
    const auto isLast = QNetworkRequest::Attribute(LastOfHost);
    if (request().attribute(isLast).toBool() && !staysAtHost())
        m_easy->closeConnection();
    if (isTls() && operation() == QNetworkAccessManager::GetOperation && m_head.isCloseDelimited())
        m_easy->expectTlsClosing();
}

Receiver::Taken CurlReply::takeBody(const char *data, qsizetype length)
{
    if (m_aborted)
        return Taken::Fail;
    if (!m_head.isComplete()) {
        m_refusal = badHead(QStringLiteral("Response body without a final head"));
        return Taken::Fail;
    }
    if (announceHead())
        noteEnds();
    if (m_refusal)
        return Taken::Fail;
    if (m_sink && !m_body.isCoded())
        return takeDirect(data, length);
    if (isFull(length) && mayPause()) {
        m_paused = true;
        return Taken::Pause;
    }
    m_sinceResume += length;
    m_body.append(data, length);
    m_bodyNews = m_bodyNews || !m_body.isCoded();
    m_multi->touch(*this);
    return Taken::All;
}

Receiver::Taken CurlReply::takeDirect(const char *data, qsizetype length)
{
    auto taken = m_sinkHolds ? Taken::Pause : drain();
    if (taken == Taken::All) {
        taken = m_sink->write(data, length);
        m_sinkHolds = taken == Taken::Pause;
    }
    if (taken == Taken::Pause && !mayPause()) {
        m_body.append(data, length);
        taken = Taken::All;
    }
    if (taken == Taken::All)
        m_sinceResume += length;
    m_paused = taken == Taken::Pause;
    if (taken == Taken::Fail)
        m_refusal = notTaken();
    return taken;
}

// libcurl 8.14 reads once more before it gives on what it held back, each time that it goes on: if
// less than that were taken, it would come to hold the whole body.
bool CurlReply::mayPause() const
{
    return m_sinceResume >= EasyHandle::receiveBytes;
}

// What came before there was a sink, or what was decoded.
Receiver::Taken CurlReply::drain()
{
    auto &plain = m_body.plain();
    if (!m_sink || plain.isEmpty())
        return Taken::All;
    if (m_sinkHolds)
        return Taken::Pause;
    const auto taken = m_sink->write(plain.view().data(), plain.size());
    if (taken == Taken::All && m_body.isCoded())
        plain.drop(plain.size()); // its memory serves what is decoded next
    else if (taken == Taken::All)
        plain.clear();
    m_sinkHolds = taken == Taken::Pause;
    return taken;
}

void CurlReply::drainNow()
{
    if (drain() != Taken::Fail)
        return;
    m_body.clear();
    end(notTaken());
}

void CurlReply::setBodySink(BodySink *sink)
{
    if (isFinished() || m_aborted)
        return;
    m_sink = sink;
    m_sinkHolds = false;
    m_bodyNews = !sink && !m_body.plain().isEmpty();
    m_multi->touch(*this);
}

void CurlReply::resume()
{
    if (!std::exchange(m_sinkHolds, false))
        return;
    m_multi->touch(*this);
}

// A block from curl is 16 kB at most: what is larger than the whole buffer passes one at a time.
bool CurlReply::isFull(qsizetype more) const
{
    const bool bounded = readBufferSize() > 0;
    if (m_body.isCoded()) {
        const auto most = bounded && m_body.expectsCoding() ? readBufferSize() : codedBytes;
        return m_body.rawSize() > 0 && m_body.rawSize() + more > most;
    }
    return bounded && !m_body.plain().isEmpty() && m_body.plain().size() + more > readBufferSize();
}

bool CurlReply::hasRoom() const
{
    if (m_sink)
        return !m_sinkHolds && m_body.plain().isEmpty();
    return readBufferSize() <= 0 || m_body.plain().size() <= readBufferSize() / 2;
}

// The reader is not to be called, nor curl, from within its own read().
void CurlReply::wakeIfRoom()
{
    if (m_multi && (m_paused || m_body.isPending()) && hasRoom())
        m_multi->touch(*this);
}

// Not before the head is read: whether there is room depends on the coding that it names.
void CurlReply::resumeNow()
{
    if (!m_easy || !m_paused || m_headNews || !hasRoom() || m_body.rawSize() > codedBytes / 2)
        return;
    m_paused = false;
    m_sinceResume = 0;
    if (const auto code = m_multi->resume(*m_easy); code != CURLE_OK)
        ended(code);
}

// In slices, so that ten megabytes that unpack to ten gigabytes are read as any long body is.
void CurlReply::decode()
{
    if (!m_body.isCoded() || !hasRoom())
        return;
    const auto before = m_body.plain().size();
    const bool bounded = readBufferSize() > 0 && !m_sink;
    const auto room = bounded ? readBufferSize() - before : decodedBytes;
    switch (m_body.decode(qMin(room, decodedBytes))) {
    case Body::Decoded::Well:
        break;
    case Body::Decoded::Broken:
        fail(CURLE_BAD_CONTENT_ENCODING, UnknownContentError,
             QStringLiteral("The body is not in its Content-Encoding"));
        break;
    case Body::Decoded::Bomb:
        fail(CURLE_FILESIZE_EXCEEDED, UnknownContentError,
             QStringLiteral("The body is too large when unpacked"));
        break;
    }
    m_bodyNews = m_bodyNews || m_body.plain().size() > before;
}

void CurlReply::deliver()
{
    const QPointer<CurlReply> alive(this);
    drainNow();
    resumeNow();
    if (std::exchange(m_sentNews, false) && !m_headNews && !m_headApplied)
        Q_EMIT requestSent();
    if (!alive)
        return;
    if (m_headNews) {
        applyHead();
        m_headNews = false;
        Q_EMIT metaDataChanged();
    }
    if (alive) {
        decode();
        drainNow();
    }
    if (alive && std::exchange(m_bodyNews, false) && !m_sink)
        Q_EMIT readyRead();
    if (alive && m_ending && isDelivered() && !isFinished())
        emitEnd();
    if (alive)
        wakeIfRoom();
}

bool CurlReply::isDelivered() const
{
    return !m_body.isPending() && (!m_sink || m_body.plain().isEmpty());
}

void CurlReply::emitEnd()
{
    const QPointer<CurlReply> alive(this);
    if (m_ending->curlCode == CURLE_OK && m_body.isCut())
        fail(CURLE_BAD_CONTENT_ENCODING, UnknownContentError,
             QStringLiteral("The compressed body ends early"));
    if (m_ending->error != NoError) {
        setError(m_ending->error, m_ending->text);
        Q_EMIT errorOccurred(m_ending->error);
    }
    if (!alive || isFinished())
        return;
    setFinished(true);
    Q_EMIT readChannelFinished();
    if (alive)
        Q_EMIT finished();
}

void CurlReply::ended(CURLcode code)
{
    if (mayAskAgain(code)) {
        m_askedAgain = true;
        m_multi->askAgain(*m_easy);
        return;
    }
    if (m_head.isComplete())
        (void)announceHead();
    if (m_headNews)
        applyHead();
    if (m_ending)
        return;
    end(endingAfter(code));
}

// A server may close a connection that was kept while a request is on its way there (RFC 9112,
// 9.3.1): that says nothing of the request. libcurl sees to it, but counts over all requests of a
// handle and gives up the sixth.
bool CurlReply::mayAskAgain(CURLcode code) const
{
    const bool broken =
        code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR || code == CURLE_GOT_NOTHING;
    return broken && m_easy && !m_askedAgain && m_head.isEmpty() &&
           m_easy->info(CURLINFO_NUM_CONNECTS) == 0;
}

Ending CurlReply::endingAfter(CURLcode code) const
{
    if (m_refusal)
        return *m_refusal;
    if (code != CURLE_OK)
        return endingOf(evidence(code));
    if (!m_head.isComplete())
        return {ProtocolFailure, QStringLiteral("Response without a final head"), code};
    if (m_easy->lacksTlsClosing())
        return {RemoteHostClosedError, QStringLiteral("TLS connection ended without close_notify"),
                CURLE_PARTIAL_FILE};
    return endingOfStatus(m_head.status(), m_head.reason());
}

Evidence CurlReply::evidence(CURLcode code) const
{
    const auto number = [this](CURLINFO what) { return long(m_easy->info(what)); };
    return {.code = code,
            .text = m_easy->errorText(code),
            .host = QString::fromLatin1(item::hostOf(m_exactUrl)),
            .tls = isTls(),
            .osError = number(CURLINFO_OS_ERRNO),
            .refusedPrivate = m_easy->refusedPrivate(),
            .socketError = m_easy->socketError(),
            .bothFamilies = m_easy->triedBothFamilies(),
            .requested = m_easy->info(CURLINFO_PRETRANSFER_TIME_T) > 0,
            .headComplete = m_head.isComplete(),
            .verifyResult = number(CURLINFO_SSL_VERIFYRESULT),
            .lookupUs = m_easy->info(CURLINFO_TOTAL_TIME_T),
            .proxy = m_multi->proxy(),
            .connectCode = int(number(CURLINFO_HTTP_CONNECTCODE))};
}

void CurlReply::end(Ending ending)
{
    setAttribute(QNetworkRequest::Attribute(CurlCode), ending.curlCode);
    m_ending = std::move(ending);
    release();
    m_multi->touch(*this);
}

// A failure of ours, whatever curl says.
void CurlReply::fail(CURLcode code, NetworkError error, const QString &text)
{
    m_body.stopDecoding();
    end({error, text, code});
}

// QNetworkReply's own connection to its manager forbids to emit anything after this.
void CurlReply::orphaned()
{
    cancel();
    setFinished(true);
    m_multi = nullptr;
}

void CurlReply::release()
{
    // While others use the connection, libcurl 7.88 never frees what it holds back for a paused
    // stream that is removed: it is to hand that out before.
    if (m_easy && m_multi && m_paused && m_aborted)
        (void)m_multi->resume(*m_easy);
    if (m_easy && m_multi)
        m_multi->stop(*this, std::move(m_easy));
    m_easy.reset();
    m_paused = false;
}

void CurlReply::applyHead()
{
    if (m_headApplied)
        return;
    m_headApplied = true;
    applyTimes();
    const auto fields = m_head.fields();
    for (const auto &[name, value] : fields)
        setRawHeader(name, value);
    setAttribute(QNetworkRequest::HttpStatusCodeAttribute, m_head.status());
    setAttribute(QNetworkRequest::HttpReasonPhraseAttribute, QString::fromLatin1(m_head.reason()));
    setAttribute(QNetworkRequest::Attribute(HeadBlock), m_head.shown(shownHead));
    if (const auto peer = m_easy->isPeerPrivate())
        setAttribute(QNetworkRequest::Attribute(PeerIsPrivate), *peer);
    m_multi->takeCookies(request(), rawHeader("Set-Cookie"));
    const auto version = m_easy->info(CURLINFO_HTTP_VERSION);
    const bool http2 = version == CURL_HTTP_VERSION_2_0;
    setAttribute(QNetworkRequest::Http2WasUsedAttribute, http2);
    setAttribute(QNetworkRequest::Attribute(HttpVersionUsed), http2 ? 20
                                                              : version == CURL_HTTP_VERSION_1_0
                                                                  ? 10
                                                                  : 11);
    if (const auto to = rawHeader("Location"); m_head.status() / 100 == 3 && !to.isEmpty())
        setAttribute(QNetworkRequest::RedirectionTargetAttribute, QUrl::fromEncoded(to));
    applyCodings();
}

void CurlReply::applyCodings()
{
    const auto field = rawHeader("Content-Encoding");
    auto codings = field.isEmpty() ? ContentCodings() : contentCodings(field);
    if (!codings.known.isEmpty() && isFormat(codings.known.first()))
        codings.known.removeFirst();
    else if (codings.known.isEmpty() && codings.foreign && isFormat(field))
        codings.foreign = false;
    setAttribute(QNetworkRequest::Attribute(BodyCoded),
                 codings.foreign || !codings.known.isEmpty());
    if (codings.foreign && m_body.expectsCoding())
        return fail(
            CURLE_BAD_CONTENT_ENCODING, UnknownContentError,
            QStringLiteral("\"%1\" is not understood").arg(QString::fromLatin1(field.left(60))));
    m_body.setCodings(codings.known);
    m_bodyNews = m_bodyNews || !m_body.plain().isEmpty();
}

// Servers take the file's own format for a coding of the transfer's: who asks for "a.tar.gz" wants
// it, not "a.tar" under its name. As Firefox has it.
bool CurlReply::isFormat(const QByteArray &coding) const
{
    const auto same = [&coding](QByteArrayView own) {
        return !own.isEmpty() && coding.toLower().contains(own.toByteArray());
    };
    const auto name = item::nameInDisposition(rawHeader("Content-Disposition"));
    return same(item::codingOfName(item::lastSegment(m_exactUrl))) ||
           same(item::codingOfName(name)) || same(item::codingOfType(rawHeader("Content-Type")));
}

void CurlReply::applyTimes()
{
    constexpr std::pair<Attribute, CURLINFO> times[] = {
        {DnsUs, CURLINFO_NAMELOOKUP_TIME_T},
        {ConnectUs, CURLINFO_CONNECT_TIME_T},
        {TlsUs, CURLINFO_APPCONNECT_TIME_T},
        {FirstByteUs, CURLINFO_STARTTRANSFER_TIME_T}};
    for (const auto &[attribute, what] : times)
        setAttribute(QNetworkRequest::Attribute(attribute), m_easy->info(what));
}

} // namespace trawl::transport

#include "moc_curlreply.cpp"
