// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace trawl::crawl {

/// How many requests a host may have in flight, and how far apart they start, by how it answers.
///
/// Connections follow the latency, as TCP Vegas does for a path: while a host answers about as
/// quickly as it is able to, there may be more; once answers take more than twice as long, requests
/// only wait there, and there are fewer. Answers within 20 ms are never too slow. What the host is
/// able to do is measured anew with few requests once in a while (a minute, or more if it is slow).
///
/// The delay follows refusals: after a 429, 503 or no answer the rate is halved and then grows
/// again, slowly near the rate that was refused last. Without refusals it is that of robots.txt.
///
/// Times are ms of a monotonic clock. A Retry-After is not its matter, it holds the host itself.
class Throttle
{
public:
    struct Limits
    {
        int connections = 2;     ///< no more than that, at least 1
        qint64 leastDelayMs = 0; ///< that of robots.txt, or a person's
        qint64 mostDelayMs = 60'000;
    };

    explicit Throttle(Limits limits);

    /// `latencyMs` is from the request to the head of the answer. `code` is HTTP's; 0 = there was
    /// no answer in time, or the connection broke.
    void answered(qint64 latencyMs, int code, qint64 nowMs);
    /// Between the starts of two requests.
    [[nodiscard]] qint64 delayMs() const;
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void refused(qint64 latencyMs, qint64 nowMs);
    void speedUp();
    void endWindow(qint64 nowMs);
    void grow();
    void follow(double latency, qint64 nowMs);
    void learnBase(double latency, qint64 nowMs);
    void setConnections(double wanted);
    [[nodiscard]] bool isUsed(qint64 nowMs) const;

    Limits m_limits;
    int m_connections = 1;
    bool m_doubling = true; ///< until the first sign that there are enough

    std::vector<qint64> m_window; ///< latencies since the last decision
    std::optional<qint64> m_windowStartMs;
    int m_skip = 0; ///< answers to requests that were in flight at the last decision

    double m_base = 0;     ///< latency of the host when it is not busy; 0 = not known
    qint64 m_probedMs = 0; ///< when that was measured last
    int m_windows = 0;     ///< decisions since then
    int m_beforeProbe = 0; ///< connections before it was measured anew; 0 = it is not

    double m_delay = 0;
    bool m_wasRefused = false; ///< the last answer was a refusal
    double m_refusedDelay = 0; ///< the delay that was too short last; 0 = none was
    double m_intervalMs = 0;   ///< between answers, smoothed
    std::optional<qint64> m_lastMs;
    qint64 m_calmMs = 0; ///< refusals until then are of requests that were sent before the last one
};

} // namespace trawl::crawl
