// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/easyhandle.h"

#include "item/packed.h"
#include "item/weburl.h"
#include "transport/attributes.h"
#include "transport/contentdecoder.h"
#include "transport/http2end.h"
#include "transport/privateaddress.h"

#include <QFile>
#include <QNetworkRequest>

#include <cerrno>

#include <openssl/ssl.h>
#include <sys/socket.h>

namespace trawl::transport {
namespace {

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

/// Path and query as they stand in the URL (RFC 9112, 3.2.1).
QByteArray originForm(const QByteArray &url)
{
    const auto target = url.mid(item::originOf(url).size());
    const auto asked = target.first(target.contains('#') ? target.indexOf('#') : target.size());
    return asked.startsWith('/') ? asked : '/' + asked;
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

QVariant attributeOf(const QNetworkRequest &request, Attribute code)
{
    return request.attribute(QNetworkRequest::Attribute(code));
}

int connectTimeout(const QNetworkRequest &request)
{
    const auto value = attributeOf(request, ConnectTimeoutMs);
    return value.isValid() ? value.toInt() : 0; // 0: curl's own, 300 s
}

} // namespace

EasyHandle::EasyHandle(const AccessManager::Options &options, const Proxy &proxy, CURLSH *share)
    : m_handle(curl_easy_init())
    , m_httpProxy(proxy.kind == Proxy::Kind::Fixed && proxy.url.startsWith("http"))
    , m_proxyLogin(proxy.kind == Proxy::Kind::System || !proxy.user.isEmpty())
    , m_netrc(!options.netrcFile.isEmpty())
    , m_proxied(proxy.kind != Proxy::Kind::None)
{
    Q_CHECK_PTR(m_handle.get());
    set(CURLOPT_SHARE, share);
    set(CURLOPT_PATH_AS_IS, 1L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_QUICK_EXIT, 1L); // or the end of a request waits for its name server's answer
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_BUFFERSIZE, receiveBytes);
    set(CURLOPT_ERRORBUFFER, m_error);
    set(CURLOPT_PREREQFUNCTION, onRequest);
    set(CURLOPT_HEADERFUNCTION, onHeadLine);
    set(CURLOPT_WRITEFUNCTION, onBody);
    set(CURLOPT_OPENSOCKETFUNCTION, onOpen);
    set(CURLOPT_OPENSOCKETDATA, static_cast<void *>(this));
    if (m_netrc) {
        set(CURLOPT_NETRC, long(CURL_NETRC_OPTIONAL));
        set(CURLOPT_NETRC_FILE, QFile::encodeName(options.netrcFile).constData());
    }
    setTls(options);
    setProxy(options, proxy);
}

EasyHandle::~EasyHandle() = default;

// libcurl parses the authorities anew for each connection when it has a directory of them, too.
void EasyHandle::setTls(const AccessManager::Options &options)
{
    const auto verify = long(options.verifyTls);
    set(CURLOPT_SSL_VERIFYPEER, verify);
    set(CURLOPT_SSL_VERIFYHOST, verify * 2);
    set(CURLOPT_SSL_CTX_FUNCTION, onTlsContext);
    set(CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2)); // RFC 8996
    char *systemFile = nullptr;
    curl_easy_getinfo(m_handle.get(), CURLINFO_CAINFO, &systemFile);
    if (!options.caFile.isEmpty())
        set(CURLOPT_CAINFO, QFile::encodeName(options.caFile).constData());
    if (!options.caFile.isEmpty() || systemFile)
        set(CURLOPT_CAPATH, static_cast<char *>(nullptr));
    if (options.clientCertificate.isEmpty())
        return;
    const auto &key = options.clientKey.isEmpty() ? options.clientCertificate : options.clientKey;
    set(CURLOPT_SSLCERT, QFile::encodeName(options.clientCertificate).constData());
    set(CURLOPT_SSLKEY, QFile::encodeName(key).constData());
}

