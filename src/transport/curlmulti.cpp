// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/curlmulti.h"

#include "item/weburl.h"
#include "transport/attributes.h"

#include <QDateTime>
#include <QPointer>
#include <QScopedValueRollback>

#include <algorithm>
#include <climits>
#include <csignal>

#include <unistd.h>

namespace trawl::transport {
namespace {

// Without it curl opens a second connection at the 101st stream, whatever the server allows.
constexpr long streamsPerConnection = 1000;
constexpr size_t idleHandles = 256;

// With CURLOPT_NOSIGNAL curl leaves it to us that a write to a closed TLS connection fails only.
bool initialise()
{
    struct sigaction current = {};
    if (::sigaction(SIGPIPE, nullptr, &current) == 0 && current.sa_handler == SIG_DFL)
        std::signal(SIGPIPE, SIG_IGN);
    return curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

int cookiesOf(const QNetworkRequest &request)
{
    return request.attribute(QNetworkRequest::Attribute(CookiesOf)).toInt();
}

CURLSH *makeShare()
{
    [[maybe_unused]] static const bool initialised = initialise();
    auto *share = curl_share_init();
    curl_share_setopt(share, CURLSHOPT_SHARE, CURL_LOCK_DATA_SSL_SESSION);
    return share;
}

} // namespace

CurlMulti::CurlMulti(const AccessManager::Options &options)
    : m_options(options)
    , m_proxy(Proxy::parse(options.proxy))
    , m_share(makeShare())
    , m_multi(curl_multi_init())
    , m_sockets([this](int fd, int event) { act(fd, event); })
{
    Q_CHECK_PTR(m_multi);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, onSocket);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, onTimeout);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
    curl_multi_setopt(m_multi, CURLMOPT_MAX_CONCURRENT_STREAMS, streamsPerConnection);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, long(options.maxConnections));
}

CurlMulti::~CurlMulti()
{
    const auto running = m_running;
    for (auto *transfer : running)
        transfer->orphaned();
    const auto touched = m_touched;
    for (auto *transfer : touched) {
        if (transfer && !running.contains(transfer))
            transfer->orphaned();
    }
    m_idle.clear();
    curl_multi_cleanup(m_multi);
    curl_share_cleanup(m_share);
}

std::unique_ptr<EasyHandle> CurlMulti::start(QNetworkAccessManager::Operation operation,
                                             const QNetworkRequest &request, Transfer &transfer)
{
    std::unique_ptr<EasyHandle> easy;
    if (m_idle.empty()) {
        easy = std::make_unique<EasyHandle>(m_options, m_proxy, m_share);
        easy->setHandler(onClose, this);
    } else {
        easy = std::move(m_idle.back());
        m_idle.pop_back();
    }
    easy->prepare(operation, request, cookiesFor(request), transfer);
    easy->setEmptiesNames(m_names.isToEmpty(item::originOf(urlOf(request))));
    m_running.insert(&transfer);
    curl_multi_add_handle(m_multi, easy->handle());
    armTimer();
    return easy;
}

QByteArray CurlMulti::cookiesFor(const QNetworkRequest &request) const
{
    const auto jar = m_cookies.find(cookiesOf(request));
    if (!m_options.cookies || jar == m_cookies.end())
        return {};
    return jar->second.header(urlOf(request), request.rawHeader("Cookie"),
                              QDateTime::currentMSecsSinceEpoch());
}

void CurlMulti::takeCookies(const QNetworkRequest &request, const QByteArray &fields)
{
    if (!m_options.cookies || fields.isEmpty())
        return;
    auto &jar = m_cookies[cookiesOf(request)];
    const auto url = urlOf(request);
    for (const auto &field : fields.split('\n'))
        jar.take(url, field, QDateTime::currentMSecsSinceEpoch());
}

void CurlMulti::stop(Transfer &transfer, std::unique_ptr<EasyHandle> easy)
{
    m_running.erase(&transfer);
    curl_multi_remove_handle(m_multi, easy->handle());
    if (m_idle.size() < idleHandles)
        m_idle.push_back(std::move(easy));
    if (m_inCurl)
        return;
    m_sockets.settle(); // a lookup that is given up has its socket closed
    armTimer();
}

void CurlMulti::askAgain(EasyHandle &easy)
{
    curl_multi_remove_handle(m_multi, easy.handle());
    easy.demandFreshConnection();
    curl_multi_add_handle(m_multi, easy.handle());
}

