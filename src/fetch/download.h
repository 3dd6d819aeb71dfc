// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/lending.h"
#include "fetch/partfile.h"
#include "fetch/stream.h"
#include "fetch/taskgroup.h"
#include "fetch/transfer.h"
#include "fetch/watchdog.h"

#include <QElapsedTimer>

#include <list>
#include <memory>
#include <optional>

namespace trawl::fetch {

/// One attempt at one body: what is there of it and what is known of it, which stream fetches which
/// bytes, and the outcome that comes of it. The streams fill it, run() drives it. download.cpp has
/// its course, plan.cpp who fetches what, saving.cpp what is kept of it.
class Download
{
public:
    Download(Context &context, item::Request request, item::Progress &progress, Lending &lending);
    ~Download();
    Q_DISABLE_COPY_MOVE(Download)

    // For run()
    /// False: there is nothing to send, the URL is no good.
    [[nodiscard]] bool begin();
    [[nodiscard]] bool hasState() const { return m_state.has_value(); }
    void adopt(std::list<PartFile::Extent> extents);
    void stop();
    /// All streams have ended: begin again with an empty file?
    [[nodiscard]] bool takeRestart();
    [[nodiscard]] bool isRestarting() const { return m_restart; }
    [[nodiscard]] bool isWhole() const;
    /// Lets the stream make its requests until there is nothing left for it to do.
    [[nodiscard]] QCoro::Task<> runStream(Stream &stream);
    [[nodiscard]] TaskGroup &group() { return m_group; }
    [[nodiscard]] item::Outcome takeOutcome();
    [[nodiscard]] item::Inspection inspection() const; ///< inspecting.cpp

    // For the streams
    [[nodiscard]] const item::Request &request() const { return m_request; }
    [[nodiscard]] Context &context() { return m_context; }
    [[nodiscard]] bool assign(Stream &stream);
    [[nodiscard]] bool extend(Stream &stream);
    [[nodiscard]] PartFile &part() { return *m_part; }
    /// What is known of the file: from its state, or from the first response.
    [[nodiscard]] const PartState &known() const { return m_known; }
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    /// A response that brings the file from its first byte on, `total` bytes of it (-1 = nobody
    /// knows). Nothing if it is wanted.
    [[nodiscard]] std::optional<item::Failure> beginWhole(const QNetworkReply &reply,
                                                          const QByteArray &url, qint64 total);
    [[nodiscard]] bool mayBeginAnew(const Stream &stream) const;
    /// Where the bytes begin that lie before `position` without a gap, at `most` at the earliest.
    [[nodiscard]] qint64 extentBegin(qint64 position, qint64 most) const;
    [[nodiscard]] qint64 maxBytes() const; ///< 0 = no limit
    void learnTotal(qint64 total);
    /// The file on the server is another one than what is there.
    void changed(const QString &how);
    void rangesRefused();
    void answered(const QNetworkReply &reply);
    void remark(const QString &note); ///< unless there is something more to tell
    /// The request's URLs so far, the item's first, the redirect's target last.
    void redirected(const QByteArrayList &chain);
    /// It leads there, and the engine is to say whether that is asked for.
    void asks(const QByteArray &target) { m_outcome.redirect = target; }
    void failed(const item::Failure &failure);
    void moved();

    // saving.cpp
    struct Kept
    {
        item::Failure failure;
        QByteArray sha256;
        bool matches = true; ///< the checksum that was promised
        bool checked = false;
    };
    /// What must be done with a whole body before it is one; then, if that is for another thread.
    [[nodiscard]] std::function<Kept()> finishing();
    [[nodiscard]] bool finishesSlowly() const { return m_finishesSlowly; }
    void finished(const Kept &kept);
    void expectChecksum(const item::Checksum &checksum) { m_checksum = checksum; }
    [[nodiscard]] bool wantsSums() const;
    /// What must be done so that a later attempt can go on; nothing = there is nothing to go on
    /// with.
    [[nodiscard]] std::function<qint64()> keeping();
    void kept(qint64 bytes) { m_outcome.resumable = bytes; }
    [[nodiscard]] std::function<std::list<PartFile::Extent>()> checking() const;

private:
    struct Gap
    {
        qint64 first = 0;
        qint64 end = 0;
    };
    struct Running
    {
        Stream *stream = nullptr;
        Exchange *exchange = nullptr;
    };

    /// A time limit of the whole attempt.
    class Limit final : public Watchdog::Watched
    {
    public:
        Limit(Watchdog &watchdog, std::function<void()> over)
            : m_watchdog(watchdog)
            , m_over(std::move(over))
        {
        }
        ~Limit() override { m_watchdog.unwatch(*this); }
        Q_DISABLE_COPY_MOVE(Limit)
        void start(int ms) { m_watchdog.watch(*this, ms); }

    private:
        void timeIsUp() override { m_over(); }
        Watchdog &m_watchdog;
        std::function<void()> m_over;
    };

    // plan.cpp
    [[nodiscard]] std::optional<Gap> firstGap(qint64 from) const;
    [[nodiscard]] std::optional<Gap> split(double ownSpeed);
    [[nodiscard]] bool takesSegments() const;
    void offerSegments();
    void granted(int connections);
    QCoro::Task<> runSegment();
    void endStreams();

    // saving.cpp
    [[nodiscard]] bool isResumable() const;
    /// By its type a file that lies there already.
    [[nodiscard]] bool staysAsFile(const item::ResponseHead &head, const QByteArray &url) const;
    [[nodiscard]] bool isPageInstead() const;
    [[nodiscard]] item::Failure brokenPromise(const Kept &kept) const;
    [[nodiscard]] PartState state() const;
    QCoro::Task<> checkpoint();
    void promote();
    void dropPart();

    void watchTime();
    void tooSlow();

    Context &m_context;
    const item::Request m_request;
    item::Progress &m_progress;
    Lending &m_lending;
    std::unique_ptr<PartFile> m_part;
    std::optional<PartState> m_state; ///< as an earlier attempt left it, until it is adopted
    PartState m_known;
    bool m_isKnown = false;
    bool m_coded = false;   ///< the body is not what the server's byte counts are about
    bool m_endTold = false; ///< the transfer itself tells its end
    bool m_fresh = false;   ///< written beside an older part, which is kept so far
    bool m_hadState = false;
    bool m_finishesSlowly = false;
    qint64 m_oldBytes = 0;
    bool m_noRanges = false;
    bool m_restart = false;
    int m_restarts = 0;
    bool m_stopped = false;
    bool m_over = false; ///< a failure that no other stream can make good
    std::list<Running> m_running;
    TaskGroup m_group;
    item::Outcome m_outcome;
    std::optional<item::Checksum> m_checksum;
    QElapsedTimer m_clock;
    QElapsedTimer m_saveClock;
    qint64 m_savedBytes = 0;
    bool m_saving = false;
    qint64 m_slowBytes = 0;
    std::unique_ptr<Limit> m_totalLimit;
    std::unique_ptr<Limit> m_speedLimit;
    std::shared_ptr<std::atomic_bool> m_stopChecking;
};

} // namespace trawl::fetch
