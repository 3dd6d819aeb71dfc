// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/option.h"
#include "item/settings.h"
#include "rates/ratetext.h"
#include "rates/schedule.h"

#include <QString>

namespace trawl::engine {

using rates::parseRate;
using rates::parseSize;
using rates::Schedule;

/// What a session runs with.
struct EngineOptions
{
    QString sessionPath;        ///< empty = a temporary one, gone at the end
    QString workerProgram;      ///< path of trawl-worker
    int workers = 0;            ///< 0 = one a core
    int recycleAfterTasks = 0;  ///< a worker is replaced after so many; 0 = never
    qint64 recycleRssBytes = 0; ///< or once it has so much in memory; 0 = never
    bool fetches = true;        ///< else no worker starts: the session is only read and changed
    int perHost = 6;            ///< connections to one host at once
    int retries = 5;
    qint64 retryBaseMs = 500;         ///< first wait; doubled with each try, with jitter
    qint64 retryCapMs = 60'000;       ///< longest wait
    qint64 bytesPerSecond = 0;        ///< for all; 0 = no limit
    qint64 hostBytesPerSecond = 0;    ///< for each host; 0 = no limit
    double hostRequestsPerSecond = 0; ///< on average, to each host; 0 = no limit
    qint64 hostDelayMs = 0;           ///< between two starts of requests to a host
    Schedule schedule;                ///< by time of day, instead of bytesPerSecond
    item::TransferSettings settings;  ///< of jobs that have no options of their own
};

/// One row a field, in their order in help and in the preferences.
inline constexpr std::tuple engineOptionTable{
    item::notAnOption(&EngineOptions::sessionPath),
    item::notAnOption(&EngineOptions::workerProgram),
    item::notAnOption(&EngineOptions::fetches),
    item::notAnOption(&EngineOptions::settings),
    item::option(
        &EngineOptions::workers,
        {.kind = item::OptionKind::Count,
         .least = 1,
         .most = 256,
         .command = {.name = "workers",
                     .letter = 'w',
                     .value = "N",
                     .help = "worker processes (one a core)",
                     .group = item::OptionGroup::Run},
         .preset = {.name = "connections/workers",
                    .page = item::PresetPage::Connections,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "&Worker processes"),
                    .help =
                        QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                          "How many processes fetch and read pages side by side."),
                    .zero = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                              "one for each processor core")}}),
    item::option(&EngineOptions::recycleAfterTasks,
                 {.kind = item::OptionKind::Count,
                  .most = 1'000'000'000,
                  .command = {.name = "recycle-after",
                              .value = "N",
                              .help = "replace a worker after N tasks; 0 = never",
                              .group = item::OptionGroup::Run},
                  .preset = {.name = "connections/recycle-after",
                             .page = item::PresetPage::Connections,
                             .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                        "Replace a worker after so many tas&ks"),
                             .help = QT_TRANSLATE_NOOP(
                                 "trawl::desktop::Settings",
                                 "A fresh process takes its place, and nothing is lost."),
                             .zero = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "never")}}),
    item::option(
        &EngineOptions::recycleRssBytes,
        {.kind = item::OptionKind::Size,
         .zeroIsNone = true,
         .command = {.name = "recycle-memory",
                     .value = "SIZE",
                     .help = "replace a worker that has more than SIZE in memory,\nlike 500M; "
                             "0 = never",
                     .group = item::OptionGroup::Run},
         .preset = {.name = "connections/recycle-memory",
                    .page = item::PresetPage::Connections,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                               "Replace a worker that uses more &memory than"),
                    .help =
                        QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                          "A process that looks into large pages grows with them."),
                    .zero = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "never")}}),
    item::option(&EngineOptions::perHost,
                 {.kind = item::OptionKind::Count,
                  .least = 1,
                  .most = 1024,
                  .command = {.name = "per-host",
                              .value = "N",
                              .help = "connections to one host at once (6; crawls 2)",
                              .group = item::OptionGroup::Limits},
                  .preset = {.name = "connections/per-host",
                             .page = item::PresetPage::Connections,
                             .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                        "Connections to one &host"),
                             .help = QT_TRANSLATE_NOOP(
                                 "trawl::desktop::Settings",
                                 "Browsers use 6. More of them may get you locked out.")}}),
    item::option(
        &EngineOptions::bytesPerSecond,
        {.kind = item::OptionKind::Rate,
         .zeroIsNone = true,
         .command =
             {.name = "limit",
              .value = "RATE",
              .help =
                  "bytes a second for all together, like 500k or 1.5M;\nk = 1024; 0 = no limit (0)",
              .group = item::OptionGroup::Limits},
         .preset = {.name = "limits/bytes-per-second",
                    .page = item::PresetPage::Speed,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "&Limit for everything"),
                    .help = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                              "The same as on the tool bar."),
                    .zero = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "no limit")}}),
    item::option(
        &EngineOptions::schedule,
        {.kind = item::OptionKind::Schedule,
         .command = {.name = "schedule",
                     .value = "HOURS",
                     .help = "--limit by the time of day, like 08:00-18:00=500k,\n18:00-23:00=2M; "
                             "0 = no limit, off = nothing runs",
                     .group = item::OptionGroup::Limits},
         .preset = {.name = "limits/schedule",
                    .page = item::PresetPage::Speed,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "By &time of day"),
                    .help = QT_TRANSLATE_NOOP(
                        "trawl::desktop::Settings",
                        "Spans with a limit, “full” or “off”, then what holds else: “22:00–07:00 "
                        "full, 12:00–13:00 off, else 1M”. The first span that fits counts; without "
                        "“else” the limit above holds."),
                    .placeholder = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                     "22:00–07:00 full, else 1M")}}),
    item::option(
        &EngineOptions::hostBytesPerSecond,
        {.kind = item::OptionKind::Rate,
         .zeroIsNone = true,
         .command = {.name = "host-limit",
                     .value = "RATE",
                     .help = "bytes a second for each host; 0 = no limit",
                     .group = item::OptionGroup::Limits},
         .preset = {.name = "limits/host-bytes-per-second",
                    .page = item::PresetPage::Speed,
                    .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "Limit for each &host"),
                    .help = QT_TRANSLATE_NOOP(
                        "trawl::desktop::Settings",
                        "No host sends faster than that, over all its connections."),
                    .zero = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "no limit")}}),
    item::option(&EngineOptions::hostDelayMs,
                 {.kind = item::OptionKind::Seconds,
                  .most = item::dayMs,
                  .zeroIsNone = true,
                  .command = {.name = "delay",
                              .value = "S",
                              .help = "seconds between two requests to a host",
                              .group = item::OptionGroup::Limits}}),
    item::option(&EngineOptions::hostRequestsPerSecond,
                 {.kind = item::OptionKind::Number,
                  .most = 1'000'000,
                  .command = {.name = "rps",
                              .value = "N",
                              .help = "requests a second to one host (no limit)",
                              .group = item::OptionGroup::Limits,
                              .right = "a number of requests a second, like 0.5 or 20"}}),
    item::option(&EngineOptions::retries,
                 {.kind = item::OptionKind::Count,
                  .most = 1000,
                  .command = {.name = "retries",
                              .value = "N",
                              .help = "new attempts at an item after trouble that may pass",
                              .group = item::OptionGroup::Limits},
                  .preset = {.name = "connections/retries",
                             .page = item::PresetPage::Connections,
                             .label = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                        "T&ries after a failure that may pass"),
                             .help = QT_TRANSLATE_NOOP("trawl::desktop::Settings",
                                                       "The waits between them grow."),
                             .zero = QT_TRANSLATE_NOOP("trawl::desktop::Settings", "none")}}),
    item::option(
        &EngineOptions::retryBaseMs,
        {.kind = item::OptionKind::Seconds,
         .least = 1,
         .most = item::dayMs,
         .command =
             {.name = "retry-wait",
              .value = "S",
              .help =
                  "seconds before the second attempt; doubled with\neach, with some chance (0.5)",
              .group = item::OptionGroup::Limits,
              .rare = true}}),
    item::option(&EngineOptions::retryCapMs, {.kind = item::OptionKind::Seconds,
                                              .least = 1,
                                              .most = item::dayMs,
                                              .command = {.name = "retry-max-wait",
                                                          .value = "S",
                                                          .help = "seconds to wait at the most",
                                                          .group = item::OptionGroup::Limits,
                                                          .rare = true}}),
};
static_assert(hasARowForEachField(engineOptionTable));

} // namespace trawl::engine
