// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/outcome.h"

namespace trawl::item {

enum class SegmentState : quint8 {
    Written, ///< all of it is there
    Loading, ///< a connection of its own brings it now
    Waiting, ///< nobody brings it yet
    Last = Waiting,
};

/// A range of a running item's body. They follow one another without gaps.
struct Segment
{
    qint64 first = 0;
    qint64 end = -1;    ///< past its last byte; -1 = unknown
    qint64 written = 0; ///< bytes from `first` on that are there
    SegmentState state = SegmentState::Waiting;

    friend bool operator==(const Segment &, const Segment &) = default;
};

/// A running item as its worker sees it at this moment.
struct Inspection
{
    ItemId id{};
    QList<Segment> segments; ///< in order; empty while nothing is known of the body
    qint64 received = 0;     ///< body bytes that are there
    qint64 total = -1;       ///< -1 = unknown
    qint64 kept = 0;         ///< of `received`: what an earlier attempt had left
    qint64 bytesPerSecond = 0;
    QByteArray finalUrl;    ///< where redirects have led so far
    QList<QByteArray> hops; ///< the URLs between the item's and finalUrl
    ResponseHead head;      ///< code 0 = none has come yet

    friend bool operator==(const Inspection &, const Inspection &) = default;
};

} // namespace trawl::item
