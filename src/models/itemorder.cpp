// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemorder.h"
#include "item/ascii.h"

#include <algorithm>
#include <span>

namespace trawl::models {

namespace {

using Cancelled = std::function<bool()>;

/// Rows between two looks at whether the answer is still wanted.
constexpr quint32 stride = 16'384;

struct NumberKey
{
    qint64 number;
    quint32 item;
};

/// Eight bytes of the text at once, so that most comparisons need no look at the text itself.
struct TextKey
{
    quint64 part;
    QByteArrayView text;
    quint32 item;
};

constexpr qsizetype partSize = 8;

/// In the order of the bytes in any case; zeros where the text has ended.
quint64 partOf(QByteArrayView text, qsizetype from)
{
    quint64 part = 0;
    for (auto i = from; i < from + partSize; ++i)
        part = part << 8 | (i < text.size() ? quint64(uchar(item::toLower(text[i]))) : 0);
    return part;
}

bool endsIn(quint64 part)
{
    return (part & 0xff) == 0;
}

template <typename Key, typename Number>
void sortKeys(std::span<Key> keys, Number Key::*number, Qt::SortOrder order)
{
    const bool ascending = order == Qt::AscendingOrder;
    std::ranges::sort(keys, [number, ascending](const Key &a, const Key &b) {
        if (a.*number == b.*number)
            return a.item < b.item;
        return (a.*number < b.*number) == ascending;
    });
}

/// Sorts by the first part, then each run of equal ones by the next: URLs begin alike for long. A
/// list of runs instead of recursion, since a person's list may hold the same long line often.
void sortTexts(std::span<TextKey> keys, Qt::SortOrder order, const Cancelled &cancelled)
{
    struct Run
    {
        std::span<TextKey> keys;
        qsizetype from;
    };
    std::vector<Run> open{{keys, 0}};
    while (!open.empty() && !cancelled()) {
        const auto [run, from] = open.back();
        open.pop_back();
        for (auto &key : run)
            key.part = partOf(key.text, from);
        sortKeys(run, &TextKey::part, order);
        for (std::size_t begin = 0, end = 0; begin < run.size(); begin = end) {
            while (end < run.size() && run[end].part == run[begin].part)
                ++end;
            if (end - begin > 1 && !endsIn(run[begin].part))
                open.push_back({run.subspan(begin, end - begin), from + partSize});
        }
    }
}

template <typename Key, typename MakeKey>
std::vector<Key> keysOf(const std::vector<quint32> &items, MakeKey makeKey)
{
    std::vector<Key> keys;
    keys.reserve(items.size());
    std::ranges::transform(items, std::back_inserter(keys), makeKey);
    return keys;
}

/// Equal ones stay in order of id, whichever the direction.
void sortItems(std::vector<quint32> &items, const OrderRequest &request, const Cancelled &cancelled)
{
    const auto &rows = request.rows;
    const auto &column = itemColumns()[std::size_t(request.column)];
    if (column.column == ItemColumn::Number) {
        if (request.order == Qt::DescendingOrder)
            std::ranges::reverse(items);
    } else if (column.number) {
        auto keys = keysOf<NumberKey>(
            items, [&](quint32 item) { return NumberKey{column.number(rows, item), item}; });
        if (cancelled())
            return;
        sortKeys<NumberKey>(keys, &NumberKey::number, request.order);
        std::ranges::transform(keys, items.begin(), &NumberKey::item);
    } else {
        auto keys = keysOf<TextKey>(
            items, [&](quint32 item) { return TextKey{0, column.bytes(rows, item), item}; });
        sortTexts(keys, request.order, cancelled);
        std::ranges::transform(keys, items.begin(), &TextKey::item);
    }
}

} // namespace

std::vector<quint32> matching(const ItemRows &rows, const ItemMatcher &matcher,
                              const Cancelled &cancelled)
{
    std::vector<quint32> items;
    items.reserve(rows.size());
    for (quint32 row = 0; row < rows.size(); ++row) {
        if (row % stride == 0 && cancelled())
            return {};
        if (matcher.matches(rows, row))
            items.push_back(row);
    }
    return items;
}

std::optional<OrderResult> ordered(OrderRequest request, const Cancelled &cancelled)
{
    OrderResult result{.request = std::move(request)};
    const auto &rows = result.request.rows;
    auto &items = result.order.items;
    items.reserve(rows.size());
    for (quint32 row = 0; row < rows.size(); ++row) {
        if (row % stride == 0 && cancelled())
            return std::nullopt;
        if (rows[row].status == item::Status::Failed && result.request.causesOf.matches(rows, row))
            ++result.causes[causeOf(rows[row])];
        if (result.request.matcher.matches(rows, row))
            items.push_back(row);
    }
    sortItems(items, result.request, cancelled);
    result.order.places.resize(rows.size());
    result.order.number();
    return cancelled() ? std::nullopt : std::optional(std::move(result));
}

} // namespace trawl::models
