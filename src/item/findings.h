// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "item/ids.h"
#include "item/record.h"

#include <QByteArray>
#include <QList>

namespace trawl::item {

/// What a whole body is looked into for.
enum class Look : quint8 {
    Nothing,
    Page,    ///< by the job's recipe
    Sitemap, ///< its links
    Text,    ///< it is wanted itself (robots.txt), its first 500 KiB
    Last = Text,
};

/// What was found in an item's body, or a part of it: those of an item add up (append()).
struct Findings
{
    ItemId id{};
    QList<QByteArray> records; ///< each a Record as a JSON array: nobody on the way looks into it
    QList<FoundLink> links;
    QByteArray text;     ///< with Look::Text
    bool goesOn = false; ///< the last record does, in the next part

    [[nodiscard]] bool isEmpty() const
    {
        return records.isEmpty() && links.isEmpty() && text.isEmpty();
    }
    /// Takes over the next part.
    void append(const Findings &part)
    {
        auto rest = part.records;
        if (goesOn && !rest.isEmpty())
            records.last() += rest.takeFirst();
        records += rest;
        links += part.links;
        text += part.text;
        goesOn = part.goesOn;
    }
    friend bool operator==(const Findings &, const Findings &) = default;
};

} // namespace trawl::item
