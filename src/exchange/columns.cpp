// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/columns.h"

#include <chrono>
#include <cstdio>

namespace trawl::exchange {

namespace {

using item::Result;

constexpr std::array<Column, columnCount> columnTable{{
    {"id", CellKind::Number, [](const Result &r) { return QByteArray::number(qint64(r.id)); }},
    {"url", CellKind::Text, [](const Result &r) { return r.url; }},
    {"final_url", CellKind::Text, [](const Result &r) { return r.finalUrl; }},
    {"status", CellKind::Text,
     [](const Result &r) { return item::statusWord(r.status).toLatin1(); }},
    {"code", CellKind::Number,
     [](const Result &r) { return r.code > 0 ? QByteArray::number(r.code) : QByteArray(); }},
    {"reason", CellKind::Text,
     [](const Result &r) { return item::reasonWord(r.reason, r.code).toLatin1(); }},
    {"bytes", CellKind::Number, [](const Result &r) { return QByteArray::number(r.bytes); }},
    {"mime", CellKind::Text, [](const Result &r) { return r.mime; }},
    {"file", CellKind::Text, [](const Result &r) { return r.file.toUtf8(); }},
    {"sha256", CellKind::Text, [](const Result &r) { return r.sha256; }},
    {"attempts", CellKind::Number, [](const Result &r) { return QByteArray::number(r.attempts); }},
    {"duration_ms", CellKind::Number,
     [](const Result &r) { return QByteArray::number(r.durationMs); }},
    {"started", CellKind::Text, [](const Result &r) { return isoTime(r.startedMs); }},
    {"finished", CellKind::Text, [](const Result &r) { return isoTime(r.finishedMs); }},
    {"detail", CellKind::Text, [](const Result &r) { return r.detail.toUtf8(); }},
}};

} // namespace

const std::array<Column, columnCount> &columns()
{
    return columnTable;
}

QByteArray isoTime(qint64 msSinceEpoch)
{
    using namespace std::chrono;
    if (msSinceEpoch == 0)
        return {};
    const sys_time<milliseconds> at{milliseconds(msSinceEpoch)};
    const auto day = floor<days>(at);
    const year_month_day date(day);
    const hh_mm_ss time(at - day);
    std::array<char, 64> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(time.hours().count()),
                  int(time.minutes().count()), int(time.seconds().count()),
                  int(time.subseconds().count()));
    return out.data();
}

} // namespace trawl::exchange
