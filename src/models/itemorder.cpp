// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemorder.h"

#include <algorithm>
#include <span>

namespace trawl::models {

namespace {

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

QByteArray needleOf(const QString &text)
{
    QByteArray needle;
    for (const char c : text.toUtf8()) {
        if (uchar(c) > ' ' && uchar(c) < 0x7f)
            needle += lower(c);
        else
            needle += '%' + QByteArray(1, c).toHex();
    }
    return needle;
}

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
        part = part << 8 | (i < text.size() ? quint64(uchar(lower(text[i]))) : 0);
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
void sortTexts(std::span<TextKey> keys, Qt::SortOrder order)
{
    struct Run
    {
        std::span<TextKey> keys;
        qsizetype from;
    };
    std::vector<Run> open{{keys, 0}};
    while (!open.empty()) {
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

} // namespace

ItemMatcher::ItemMatcher(const ItemFilter &filter)
    : m_job(filter.job)
    , m_status(filter.status)
    , m_needle(needleOf(filter.text))
{
}

bool ItemMatcher::matches(const ItemRows &rows, quint32 row) const
{
    return (!m_status || rows[row].status == *m_status) && (!m_job || rows.job(row) == *m_job) &&
           (m_needle.isEmpty() || contains(rows.url(row)));
}

bool ItemMatcher::contains(QByteArrayView url) const
{
    const auto found = std::search(url.begin(), url.end(), m_needle.begin(), m_needle.end(),
                                   [](char c, char needle) { return lower(c) == needle; });
    return found != url.end();
}

std::vector<quint32> sorted(std::vector<quint32> items, const ItemRows &rows,
                            const ItemColumnInfo &column, Qt::SortOrder order)
{
    if (column.number) {
        auto keys = keysOf<NumberKey>(items, [&](quint32 item) {
            return NumberKey{column.number(rows, item), item};
        });
        sortKeys<NumberKey>(keys, &NumberKey::number, order);
        std::ranges::transform(keys, items.begin(), &NumberKey::item);
    } else {
        auto keys = keysOf<TextKey>(items, [&](quint32 item) {
            return TextKey{0, column.bytes(rows, item), item};
        });
        sortTexts(keys, order);
        std::ranges::transform(keys, items.begin(), &TextKey::item);
    }
    return items;
}

} // namespace trawl::models
