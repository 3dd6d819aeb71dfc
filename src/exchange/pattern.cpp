// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pattern.h"
#include "item/ascii.h"

#include <algorithm>
#include <limits>

namespace trawl::exchange {

namespace {

constexpr auto most = std::numeric_limits<quint64>::max();
constexpr auto mostNumber = quint64(std::numeric_limits<qint64>::max());

bool isBracket(char c)
{
    return c == '[' || c == ']' || c == '{' || c == '}';
}

bool isWholeNumber(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), item::isDigit);
}

/// The numbers or letters of "first-last:step"; an empty `first` = it has not that form.
struct Bounds
{
    QByteArrayView first;
    QByteArrayView last;
    QByteArrayView step;
    bool letters = false;
};

Bounds boundsOf(QByteArrayView in)
{
    const auto dash = in.indexOf('-');
    if (dash <= 0)
        return {};
    const auto colon = in.indexOf(':', dash);
    const auto end = colon < 0 ? in.size() : colon;
    Bounds bounds{in.first(dash), in.sliced(dash + 1, end - dash - 1),
                  colon < 0 ? QByteArrayView("1") : in.sliced(colon + 1)};
    const auto isOneLetter = [](QByteArrayView text) {
        return text.size() == 1 && item::isLetter(text.front());
    };
    bounds.letters = isOneLetter(bounds.first) && isOneLetter(bounds.last);
    const bool numbers = isWholeNumber(bounds.first) && isWholeNumber(bounds.last);
    return isWholeNumber(bounds.step) && (bounds.letters || numbers) ? bounds : Bounds();
}

QString complaint(QByteArrayView in, const char *why)
{
    return QStringLiteral("[%1] %2").arg(QString::fromLatin1(in), QLatin1StringView(why));
}

} // namespace

tl::expected<Pattern, QString> Pattern::parse(QByteArrayView text)
{
    Pattern pattern;
    qsizetype done = 0;
    for (qsizetype i = 0; i < text.size();) {
        const char c = text[i];
        const bool escaped = c == '\\' && i + 1 < text.size() && isBracket(text[i + 1]);
        if (escaped) {
            pattern.addText(text.sliced(done, i - done));
            done = i + 1;
            i += 2;
            continue;
        }
        const auto rest = text.sliced(i + 1);
        qsizetype end = -1;
        if (c == '[' || c == '{') {
            const auto it = std::find_if(rest.begin(), rest.end(), isBracket);
            end = it != rest.end() && *it == (c == '[' ? ']' : '}') ? it - rest.begin() : -1;
        }
        if (end < 0) {
            ++i;
            continue;
        }
        const auto before = text.sliced(done, i - done);
        i += end + 2;
        if (c == '{') {
            if (auto set = parseSet(rest.first(end)); !set.isEmpty()) {
                pattern.addText(before);
                pattern.m_parts.emplace_back(std::move(set));
                done = i;
            }
            continue;
        }
        const auto range = parseRange(rest.first(end));
        if (!range)
            return tl::unexpected(range.error());
        if (const auto *found = std::get_if<Range>(&*range)) {
            pattern.addText(before);
            pattern.m_parts.emplace_back(*found);
            done = i;
        }
    }
    pattern.addText(text.sliced(done));
    return pattern;
}