// Curl would ask no_proxy even when it is told the proxy.
void EasyHandle::setProxy(const AccessManager::Options &options, const Proxy &proxy)
{
    if (!options.caFile.isEmpty())
        set(CURLOPT_PROXY_CAINFO, QFile::encodeName(options.caFile).constData());
    set(CURLOPT_PROXY_SSL_VERIFYPEER, long(options.verifyTls));
    set(CURLOPT_PROXY_SSL_VERIFYHOST, long(options.verifyTls) * 2);
    set(CURLOPT_PROXYAUTH, long(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    if (proxy.kind == Proxy::Kind::System)
        return;
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_PROXY, proxy.url.constData());
    if (proxy.user.isEmpty())
        return;
    set(CURLOPT_PROXYUSERNAME, proxy.user.constData());
    set(CURLOPT_PROXYPASSWORD, proxy.password.constData());
}

// A connection that another request has opened is not opened anew.
int EasyHandle::onRequest(void *self, char *address, char *, int, int)
{
    auto &handle = *static_cast<EasyHandle *>(self);
    if (handle.m_publicOnly && !handle.m_proxied && isPrivateAddress(address)) {
        handle.m_refusedPrivate = true;
        return CURL_PREREQFUNC_ABORT;
    }
    handle.m_receiver->requestGoesOut();
    return CURL_PREREQFUNC_OK;
}

std::optional<bool> EasyHandle::isPeerPrivate() const
{
    char *address = nullptr;
    if (m_proxied || curl_easy_getinfo(m_handle.get(), CURLINFO_PRIMARY_IP, &address) != CURLE_OK ||
        !address)
        return std::nullopt;
    return isPrivateAddress(address);
}

curl_socket_t EasyHandle::onOpen(void *self, curlsocktype, curl_sockaddr *address)
{
    auto &handle = *static_cast<EasyHandle *>(self);
    if (handle.m_publicOnly && !handle.m_proxied && isPrivateAddress(&address->addr)) {
        handle.m_refusedPrivate = true;
        return CURL_SOCKET_BAD;
    }
    handle.m_families |= address->family == AF_INET6 ? 2 : 1;
    const int made = ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    handle.m_socketError = made < 0 ? errno : 0;
    return made;
}

void EasyHandle::setHandler(curl_closesocket_callback close, void *context)
{
    set(CURLOPT_CLOSESOCKETFUNCTION, close);
    set(CURLOPT_CLOSESOCKETDATA, context);
}

void EasyHandle::prepare(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                         const QByteArray &cookies, Receiver &receiver)
{
    m_receiver = &receiver;
    m_error[0] = '\0';
    m_tlsClosed.reset();
    m_families = 0;
    m_socketError = 0;
    m_publicOnly = attributeOf(request, PublicOnly).toBool();
    m_refusedPrivate = false;
    set(CURLOPT_PRIVATE, static_cast<void *>(this));
    set(CURLOPT_PREREQDATA, static_cast<void *>(this));
    set(CURLOPT_FRESH_CONNECT, 0L);
    set(CURLOPT_FORBID_REUSE, 0L);
    set(CURLOPT_HEADERDATA, static_cast<void *>(&receiver));
    set(CURLOPT_WRITEDATA, static_cast<void *>(&receiver));
    // A name or password in the URL is the caller's to turn into a header, and no error shows it.
    const auto url = urlOf(request);
    set(CURLOPT_URL, url.constData());
    // By itself libcurl leaves an empty query out.
    const bool whole = m_httpProxy && url.startsWith("http:");
    set(CURLOPT_REQUEST_TARGET, (whole ? url : originForm(url)).constData());
    if (operation == QNetworkAccessManager::HeadOperation)
        set(CURLOPT_NOBODY, 1L);
    else
        set(CURLOPT_HTTPGET, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, long(connectTimeout(request)));
    setVersion(request, url.startsWith("https:"));
    setLogin(request);
    setHeaders(request, cookies);
}

void EasyHandle::setEmptiesNames(bool does)
{
    constexpr long keptSeconds = 60;
    m_emptiesNames = does;
    set(CURLOPT_DNS_CACHE_TIMEOUT, does ? 0L : keptSeconds);
}

void EasyHandle::setLogin(const QNetworkRequest &request)
{
    const auto user = attributeOf(request, UserName).toString().toUtf8();
    const auto password = attributeOf(request, Password).toString().toUtf8();
    const bool login = !user.isEmpty() || !password.isEmpty();
    const char *none = nullptr;
    set(CURLOPT_USERNAME, login ? user.constData() : none);
    set(CURLOPT_PASSWORD, login ? password.constData() : none);
    set(CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC | CURLAUTH_DIGEST));
    m_negotiates = login || m_netrc || m_proxyLogin;
}

void EasyHandle::setVersion(const QNetworkRequest &request, bool tls)
{
    const int asked = attributeOf(request, HttpVersionAttribute).toInt();
    const bool http1 = asked == 1 || !watchesHttp2Ends();
    const bool priorKnowledge = asked == 2 && !tls && !http1;
    set(CURLOPT_HTTP_VERSION, long(http1            ? CURL_HTTP_VERSION_1_1
                                   : priorKnowledge ? CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
                                                    : CURL_HTTP_VERSION_2TLS));
    set(CURLOPT_PIPEWAIT, long(!http1 && (tls || priorKnowledge)));
}

void EasyHandle::addHeader(const QByteArray &line)
{
    m_headers.reset(curl_slist_append(m_headers.release(), line.constData()));
}

void EasyHandle::setHeaders(const QNetworkRequest &request, const QByteArray &cookies)
{
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist *>(nullptr));
    m_headers.reset();
    if (!cookies.isEmpty())
        addHeader("Cookie: " + cookies);
    const auto names = request.rawHeaderList();
    for (const auto &name : names) {
        const auto value = request.rawHeader(name);
        if (cookies.isEmpty() || name.compare("cookie", Qt::CaseInsensitive) != 0)
            // ";" for an empty value: curl's notation
            addHeader(value.isEmpty() ? name + ';' : name + ": " + value);
    }
    const auto url = urlOf(request);
    const auto name = item::lastSegment(url);
    if (!request.hasRawHeader("Accept-Encoding"))
        addHeader(item::codingOfName(name).isEmpty() ? ContentDecoder::acceptHeader
                                                     : "Accept-Encoding: identity");
    const auto token = attributeOf(request, BearerToken).toByteArray();
    if (!token.isEmpty() && !request.hasRawHeader("Authorization"))
        addHeader("Authorization: Bearer " + token);
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
