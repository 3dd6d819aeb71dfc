// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/connections.h"
#include "item/findings.h"
#include "item/inspection.h"
#include "item/outcome.h"
#include "item/probe.h"
#include "item/progress.h"
#include "item/rateshare.h"
#include "item/request.h"
#include "item/settings.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

/// What engine and workers say to each other. Plain structs; how they become bytes is codec.h's.
namespace trawl::wire {

/// Raised with every change of a message; a worker of another version is refused.
constexpr quint16 protocolVersion = 8;

// Worker → engine

/// The first message on a connection.
struct Hello
{
    quint16 protocol = protocolVersion;
    QByteArray token; ///< the secret this worker was given on its standard input
    qint64 pid = 0;
    friend bool operator==(const Hello &, const Hello &) = default;
};

struct ProgressBatch
{
    QList<item::Progress> items;
    friend bool operator==(const ProgressBatch &, const ProgressBatch &) = default;
};

struct Finished
{
    QList<item::Outcome> outcomes;
    friend bool operator==(const Finished &, const Finished &) = default;
};

/// Sent once a second, and at once in answer to a Ping.
struct Health
{
    quint64 pong = 0; ///< the last Ping's number; 0 = none yet
    qint64 rssBytes = 0;
    qint64 cpuMs = 0; ///< user + system since the start
    qint32 inFlight = 0;
    qint32 loopLagMs = 0; ///< the worst delay of the event loop since the last Health
    friend bool operator==(const Health &, const Health &) = default;
};

enum class LogLevel : quint8 { Debug, Info, Warning, Error, Last = Error };

struct Log
{
    LogLevel level = LogLevel::Info;
    QString text;
    friend bool operator==(const Log &, const Log &) = default;
};

// Engine → worker

/// The engine's answer to a good Hello.
struct Configure
{
    item::TransferSettings settings;
    friend bool operator==(const Configure &, const Configure &) = default;
};

struct Assign
{
    QList<item::Request> tasks;
    friend bool operator==(const Assign &, const Assign &) = default;
};

/// Each cancelled task that still runs answers with an outcome of Reason::Cancelled.
struct Cancel
{
    QList<item::ItemId> ids;
    friend bool operator==(const Cancel &, const Cancel &) = default;
};

/// This worker's shares of the limits; scopes that are not in it have none.
struct SetRates
{
    QList<item::RateShare> shares;
    friend bool operator==(const SetRates &, const SetRates &) = default;
};

/// Finish what runs, then leave with exit status 0.
struct Drain
{
    friend bool operator==(const Drain &, const Drain &) = default;
};

struct Ping
{
    quint64 number = 0;
    friend bool operator==(const Ping &, const Ping &) = default;
};

/// Comes before the first task of the job, and again when something has changed.
struct JobSettings
{
    item::JobId job{};
    item::TransferSettings settings;
    QByteArray recipe; ///< JSON, item/recipejson.h; empty = none
    friend bool operator==(const JobSettings &, const JobSettings &) = default;
};

/// These items may use so many connections more, for segments.
struct GrantConnections
{
    QList<item::ExtraConnections> items;
    friend bool operator==(const GrantConnections &, const GrantConnections &) = default;
};

// Worker → engine, later additions

/// So many more connections would help these items now; replaces what was wanted before.
struct WantConnections
{
    QList<item::ExtraConnections> items;
    friend bool operator==(const WantConnections &, const WantConnections &) = default;
};

/// Granted connections that are not used any more; an outcome gives back the rest.
struct ReturnConnections
{
    QList<item::ExtraConnections> items;
    friend bool operator==(const ReturnConnections &, const ReturnConnections &) = default;
};

/// What was found in bodies. All of an item's comes before the Finished that ends it.
struct Found
{
    QList<item::Findings> items;
    friend bool operator==(const Found &, const Found &) = default;
};

/// What a Probe gave, or a part of it: all of it comes in a row, then nothing `goesOn`.
struct Probed
{
    item::ProbeAnswer answer;
    friend bool operator==(const Probed &, const Probed &) = default;
};

// Engine → worker, later additions

/// Answered with Probed, whatever becomes of it.
struct Probe
{
    item::Probe probe;
    friend bool operator==(const Probe &, const Probe &) = default;
};

/// The item's Segments are told now and twice a second, as long as it runs, until another Inspect
/// comes; id 0 = of none.
struct Inspect
{
    item::ItemId id{};
    friend bool operator==(const Inspect &, const Inspect &) = default;
};

/// So many tasks may run at once from now on, in place of Configure's `connections`.
struct SetConnections
{
    qint32 connections = 1;
    friend bool operator==(const SetConnections &, const SetConnections &) = default;
};

// Worker → engine, later additions

struct Segments
{
    item::Inspection inspection;
    friend bool operator==(const Segments &, const Segments &) = default;
};

// Both ways

/// Cookies of a job that are new or changed, as lines of a Netscape cookie file; secret.
struct Cookies
{
    item::JobId job{};
    QList<QByteArray> lines;
    friend bool operator==(const Cookies &, const Cookies &) = default;
};

/// The order is the kind's number on the wire: append only.
using Message =
    std::variant<Hello, ProgressBatch, Finished, Health, Log, Configure, Assign, Cancel, SetRates,
                 Drain, Ping, JobSettings, GrantConnections, WantConnections, ReturnConnections,
                 Cookies, Found, Probe, Probed, Inspect, Segments, SetConnections>;

} // namespace trawl::wire
