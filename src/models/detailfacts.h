// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/changeset.h"
#include "engine/results.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <span>

namespace trawl::models {

/// The lines of the Details tab, in their order.
enum class DetailFact {
    Link,
    FinalLink,
    Redirects,
    FoundOn,
    Job,
    Status,
    Note,
    Size,
    Type,
    Checksum,
    Verdict,
    File,
    Attempts,
    Times,
    Last = Times
};

/// What is known of one item: how it stands now, and what the session tells of it.
struct ItemFacts
{
    engine::RowState now;
    item::Details stored;
    engine::JobName job;
    std::optional<engine::Inspection> running; ///< while it runs
};

/// A part of the time that an item took, in ms from the start of its last request.
struct Phase
{
    QString name;
    qint64 from = 0;
    qint64 to = 0;

    friend bool operator==(const Phase &, const Phase &) = default;
};

/// Words for all that is known of one item.
class Details
{
    Q_DECLARE_TR_FUNCTIONS(trawl::models::Details)

public:
    /// "Final link"
    [[nodiscard]] static QString label(DetailFact fact);
    /// Empty when there is nothing to say.
    [[nodiscard]] static QString text(DetailFact fact, const ItemFacts &facts,
                                      const QDateTime &now = QDateTime::currentDateTime());
    [[nodiscard]] static QString verdict(item::Verdict verdict);
    /// The status line and the fields of the last answer; empty = there was none.
    [[nodiscard]] static QString head(const ItemFacts &facts);
    /// Name lookup, connection, TLS, first byte, body: those that there were.
    [[nodiscard]] static QList<Phase> phases(const item::Details &stored);
    /// "23 ms": how long it took.
    [[nodiscard]] static QString length(const Phase &phase);

private:
    static QString size(const ItemFacts &facts);
    static QString checksum(const ItemFacts &facts);
    static QString times(const item::Result &result, const QDateTime &now);
    static QString foundOn(const item::Details &stored);
    static QString redirects(const ItemFacts &facts);
    static QString status(const ItemFacts &facts, const QDateTime &now);
};

} // namespace trawl::models
