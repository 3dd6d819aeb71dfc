// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>
#include <QTime>

#include <tl/expected.hpp>

#include <optional>
#include <vector>

namespace trawl::rates {

/// What may be loaded at different times of the day: "08:00-18:00=500k,18:00-23:00=2M,
/// 23:00-02:00=off". A span's end is not in it; one that ends before it begins goes over midnight,
/// one that ends where it begins is the whole day; the first that fits counts. It is asked with the
/// wall clock's time, so that a day of 23 or 25 hours needs no rule of its own.
class Schedule
{
public:
    struct Rule
    {
        bool off = false;          ///< nothing runs
        qint64 bytesPerSecond = 0; ///< 0 = no limit
        friend bool operator==(const Rule &, const Rule &) = default;
    };

    /// The error names the piece that makes no sense; English, technical.
    [[nodiscard]] static tl::expected<Schedule, QString> parse(QStringView text);

    /// nullopt = no span fits: the plain limit holds.
    [[nodiscard]] std::optional<Rule> at(QTime local) const;
    [[nodiscard]] bool isEmpty() const { return m_spans.empty(); }

private:
    struct Span
    {
        QTime from;
        QTime to;
        Rule rule;
        [[nodiscard]] bool covers(QTime time) const;
    };
    [[nodiscard]] static tl::expected<Span, QString> parseSpan(QStringView text);

    std::vector<Span> m_spans;
};

} // namespace trawl::rates
