// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/outcome.h"
#include "item/progress.h"
#include "item/request.h"
#include "item/settings.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <variant>

/// What engine and workers say to each other. Plain structs; how they become bytes is codec.h's.
namespace trawl::wire {

/// Raised with every change of a message; a worker of another version is refused.
constexpr quint16 protocolVersion = 1;

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

enum class LogLevel : quint8 { Debug, Info, Warning, Error };

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

/// This worker's share of the line, in bytes/s; 0 = no limit.
struct SetRate
{
    qint64 bytesPerSecond = 0;
    friend bool operator==(const SetRate &, const SetRate &) = default;
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

/// The order is the kind's number on the wire: append only.
using Message = std::variant<Hello, ProgressBatch, Finished, Health, Log, Configure, Assign, Cancel,
                             SetRate, Drain, Ping>;

} // namespace trawl::wire
