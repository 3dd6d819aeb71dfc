// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recordorder.h"

#include "engine/recordtext.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>

namespace trawl::engine {

namespace {

constexpr qsizetype comparedText = 500;

/// In the order of the numbers.
quint64 rankOf(QByteArrayView number)
{
    double value = 0;
    std::from_chars(number.data(), number.data() + number.size(), value);
    constexpr quint64 sign = quint64(1) << 63;
    const auto bits = std::bit_cast<quint64>(value + 0.0); // -0 is 0
    return bits & sign ? ~bits : bits | sign;
}

/// In the order of the bytes.
quint64 rankOfText(QByteArrayView text)
{
    std::array<char, sizeof(quint64)> head{};
    std::memcpy(head.data(), text.data(), std::min(std::size_t(text.size()), head.size()));
    return qFromBigEndian<quint64>(head.data());
}

/// ASCII without an escape. Without a way out of the loop, so that it takes many bytes at once.
bool isPlain(QByteArrayView text)
{
    bool other = false;
    for (const char c : text)
        other |= c < 0 || c == '\\';
    return !other;
}

/// Nobody waits for what is sorted any more. It never leaves this file.
struct Unwanted
{
};

} // namespace

void RecordSorter::add(RecordKey key, QByteArrayView value)
{
    if (isNumber(value)) {
        m_entries.push_back({rankOf(value), key.item, 0, key.row, 0, Kind::Number});
    } else if (isNothing(value)) {
        m_entries.push_back({0, key.item, 0, key.row, 0, Kind::Nothing});
    } else if (value[0] == '"' && isPlain(value)) {
        addText(key, value.sliced(1, value.size() - 2));
    } else {
        addText(key, textOf(value, comparedText).toUtf8());
    }
}

void RecordSorter::addText(RecordKey key, QByteArrayView utf8)
{
    const auto at = m_texts.size();
    const auto head = utf8.first(std::min(utf8.size(), comparedText));
    if (isPlain(head)) {
        m_texts.resize(at + std::size_t(head.size()));
        std::ranges::transform(head, m_texts.begin() + qsizetype(at), [](char c) {
            return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
        });
    } else {
        const auto folded = QString::fromUtf8(head).toCaseFolded().toUtf8();
        m_texts.insert(m_texts.end(), folded.begin(), folded.end());
    }
    m_entries.push_back({0, key.item, at, key.row, quint16(m_texts.size() - at), Kind::Text});
}

QByteArrayView RecordSorter::text(const Entry &entry) const
{
    return {m_texts.data() + entry.at, entry.size};
}

/// Links of one site begin alike: what tells them apart comes behind.
qsizetype RecordSorter::commonStart() const
{
    std::optional<QByteArrayView> common;
    for (const auto &entry : m_entries) {
        if (entry.kind != Kind::Text)
            continue;
        const auto own = text(entry);
        if (!common)
            common = own;
        const auto most = std::min(common->size(), own.size());
        const auto *end = std::mismatch(common->begin(), common->begin() + most, own.begin()).first;
        common = common->first(end - common->begin());
        if (common->isEmpty())
            break;
    }
    return common ? common->size() : 0;
}

void RecordSorter::rankTexts(qsizetype from)
{
    for (auto &entry : m_entries) {
        if (entry.kind == Kind::Text)
            entry.rank = rankOfText(text(entry).sliced(from));
    }
}

QList<RecordKey> RecordSorter::sorted(bool descending, const std::atomic_bool &cancel)
{
    const auto from = commonStart();
    rankTexts(from);
    const auto compared = [&](const Entry &a, const Entry &b) {
        if (a.rank != b.rank)
            return a.rank < b.rank ? -1 : 1;
        return a.kind == Kind::Text
                   ? QByteArrayView(text(a).sliced(from)).compare(text(b).sliced(from))
                   : 0;
    };
    const auto before = [&](const Entry &a, const Entry &b) {
        if (cancel.load(std::memory_order_relaxed))
            throw Unwanted();
        if (a.kind != b.kind)
            return a.kind < b.kind;
        if (const auto order = compared(a, b); order != 0)
            return descending ? order > 0 : order < 0;
        return a.item != b.item ? a.item < b.item : a.row < b.row;
    };
    try {
        std::ranges::sort(m_entries, before); // only so it can be left halfway
    } catch (const Unwanted &) {
        return {};
    }
    QList<RecordKey> keys;
    keys.reserve(qsizetype(m_entries.size()));
    for (const auto &entry : m_entries)
        keys.append({entry.item, entry.row});
    return keys;
}

} // namespace trawl::engine
