// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <memory>

namespace trawl::support {

inline constexpr int recordsAnItem = 4;

/// About 300 bytes, in no order of its first three columns.
inline QByteArray recordOf(qint64 number)
{
    const auto mixed = number * 7'368'787 % 1'000'003;
    static const auto words =
        QByteArray("A thing of daily use that was made with care, comes in many colours, fits in "
                   "a hand, and does what it says for years. ")
            .repeated(3);
    return "[\"Caf\u00e9 cup " + QByteArray::number(mixed) + "\"," + QByteArray::number(mixed / 7) +
           '.' + QByteArray::number(mixed % 7) + ",\"Brand " + QByteArray::number(mixed % 97) +
           "\",\"" + words.first(200 + mixed % 50) + "\"]";
}

/// So many items of job 1 that are done, each with its records.
inline void writeRecords(store::Store &session, qint64 first, int items)
{
    auto block = std::make_shared<item::UrlBlock>(item::ItemId(first), item::JobId(1));
    QList<store::ItemUpdate> updates;
    for (auto id = first; id < first + items; ++id) {
        block->append("https://shop.example.org/things/" + QByteArray::number(id) + ".html");
        store::ItemUpdate update{
            .id = item::ItemId(id), .status = item::Status::Done, .attempts = 1};
        update.outcome.id = update.id;
        update.records.emplace();
        for (int row = 0; row < recordsAnItem; ++row)
            update.records->append(recordOf(id * recordsAnItem + row));
        updates.append(std::move(update));
    }
    session.import({.urls = block, .ended = {}, .job = {.id = item::JobId(1)}});
    session.apply(std::move(updates));
}

} // namespace trawl::support
