// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "item/values.h"
#include "item/ascii.h"

#include <algorithm>
#include <array>

namespace trawl::item {

namespace {

constexpr int leastCode = 100;
constexpr int mostCode = 599;
constexpr int codesOfClass = 100;

/// Of "5xx" 500.
std::optional<int> firstOfClass(const QString &word)
{
    const bool isClass =
        word.size() == 3 && word.endsWith(QStringLiteral("xx"), Qt::CaseInsensitive);
    const int digit = isClass ? word[0].digitValue() : 0;
    return digit >= 1 && digit <= 5 ? std::optional(digit * codesOfClass) : std::nullopt;
}

/// All codes of a class stand there in order.
bool isClassAt(const QList<int> &codes, qsizetype at)
{
    if (codes[at] % codesOfClass != 0 || at + codesOfClass > codes.size())
        return false;
    for (int i = 0; i < codesOfClass; ++i) {
        if (codes[at + i] != codes[at] + i)
            return false;
    }
    return true;
}

} // namespace

std::optional<QList<int>> parseCodes(const QString &text)
{
    QList<int> codes;
    if (text == u"none")
        return codes;
    const auto words = text.split(u',');
    for (const auto &word : words) {
        const auto code = parseCount(word, leastCode, mostCode);
        const auto first = code ? code : firstOfClass(word);
        if (!first)
            return std::nullopt;
        for (int i = 0; i < (code ? 1 : codesOfClass); ++i) {
            if (!codes.contains(*first + i))
                codes.append(*first + i);
        }
    }
    return codes;
}

QString codesText(const QList<int> &codes)
{
    if (codes.isEmpty())
        return QStringLiteral("none");
    QStringList words;
    for (qsizetype i = 0; i < codes.size(); ++i) {
        const bool whole = isClassAt(codes, i);
        words.append(whole ? QString::number(codes[i] / codesOfClass) + QStringLiteral("xx")
                           : QString::number(codes[i]));
        i += whole ? codesOfClass - 1 : 0;
    }
    return words.join(u',');
}

std::optional<QByteArray> parseToken(const QByteArray &text)
{
    const auto isPart = [](char c) {
        return isLetterOrDigit(c) || QByteArrayView("-._~+/=").contains(c);
    };
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), isPart))
        return std::nullopt;
    return text;
}

std::optional<QUrl> parseProxyUrl(const QString &text)
{
    QUrl url(text, QUrl::StrictMode);
    const auto scheme = url.scheme();
    const bool known = scheme == u"http" || scheme == u"https" || scheme == u"socks5";
    const bool more = url.hasQuery() || url.hasFragment();
    if (!url.isValid() || !known || url.host().isEmpty() || url.port() == 0 || more)
        return std::nullopt;
    if (!url.path().isEmpty() && url.path() != u"/")
        return std::nullopt;
    url.setPath({});
    return url;
}

std::optional<QString> parseProxy(const QString &text)
{
    if (text == u"system")
        return text;
    const auto url = parseProxyUrl(text);
    return url ? std::optional(url->toString(QUrl::FullyEncoded)) : std::nullopt;
}

std::optional<int> parseSeconds(const QString &text)
{
    bool ok = false;
    const double seconds = text.toDouble(&ok);
    constexpr double day = 86'400;
    if (!ok || !(seconds >= 0.001 && seconds <= day))
        return std::nullopt;
    return int(seconds * 1000);
}

std::optional<int> parseCount(const QString &text, int least, int most)
{
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= least && value <= most ? std::optional(value) : std::nullopt;
}

std::optional<Header> parseHeader(const QString &text)
{
    const auto bytes = text.toUtf8();
    const auto colon = bytes.indexOf(':');
    if (colon <= 0)
        return std::nullopt;
    const auto name = bytes.first(colon);
    const auto value = bytes.sliced(colon + 1).trimmed();
    const auto isControl = [](char c) { return (quint8(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (!std::all_of(name.begin(), name.end(), isTokenChar) ||
        std::any_of(value.begin(), value.end(), isControl))
        return std::nullopt;
    return Header{name, value};
}

bool isOwnHeader(const QByteArray &name)
{
    constexpr std::array own{"connection", "content-length",    "if-range", "range",
                             "te",         "transfer-encoding", "upgrade"};
    return std::any_of(own.begin(), own.end(), [&](const char *one) {
        return name.compare(one, Qt::CaseInsensitive) == 0;
    });
}

} // namespace trawl::item
