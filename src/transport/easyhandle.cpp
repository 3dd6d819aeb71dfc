// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/easyhandle.h"

#include "transport/attributes.h"
#include "transport/contentdecoder.h"

#include <QFile>
#include <QNetworkRequest>

#include <openssl/ssl.h>

namespace trawl::transport {
namespace {

constexpr long receiveBytes = 64 * 1024; // larger blocks come from mmap, anew for each request

size_t onHeadLine(char *data, size_t, size_t length, void *receiver)
{
    const QByteArrayView line(data, qsizetype(length));
    return static_cast<Receiver *>(receiver)->takeHeadLine(line) ? length : 0;
}

size_t onBody(char *data, size_t, size_t length, void *receiver)
{
    switch (static_cast<Receiver *>(receiver)->takeBody(data, qsizetype(length))) {
    case Receiver::Taken::All:
        return length;
    case Receiver::Taken::Pause:
        return CURL_WRITEFUNC_PAUSE;
    case Receiver::Taken::Fail:
        break;
    }
    return CURL_WRITEFUNC_ERROR;
}

using Flag = std::shared_ptr<bool>;

// The TLS object may outlive the transfer and the handle: it holds a share of the flag.
void freeFlag(void *, void *flag, CRYPTO_EX_DATA *, int, long, void *)
{
    delete static_cast<Flag *>(flag);
}

int flagIndex()
{
    static const int index = SSL_get_ex_new_index(0, nullptr, nullptr, nullptr, freeFlag);
    return index;
}

void onTlsEvent(const SSL *tls, int where, int alert)
{
    const auto *closed = static_cast<Flag *>(SSL_get_ex_data(tls, flagIndex()));
    if (closed && where == SSL_CB_READ_ALERT && (alert & 0xff) == SSL_AD_CLOSE_NOTIFY)
        **closed = true;
}

CURLcode onTlsContext(CURL *, void *context, void *)
{
    SSL_CTX_set_info_callback(static_cast<SSL_CTX *>(context), onTlsEvent);
    return CURLE_OK;
}

int connectTimeout(const QNetworkRequest &request)
{
    const auto value = request.attribute(QNetworkRequest::Attribute(ConnectTimeoutMs));
    return value.isValid() ? value.toInt() : 0; // 0: curl's own, 300 s
}

} // namespace

EasyHandle::EasyHandle(const AccessManager::Options &options, CURLSH *share)
    : m_handle(curl_easy_init())
{
    Q_CHECK_PTR(m_handle.get());
    set(CURLOPT_SHARE, share);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_PROXY, "");
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_BUFFERSIZE, receiveBytes);
    set(CURLOPT_ERRORBUFFER, m_error);
    set(CURLOPT_HEADERFUNCTION, onHeadLine);
    set(CURLOPT_WRITEFUNCTION, onBody);
    setTls(options);
}

EasyHandle::~EasyHandle() = default;

// libcurl parses the authorities anew for each connection when it has a directory of them, too.
void EasyHandle::setTls(const AccessManager::Options &options)
{
    const auto verify = long(options.verifyTls);
    set(CURLOPT_SSL_VERIFYPEER, verify);
    set(CURLOPT_SSL_VERIFYHOST, verify * 2);
    set(CURLOPT_SSL_CTX_FUNCTION, onTlsContext);
    char *systemFile = nullptr;
    curl_easy_getinfo(m_handle.get(), CURLINFO_CAINFO, &systemFile);
    if (!options.caFile.isEmpty())
        set(CURLOPT_CAINFO, QFile::encodeName(options.caFile).constData());
    if (!options.caFile.isEmpty() || systemFile)
        set(CURLOPT_CAPATH, static_cast<char *>(nullptr));
}

void EasyHandle::setHandler(curl_closesocket_callback close, void *context)
{
    set(CURLOPT_CLOSESOCKETFUNCTION, close);
    set(CURLOPT_CLOSESOCKETDATA, context);
}

void EasyHandle::prepare(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                         Receiver &receiver)
{
    m_receiver = &receiver;
    m_error[0] = '\0';
    m_tlsClosed.reset();
    set(CURLOPT_PRIVATE, static_cast<void *>(this));
    set(CURLOPT_HEADERDATA, static_cast<void *>(&receiver));
    set(CURLOPT_WRITEDATA, static_cast<void *>(&receiver));
    // A name or password in the URL is the caller's to turn into a header, and no error shows it.
    constexpr auto sent = QUrl::FullyEncoded | QUrl::RemoveUserInfo | QUrl::RemoveFragment;
    set(CURLOPT_URL, request.url().toEncoded(sent).constData());
    if (operation == QNetworkAccessManager::HeadOperation)
        set(CURLOPT_NOBODY, 1L);
    else
        set(CURLOPT_HTTPGET, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, long(connectTimeout(request)));
    setVersion(request);
    setHeaders(request);
}

void EasyHandle::setVersion(const QNetworkRequest &request)
{
    const bool tls = request.url().scheme() == u"https";
    const int asked = request.attribute(QNetworkRequest::Attribute(HttpVersionAttribute)).toInt();
    const bool http1 = asked == 1;
    const bool priorKnowledge = asked == 2 && !tls;
    set(CURLOPT_HTTP_VERSION, long(http1            ? CURL_HTTP_VERSION_1_1
                                   : priorKnowledge ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
                                                    : CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_PIPEWAIT, long(!http1 && (tls || priorKnowledge)));
}

void EasyHandle::setHeaders(const QNetworkRequest &request)
{
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist *>(nullptr));
    m_headers.reset();
    const auto names = request.rawHeaderList();
    for (const auto &name : names) {
        const auto value = request.rawHeader(name);
        QByteArray line = name;
        line += value.isEmpty() ? QByteArrayView(";") : QByteArrayView(": "); // curl's notation
        line += value;
        m_headers.reset(curl_slist_append(m_headers.release(), line.constData()));
    }
    if (!request.hasRawHeader("Accept-Encoding"))
        m_headers.reset(curl_slist_append(m_headers.release(), ContentDecoder::acceptHeader));
    set(CURLOPT_HTTPHEADER, m_headers.get());
}

// libcurl takes the end of a TLS connection for the end of the body, announced or not.
void EasyHandle::expectTlsClosing()
{
    curl_tlssessioninfo *session = nullptr;
    curl_easy_getinfo(m_handle.get(), CURLINFO_TLS_SSL_PTR, &session);
    if (!session || session->backend != CURLSSLBACKEND_OPENSSL || !session->internals)
        return;
    m_tlsClosed = std::make_shared<bool>(false);
    auto *tls = static_cast<SSL *>(session->internals);
    delete static_cast<Flag *>(SSL_get_ex_data(tls, flagIndex()));
    SSL_set_ex_data(tls, flagIndex(), new Flag(m_tlsClosed));
}

QString EasyHandle::errorText(CURLcode code) const
{
    return QString::fromUtf8(m_error[0] ? m_error : curl_easy_strerror(code));
}

qint64 EasyHandle::info(CURLINFO what) const
{
    if ((what & CURLINFO_TYPEMASK) == CURLINFO_OFF_T) {
        curl_off_t value = 0;
        return curl_easy_getinfo(m_handle.get(), what, &value) == CURLE_OK ? qint64(value) : -1;
    }
    long value = 0;
    return curl_easy_getinfo(m_handle.get(), what, &value) == CURLE_OK ? qint64(value) : -1;
}

} // namespace trawl::transport
