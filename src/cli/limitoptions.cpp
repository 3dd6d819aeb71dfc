// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "item/values.h"

#include <array>

namespace trawl::cli {

namespace {

using enum OptionKind;

constexpr int mostSegments = 64;

QString takeTimeout(RunOptions &o, const QString &text)
{
    const int ms = item::parseSeconds(text).value_or(0);
    o.engine.settings.connectTimeoutMs = o.engine.settings.firstByteTimeoutMs = ms;
    return takeSeconds(o.engine.settings.idleTimeoutMs, text);
}

QString takeRequests(RunOptions &o, const QString &text)
{
    bool ok = false;
    const double value = text.toDouble(&ok);
    constexpr double most = 1e6;
    if (!ok || !(value > 0 && value <= most))
        return QStringLiteral("a number of requests a second, like 0.5 or 20");
    o.engine.hostRequestsPerSecond = value;
    return {};
}

QString takeSchedule(RunOptions &o, const QString &text)
{
    const auto schedule = engine::Schedule::parse(text);
    if (!schedule)
        return QStringLiteral("like 08:00-18:00=500k,18:00-23:00=2M,23:00-06:00=off (%1)")
            .arg(schedule.error());
    o.engine.schedule = *schedule;
    return {};
}

constexpr std::array limitTable{
    Option{0, "per-host", Value, "N", "connections to one host at once (6; crawls 2)",
           [](RunOptions &o, const QString &v) {
               o.perHost.emplace();
               return takeCount(*o.perHost, v, 1, mostConnections);
           }},
    Option{0, "segments", Value, "N",
           "connections for one file of 16 MiB and more, out of\nthose to its host (4)",
           [](RunOptions &o, const QString &v) {
               return takeCount(o.engine.settings.segments, v, 1, mostSegments);
           }},
    Option{0, "limit", Value, "RATE",
           "bytes a second for all together, like 500k or 1.5M;\nk = 1024; 0 = no limit (0)",
           [](RunOptions &o, const QString &v) { return takeRate(o.engine.bytesPerSecond, v); }},
    Option{
        0, "host-limit", Value, "RATE", "the same for each host (0)",
        [](RunOptions &o, const QString &v) { return takeRate(o.engine.hostBytesPerSecond, v); }},
    Option{0, "item-limit", Value, "RATE", "the same for each file (0)",
           [](RunOptions &o, const QString &v) { return takeRate(o.job.itemBytesPerSecond, v); }},
    Option{
        0, "schedule", Value, "HOURS",
        "--limit by the time of day, like 08:00-18:00=500k,\n18:00-23:00=2M; 0 = no limit, off = "
        "nothing runs",
        takeSchedule},
    Option{0, "delay", Value, "S", "seconds between two requests to a host (none)",
           [](RunOptions &o, const QString &v) { return takeSeconds(o.engine.hostDelayMs, v); }},
    Option{0, "rps", Value, "N", "requests a second to one host (no limit)", takeRequests},
    Option{0, "retries", Value, "N", "new attempts at an item after trouble that may pass (5)",
           [](RunOptions &o, const QString &v) { return takeCount(o.engine.retries, v, 0, 1000); }},
    Option{0, "retry-wait", Value, "S",
           "seconds before the second attempt; doubled with\neach, with some chance (0.5)",
           [](RunOptions &o, const QString &v) { return takeSeconds(o.engine.retryBaseMs, v); }},
    Option{0, "retry-max-wait", Value, "S", "seconds to wait at the most (60)",
           [](RunOptions &o, const QString &v) { return takeSeconds(o.engine.retryCapMs, v); }},
    Option{0, "retry-on", Value, "CODES",
           "HTTP status codes to retry\n(408,425,429,500,502,503,504)",
           [](RunOptions &o, const QString &v) {
               return takeValue(o.engine.settings.retryCodes, item::parseCodes(v),
                                QStringLiteral("codes with commas between, like 429,503"));
           }},
    Option{0, "timeout", Value, "S", "seconds to connect, to the answer, and without a byte (30)",
           takeTimeout},
    Option{0, "connect-timeout", Value, "S", "seconds to connect (30)",
           [](RunOptions &o, const QString &v) {
               return takeSeconds(o.engine.settings.connectTimeoutMs, v);
           }},
    Option{0, "first-byte-timeout", Value, "S", "seconds from the request to its answer (60)",
           [](RunOptions &o, const QString &v) {
               return takeSeconds(o.engine.settings.firstByteTimeoutMs, v);
           }},
    Option{0, "idle-timeout", Value, "S", "seconds without a byte (30)",
           [](RunOptions &o, const QString &v) {
               return takeSeconds(o.engine.settings.idleTimeoutMs, v);
           }},
    Option{0, "max-time", Value, "S", "seconds for one attempt (no limit)",
           [](RunOptions &o, const QString &v) {
               return takeSeconds(o.engine.settings.totalTimeoutMs, v);
           }},
    Option{0, "min-speed", Value, "RATE",
           "give an attempt up that is slower for half a minute\n(0)",
           [](RunOptions &o, const QString &v) {
               return takeRate(o.engine.settings.minBytesPerSecond, v);
           }},
    Option{0, "max-size", Value, "SIZE", "refuse larger files, like 2G; 0 = no limit (0)",
           [](RunOptions &o, const QString &v) {
               return takeValue(o.engine.settings.maxBytes, engine::parseSize(v),
                                QStringLiteral("a number of bytes, like 500k, 5M or 1.5GiB"));
           }},
};

} // namespace

std::span<const Option> limitOptions()
{
    return limitTable;
}

} // namespace trawl::cli
