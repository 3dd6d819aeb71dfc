// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/failures.h"
#include "fetch/rategate.h"
#include "fetch/transfer.h"
#include "fetch/watchdog.h"
#include "transport/directbody.h"

#include <QNetworkReply>
#include <QObject>

#include <coroutine>
#include <exception>

namespace trawl::fetch {

/// Takes a response as it comes. Called from the reply's signals, so never resumes a coroutine.
class ResponseSink
{
public:
    /// The final head is there. False: the body is not wanted.
    [[nodiscard]] virtual bool head(const QNetworkReply &reply) = 0;
    /// False: it cannot be taken, give up.
    [[nodiscard]] virtual bool body(const char *data, qint64 size) = 0;

protected:
    ~ResponseSink() = default;
};

enum class Ending {
    Finished, ///< by the reply itself, well or with an error()
    TimedOut,
    Stopped,
    Refused, ///< the sink could not take the body
    Lost,    ///< the reply was deleted under us
};

/// One request with its response: `exchange.start(request)`, then `co_await` ended(). Resumes from
/// the event loop, never inside a signal, and never when the exchange (and with it the frame that
/// holds it) has gone before. Then the next request may be started.
class Exchange final : public QObject,
                       private Watchdog::Watched,
                       private RateGate::Reader,
                       private transport::BodySink
{
public:
    Exchange(Context &context, ResponseSink &sink, const RateScopes &scopes);
    ~Exchange() override;

    void start(QNetworkRequest request);
    /// Ends what runs as Stopped. Not from within the sink's body().
    void stop();
    /// After Ending::Finished; its code is NoError when all went well.
    [[nodiscard]] const ReplyError &error() const { return m_error; }

    /// Copied freely, as g++ 12 does with an awaiter.
    class Ended
    {
    public:
        [[nodiscard]] bool await_ready() const { return m_exchange->m_ended; }
        void await_suspend(std::coroutine_handle<> handle) { m_exchange->m_waiting = handle; }
        [[nodiscard]] Ending await_resume() { return m_exchange->takeEnding(); }

    private:
        friend class Exchange;
        explicit Ended(Exchange *exchange)
            : m_exchange(exchange)
        {
        }
        Exchange *m_exchange;
    };
    [[nodiscard]] Ended ended() { return Ended(this); }

private:
    [[nodiscard]] Ending takeEnding();
    void listen();
    void onHead();
    void onReadable();
    void onFinished();
    void timeIsUp() override;
    void gateOpened(qint64 bytes) override;
    [[nodiscard]] Taken write(const char *data, qint64 size) override;
    void openSink();

    template <typename Step> void guarded(Step step);
    void takeHead();
    void pump(qint64 allowed);
    [[nodiscard]] qint64 readSome(qint64 allowed);
    void take(const char *data, qint64 size);
    [[nodiscard]] bool give(const char *data, qint64 size);
    void noteError();
    void end(Ending ending);
    void release();
    void resume();

    Context &m_context;
    ResponseSink &m_sink;
    QNetworkReply *m_reply = nullptr;           ///< ours until release(); deleted later
    transport::DirectReply *m_direct = nullptr; ///< the same, once its body comes by write()
    qint64 m_pending = 0;   ///< bytes that wait at the gate of the block that came last
    qint64 m_taken = 0;     ///< bytes of it that were let before
    qint64 m_allowance = 0; ///< bytes that the gate has let, of those that come by write()
    std::coroutine_handle<> m_waiting;
    std::exception_ptr m_thrown;
    ReplyError m_error;
    Ending m_ending = Ending::Stopped;
    qint64 m_dropped = 0;
    bool m_ended = true;
    bool m_headSeen = false;
    bool m_wanted = false;
    bool m_replyFinished = false;
    bool m_pumping = false;
    bool m_pumpAgain = false;
    bool m_refused = false; ///< by the sink, within write()
};

} // namespace trawl::fetch
