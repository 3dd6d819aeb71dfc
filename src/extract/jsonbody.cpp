// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "extract/jsonbody.h"

#include "extract/mediatype.h"
#include "item/ascii.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace trawl::extract {

namespace {

/// Behind the text whose opening quote stands at `at`.
qsizetype behindText(const QByteArray &json, qsizetype at)
{
    for (++at; at < json.size() && json[at] != '"'; ++at)
        at += json[at] == '\\';
    return std::min(at + 1, json.size());
}

bool isAllDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), item::isDigit);
}

/// Whether it is a number to JSON, and 64 bits or a double hold it.
bool isHeld(QByteArrayView number)
{
    constexpr qsizetype alwaysFits = 18;
    const auto digits = number.sliced(number.startsWith('-') ? 1 : 0);
    if (digits.isEmpty() ||
        (digits.front() == '0' && digits.size() > 1 && item::isDigit(digits[1])))
        return false;
    bool fits = digits.size() <= alwaysFits && isAllDigits(digits);
    if (!fits && isAllDigits(digits))
        (void)number.toLongLong(&fits);
    else if (!fits)
        (void)number.toDouble(&fits);
    return fits;
}

/// Behind a number or a word, or what is meant to be one.
qsizetype behindWord(const QByteArray &json, qsizetype at)
{
    const auto isPart = [](char c) {
        return item::isLetterOrDigit(uchar(c)) || c == '.' || c == '+' || c == '-';
    };
    while (at < json.size() && isPart(json[at]))
        ++at;
    return at;
}

bool isTextInstead(QByteArrayView word)
{
    const bool isNumber =
        item::isDigit(word.back()) && (item::isDigit(word.front()) || word.front() == '-');
    return isNumber ? !isHeld(word) : word == "NaN" || word == "Infinity" || word == "-Infinity";
}

QByteArray withUnheldNumbersAsText(const QByteArray &json)
{
    QByteArray result;
    qsizetype taken = 0;
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = behindText(json, at);
            continue;
        }
        const auto begin = at;
        at = behindWord(json, at);
        if (at == begin) {
            ++at;
            continue;
        }
        const auto word = QByteArrayView(json).sliced(begin, at - begin);
        if (!isTextInstead(word))
            continue;
        result += QByteArrayView(json).sliced(taken, begin - taken);
        result += '"' + word.toByteArray() + '"';
        taken = at;
    }
    result += QByteArrayView(json).sliced(taken);
    return result;
}

} // namespace

tl::expected<QJsonValue, QString> parseJson(const QByteArray &utf8)
{
    const QByteArray json = withUnheldNumbersAsText(utf8);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (document.isArray())
        return document.array();
    if (document.isObject())
        return document.object();
    // Qt takes a list or an object only.
    const auto listed = QJsonDocument::fromJson('[' + json + ']').array();
    if (listed.size() == 1 && !json.trimmed().startsWith('[') && !json.trimmed().startsWith('{'))
        return listed.first();
    return tl::unexpected(
        QStringLiteral("JSON, byte %1: %2").arg(error.offset).arg(error.errorString()));
}

JsonLines parseJsonLines(const QByteArray &utf8)
{
    constexpr char recordSeparator = '\x1e';
    JsonLines result;
    QByteArray text = utf8;
    text.replace(recordSeparator, '\n');
    for (qsizetype at = 0; at < text.size();) {
        const auto end = text.indexOf('\n', at);
        const auto line = text.mid(at, end < 0 ? -1 : end - at).trimmed();
        at = end < 0 ? text.size() : end + 1;
        if (line.isEmpty())
            continue;
        if (auto value = parseJson(line))
            result.values.append(*std::move(value));
        else
            ++result.broken;
    }
    return result;
}

bool isJsonType(const QByteArray &contentType)
{
    const auto type = item::mediaType(contentType);
    return type == "application/json" || type == "text/json" || type == "text/x-json" ||
           type.endsWith("+json") || isJsonLinesType(contentType);
}

bool isJsonLinesType(const QByteArray &contentType)
{
    static constexpr std::array<QByteArrayView, 7> known{
        "application/jsonl",      "application/x-ndjson",    "application/ndjson",
        "application/json-lines", "application/x-jsonlines", "application/json-seq",
        "application/jsonlines"};
    return std::find(known.begin(), known.end(), item::mediaType(contentType)) != known.end();
}

} // namespace trawl::extract
