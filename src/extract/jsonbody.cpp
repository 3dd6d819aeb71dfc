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

/// Whether what stands there is an integer, and one that 64 bits do not hold.
bool isTooLong(QByteArrayView number)
{
    constexpr qsizetype alwaysFits = 18;
    bool fits = number.size() <= alwaysFits;
    if (!fits && std::none_of(number.begin(), number.end(),
                              [](char c) { return c == '.' || c == 'e' || c == 'E'; }))
        (void)number.toLongLong(&fits);
    else
        fits = true;
    return !fits;
}

QByteArray withLongIntegersAsText(const QByteArray &json)
{
    const auto isPart = [](char c) {
        return item::isDigit(c) || c == '.' || c == 'e' || c == 'E' || c == '+' || c == '-';
    };
    QByteArray result;
    qsizetype taken = 0;
    for (qsizetype at = 0; at < json.size();) {
        if (json[at] == '"') {
            at = behindText(json, at);
            continue;
        }
        if (json[at] != '-' && !item::isDigit(json[at])) {
            ++at;
            continue;
        }
        const auto begin = at;
        while (at < json.size() && isPart(json[at]))
            ++at;
        const auto number = QByteArrayView(json).sliced(begin, at - begin);
        if (!isTooLong(number))
            continue;
        result += QByteArrayView(json).sliced(taken, begin - taken);
        result += '"' + number.toByteArray() + '"';
        taken = at;
    }
    result += QByteArrayView(json).sliced(taken);
    return result;
}

} // namespace

tl::expected<QJsonValue, QString> parseJson(const QByteArray &utf8)
{
    const QByteArray json = withLongIntegersAsText(utf8);
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