CURLcode CurlMulti::resume(const EasyHandle &easy)
{
    const QScopedValueRollback guard(m_inCurl, true);
    return curl_easy_pause(easy.handle(), CURLPAUSE_CONT);
}

void CurlMulti::touch(Transfer &transfer)
{
    if (transfer.m_touched)
        return;
    transfer.m_touched = true;
    m_touched.push_back(&transfer);
    if (!m_inCurl)
        armTimer();
}

void CurlMulti::forget(Transfer &transfer)
{
    if (transfer.m_touched)
        std::replace(m_touched.begin(), m_touched.end(), &transfer,
                     static_cast<Transfer *>(nullptr));
}

int CurlMulti::onSocket(CURL *, curl_socket_t fd, int what, void *self, void *)
{
    static_cast<CurlMulti *>(self)->m_sockets.set(fd, what);
    return 0;
}

int CurlMulti::onTimeout(CURLM *, long ms, void *self)
{
    static_cast<CurlMulti *>(self)->setDeadline(ms);
    return 0;
}

int CurlMulti::onClose(void *self, curl_socket_t fd)
{
    static_cast<CurlMulti *>(self)->m_sockets.forget(fd);
    return ::close(fd);
}

void CurlMulti::act(curl_socket_t fd, int event)
{
    callCurl(fd, event);
    settle();
}

void CurlMulti::callCurl(curl_socket_t fd, int event)
{
    const QScopedValueRollback guard(m_inCurl, true);
    if (fd == CURL_SOCKET_TIMEOUT)
        m_deadline.reset();
    int running = 0;
    curl_multi_socket_action(m_multi, fd, event, &running);
    collectEnded();
}

// Requests that the slots make go to the wire in the same turn of the event loop.
void CurlMulti::settle()
{
    if (!deliverAll())
        return;
    if (isDue())
        callCurl(CURL_SOCKET_TIMEOUT, 0);
    m_sockets.settle();
    armTimer();
}

void CurlMulti::collectEnded()
{
    int left = 0;
    while (const auto *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const auto code = message->data.result;
        void *its = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &its);
        const auto &easy = *static_cast<EasyHandle *>(its);
        if (code == CURLE_OK && easy.emptiesNames())
            m_names.emptied();
        // Only transfers are ever put to work.
        static_cast<Transfer *>(easy.receiver())->ended(code);
    }
}

// A slot may run an event loop of its own: what waits behind it must not wait for its end. What
// the slots add is done in the same turn as long as it is not without end.
bool CurlMulti::deliverAll()
{
    const QPointer<CurlMulti> alive(this);
    if (m_touched.size() > 1)
        armTimer();
    for (auto most = m_touched.size() + 64; most > 0 && !m_touched.empty(); --most) {
        auto *transfer = m_touched.front();
        m_touched.pop_front();
        if (!transfer)
            continue;
        transfer->m_touched = false;
        transfer->deliver();
        if (!alive)
            return false;
    }
    return true;
}

// The kernel's clock for timers and curl's may differ: what curl still waits for is asked again.
void CurlMulti::timerEvent(QTimerEvent *)
{
    m_timer.stop();
    if (!isDue()) {
        settle();
        return;
    }
    callCurl(CURL_SOCKET_TIMEOUT, 0);
    if (long left = -1; !m_deadline && curl_multi_timeout(m_multi, &left) == CURLM_OK)
        setDeadline(left);
    settle();
}

void CurlMulti::setDeadline(long ms)
{
    if (ms < 0)
        m_deadline.reset();
    else
        m_deadline = Clock::now() + std::chrono::milliseconds(ms);
}

// A timer that fires too early costs less than one that is set again for each request.
void CurlMulti::armTimer()
{
    const auto now = Clock::now();
    const auto wanted = m_touched.empty() ? m_deadline : now;
    const bool fired = !m_timer.isActive() || m_timerEnd <= now;
    if (wanted && *wanted <= now && fired && m_timer.isActive())
        return;
    if (wanted && (fired || *wanted < m_timerEnd))
        startTimer(*wanted, now);
    else if (fired)
        m_timer.stop();
}

void CurlMulti::startTimer(Clock::time_point end, Clock::time_point now)
{
    m_timerEnd = end;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - now).count();
    m_timer.start(int(std::clamp<qint64>(left, 0, INT_MAX)), Qt::PreciseTimer, this);
}

} // namespace trawl::transport

#include "moc_curlmulti.cpp"
