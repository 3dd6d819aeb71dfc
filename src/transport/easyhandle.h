// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/accessmanager.h"
#include "transport/directbody.h"
#include "transport/proxy.h"

#include <curl/curl.h>

#include <memory>
#include <optional>

namespace trawl::transport {

/// Who a transfer works for. Called from inside curl: nothing here may call curl back or emit.
class Receiver
{
public:
    virtual ~Receiver() = default;

    /// The way to the server stands.
    virtual void requestGoesOut() = 0;
    /// One line of a head or trailer; false fails the transfer.
    virtual bool takeHeadLine(QByteArrayView line) = 0;

    using Taken = BodySink::Taken;
    virtual Taken takeBody(const char *data, qsizetype length) = 0;
};

/// One curl easy handle, used for many requests one after another: what never changes is set once.
class EasyHandle
{
public:
    /// Read at once. A file of 1 GiB takes a quarter less time than with 64 kB; what is not filled
    /// costs nothing, for libcurl frees it after each request and the heap keeps it.
    static constexpr long receiveBytes = 512 * 1024;

    EasyHandle(const AccessManager::Options &options, const Proxy &proxy, CURLSH *share);
    ~EasyHandle();
    Q_DISABLE_COPY_MOVE(EasyHandle)

    /// `cookies` is the whole Cookie field; empty = the request's own counts.
    void prepare(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                 const QByteArray &cookies, Receiver &receiver);

    [[nodiscard]] CURL *handle() const { return m_handle.get(); }
    [[nodiscard]] Receiver *receiver() const { return m_receiver; }
    [[nodiscard]] QString errorText(CURLcode code) const;
    [[nodiscard]] qint64 info(CURLINFO what) const; ///< of the kinds LONG and OFF_T; -1 on error

    /// A 401 or 407 may be answered by curl itself, which no callback tells.
    [[nodiscard]] bool negotiates() const { return m_negotiates; }
    /// Connections were tried over both IPv4 and IPv6.
    [[nodiscard]] bool triedBothFamilies() const { return m_families == 3; }

    /// The errno of a socket that could not be made; 0 = none.
    [[nodiscard]] int socketError() const { return m_socketError; }

    /// A private address was come to that the request does not allow.
    [[nodiscard]] bool refusedPrivate() const { return m_refusedPrivate; }
    /// Whether the address of the connection's other end is; nullopt where it may be a proxy's.
    [[nodiscard]] std::optional<bool> isPeerPrivate() const;

    /// To be called once the head tells that only the connection's end will end the body.
    void expectTlsClosing();
    /// The connection was closed, but not in the way that tells that all was sent.
    [[nodiscard]] bool lacksTlsClosing() const { return m_tlsClosed && !*m_tlsClosed; }
    /// Until the next prepare().
    void demandFreshConnection() { set(CURLOPT_FRESH_CONNECT, 1L); }
    /// Behind this transfer. Until the next prepare(); may be called from inside curl.
    void closeConnection() { set(CURLOPT_FORBID_REUSE, 1L); }
    /// Whether its end empties the cache of names. Until it is set anew.
    void setEmptiesNames(bool does);
    [[nodiscard]] bool emptiesNames() const { return m_emptiesNames; }
    void setHandler(curl_closesocket_callback close, void *context);

private:
    void setTls(const AccessManager::Options &options);
    void setProxy(const AccessManager::Options &options, const Proxy &proxy);
    void setLogin(const QNetworkRequest &request);
    void setHeaders(const QNetworkRequest &request, const QByteArray &cookies);
    void addHeader(const QByteArray &line);
    static int onRequest(void *self, char *address, char *, int, int);
    static curl_socket_t onOpen(void *self, curlsocktype, curl_sockaddr *address);
    void setVersion(const QNetworkRequest &request, bool tls);

    template <typename Value> void set(CURLoption option, Value value)
    {
        curl_easy_setopt(m_handle.get(), option, value);
    }

    struct Cleanup
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };
    std::unique_ptr<CURL, Cleanup> m_handle;
    std::unique_ptr<curl_slist, Cleanup> m_headers;
    std::shared_ptr<bool> m_tlsClosed; ///< a close_notify came; null when it does not matter
    Receiver *m_receiver = nullptr;
    const bool m_httpProxy; ///< asked with whole URLs, but for those of https
    const bool m_proxyLogin;
    const bool m_netrc;
    bool m_negotiates = false;
    int m_families = 0; ///< bits: 1 IPv4, 2 IPv6
    int m_socketError = 0;
    const bool m_proxied; ///< or may be
    bool m_publicOnly = false;
    bool m_emptiesNames = false;
    bool m_refusedPrivate = false;
    char m_error[CURL_ERROR_SIZE] = {};
};

} // namespace trawl::transport
