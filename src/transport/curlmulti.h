// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/cookiejar.h"
#include "transport/easyhandle.h"
#include "transport/namecachebound.h"
#include "transport/socketwatch.h"

#include <QBasicTimer>

#include <chrono>
#include <deque>
#include <map>
#include <optional>
#include <unordered_set>

namespace trawl::transport {

/// A transfer as the multi handle sees it.
class Transfer : public Receiver
{
public:
    /// From a stack without curl, soon after CurlMulti::touch(): the place to emit signals. May
    /// delete the transfer, others, and the manager.
    virtual void deliver() = 0;
    virtual void ended(CURLcode code) = 0; ///< of the transfer itself; nothing may be emitted
    virtual void orphaned() = 0; ///< the manager goes: as ended(), and there will be no deliver()

private:
    friend class CurlMulti;
    bool m_touched = false;
};

/// The curl multi handle in the Qt event loop of its thread. It holds the caches of connections,
/// names and TLS sessions and the easy handles to use again.
class CurlMulti : public QObject
{
    Q_OBJECT

public:
    explicit CurlMulti(const AccessManager::Options &options);
    ~CurlMulti() override;

    [[nodiscard]] std::unique_ptr<EasyHandle> start(QNetworkAccessManager::Operation operation,
                                                    const QNetworkRequest &request,
                                                    Transfer &transfer);
    void stop(Transfer &transfer, std::unique_ptr<EasyHandle> easy);
    /// The same once more, over a connection of its own. For a transfer that has ended.
    void askAgain(EasyHandle &easy);
    [[nodiscard]] CURLcode resume(const EasyHandle &easy);

    /// `fields` are Set-Cookie's values with line feeds between, of the response to `request`.
    void takeCookies(const QNetworkRequest &request, const QByteArray &fields);
    [[nodiscard]] CookieJar &cookies(int whose) { return m_cookies[whose]; }
    [[nodiscard]] const Proxy &proxy() const { return m_proxy; }

    void touch(Transfer &transfer); ///< have its deliver() called from a clean stack
    void forget(Transfer &transfer);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    using Clock = std::chrono::steady_clock;

    static int onSocket(CURL *easy, curl_socket_t fd, int what, void *self, void *);
    static int onTimeout(CURLM *multi, long ms, void *self);
    static int onClose(void *self, curl_socket_t fd);

    [[nodiscard]] QByteArray cookiesFor(const QNetworkRequest &request) const;
    void act(curl_socket_t fd, int event);
    void callCurl(curl_socket_t fd, int event);
    void settle();
    void collectEnded();
    [[nodiscard]] bool deliverAll();
    void setDeadline(long ms);
    void armTimer();
    void startTimer(Clock::time_point end, Clock::time_point now);
    [[nodiscard]] bool isDue() const { return m_deadline && *m_deadline <= Clock::now(); }

    AccessManager::Options m_options;
    Proxy m_proxy;
    CURLSH *m_share;
    CURLM *m_multi;
    std::map<int, CookieJar> m_cookies; ///< by CookiesOf
    SocketWatch m_sockets;
    NameCacheBound m_names;
    QBasicTimer m_timer;
    Clock::time_point m_timerEnd;
    std::optional<Clock::time_point> m_deadline; ///< when curl wants to be called
    std::vector<std::unique_ptr<EasyHandle>> m_idle;
    std::unordered_set<Transfer *> m_running;
    std::deque<Transfer *> m_touched; ///< null where one was deleted
    bool m_inCurl = false;
};

} // namespace trawl::transport
