// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/jsonscanner.h"

#include "exchange/splitter.h"
#include "item/ascii.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <utility>

namespace trawl::exchange {

namespace {

bool isBare(char c)
{
    return item::isLetterOrDigit(c) || c == '-' || c == '+' || c == '.';
}

qsizetype digitsAt(QByteArrayView text, qsizetype from)
{
    auto at = from;
    while (at < text.size() && item::isDigit(text[at]))
        ++at;
    return at - from;
}

/// RFC 8259, 6.
bool isNumber(QByteArrayView text)
{
    qsizetype at = text.startsWith('-') ? 1 : 0;
    const auto whole = digitsAt(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const auto part = digitsAt(text, at + 1);
        if (part == 0)
            return false;
        at += part + 1;
    }
    if (at < text.size() && (text[at] | 0x20) == 'e') {
        ++at;
        at += at < text.size() && (text[at] == '+' || text[at] == '-') ? 1 : 0;
        const auto power = digitsAt(text, at);
        if (power == 0)
            return false;
        at += power;
    }
    return at == text.size();
}

} // namespace

JsonScanner::JsonScanner(InputBuffer &input, bool lines)
    : m_input(input)
    , m_lines(lines)
{
}

JsonToken JsonScanner::next(bool mayRead)
{
    while (!m_over) {
        if (m_input.rest().isEmpty()) {
            if (!mayRead)
                return JsonToken::More;
            if (!m_input.fill())
                return atEnd();
        }
        if (const auto token = step()) {
            if (*token != JsonToken::Broken) // which may have been the end of the line before
                m_tokenLine = m_line;
            return *token;
        }
    }
    return JsonToken::End;
}

/// Takes one byte at least.
std::optional<JsonToken> JsonScanner::step()
{
    const char c = m_input.rest().front();
    switch (m_part) {
    case Part::Text:
        return stepText();
    case Part::Escape:
        return takeEscape(c);
    case Part::Unicode:
        return takeHexDigit(c);
    case Part::Bare:
        return stepBare();
    case Part::Skipped:
        skipLine();
        return std::nullopt;
    case Part::None:
        break;
    }
    if (!item::isXmlSpace(c))
        return stepOutside(c);
    takeOne();
    return m_part == Part::None && (c == '\n' || c == '\r') ? atLineEnd() : std::nullopt;
}

/// LF, CRLF and CR each end a line.
void JsonScanner::takeOne()
{
    const char c = m_input.rest().front();
    m_line += (c == '\n' && !m_afterCr) || c == '\r';
    m_afterCr = c == '\r';
    m_input.take(1);
}

std::optional<JsonToken> JsonScanner::atLineEnd()
{
    if (!m_lines || (m_isObject.empty() && m_expect == Expect::Value))
        return std::nullopt;
    --m_line; // of the line that has just ended
    const auto token = fail("ends in the middle of a value");
    ++m_line;
    m_part = Part::None;
    return token;
}

std::optional<JsonToken> JsonScanner::stepOutside(char c)
{
    m_afterCr = false;
    if (c == '}' || c == ']') {
        m_input.take(1);
        return close(c == '}');
    }
    if (m_expect == Expect::Separator || m_expect == Expect::Colon) {
        const bool colon = m_expect == Expect::Colon;
        if (c != (colon ? ':' : ','))
            return fail(colon ? "has no colon behind a name" : "has no comma where one belongs");
        m_input.take(1);
        m_expect = colon || !m_isObject.back() ? Expect::Value : Expect::Key;
        return std::nullopt;
    }
    m_isKey = m_expect == Expect::Key || m_expect == Expect::FirstKey;
    if (c == '"') {
        m_input.take(1);
        begin(Part::Text);
        return std::nullopt;
    }
    if (m_isKey)
        return fail("has a name that is not in quotes");
    if (c == '{' || c == '[') {
        m_input.take(1);
        return open(c == '{');
    }
    if (!isBare(c))
        return fail("has a sign that does not belong there");
    begin(Part::Bare);
    return std::nullopt;
}

std::optional<JsonToken> JsonScanner::open(bool object)
{
    if (m_isObject.size() == maxDepth)
        return fail("is nested too deeply");
    m_text.resize(0);
    m_isObject.push_back(object);
    m_expect = object ? Expect::FirstKey : Expect::FirstValue;
    return object ? JsonToken::BeginObject : JsonToken::BeginArray;
}

std::optional<JsonToken> JsonScanner::close(bool object)
{
    const auto empty = object ? Expect::FirstKey : Expect::FirstValue;
    if (m_isObject.empty() || m_isObject.back() != object ||
        (m_expect != Expect::Separator && m_expect != empty))
        return fail("has a bracket that does not belong there");
    m_isObject.pop_back();
    valueEnded();
    return object ? JsonToken::EndObject : JsonToken::EndArray;
}

void JsonScanner::valueEnded()
{
    m_expect = m_isObject.empty() ? Expect::Value : Expect::Separator;
}

void JsonScanner::begin(Part part)
{
    m_part = part;
    m_text.resize(0); // keeps its memory
    m_cut = false;
    m_high = 0;
}

std::optional<JsonToken> JsonScanner::stepText()
{
    const auto rest = m_input.rest();
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) {
        return c == '"' || c == '\\' || c == '\n' || c == '\r';
    });
    const auto run = rest.first(end - rest.begin());
    if (!run.isEmpty()) {
        keepUnit();
        keep(run);
        m_input.take(run.size());
        return std::nullopt;
    }
    if (rest.front() == '\\') {
        m_input.take(1);
        m_part = Part::Escape;
        return std::nullopt;
    }
    if (rest.front() != '"')
        return fail("has a text that is not closed");
    m_input.take(1);
    keepUnit();
    m_part = Part::None;
    if (m_isKey)
        m_expect = Expect::Colon;
    else
        valueEnded();
    return m_isKey ? JsonToken::Key : JsonToken::Text;
}

