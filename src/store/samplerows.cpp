// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/samplerows.h"

#include "store/reading.h"

namespace trawl::store {

namespace {

using Done = tl::expected<void, item::Failure>;
using rates::Sample;

constexpr qint64 keptMs = 24LL * 3600 * 1000;

/// The columns behind `at`, in order.
constexpr double Sample::*rateColumns[] = {&Sample::bytesPerSecond, &Sample::requestsPerSecond,
                                           &Sample::inFlight, &Sample::failuresPerSecond};
constexpr double rates::StatusMix::*mixColumns[] = {
    &rates::StatusMix::success, &rates::StatusMix::redirect, &rates::StatusMix::clientError,
    &rates::StatusMix::serverError, &rates::StatusMix::other};

constexpr double scale = 1000; ///< the columns are whole thousandths

constexpr auto Add = "INSERT OR REPLACE INTO samples (at, bytes, requests, in_flight, failures,"
                     " success, redirect, client_error, server_error, other, latency)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
/// The later ones are of a clock that was set back since.
constexpr auto Drop = "DELETE FROM samples WHERE at <= ?1 OR at > ?2";
constexpr auto Select = "SELECT at, bytes, requests, in_flight, failures, success, redirect,"
                        " client_error, server_error, other, latency FROM samples ORDER BY at";

Done addRow(Statement &row, const Sample &sample)
{
    int column = 1;
    row.bind(column++, sample.atMs);
    for (const auto member : rateColumns)
        row.bind(column++, qRound64(sample.*member * scale));
    for (const auto member : mixColumns)
        row.bind(column++, qRound64(sample.mix.*member * scale));
    const auto latency = sample.latency.toBytes();
    row.bindBlob(column, latency);
    return row.run();
}

Sample sampleOf(const Statement &row)
{
    Sample sample;
    int column = 0;
    sample.atMs = row.number(column++);
    for (const auto member : rateColumns)
        sample.*member = double(row.number(column++)) / scale;
    for (const auto member : mixColumns)
        sample.mix.*member = double(row.number(column++)) / scale;
    sample.setLatency(
        rates::LatencyHistogram::fromBytes(row.bytes(column)).value_or(rates::LatencyHistogram()));
    return sample;
}

} // namespace

Done writeSamples(Database &database, const std::vector<Sample> &samples)
{
    auto row = database.prepare(Add);
    if (!row)
        return tl::unexpected(row.error());
    for (const auto &sample : samples) {
        if (auto done = addRow(*row, sample); !done)
            return done;
    }
    if (samples.empty())
        return {};
    auto drop = database.prepare(Drop);
    if (!drop)
        return tl::unexpected(drop.error());
    drop->bind(1, samples.back().atMs - keptMs);
    drop->bind(2, samples.back().atMs);
    return drop->run();
}

Done readSamples(const Database &database, std::vector<Sample> &samples)
{
    return forEachRow(database, Select,
                      [&](const Statement &row) { samples.push_back(sampleOf(row)); });
}

} // namespace trawl::store
