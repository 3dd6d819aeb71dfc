// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recordtext.h"
#include "item/ascii.h"

#include <algorithm>
#include <array>
#include <utility>

namespace trawl::engine {

namespace {

/// Behind the text that begins there; -1 = it has no end.
qsizetype endOfText(QByteArrayView json, qsizetype start)
{
    for (auto at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
        auto slash = at;
        while (json[slash - 1] == '\\')
            --slash;
        if ((at - slash) % 2 == 0)
            return at + 1;
    }
    return -1;
}

/// Behind the list or object at the beginning.
qsizetype endOfList(QByteArrayView json)
{
    int depth = 0;
    for (qsizetype at = 0; at >= 0 && at < json.size();) {
        const auto c = json[at];
        if (c == '[' || c == '{')
            ++depth;
        else if ((c == ']' || c == '}') && --depth == 0)
            return at + 1;
        at = c == '"' ? endOfText(json, at) : at + 1;
    }
    return -1;
}

qsizetype endOfWord(QByteArrayView json)
{
    const auto isEnd = [](char c) { return c == ',' || c == ']' || item::isXmlSpace(c); };
    return std::ranges::find_if(json, isEnd) - json.begin();
}

/// No more than that many characters need so many bytes, cut between two of them.
QByteArrayView headFor(QByteArrayView utf8, qsizetype characters)
{
    constexpr qsizetype bytesEach = 3; // four bytes are two UTF-16 units
    if (utf8.size() / bytesEach <= characters)
        return utf8;
    auto size = characters * bytesEach;
    while (size > 0 && (utf8[size] & 0xc0) == 0x80)
        --size;
    return utf8.first(size);
}

QChar unescaped(QByteArrayView json, qsizetype &at)
{
    constexpr std::array<std::pair<char, char>, 5> letters{
        {{'b', '\b'}, {'f', '\f'}, {'n', '\n'}, {'r', '\r'}, {'t', '\t'}}};
    const auto c = json[at++];
    if (c == 'u') {
        const auto digits = json.sliced(at, std::min<qsizetype>(4, json.size() - at));
        at += digits.size();
        return QChar(digits.toUShort(nullptr, 16));
    }
    const auto *letter = std::ranges::find(letters, c, &std::pair<char, char>::first);
    return QLatin1Char(letter != letters.end() ? letter->second : c);
}

/// Of what stands between the quotes.
QString decoded(QByteArrayView json, qsizetype most)
{
    QString text;
    for (qsizetype at = 0; at < json.size() && text.size() < most;) {
        const auto slash = json.indexOf('\\', at);
        const auto plain = json.sliced(at, (slash < 0 ? json.size() : slash) - at);
        text += QString::fromUtf8(headFor(plain, most - text.size()));
        at += plain.size() + 1;
        if (at < json.size())
            text += unescaped(json, at);
    }
    text.truncate(most);
    return text;
}

} // namespace

QByteArrayView RecordValues::next()
{
    if (m_rest.size() < 2) // the bracket at the end
        return {};
    qsizetype start = 1; // behind the bracket or comma
    while (start < m_rest.size() && item::isXmlSpace(m_rest[start]))
        ++start;
    const auto json = m_rest.sliced(start);
    const auto first = json.isEmpty() ? ']' : json[0];
    const auto size = first == '"'                   ? endOfText(json, 0)
                      : first == '[' || first == '{' ? endOfList(json)
                                                     : endOfWord(json);
    if (size <= 0) {
        m_rest = {};
        return {};
    }
    m_rest = json.sliced(size).trimmed();
    return json.first(size);
}

QByteArrayView valueAt(QByteArrayView record, int column)
{
    RecordValues values(record);
    auto value = values.next();
    for (; column > 0 && !value.isEmpty(); --column)
        value = values.next();
    return value;
}

bool isNothing(QByteArrayView value)
{
    return value.isEmpty() || value[0] == 'n';
}

bool isNumber(QByteArrayView value)
{
    return !value.isEmpty() && (value[0] == '-' || item::isDigit(value[0]));
}

bool isList(QByteArrayView value)
{
    return value.startsWith('[') || value.startsWith('{');
}

QString textOf(QByteArrayView value, qsizetype most)
{
    if (isNothing(value))
        return {};
    if (value[0] == '"')
        return decoded(value.sliced(1, value.size() - 2), most);
    auto text = QString::fromUtf8(headFor(value, most));
    text.truncate(most);
    return text;
}

RecordSearch::RecordSearch(const QString &text)
    : m_matcher(text, Qt::CaseInsensitive)
    , m_plain(std::ranges::none_of(
          text, [](QChar c) { return c < u' ' || c == u'"' || c == u'\\' || c.isSurrogate(); }))
{
}

bool RecordSearch::isIn(QByteArrayView record) const
{
    // Most records do not hold it, and that is seen at a glance over all of it.
    if (m_plain && m_matcher.indexIn(QString::fromUtf8(record)) < 0)
        return false;
    RecordValues values(record);
    for (auto value = values.next(); !value.isEmpty(); value = values.next()) {
        if (!isNothing(value) && m_matcher.indexIn(textOf(value)) >= 0)
            return true;
    }
    return false;
}

} // namespace trawl::engine
