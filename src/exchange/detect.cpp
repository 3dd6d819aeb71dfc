// SPDX-FileCopyrightText: 2026 The Trawl authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/aria2source.h"
#include "exchange/bytes.h"
#include "exchange/curlcommandsource.h"
#include "exchange/curlconfigsource.h"
#include "exchange/jsonscanner.h"
#include "exchange/linesource.h"
#include "exchange/linkreader.h"
#include "exchange/listcharset.h"

#include "crawl/sitemap.h"
#include "item/ascii.h"

#include <QBuffer>

#include <algorithm>
#include <array>

namespace trawl::exchange {

namespace {

constexpr qsizetype headBytes = 64 * 1024;

struct Suffix
{
    QLatin1StringView text;
    ListFormat format;
};
constexpr std::array suffixes{
    Suffix{QLatin1StringView(".csv"), ListFormat::Csv},
    Suffix{QLatin1StringView(".tsv"), ListFormat::Tsv},
    Suffix{QLatin1StringView(".meta4"), ListFormat::Metalink},
    Suffix{QLatin1StringView(".metalink"), ListFormat::Metalink},
    Suffix{QLatin1StringView(".json"), ListFormat::Json},
    Suffix{QLatin1StringView(".jsonl"), ListFormat::JsonLines},
    Suffix{QLatin1StringView(".ndjson"), ListFormat::JsonLines},
    Suffix{QLatin1StringView(".har"), ListFormat::Har},
    Suffix{QLatin1StringView(".html"), ListFormat::Html},
    Suffix{QLatin1StringView(".htm"), ListFormat::Html},
    Suffix{QLatin1StringView(".xhtml"), ListFormat::Html},
};

/// One link, be it one that can be fetched or not, and nothing beside it but what is known to say
/// more of it.
bool isLinkLine(QByteArrayView line)
{
    const auto foreign = [](char c) {
        return quint8(c) <= ' ' || c == '"' || c == '<' || c == '>';
    };
    line = trimmed(line.first(lineOptionsStart(line)));
    if (std::any_of(line.begin(), line.end(), foreign))
        return false;
    return hasHttpScheme(line) || parseLink(line).problem != item::Reason::InvalidUrl;
}

bool isMetalink(QByteArrayView head)
{
    const auto start = head.indexOf('<');
    return start >= 0 && head.first(start).trimmed().size() <= 3 &&
           (head.sliced(start).startsWith("<metalink") ||
            (head.sliced(start).startsWith("<?xml") && head.contains("<metalink")));
}

bool isHtml(QByteArrayView head)
{
    constexpr std::array starts{
        "<!doctype html", "<!doctype netscape", "<html", "<head", "<body", "<meta", "<a ", "<dl"};
    const auto text = head.trimmed();
    return std::any_of(starts.begin(), starts.end(), [text](QByteArrayView start) {
        return text.first(qMin(text.size(), start.size())).compare(start, Qt::CaseInsensitive) == 0;
    });
}

/// Json, JsonLines or Har of what begins as JSON with something in it; a pattern like {a,b} and a
/// link in brackets do not.
std::optional<ListFormat> jsonFormat(QByteArrayView head)
{
    auto bytes = head.toByteArray();
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer);
    JsonScanner scanner(input, false);
    const auto first = scanner.next(true);
    const auto second = scanner.next(true);
    if (first == JsonToken::BeginArray)
        return second == JsonToken::BeginObject || second == JsonToken::Text ||
                       second == JsonToken::EndArray
                   ? std::optional(ListFormat::Json)
                   : std::nullopt;
    if (first != JsonToken::BeginObject || second != JsonToken::Key)
        return std::nullopt;
    const bool log = scanner.text() == "log";
    if (log && scanner.next(true) == JsonToken::BeginObject)
        return ListFormat::Har;
    const auto line = scanner.line();
    for (auto token = second; scanner.depth() > 0; token = scanner.next(true)) {
        if (token == JsonToken::Broken || token == JsonToken::End)
            return ListFormat::Json; // it is cut here, or says itself what is wrong
    }
    const bool oneLine = scanner.line() == line;
    return oneLine && scanner.next(true) == JsonToken::BeginObject ? ListFormat::JsonLines
                                                                   : ListFormat::Json;
}

/// What the lines of a head look like.
class LineCounts
{
public:
    void add(QByteArrayView line)
    {
        const auto text = trimmed(line);
        if (!isEntry(text))
            return;
        ++m_entries;
        const bool option = Aria2Source::isOptionLine(line) && !hasHttpScheme(text);
        m_aria2Options += option && m_afterUrl;
        m_afterUrl = hasHttpScheme(text) || (m_afterUrl && option);
        m_urlLines += hasHttpScheme(text);
        m_links += isLinkLine(text);
        addConfig(text);
    }
    [[nodiscard]] ListFormat format() const
    {
        if (m_aria2Options > 0 && m_urlLines + m_aria2Options == m_entries)
            return ListFormat::Aria2;
        if (m_configUrls > 0 && m_configLines == m_entries)
            return ListFormat::CurlConfig;
        return m_links * 2 >= m_entries ? ListFormat::Lines : ListFormat::Text;
    }

private:
    /// `url: x` alone could be anything; curl's own examples have `url = "x"`.
    void addConfig(QByteArrayView text)
    {
        const auto line = CurlConfigSource::parseLine(text);
        const auto plain = [](char c) { return item::isLetterOrDigit(c) || c == '-' || c == '.'; };
        m_configLines += std::all_of(line.option.begin(), line.option.end(), plain);
        const auto mark = text.sliced(line.option.size()).trimmed();
        m_configUrls += !line.value.isEmpty() &&
                        ((line.option == "url" && mark.startsWith('=')) || line.option == "--url");
    }

