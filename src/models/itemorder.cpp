// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/itemorder.h"

#include <algorithm>

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

/// The first eight bytes, so that most comparisons need no look at the text itself.
struct TextKey
{
    quint64 prefix;
    QByteArrayView text;
    quint32 item;
};

quint64 prefixOf(QByteArrayView text)
{
    quint64 prefix = 0;
    for (qsizetype i = 0; i < 8; ++i)
        prefix = prefix << 8 | (i < text.size() ? quint64(uchar(lower(text[i]))) : 0);
    return prefix;
}

int compare(QByteArrayView a, QByteArrayView b)
{
    const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(),
                                      [](char c, char e) { return lower(c) == lower(e); });
    if (x == a.end() || y == b.end())
        return int(y == b.end()) - int(x == a.end());
    return uchar(lower(*x)) < uchar(lower(*y)) ? -1 : 1;
}

struct NumberKey
{
    qint64 number;
    quint32 item;
};

int compareKeys(const NumberKey &a, const NumberKey &b)
{
    return a.number < b.number ? -1 : int(a.number > b.number);
}

int compareKeys(const TextKey &a, const TextKey &b)
{
    if (a.prefix != b.prefix)
        return a.prefix < b.prefix ? -1 : 1;
    return compare(a.text, b.text);
}

template <typename Key, typename MakeKey>
void sortBy(std::vector<quint32> &items, Qt::SortOrder order, MakeKey makeKey)
{
    std::vector<Key> keys;
    keys.reserve(items.size());
    std::ranges::transform(items, std::back_inserter(keys), makeKey);
    const int sign = order == Qt::AscendingOrder ? 1 : -1;
    std::ranges::sort(keys, [sign](const Key &a, const Key &b) {
        const auto result = sign * compareKeys(a, b);
        return result == 0 ? a.item < b.item : result < 0;
    });
    std::ranges::transform(keys, items.begin(), &Key::item);
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
        sortBy<NumberKey>(items, order, [&](quint32 item) {
            return NumberKey{column.number(rows, item), item};
        });
    } else {
        sortBy<TextKey>(items, order, [&](quint32 item) {
            const auto text = column.bytes(rows, item);
            return TextKey{prefixOf(text), text, item};
        });
    }
    return items;
}

} // namespace trawl::models