auto Pattern::parseRange(QByteArrayView in)
    -> tl::expected<std::variant<std::monostate, Range>, QString>
{
    const auto bounds = boundsOf(in);
    if (bounds.first.isEmpty())
        return std::monostate();
    bool firstOk = true;
    bool lastOk = true;
    bool stepOk = true;
    Range range;
    range.letters = bounds.letters;
    range.first =
        bounds.letters ? quint64(bounds.first.front()) : bounds.first.toULongLong(&firstOk);
    const auto last =
        bounds.letters ? quint64(bounds.last.front()) : bounds.last.toULongLong(&lastOk);
    range.step = bounds.step.toULongLong(&stepOk);
    if (!firstOk || !lastOk || !stepOk || last > mostNumber)
        return tl::unexpected(complaint(in, "is too large"));
    if (bounds.letters && (range.first & 0x20) != (last & 0x20))
        return tl::unexpected(complaint(in, "mixes large and small letters"));
    if (range.first > last)
        return tl::unexpected(complaint(in, "runs backwards"));
    if (range.step == 0)
        return tl::unexpected(complaint(in, "has a step of 0"));
    range.count = (last - range.first) / range.step + 1;
    if (!bounds.letters && bounds.first.startsWith('0'))
        range.width = int(bounds.first.size());
    return range;
}

/// Empty when it is none.
Pattern::Set Pattern::parseSet(QByteArrayView in)
{
    if (!in.contains(',') || in.contains('"')) // JSON in a query is no set
        return {};
    return in.toByteArray().split(',');
}

void Pattern::addText(QByteArrayView text)
{
    if (text.isEmpty())
        return;
    if (!m_parts.empty()) {
        if (auto *before = std::get_if<QByteArray>(&m_parts.back())) {
            before->append(text);
            return;
        }
    }
    m_parts.emplace_back(text.toByteArray());
}

quint64 Pattern::sizeOf(const Part &part)
{
    if (const auto *range = std::get_if<Range>(&part))
        return range->count;
    const auto *set = std::get_if<Set>(&part);
    return set ? quint64(set->size()) : 1;
}

QByteArray Pattern::textOf(const Part &part, quint64 index)
{
    if (const auto *text = std::get_if<QByteArray>(&part))
        return *text;
    if (const auto *set = std::get_if<Set>(&part))
        return set->at(qsizetype(index));
    const auto &range = std::get<Range>(part);
    const auto value = range.first + index * range.step;
    return range.letters ? QByteArray(1, char(value))
                         : QByteArray::number(value).rightJustified(range.width, '0');
}

bool Pattern::isPlain() const
{
    return std::all_of(m_parts.begin(), m_parts.end(),
                       [](const Part &part) { return std::holds_alternative<QByteArray>(part); });
}

quint64 Pattern::count() const
{
    quint64 product = 1;
    for (const auto &part : m_parts) {
        const auto size = sizeOf(part);
        product = product > most / size ? most : product * size;
    }
    return product;
}

QByteArray Pattern::last() const
{
    QByteArray text;
    for (const auto &part : m_parts)
        text += textOf(part, sizeOf(part) - 1);
    return text;
}

std::vector<quint64> Pattern::indices(quint64 index) const
{
    std::vector<quint64> result(m_parts.size());
    for (auto i = m_parts.size(); i-- > 0;) {
        const auto size = sizeOf(m_parts[i]);
        result[i] = index % size;
        index /= size;
    }
    return result;
}

QByteArray Pattern::at(quint64 index) const
{
    const auto chosen = indices(index);
    QByteArray text;
    for (std::size_t i = 0; i < m_parts.size(); ++i)
        text += textOf(m_parts[i], chosen[i]);
    return text;
}

QByteArray Pattern::nameAt(quint64 index, QByteArrayView name) const
{
    QList<QByteArray> varied;
    const auto chosen = indices(index);
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        if (!std::holds_alternative<QByteArray>(m_parts[i]))
            varied.append(textOf(m_parts[i], chosen[i]));
    }
    QByteArray out;
    for (qsizetype i = 0; i < name.size();) {
        auto end = i + 1;
        while (name[i] == '#' && end < name.size() && item::isDigit(name[end]))
            ++end;
        const auto number = name.sliced(i, end - i).sliced(1).toLongLong();
        if (number >= 1 && number <= varied.size())
            out += varied[number - 1];
        else
            out += name.sliced(i, end - i);
        i = end;
    }
    return out;
}

} // namespace trawl::exchange