std::optional<JsonToken> JsonScanner::takeEscape(char c)
{
    constexpr QByteArrayView from("\"\\/bfnrt");
    constexpr QByteArrayView to("\"\\/\b\f\n\r\t");
    const auto at = from.indexOf(c);
    if (at < 0 && c != 'u')
        return fail("has a backslash that means nothing");
    m_input.take(1);
    m_part = c == 'u' ? Part::Unicode : Part::Text;
    m_unit = 0;
    m_digits = 0;
    if (c != 'u') {
        keepUnit();
        keep(to.sliced(at, 1));
    }
    return std::nullopt;
}

std::optional<JsonToken> JsonScanner::takeHexDigit(char c)
{
    constexpr int all = 4;
    const int value = item::hexValue(c);
    if (value < 0)
        return fail("has a \\u without four hexadecimal digits");
    m_input.take(1);
    m_unit = char16_t(m_unit << 4 | value);
    if (++m_digits < all)
        return std::nullopt;
    m_part = Part::Text;
    if (m_high && QChar::isLowSurrogate(m_unit)) {
        const std::array<QChar, 2> pair{QChar(std::exchange(m_high, 0)), QChar(m_unit)};
        keep(QStringView(pair.data(), pair.size()).toUtf8());
        return std::nullopt;
    }
    keepUnit();
    if (QChar::isHighSurrogate(m_unit))
        m_high = m_unit;
    else
        keep(QString(QChar(m_unit)).toUtf8()); // half a pair becomes U+FFFD
    return std::nullopt;
}

/// A half pair whose other half did not come.
void JsonScanner::keepUnit()
{
    if (std::exchange(m_high, 0))
        keep("\xef\xbf\xbd");
}

std::optional<JsonToken> JsonScanner::stepBare()
{
    const auto rest = m_input.rest();
    const auto end = std::find_if_not(rest.begin(), rest.end(), isBare);
    const auto run = rest.first(end - rest.begin());
    keep(run);
    m_input.take(run.size());
    return end == rest.end() ? std::nullopt : finishBare();
}

std::optional<JsonToken> JsonScanner::finishBare()
{
    m_part = Part::None;
    const bool word = m_text == "true" || m_text == "false" || m_text == "null";
    if (!word && !isNumber(m_text))
        return fail("has a word that is no value");
    valueEnded();
    return word ? JsonToken::Word : JsonToken::Number;
}

void JsonScanner::keep(QByteArrayView part)
{
    const auto room = maxPieceBytes - m_text.size();
    m_cut = m_cut || part.size() > room;
    m_text.append(part.first(qMin(part.size(), room)));
}

/// Behind it a list of lines goes on with the next line; anything else is over.
JsonToken JsonScanner::fail(const char *what)
{
    if (m_error.isEmpty()) {
        m_error = m_lines ? QStringLiteral("line %1 %2")
                          : QStringLiteral("is no JSON from line %1 on: it %2");
        m_error = m_error.arg(m_line).arg(QLatin1StringView(what));
    }
    m_tokenLine = m_line;
    m_isObject.clear();
    m_expect = Expect::Value;
    m_part = Part::Skipped;
    m_over = !m_lines;
    return JsonToken::Broken;
}

/// Until behind the end of the line.
void JsonScanner::skipLine()
{
    const auto rest = m_input.rest();
    const auto end =
        std::find_if(rest.begin(), rest.end(), [](char c) { return c == '\n' || c == '\r'; });
    m_input.take(end - rest.begin());
    if (end == rest.end())
        return;
    m_part = Part::None;
    m_afterCr = false;
    takeOne();
}

JsonToken JsonScanner::atEnd()
{
    if (m_part == Part::Bare) {
        if (const auto token = finishBare())
            return *token;
    }
    const bool whole = (m_part == Part::None && m_isObject.empty()) || m_part == Part::Skipped ||
                       !m_input.error().isEmpty();
    const auto token = whole ? JsonToken::End : fail("ends in the middle of a value");
    m_over = true;
    return token;
}

} // namespace trawl::exchange