    qsizetype m_entries = 0;
    qsizetype m_links = 0;
    qsizetype m_urlLines = 0;
    qsizetype m_aria2Options = 0;
    qsizetype m_configLines = 0;
    qsizetype m_configUrls = 0;
    bool m_afterUrl = false;
};

ListFormat formatOfText(QByteArray text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        text.remove(0, 3);
    if (CurlCommandSource::isCommand(text))
        return ListFormat::CurlCommand;
    if (isHtml(text))
        return ListFormat::Html;
    if (const auto json = jsonFormat(text))
        return *json;
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    InputBuffer input(buffer);
    Splitter lines(input, "\r\n");
    LineCounts counts;
    while (const auto piece = lines.next(true))
        counts.add(piece->text);
    return counts.format();
}

} // namespace

ListFormat detectFormat(const QString &fileName, const QByteArray &head)
{
    return detectList(fileName, head).format;
}

ListKind detectList(const QString &fileName, const QByteArray &head, const QByteArray &charset)
{
    const auto first = head.first(qMin(head.size(), headBytes));
    const auto suffix = std::find_if(suffixes.begin(), suffixes.end(), [&](const Suffix &known) {
        return fileName.endsWith(known.text, Qt::CaseInsensitive);
    });
    const bool known = suffix != suffixes.end();
    if (known && suffix->format == ListFormat::Metalink)
        return {ListFormat::Metalink, {}};
    if (!known && isMetalink(first))
        return {ListFormat::Metalink, {}};
    if (!known && crawl::looksLikeSitemap(first))
        return {ListFormat::Sitemap, {}};
    ListKind kind;
    kind.charset = charset.isEmpty() ? listCharset(first, isHtml(first)) : charset;
    kind.format = known ? suffix->format : formatOfText(headAsUtf8(first, kind.charset));
    return kind;
}

bool isTable(ListFormat format)
{
    return format == ListFormat::Csv || format == ListFormat::Tsv || format == ListFormat::Json ||
           format == ListFormat::JsonLines;
}

} // namespace trawl::exchange
